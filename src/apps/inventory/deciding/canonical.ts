import { domainFor } from '#core/advisor/domain.ts';
import { type Field, fields, isCount, type Profile } from '#core/advisor/profile.ts';
import type { RuleBook } from '#core/advisor/rule-book.ts';

/** A profile in which each count stands for all that the rules do not tell from it, and a key that only equal ones share. */
export interface Canonical {
  profile: Profile;
  key: string;
}

const isMore = (a: number | undefined, b: number | undefined): boolean => a !== undefined && b !== undefined && a > b;

const counts = fields.filter(isCount);

/**
 * Reduces profiles to what the rules can tell apart, so that rows which differ only in amounts of the same kind are
 * decided once. Published figures are held against the amounts themselves, which is done apart.
 */
export function canonicaliser(book: RuleBook): (profile: Profile) => Canonical {
  const rules = [
    ...book.rules,
    ...book.verdicts,
    ...book.kinds,
    ...book.conflicts,
    ...book.contradictions,
    ...book.notes,
    ...book.choices.flatMap(({ variants }) => variants),
    ...book.parts,
  ];
  const values = domainFor(counts, rules) as ReadonlyMap<Field, readonly number[]>;
  /** The first of the representatives that is not below: each is the last number of its interval. */
  const representative = (field: Field, count: number): number => {
    const known = values.get(field) ?? [];
    return known.find((value) => count <= value) ?? known.at(-1) ?? count;
  };
  const pairs = book.contradictions.flatMap(({ moreThan }) => (moreThan ? [moreThan] : []));
  /** Some answers are held against each other, and not only against numbers in a rule. */
  const isAlike = (a: Profile, b: Profile): boolean =>
    pairs.every(([more, less]) => isMore(a[more], a[less]) === isMore(b[more], b[less]));

  return (given) => {
    const reduced = Object.fromEntries(
      fields.flatMap((field) => {
        const value = given[field];
        if (value === undefined) return [];
        return [[field, typeof value === 'number' ? representative(field, value) : value]];
      }),
    ) as Profile;
    const profile = isAlike(given, reduced) ? reduced : given;
    return {
      profile,
      key: fields.map((field) => (profile[field] === undefined ? '?' : String(profile[field]))).join(';'),
    };
  };
}
