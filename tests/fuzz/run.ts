import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TEST_MS } from '#tests/support/patience.ts';

/**
 * `npm run fuzz [-- COUNT [SEED]]`: gives every reader of addresses, stores and spreadsheets this many inputs, 10,000
 * unless given. A failure names the seed and the smallest input that fails; a reader that hangs is ended and named.
 */
const [count = '10000', seed = String(Date.now() % 2 ** 31)] = process.argv.slice(2);
/** Apart from the tests' own folder, which they clear. */
const PROGRESS = mkdtempSync(join(tmpdir(), 'fno-fuzz-'));
/** What has been read for longer than anything may take. */
function hanging(): string | undefined {
  const since = (name: string): number =>
    statSync(join(PROGRESS, name), { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
  const stuck = readdirSync(PROGRESS).find((name) => Date.now() - since(name) > TEST_MS);
  return stuck && `${stuck}, ${readFileSync(join(PROGRESS, stuck), 'utf8')}`;
}

function watch(child: ChildProcess): NodeJS.Timeout {
  return setInterval(() => {
    const found = hanging();
    if (!found) return;
    console.error(`\nThis hangs (seed ${seed}): ${found}`);
    child.kill('SIGKILL');
  }, 2000);
}

console.log(`${count} inputs each, seed ${seed}`);
const child = spawn(
  process.execPath,
  // In threads, so that whatever hangs ends with its process.
  ['node_modules/vitest/vitest.mjs', 'run', 'tests/fuzz', '--pool=threads', '--test-timeout=7200000'],
  {
    stdio: 'inherit',
    env: { ...process.env, FUZZ_RUNS: count, FUZZ_SEED: seed, FUZZ_PROGRESS: PROGRESS },
  },
);
const watching = watch(child);
child.on('exit', (status) => {
  clearInterval(watching);
  rmSync(PROGRESS, { recursive: true, force: true });
  if (status !== 0) console.error(`\nAgain with: npm run fuzz -- ${count} ${seed}`);
  process.exitCode = status ?? 1;
});
