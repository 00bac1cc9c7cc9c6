import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/{unit,property,fuzz}/**/*.test.ts'],
    // Catches what hangs, on a machine however busy; nothing here asserts on time.
    testTimeout: 600_000,
  },
});
