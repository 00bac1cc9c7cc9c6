/**
 * `npm run mutation:known [-- TEXT]`: makes known mistakes in a copy of the project, one at a time, and looks whether the
 * tests notice. With a text only those whose file or description holds it.
 *
 * The status is 1 where one is not noticed, where an entry no longer fits the project, and where tests fail without any
 * mistake, since then their failing would say nothing.
 */
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { TEST_MS } from '#tests/support/patience.ts';
import { type KnownMutation, knownMutations, type Tests } from './known-mutations.ts';

/** What a copy does without: what is built, and what is not part of the project. */
const leftOut = new Set(['node_modules', '.git', 'dist', '.cache', '.astro']);

/** A copy of the project's files that can be spoilt. */
function copyProject(): string {
  const folder = mkdtempSync(join(tmpdir(), 'fno-mutations-'));
  for (const name of readdirSync('.')) {
    if (!leftOut.has(name)) cpSync(name, join(folder, name), { recursive: true });
  }
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'), 'junction');
  return folder;
}

/** The text with the mistake in it, or why it cannot be made. */
function spoilt(folder: string, { file, find, replace }: KnownMutation): { text: string } | { fault: string } {
  const path = join(folder, file);
  if (!existsSync(path)) return { fault: `there is no ${file}` };
  const parts = readFileSync(path, 'utf8').split(find);
  if (parts.length !== 2) return { fault: `${file} holds it ${parts.length - 1} times instead of once: ${find}` };
  return { text: parts.join(replace) };
}

const vitest = 'node_modules/vitest/vitest.mjs';

/** The commands of some tests, all of which have to succeed for the tests to pass. */
function commandsOf(tests: Tests): string[][] {
  const build = ['node_modules/astro/bin/astro.mjs', 'build'];
  switch (tests.by) {
    case 'unit':
      return [[vitest, 'run', '--bail=1', ...tests.in]];
    case 'built pages':
      return [build, [vitest, 'run', '--bail=1', '--config', 'tests/site/vitest.config.ts']];
    case 'browser':
      return [
        build,
        [
          'node_modules/@playwright/test/cli.js',
          'test',
          '--config=tests/e2e/playwright.config.ts',
          '--max-failures=1',
          tests.spec,
          `--grep=${tests.named}`,
        ],
      ];
  }
}

interface Result {
  passed: boolean;
  /** The end of what the failing command wrote. */
  output: string;
}

/** Runs tests in a folder; a run that hangs has failed. */
function run(tests: Tests, cwd: string): Result {
  for (const command of commandsOf(tests)) {
    const { status, stdout, stderr } = spawnSync(process.execPath, command, {
      cwd,
      encoding: 'utf8',
      timeout: 6 * TEST_MS,
      maxBuffer: 2 ** 28,
      env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', NO_COLOR: '1' },
    });
    if (status !== 0) return { passed: false, output: (stdout + stderr).trim().slice(-2000) };
  }
  return { passed: true, output: '' };
}

type Verdict = 'killed' | 'SURVIVED' | 'UNFIT';

/** Makes the mistake, runs what should notice it, and takes it back whatever happens. */
function judge(mutation: KnownMutation, folder: string, baseline: (tests: Tests) => Result): [Verdict, string] {
  const made = spoilt(folder, mutation);
  if ('fault' in made) return ['UNFIT', made.fault];
  const untouched = baseline(mutation.tests);
  if (!untouched.passed) return ['UNFIT', `its tests fail without any mistake:\n${untouched.output}`];
  const path = join(folder, mutation.file);
  const before = readFileSync(path);
  try {
    writeFileSync(path, made.text);
    return run(mutation.tests, folder).passed ? ['SURVIVED', ''] : ['killed', ''];
  } finally {
    writeFileSync(path, before);
  }
}

function main(text = ''): number {
  const asked = knownMutations.filter(({ what, file }) => `${what} ${file}`.includes(text));
  const folder = copyProject();
  const baselines = new Map<string, Result>();
  const baseline = (tests: Tests): Result => {
    const key = JSON.stringify(tests);
    const known = baselines.get(key) ?? run(tests, folder);
    baselines.set(key, known);
    return known;
  };
  const counts: Record<Verdict, number> = { killed: 0, SURVIVED: 0, UNFIT: 0 };
  try {
    for (const mutation of asked) {
      const [verdict, why] = judge(mutation, folder, baseline);
      counts[verdict] += 1;
      console.log(`${verdict.padEnd(9)} ${mutation.what} (${mutation.file})${why && `: ${why}`}`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  console.log(`${counts.killed} killed, ${counts.SURVIVED} survived, ${counts.UNFIT} unfit of ${asked.length}`);
  return asked.length > 0 && counts.killed === asked.length ? 0 : 1;
}

process.exitCode = main(process.argv[2]);
