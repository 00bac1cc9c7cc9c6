import {
  type CountField,
  choices,
  type Field,
  guarantees,
  isChoice,
  isCount,
  type OwnFields,
  type Profile,
} from './profile.ts';
import type { Clause, Grounds, Range, RuleBook } from './rule-book.ts';
import { decidingIn } from './vocabulary.ts';

/** The values of a field that the rules can tell apart, one representative each, in the field's own order. */
export type Domain = ReadonlyMap<Field, readonly Value[]>;

/** Any answer to any question. */
export type Value = NonNullable<Profile[Field]>;

const clausesOf = (rule: Grounds): readonly Clause[] => [...rule.when, ...rule.unless];

const allRules = (book: RuleBook): readonly Grounds[] => [
  ...book.rules,
  ...book.verdicts,
  ...book.kinds,
  ...book.conflicts,
  ...book.contradictions,
  ...book.notes,
];

/** Numbers at which a rule about a count starts or stops to hold; each bound names the last number of its lower side. */
function cutsOf(field: CountField, rules: readonly Grounds[]): number[] {
  const lastBelow = ({ above, from, below, up_to }: Range): number[] => [
    ...[above, up_to].filter((bound) => bound !== undefined),
    ...[from, below].filter((bound) => bound !== undefined).map((bound) => bound - 1),
  ];
  const cuts = rules
    .flatMap(clausesOf)
    .flat()
    .flatMap((test) => (test.field === field && 'range' in test ? lastBelow(test.range) : []));
  return [...new Set(cuts)].sort((a, b) => a - b);
}

/** One whole number in each interval between cuts: the cuts themselves, and one beyond the last. */
function representativesOf(field: CountField, rules: readonly Grounds[]): number[] {
  const cuts = cutsOf(field, rules).filter((cut) => cut >= 0);
  return [...cuts, (cuts.at(-1) ?? 0) + 1];
}

/** Every subset of the guarantees, the empty one first. */
const guaranteeSets = Array.from({ length: 2 ** guarantees.length }, (_, bits) =>
  guarantees.filter((_guarantee, index) => (bits >> index) % 2 === 1),
);

/**
 * The values that these rules tell apart, for each of some fields.
 *
 * @param ownFields of a book that is not about interfaces
 */
export const domainFor = (tested: readonly Field[], rules: readonly Grounds[], ownFields?: OwnFields): Domain =>
  new Map(
    tested.map((field): [Field, readonly Value[]] => {
      if (ownFields) return [field, (ownFields[field]?.words ?? []) as readonly Value[]];
      if (isChoice(field)) return [field, choices[field]];
      if (isCount(field)) return [field, representativesOf(field, rules)];
      return [field, guaranteeSets];
    }),
  );

const domains = new WeakMap<RuleBook, Domain>();

/**
 * Reduces each deciding field to values that the rules tell apart, so that searching them searches all profiles.
 *
 * Exact for whole numbers: two counts in the same interval pass the same tests.
 */
export function domainOf(book: RuleBook): Domain {
  const known = domains.get(book);
  if (known) return known;
  const domain = domainFor(decidingIn(book), allRules(book), book.ownFields);
  domains.set(book, domain);
  return domain;
}
