import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runStep } from '#tests/support/run-step.ts';

const never = 1_000_000;
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'fno-step-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs a program of one line and keeps what is said about it. */
async function run(source: string, patience = { announceMs: never, hangMs: never }, ...given: string[]) {
  const script = join(folder, 'program.mjs');
  writeFileSync(script, source);
  const said: string[] = [];
  const { succeeded } = await runStep(
    { name: 'a step', script, arguments: given },
    (line) => said.push(line),
    patience,
  );
  return { succeeded, said };
}

test.each([
  ['ends well', '0', true],
  ['fails', '1', false],
])('a program that %s is reported so, and nothing is said of it', async (_story, status, succeeded) => {
  const source = 'process.exitCode = Number(process.argv[2])';
  expect(await run(source, undefined, status)).toEqual({ succeeded, said: [] });
});

test('a program that is silent is said to be still running, and may take its time', async () => {
  // It ends only once it has been announced: the announcement is waited for, not timed.
  const announced = join(folder, 'announced');
  const script = join(folder, 'waiting.mjs');
  writeFileSync(
    script,
    `import { existsSync } from 'node:fs'; setInterval(() => existsSync(${JSON.stringify(announced)}) && process.exit(0), 10)`,
  );
  const said: string[] = [];
  const step = { name: 'a step', script, arguments: [] };
  const say = (line: string): void => {
    said.push(line);
    writeFileSync(announced, '');
  };
  const { succeeded } = await runStep(step, say, { announceMs: 50, hangMs: never });
  expect(succeeded).toBe(true);
  expect(said[0]).toMatch(/^a step: still running, \d+ s$/);
});

test('a program that hangs is ended and named, and counts as failed', async () => {
  const { succeeded, said } = await run('setInterval(() => undefined, 1000)', { announceMs: 50, hangMs: 1 });
  expect(succeeded).toBe(false);
  expect(said).toEqual([expect.stringMatching(/^a step: ended, since it hangs: it has said nothing for \d+ s$/)]);
});

test('what a program has started ends with it when it hangs', async () => {
  const file = join(folder, 'child-id');
  const source = `import { spawn } from 'node:child_process';
    import { renameSync, writeFileSync } from 'node:fs';
    const child = spawn(process.execPath, ['-e', 'setInterval(() => undefined, 1000)'], { stdio: 'ignore' });
    writeFileSync(${JSON.stringify(`${file}-new`)}, String(child.pid));
    renameSync(${JSON.stringify(`${file}-new`)}, ${JSON.stringify(file)});
    setInterval(() => undefined, 1000);`;
  // It hangs from the moment its own program runs, however long that takes to start.
  const patience = {
    announceMs: 50,
    get hangMs() {
      return existsSync(file) ? 1 : never;
    },
  };
  expect((await run(source, patience)).succeeded).toBe(false);
  const id = Number(readFileSync(file, 'utf8'));
  await expect.poll(() => isRunning(id), { timeout: never }).toBe(false);
});

function isRunning(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch {
    return false;
  }
}

test('what a program writes goes where it is asked to, from both of its outputs', async () => {
  const script = join(folder, 'writing.mjs');
  writeFileSync(script, "process.stdout.write('said'); process.stderr.write('warned');");
  const written: string[] = [];
  const write = (data: Buffer): unknown => written.push(String(data));
  await runStep({ name: 'a step', script, arguments: [] }, () => undefined, undefined, write);
  expect(written.sort()).toEqual(['said', 'warned']);
});
