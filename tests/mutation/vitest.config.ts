import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { TEST_MS } from '#tests/support/patience.ts';
import { currentRoom } from './rooms.ts';

/** The fast unit tests of one room; a command line's own processes would see no mutant. */
export default defineConfig({
  test: {
    include: [...currentRoom().tests],
    alias: {
      '#tests/support/rule-book.ts': fileURLToPath(new URL('rule-book.ts', import.meta.url)),
    },
    globalSetup: 'tests/mutation/load-rule-book.ts',
    setupFiles: 'tests/mutation/setup.ts',
    testTimeout: TEST_MS,
  },
});
