import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, posix, relative, sep } from 'node:path';
import { build } from 'vite';
import { loadLanguage } from '#content/reading/language.ts';
import { loadRuleBook } from '#content/reading/rule-book.ts';

/**
 * `npm run pack:advisor`, and of itself before `npm pack`: makes `lib/`, which other programs import the advisor from.
 *
 * `advisor.js` and `language.js` are the core as it stands, `data.js` the compiled rule book and the tables of words;
 * each with types. Node does not read TypeScript below `node_modules`, hence a folder of its own.
 */
const LIB = 'lib';

const entries = { advisor: 'src/core/advisor/index.ts', language: 'src/core/language/index.ts' };

const dataTypes = `import type { RuleBook } from './types/advisor/index.d.ts';
import type { LanguageTables } from './types/language/index.d.ts';
/** Rules, questions and texts of the advisor, as its functions take them. */
export declare const ruleBook: RuleBook;
/** What people's words mean, for \`lexiconOf\`. */
export declare const languageTables: LanguageTables;
`;

const writeData = (): void =>
  writeFileSync(
    join(LIB, 'data.js'),
    `export const ruleBook = ${JSON.stringify(loadRuleBook())};\nexport const languageTables = ${JSON.stringify(loadLanguage())};\n`,
  );

/** A declaration names a room of this project by its alias; outside there are only paths. */
function withPaths(file: string): void {
  const toCore = relative(dirname(file), join(LIB, 'types')).split(sep).join(posix.sep) || '.';
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.replaceAll(/(["'])#core\//g, `$1${toCore}/`));
}

function writeTypes(): void {
  const types = join(LIB, 'types');
  const options = ['--declaration', '--emitDeclarationOnly', '--outDir', types, '--rootDir', 'src/core'];
  const config = join(LIB, 'tsconfig.json');
  writeFileSync(
    config,
    JSON.stringify({
      extends: '../tsconfig.json',
      compilerOptions: { noEmit: false, types: [] },
      include: [],
      files: Object.values(entries).map((file) => `../${file}`),
    }),
  );
  execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', config, ...options], { stdio: 'inherit' });
  rmSync(config);
  for (const file of readdirSync(types, { recursive: true, encoding: 'utf8' })) {
    if (file.endsWith('.d.ts')) withPaths(join(types, file));
  }
  writeFileSync(join(LIB, 'data.d.ts'), dataTypes);
}

rmSync(LIB, { recursive: true, force: true });
mkdirSync(LIB);
await build({
  configFile: false,
  logLevel: 'warn',
  publicDir: false,
  build: {
    lib: { entry: entries, formats: ['es'] },
    outDir: LIB,
    target: 'es2023',
    minify: false,
    emptyOutDir: false,
  },
});
writeData();
writeTypes();
