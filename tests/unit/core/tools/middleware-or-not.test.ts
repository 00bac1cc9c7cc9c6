import fc from 'fast-check';
import { expect, test } from 'vitest';
import { worked, workedExample } from '#tests/support/tools.ts';

test.each([
  // The table of the answer about middleware.
  ['2', 12, 24],
  ['5', 30, 30],
  ['8', 48, 36],
  ['12', 72, 44],
])('for %s interfaces the defaults give the days that the answer prints', (interfaces, direct, hub) => {
  expect(worked('middleware-or-not', { interfaces }).results).toMatchObject({
    direct,
    hub,
    difference: direct - hub,
    level: 5,
  });
});

test('with four days instead of six the level moves to ten, as the answer says', () => {
  expect(worked('middleware-or-not', { direct_days: '4' }).results.level).toBe(10);
});

test('years count watching, changes and the hub itself', () => {
  // Direct: 6 + 5 × (5 + 2 × 1) = 41 each. Hub: 2 + 5 × 2 = 12 each, and 20 + 5 × (40 + 2 × 2) = 240 once.
  const { results } = workedExample('middleware-or-not');
  expect(results).toMatchObject({ direct: 12 * 41, hub: 240 + 12 * 12, difference: 108 });
  expect(results.level).toBeCloseTo(240 / 29, 9);
});

test('a hub whose interfaces take as long as direct ones never pays for itself', () => {
  expect(worked('middleware-or-not', { hub_days: '6' }).results.level).toBeUndefined();
});

test('below the level direct is less work, and above it the hub', () => {
  const days = fc.integer({ min: 0, max: 60 }).map(String);
  fc.assert(
    fc.property(
      fc.record({
        direct_days: days,
        hub_days: days,
        setup_days: days,
        running: days,
        years: fc.integer({ min: 0, max: 10 }).map(String),
      }),
      fc.integer({ min: 1, max: 100 }),
      (inputs, interfaces) => {
        const { level, difference } = worked('middleware-or-not', {
          ...inputs,
          interfaces: String(interfaces),
        }).results;
        fc.pre(typeof level === 'number' && Math.abs(level - interfaces) > 1e-6);
        expect(Math.sign(difference as number)).toBe(Math.sign(interfaces - (level as number)));
      },
    ),
  );
});
