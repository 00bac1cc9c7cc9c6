import { globSync, readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';
import { TEST_MS } from './tests/support/patience.ts';

const files = globSync('tests/{unit,property,fuzz}/**/*.test.ts').map((file) => file.replaceAll('\\', '/'));

/** Whether a file of tests replaces modules, globals or the environment, which others must not see. */
const changesItsWorld = (file: string): boolean =>
  /\bvi\.|@vitest-environment|process\.env/.test(readFileSync(file, 'utf8'));

const shared = { testTimeout: TEST_MS, hookTimeout: TEST_MS };

/**
 * Most of the time of a test goes into loading modules, the rule book before all. Files that change nothing about them
 * share what is loaded; the others each have it to themselves.
 */
export default defineConfig({
  test: {
    // By itself it leaves one core idle, which of two is half.
    maxWorkers: '100%',
    projects: [
      {
        test: { ...shared, name: 'together', include: files.filter((file) => !changesItsWorld(file)), isolate: false },
      },
      { test: { ...shared, name: 'alone', include: files.filter(changesItsWorld) } },
    ],
  },
});
