import { spawnSync } from 'node:child_process';

/** Runs the properties of the advisor over 100,000 generated profiles, or as many as the first argument says. */
const runs = process.argv[2] ?? '100000';
const { status } = spawnSync(
  process.execPath,
  ['node_modules/vitest/vitest.mjs', 'run', 'tests/property', '--test-timeout=3600000'],
  {
    stdio: 'inherit',
    env: { ...process.env, PROPERTY_RUNS: runs },
  },
);
process.exitCode = status ?? 1;
