import { expect, test } from 'vitest';
import { inSnakeCase } from '#core/advisor/snake-case.ts';

test('keys are spelt in snake_case at every depth, and values as they are', () => {
  expect(
    inSnakeCase({ rulesVersion: 'twoPointTwo', answers: [{ volume_per_day: 5, whyNot: null }], isSettled: false }),
  ).toEqual({ rules_version: 'twoPointTwo', answers: [{ volume_per_day: 5, why_not: null }], is_settled: false });
});

test('a key that begins with a capital letter, or has none, stays as it is', () => {
  expect(inSnakeCase({ Name: 1, 'dual-write': { tls12Only: 2 } })).toEqual({
    Name: 1,
    'dual-write': { tls12_only: 2 },
  });
});

test.each([['text'], [5], [true], [null], [undefined]])('%j is no object, and stays as it is', (value) => {
  expect(inSnakeCase(value)).toBe(value);
});
