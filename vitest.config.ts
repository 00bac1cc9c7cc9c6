import { defineConfig } from 'vitest/config';
import { TEST_MS } from './tests/support/patience.ts';

export default defineConfig({
  test: {
    include: ['tests/{unit,property,fuzz}/**/*.test.ts'],
    testTimeout: TEST_MS,
    hookTimeout: TEST_MS,
  },
});
