import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { TEST_MS } from '../support/patience.ts';

/**
 * The fast tests of the advisor's core. Properties would take hours over all mutants, and the command line's own processes
 * would see none.
 */
export default defineConfig({
  test: {
    include: ['tests/unit/advisor/**/*.test.ts', 'tests/unit/questionnaire/**/*.test.ts'],
    alias: {
      '#tests/support/rule-book.ts': fileURLToPath(new URL('rule-book.ts', import.meta.url)),
    },
    globalSetup: 'tests/mutation/load-rule-book.ts',
    setupFiles: 'tests/mutation/setup.ts',
    testTimeout: TEST_MS,
  },
});
