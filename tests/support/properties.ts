import { spawnSync } from 'node:child_process';

/**
 * `npm run properties [-- RUNS SEED OPTIONS OF VITEST]`: runs the properties over 100,000 generated profiles, or as many
 * as the first argument says. The seed is new each time unless it is given, and printed, so that a run can be repeated.
 *
 * @example npm run properties -- 100000 20261128 -t certainty
 */
const [runs = '100000', seed = String(Math.floor(Math.random() * 2 ** 31)), ...options] = process.argv.slice(2);
console.log(`${runs} runs of each property, seed ${seed}`);
const { status } = spawnSync(
  process.execPath,
  ['node_modules/vitest/vitest.mjs', 'run', 'tests/property', '--test-timeout=3600000', ...options],
  {
    stdio: 'inherit',
    env: { ...process.env, PROPERTY_RUNS: runs, PROPERTY_SEED: seed },
  },
);
process.exitCode = status ?? 1;
