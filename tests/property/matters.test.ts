import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compile, outcomeOf, roomOf } from '#core/advisor/compiled.ts';
import { contradictionsBy, contradictionsIn, withImplied } from '#core/advisor/contradictions.ts';
import { domainOf, type Value } from '#core/advisor/domain.ts';
import { questionsThatMatter } from '#core/advisor/matters.ts';
import { nextQuestion } from '#core/advisor/next-question.ts';
import { decidingFields, type Field, isChoice, type Profile } from '#core/advisor/profile.ts';
import { isSettled } from '#core/advisor/settle.ts';
import { profiles } from '#tests/support/profiles.ts';
import { book } from '#tests/support/rule-book.ts';

const RUNS = Number(process.env.PROPERTY_RUNS ?? 300);
const compiled = compile(book);

/** What comes out where all that is not answered is unknown for good. */
function outcomeIn(profile: Profile): string {
  const { primary, middleware } = outcomeOf(roomOf(profile, decidingFields, compiled), compiled);
  return `${primary} ${middleware}`;
}

/** A part of a profile as what was answered, and the whole of it as one way in which the rest may be answered. */
const begun = fc
  .record({ whole: profiles, kept: fc.array(fc.constantFrom(...decidingFields), { minLength: 1, maxLength: 12 }) })
  .map(({ whole, kept }) => ({
    whole,
    given: Object.fromEntries(
      kept.flatMap((field) => (whole[field] === undefined ? [] : [[field, whole[field]]])),
    ) as Profile,
  }))
  .filter(
    ({ whole, given }) =>
      contradictionsIn(withImplied(whole, [], book), book).length === 0 && Object.keys(given).length > 0,
  );

test('a question that is said not to matter makes no difference, whatever else is answered', () => {
  fc.assert(
    fc.property(begun, ({ whole, given }) => {
      const matter = questionsThatMatter(given, [], book);
      const known = withImplied(given, [], book);
      for (const field of decidingFields) {
        if (matter.includes(field) || known[field] !== undefined) continue;
        // What an answer says about other questions counts as an answer to those.
        const others: Profile = withImplied({ ...whole, [field]: undefined }, [], book);
        if (others[field] !== undefined) continue;
        const values: (Value | undefined)[] = [undefined, ...(domainOf(book).get(field) ?? [])];
        const outcomes = values.flatMap((value) => {
          const answers = { ...others, [field]: value } as Profile;
          if (value !== undefined && contradictionsBy({ [field]: value }, others, book).length > 0) return [];
          const full = withImplied(answers, [], book);
          const saysMore = decidingFields.some(
            (other) => isChoice(other) && other !== field && full[other] !== others[other],
          );
          return saysMore ? [] : [outcomeIn(full)];
        });
        expect(new Set(outcomes).size, `${field} beside ${JSON.stringify(given)} and ${JSON.stringify(others)}`).toBe(
          1,
        );
      }
    }),
    { numRuns: RUNS, seed: 20261128 },
  );
});

test('questions matter until the recommendation is settled, and the one that is asked is among them', () => {
  fc.assert(
    fc.property(begun, fc.array(fc.constantFrom(...decidingFields), { maxLength: 6 }), ({ given }, unsure: Field[]) => {
      const open = unsure.filter((field) => given[field] === undefined);
      const matter = questionsThatMatter(given, open, book);
      expect(matter.length === 0).toBe(isSettled(given, open, book));
      const next = nextQuestion(given, open, book)?.field;
      expect(next === undefined || matter.includes(next)).toBe(true);
      expect(next === undefined).toBe(matter.length === 0);
    }),
    { numRuns: RUNS, seed: 20261128 },
  );
});
