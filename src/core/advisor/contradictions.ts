import { applies } from './condition.ts';
import { domainOf } from './domain.ts';
import type { Field, Profile } from './profile.ts';
import type { ContradictionRule, RuleBook } from './rule-book.ts';
import { decidingIn, isChoiceIn } from './vocabulary.ts';

/** Whether one count is more than another that it cannot exceed, to the very number. */
function isMore({ moreThan }: ContradictionRule, profile: Profile): boolean {
  if (!moreThan) return false;
  const [one = 0, other = Number.POSITIVE_INFINITY] = moreThan.map((field) => profile[field]);
  return one > other;
}

/** Answers given that cannot both be true. */
export const contradictionsIn = (profile: Profile, book: RuleBook): ContradictionRule[] =>
  book.contradictions.filter((rule) => applies(rule, profile) || isMore(rule, profile));

const mentions = ({ when, unless }: ContradictionRule, field: Field): boolean =>
  [...when, ...unless].some((clause) => clause.some((test) => test.field === field));

const byField = new WeakMap<RuleBook, ReadonlyMap<Field, readonly ContradictionRule[]>>();

/** The contradictions in which a field has a part; only they can come about when it is answered. */
function contradictionsAbout(field: Field, book: RuleBook): readonly ContradictionRule[] {
  const known =
    byField.get(book) ??
    new Map(decidingIn(book).map((one) => [one, book.contradictions.filter((rule) => mentions(rule, one))]));
  byField.set(book, known);
  return known.get(field) ?? [];
}

/**
 * Contradictions that one more answer would bring. Counts are compared by the bounds that rules use, since an answer that
 * is tried stands for all those that the rules do not tell from it.
 */
export function contradictionsBy(answer: Profile, profile: Profile, book: RuleBook): ContradictionRule[] {
  const together = { ...profile, ...answer };
  const concerned = new Set((Object.keys(answer) as Field[]).flatMap((field) => contradictionsAbout(field, book)));
  return [...concerned].filter((rule) => applies(rule, together) && !applies(rule, profile));
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
    const found = decidingIn(book).flatMap((field) => {
      const isFree = contradictionsAbout(field, book).length === 0;
      if (isFree || !isChoiceIn(field, book) || known[field] !== undefined || unsure.includes(field)) return [];
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
