import { defineConfig } from 'vitest/config';
import { TEST_MS } from '#tests/support/patience.ts';

/** Checks over the built pages in `dist/`; `npm test` builds them first. */
export default defineConfig({
  test: { include: ['tests/site/**/*.test.ts'], testTimeout: TEST_MS, hookTimeout: TEST_MS },
});
