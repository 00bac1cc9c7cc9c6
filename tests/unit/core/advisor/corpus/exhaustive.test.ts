import { describe, expect, test } from 'vitest';
import { contradictionsBy, contradictionsIn, withImplied } from '#core/advisor/contradictions.ts';
import { domainOf } from '#core/advisor/domain.ts';
import { whatItHingesOn } from '#core/advisor/hinges.ts';
import { decidingFields, type Field, type Profile } from '#core/advisor/profile.ts';
import { recommend } from '#core/advisor/recommend.ts';
import { settle } from '#core/advisor/settle.ts';
import { readDecisions } from '#tests/support/decisions.ts';
import { book } from '#tests/support/rule-book.ts';

/**
 * The searches against plain trying, on recorded profiles with two questions taken back. The properties do the same at
 * random and at length; this is the part that runs in a second.
 */
const recorded = readDecisions()
  .filter(({ profile }) => Object.keys(profile).length >= 8)
  .slice(0, 120);

const without = (profile: Profile, fields: readonly Field[]): Profile =>
  Object.fromEntries(Object.entries(profile).filter(([field]) => !fields.includes(field as Field)));

const cases = recorded.map(({ profile }, index) => {
  const answered = decidingFields.filter((field) => profile[field] !== undefined);
  const open = [answered[index % answered.length], answered[(index * 5 + 3) % answered.length]] as Field[];
  const unsure = decidingFields.filter((field) => profile[field] === undefined);
  return { profile: without(profile, open), open: [...new Set(open)], unsure };
});

/** Every way of answering the open questions that contradicts nothing, with or without leaving some of them open. */
function ways(profile: Profile, open: readonly Field[], mayStayOpen: boolean): Profile[] {
  let list: Profile[] = [profile];
  for (const field of open) {
    list = list.flatMap((one) => [
      ...(mayStayOpen ? [one] : []),
      ...(domainOf(book).get(field) ?? []).map((value) => ({ ...one, [field]: value })),
    ]);
  }
  return list.filter((one) => contradictionsBy(one, profile, book).length === 0);
}

describe('trying everything', () => {
  test('finds what the proof says about what can still change', () => {
    for (const { profile, open, unsure } of cases) {
      const now = recommend(withImplied(profile, unsure, book), book);
      const then = ways(profile, open, true).map((way) => recommend(withImplied(way, unsure, book), book));
      const primary = then.every((one) => one.primary === now.primary);
      const middleware = primary && then.every((one) => one.middleware === now.middleware);
      expect(settle(profile, unsure, book), JSON.stringify({ profile, open })).toEqual({ primary, middleware });
    }
  });

  test('finds what the statement says about what it hinges on', () => {
    for (const { profile, open, unsure } of cases.slice(0, 60)) {
      const filled = {
        ...profile,
        ...Object.fromEntries(unsure.map((field) => [field, domainOf(book).get(field)?.[0]])),
      };
      const hinges = whatItHingesOn(filled as Profile, book);
      if (!hinges || contradictionsIn(filled as Profile, book).length > 0) continue;
      for (const way of ways(filled as Profile, open, false)) {
        const met = hinges.primary.unless.find(({ when }) =>
          when.every(({ field, values }) => values.some((value) => String(value) === String(way[field]))),
        );
        expect(met?.outcome ?? hinges.primary.usually).toBe(recommend(way, book).primary ?? 'none');
      }
    }
  });
});
