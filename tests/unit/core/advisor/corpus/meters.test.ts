import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chainOf } from '#core/advisor/chain.ts';
import { withImplied } from '#core/advisor/contradictions.ts';
import { metersOf } from '#core/advisor/meters.ts';
import { recommend } from '#core/advisor/recommend.ts';
import { profiles } from '#tests/support/profiles.ts';
import { book } from '#tests/support/rule-book.ts';

test('units are told of the first two patterns alone, and only those that can be recommended', () => {
  fc.assert(
    fc.property(profiles, (given) => {
      const known = withImplied(given, [], book);
      const recommendation = recommend(known, book);
      const told = metersOf(known, recommendation, chainOf(known, recommendation, book), book).map(
        ({ pattern }) => pattern,
      );
      const first = recommendation.standings
        .filter(({ excludedBy, fitsTask }) => excludedBy.length === 0 && fitsTask)
        .slice(0, 2)
        .map(({ pattern }) => pattern);
      expect(first).toEqual(expect.arrayContaining(told));
    }),
    { numRuns: 500 },
  );
});

test('more records never give fewer units, and twice the records give twice the units', () => {
  fc.assert(
    fc.property(profiles, fc.nat(5e6), fc.nat(5e6), (given, a, b) => {
      const known = withImplied(given, [], book);
      const recommendation = recommend(known, book);
      const chain = chainOf(known, recommendation, book);
      const unitsAt = (volume_per_day: number) =>
        metersOf({ ...known, volume_per_day }, recommendation, chain, book).flatMap(({ readings }) =>
          readings.map(({ units }) => units as number),
        );
      const [less, more] = [unitsAt(Math.min(a, b)), unitsAt(Math.max(a, b))];
      expect(more).toHaveLength(less.length);
      less.forEach((units, index) => {
        expect(more[index]).toBeGreaterThanOrEqual(units);
      });
      unitsAt(2 * a).forEach((units, index) => {
        expect(units).toBeCloseTo(2 * (unitsAt(a)[index] as number));
      });
    }),
    { numRuns: 500 },
  );
});
