import { defineConfig } from 'vitest/config';

/** Checks over the built pages in `dist/`; `npm test` builds them first. */
export default defineConfig({
  test: { include: ['tests/site/**/*.test.ts'], testTimeout: 60_000 },
});
