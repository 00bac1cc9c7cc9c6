import { currentRoom } from './rooms.ts';

const { name, mutate, least } = currentRoom();

/** Results are kept beside the packages, so that a run after a change tries only what the change could have moved. */
export default {
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'tests/mutation/vitest.config.ts', related: false },
  mutate,
  incremental: true,
  incrementalFile: `node_modules/.stryker-${name}.json`,
  thresholds: { high: least + 10, low: least, break: least },
  reporters: ['clear-text', 'progress-append-only', 'json'],
  jsonReporter: { fileName: `node_modules/.stryker-report-${name}.json` },
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  ignorePatterns: ['dist', 'docs', 'public', '.astro', '.cache'],
  concurrency: 2,
  coverageAnalysis: 'perTest',
  ignoreStatic: true,
  timeoutMS: 60_000,
  // The first run only has to end; on a busy machine it takes longer than the five minutes it would be given.
  dryRunTimeoutMinutes: 60,
  tempDirName: 'node_modules/.stryker',
  inPlace: false,
};
