import { testField } from '#core/advisor/condition.ts';
import { domainOf, type Value } from '#core/advisor/domain.ts';
import { decidingFields, type Field, type Profile } from '#core/advisor/profile.ts';
import type { Clause, RuleBook } from '#core/advisor/rule-book.ts';

/** Pseudo-random numbers in [0, 1), the same for the same seed. */
export function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

export const pickOne = <T>(list: readonly T[], random: () => number): T =>
  list[Math.floor(random() * list.length)] as T;

/** A profile that answers each question with this probability. */
export function randomProfile(book: RuleBook, random: () => number, answered = 0.8): Profile {
  const chosen = decidingFields
    .filter(() => random() < answered)
    .map((field): [string, Value] => [field, pickOne(domainOf(book).get(field) ?? [], random)]);
  return Object.fromEntries(chosen) as Profile;
}

/** The profile, changed so that a clause holds. */
export function withClause(profile: Profile, clause: Clause, book: RuleBook, random: () => number): Profile {
  const forced = clause.flatMap((test) => {
    const { field } = test;
    const passing = (domainOf(book).get(field as Field) ?? []).filter((value) => testField(test, { [field]: value }));
    return passing.length > 0 ? [[field, pickOne(passing, random)]] : [];
  });
  return { ...profile, ...Object.fromEntries(forced) };
}
