import { expect, test } from 'vitest';
import { describedCases } from '#tests/bench/describe.ts';

/** Floors under what `npm run bench -- describe` measures, so that a change of the tables cannot lose it unseen. */
test('the sentences of the published cases alone lead to the right pattern as often as promised', () => {
  const { cases, first, rejected, right, found } = describedCases();
  expect(first / cases).toBeGreaterThanOrEqual(0.75);
  expect(rejected).toBeLessThanOrEqual(3);
  expect(right / found).toBeGreaterThanOrEqual(0.9);
});
