import { describe, expect, test } from 'vitest';
import { withImplied } from '#core/advisor/contradictions.ts';
import type { Field, Profile } from '#core/advisor/profile.ts';
import { recommend } from '#core/advisor/recommend.ts';
import { type OwnCase, readCases, readOwnCases } from '#tests/support/cases.ts';
import { book } from '#tests/support/rule-book.ts';

const judge = () =>
  readCases().map(({ profile, ...published }) => {
    const { primary, middleware, standings } = recommend(withImplied(profile, [], book), book);
    const usable = standings.filter(({ excludedBy }) => excludedBy.length === 0);
    return {
      ...published,
      primary: primary ?? 'none',
      middleware,
      firstTwo: usable.slice(0, 2).map(({ pattern }) => pattern as string),
    };
  });

const share = (part: readonly unknown[], whole: readonly unknown[]): number => part.length / whole.length;

test('every published scenario can be read as a profile', () => {
  expect(readCases()).toHaveLength(90);
  expect(readCases().flatMap(({ faults }) => faults)).toEqual([]);
});

test('no recommendation is one that the published source rejects', () => {
  expect(
    judge()
      .filter(({ primary, reject }) => reject.includes(primary))
      .map(({ id }) => id),
  ).toEqual([]);
});

test('at least 92 % of the published recommendations are met, and 97 % within the first two', () => {
  const judged = judge();
  const hits = judged.filter(({ primary, accept }) => accept.includes(primary));
  const inFirstTwo = judged.filter(({ firstTwo, accept }) => firstTwo.some((pattern) => accept.includes(pattern)));
  expect(share(hits, judged)).toBeGreaterThanOrEqual(0.92);
  expect(share(inFirstTwo, judged)).toBeGreaterThanOrEqual(0.97);
});

test('the middleware verdict agrees with at least 85 % of the sources that say something about it', () => {
  const told = judge().filter(({ overlay_middleware }) => overlay_middleware !== null);
  const agreed = told.filter(({ primary, middleware, overlay_middleware }) => {
    const advised = primary === 'middleware' || middleware === 'advised' || middleware === 'required';
    return advised === overlay_middleware;
  });
  expect(share(agreed, told)).toBeGreaterThanOrEqual(0.85);
});

describe('interfaces of our own, judged before the advisor was asked', () => {
  const own = readOwnCases();
  const primaryOf = (profile: Profile): string => recommend(withImplied(profile, [], book), book).primary ?? 'none';
  const isHit = ({ accept }: OwnCase, profile: Profile): boolean => accept.includes(primaryOf(profile));

  test('all sixty can be read', () => {
    expect(own).toHaveLength(60);
    expect(own.flatMap(({ faults }) => faults)).toEqual([]);
  });

  test('at least 95 % lead to what was judged right, and none to what was judged wrong', () => {
    expect(own.filter((one) => isHit(one, one.profile)).length / own.length).toBeGreaterThanOrEqual(0.95);
    expect(own.filter(({ profile, reject }) => reject.includes(primaryOf(profile))).map(({ id }) => id)).toEqual([]);
  });

  test('at least 85 % of all that is left of them by leaving one answer out still do', () => {
    const lessened = own.flatMap((one) =>
      (Object.keys(one.profile) as Field[]).map((left) => {
        const { [left]: _, ...profile } = one.profile;
        return isHit(one, profile);
      }),
    );
    expect(lessened.filter((hit) => hit).length / lessened.length).toBeGreaterThanOrEqual(0.85);
  });
});
