import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';

/** What another project would write with the package. */
const program = `
import { advise, parseProfile, type Profile } from 'fno-pattern-advisor/advisor';
import { languageTables, ruleBook } from 'fno-pattern-advisor/data';
import { lexiconOf, understand } from 'fno-pattern-advisor/language';

const given: Profile = { operation: 'bulk-load', latency: 'nightly', peak_batch_records: 400_000 };
const first: string | undefined = advise(given, [], ruleBook).recommendation.primary;
const sentence = understand('Nightly, 50,000 orders from Shopify into F&O', lexiconOf(languageTables)).profile;
const faults = parseProfile({ latency: 'weekly' }).faults.map(({ allowed }) => allowed);
console.log(JSON.stringify({ first, sentence, second: advise(sentence, [], ruleBook).recommendation.primary, faults }));
`;

/** A small project outside, with the package among its modules as a registry would have put it there. */
function outside(): string {
  const folder = mkdtempSync(join(tmpdir(), 'outside-'));
  const installed = join(folder, 'node_modules/fno-pattern-advisor');
  mkdirSync(installed, { recursive: true });
  // What npm would pack, and nothing else.
  const [packed] = JSON.parse(
    execFileSync('npm pack --dry-run --json --ignore-scripts', { encoding: 'utf8', shell: true }),
  ) as { files: { path: string }[] }[];
  for (const { path } of packed?.files ?? []) cpSync(resolve(path), join(installed, path), { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  writeFileSync(join(folder, 'program.ts'), program);
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({
      compilerOptions: { strict: true, module: 'nodenext', target: 'es2023', lib: ['es2024'], types: [], outDir: '.' },
      files: ['program.ts', 'console.d.ts'],
    }),
  );
  writeFileSync(join(folder, 'console.d.ts'), 'declare const console: { log(text: string): void };');
  return folder;
}

test('a project outside compiles against the package and gets the answers of the command line', () => {
  execFileSync(process.execPath, ['src/cli/pack.ts'], { stdio: 'pipe' });
  const folder = outside();
  const tsc = spawnSync(process.execPath, [resolve('node_modules/typescript/bin/tsc'), '-p', folder], {
    encoding: 'utf8',
  });
  expect(tsc.stdout + tsc.stderr).toBe('');
  const printed = JSON.parse(execFileSync(process.execPath, ['program.js'], { cwd: folder, encoding: 'utf8' }));
  const line = execFileSync(
    process.execPath,
    ['src/cli/advise.ts', '--explain', '--describe', 'Nightly, 50,000 orders from Shopify into F&O'],
    { encoding: 'utf8' },
  );
  const { primary, understood } = JSON.parse(line);
  const { system: _system, ...sentence } = understood;
  expect(printed).toEqual({
    first: 'dmf',
    sentence,
    second: primary,
    faults: ['realtime, near-realtime, hourly, nightly'],
  });
});
