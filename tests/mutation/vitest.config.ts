import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { TEST_MS } from '#tests/support/patience.ts';

/**
 * The fast tests of the advisor's core. Properties would take hours over all mutants, and the command line's own processes
 * would see none.
 */
export default defineConfig({
  test: {
    include: ['tests/unit/core/advisor/**/*.test.ts', 'tests/unit/apps/questionnaire/**/*.test.ts'],
    alias: {
      '#tests/support/rule-book.ts': fileURLToPath(new URL('rule-book.ts', import.meta.url)),
    },
    globalSetup: 'tests/mutation/load-rule-book.ts',
    setupFiles: 'tests/mutation/setup.ts',
    testTimeout: TEST_MS,
  },
});
