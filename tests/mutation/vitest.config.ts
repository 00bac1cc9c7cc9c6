import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { TEST_MS } from '#tests/support/patience.ts';
import { currentRoom } from './rooms.ts';

/**
 * The first test that fails ends a run, so the cheapest come first: those that do without the project's whole rule book,
 * and the smallest file first.
 */
class CheapestFirst extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const cost = new Map(
      files.map(({ moduleId }) => {
        const text = readFileSync(moduleId, 'utf8');
        return [moduleId, text.length * (text.includes('#tests/support/rule-book.ts') ? WHOLE_BOOK : 1)];
      }),
    );
    return Promise.resolve(files.toSorted((a, b) => (cost.get(a.moduleId) ?? 0) - (cost.get(b.moduleId) ?? 0)));
  }
}

/** How much more a test of the whole rule book takes than one with a few rules. */
const WHOLE_BOOK = 100;

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
    sequence: { sequencer: CheapestFirst },
    testTimeout: TEST_MS,
  },
});
