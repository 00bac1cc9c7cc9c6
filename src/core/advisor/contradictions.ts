import { applies } from './condition.ts';
import { domainOf } from './domain.ts';
import { decidingFields, type Field, isChoice, type Profile } from './profile.ts';
import type { ContradictionRule, RuleBook } from './rule-book.ts';

/** Answers given that cannot both be true. */
export const contradictionsIn = (profile: Profile, book: RuleBook): ContradictionRule[] =>
  book.contradictions.filter((rule) => applies(rule, profile));

/** Contradictions that one more answer would bring. */
export function contradictionsBy(answer: Profile, profile: Profile, book: RuleBook): ContradictionRule[] {
  const together = { ...profile, ...answer };
  return contradictionsIn(together, book).filter((rule) => !applies(rule, profile));
}

/**
 * What the answers given say about questions that were not answered: where contradictions leave one word possible, that
 * word. Counts and guarantees are never filled in.
 *
 * @param unsure fields answered by "not sure", which stay so
 */
export function impliedAnswers(profile: Profile, unsure: readonly Field[], book: RuleBook): Profile {
  let implied: Profile = {};
  for (;;) {
    const known = { ...profile, ...implied };
    const found = decidingFields.filter(isChoice).flatMap((field) => {
      if (known[field] !== undefined || unsure.includes(field)) return [];
      const possible = (domainOf(book).get(field) ?? []).filter(
        (value) => contradictionsBy({ [field]: value }, known, book).length === 0,
      );
      return possible.length === 1 ? [[field, possible[0]]] : [];
    });
    if (found.length === 0) return implied;
    implied = { ...implied, ...Object.fromEntries(found) };
  }
}

/** The answers given, and what follows from them. */
export const withImplied = (profile: Profile, unsure: readonly Field[], book: RuleBook): Profile => ({
  ...profile,
  ...impliedAnswers(profile, unsure, book),
});
