import { statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { TEST_MS } from '#tests/support/patience.ts';
import { currentRoom } from './rooms.ts';

/** The smallest file first: the first test that fails ends a run, and what a small one notices need not wait for a large one. */
class SmallestFirst extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const size = new Map(files.map(({ moduleId }) => [moduleId, statSync(moduleId).size]));
    return Promise.resolve(files.toSorted((a, b) => (size.get(a.moduleId) ?? 0) - (size.get(b.moduleId) ?? 0)));
  }
}

/** The fast unit tests of one room; a command line's own processes would see no mutant. */
export default defineConfig({
  test: {
    include: [...currentRoom().tests],
    alias: {
      '#tests/support/rule-book.ts': fileURLToPath(new URL('rule-book.ts', import.meta.url)),
    },
    globalSetup: 'tests/mutation/load-rule-book.ts',
    setupFiles: 'tests/mutation/setup.ts',
    isolate: false,
    sequence: { sequencer: SmallestFirst },
    testTimeout: TEST_MS,
  },
});
