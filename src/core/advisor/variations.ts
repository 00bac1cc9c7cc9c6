import { compile, type Outcome, outcomeOf, roomOf } from './compiled.ts';
import { contradictionsBy, withImplied } from './contradictions.ts';
import { domainOf, type Value } from './domain.ts';
import type { Field, Profile } from './profile.ts';
import type { MiddlewareVerdict, PatternId, RuleBook } from './rule-book.ts';
import { decidingIn } from './vocabulary.ts';
import { isWorthTelling } from './worth-telling.ts';

/** Another answer to a question. */
export interface Change {
  field: Field;
  value: Value;
  /** For a single change: this answer and those beyond it that lead to just the same, in the field's order. */
  alike?: readonly Value[];
}

/** One or two other answers, and what is recommended then. */
export interface Variation {
  changes: readonly [Change] | readonly [Change, Change];
  primary: PatternId | undefined;
  middleware: MiddlewareVerdict;
}

const sizeOfDifference = (a: readonly string[], b: readonly string[]): number =>
  a.filter((item) => !b.includes(item)).length + b.filter((item) => !a.includes(item)).length;

/** How far a value lies from the answer: steps along the field's order, or guarantees that come or go. */
function distance(value: Value, now: Profile[Field], values: readonly Value[]): number {
  if (now === undefined) return 0;
  if (Array.isArray(value) && Array.isArray(now)) return sizeOfDifference(value, now);
  const index = isCountValue(now) ? values.findIndex((upTo) => Number(now) <= Number(upTo)) : values.indexOf(now);
  return Math.abs(values.indexOf(value) - (index < 0 ? values.length - 1 : index));
}

const isCountValue = (value: Value): value is number => typeof value === 'number';

/** Every answer to a question, the nearest first. */
function answersTo(field: Field, profile: Profile, book: RuleBook): { change: Change; far: number }[] {
  const values = domainOf(book).get(field) ?? [];
  return values
    .map((value) => ({ change: { field, value }, far: distance(value, profile[field], values) }))
    .toSorted((a, b) => a.far - b.far);
}

/** What comes out of what is known, all else unknown. */
function outcomeIn(known: Profile, book: RuleBook): Outcome {
  const compiled = compile(book);
  return outcomeOf(roomOf(known, decidingIn(book), compiled), compiled);
}

/** Gives the outcome of a profile with some answers changed, or nothing where they would contradict the others. */
function tryer(profile: Profile, unsure: readonly Field[], book: RuleBook) {
  return (changes: Variation['changes']): Variation | undefined => {
    const answers: Profile = Object.fromEntries(changes.map(({ field, value }) => [field, value]));
    if (contradictionsBy(answers, profile, book).length > 0) return undefined;
    return { changes, ...outcomeIn(withImplied({ ...profile, ...answers }, unsure, book), book) };
  };
}

/** What every answer to a question would lead to, the nearest answer first. */
function variationsOf(field: Field, profile: Profile, unsure: readonly Field[], book: RuleBook): Variation[] {
  const attempt = tryer(profile, unsure, book);
  return answersTo(field, profile, book).flatMap(({ change }) => attempt([change]) ?? []);
}

/** Changes towards each other outcome, by what they lead to; the first in a list is the smallest. */
const firstOfEach = (variations: readonly Variation[], outcome: (one: Variation) => string | undefined): Variation[] =>
  variations.filter((one, index) => variations.findIndex((other) => outcome(other) === outcome(one)) === index);

/** Gives whether a variation leads elsewhere, and is a change that a person would name: see `isWorthTelling`. */
function teller(profile: Profile, unsure: readonly Field[], book: RuleBook): (variation: Variation) => boolean {
  const known = withImplied(profile, unsure, book);
  const now = outcomeIn(known, book);
  return ({ changes, primary, middleware }) => {
    if (primary === now.primary && middleware === now.middleware) return false;
    const answers = Object.fromEntries(changes.map(({ field, value }) => [field, value]));
    const changed = { known: withImplied({ ...profile, ...answers }, unsure, book), primary };
    return isWorthTelling({ known, primary: now.primary }, changed, book);
  };
}

/** A single change, with every other answer to the same question that does the same; sets of guarantees stand alone. */
function withAlike(one: Variation, others: readonly Variation[], book: RuleBook): Variation {
  const [{ field, value }] = one.changes;
  if (Array.isArray(value)) return one;
  const same = others
    .filter(({ primary, middleware }) => primary === one.primary && middleware === one.middleware)
    .map(({ changes: [change] }) => change.value);
  const alike = (domainOf(book).get(field) ?? []).filter((other) => same.includes(other));
  return { ...one, changes: [{ field, value, alike }] };
}

/** Two other answers at once, for every pair of answered questions, those that move least first. */
function pairsOf(profile: Profile, unsure: readonly Field[], book: RuleBook): Variation[] {
  const attempt = tryer(profile, unsure, book);
  const answered = decidingIn(book).filter((field) => profile[field] !== undefined);
  const found = answered.flatMap((first, index) =>
    answered.slice(index + 1).flatMap((second) =>
      answersTo(first, profile, book).flatMap((a) =>
        answersTo(second, profile, book).flatMap((b) => {
          const variation = attempt([a.change, b.change]);
          return variation ? [{ variation, far: a.far + b.far }] : [];
        }),
      ),
    ),
  );
  return found.toSorted((a, b) => a.far - b.far).map(({ variation }) => variation);
}

/** The first variation of each outcome that is told, in their order. */
function firstToldOfEach(
  variations: readonly Variation[],
  outcome: (one: Variation) => string | undefined,
  isTold: (one: Variation) => boolean,
): Variation[] {
  const told = new Map<string | undefined, Variation>();
  for (const one of variations) if (!told.has(outcome(one)) && isTold(one)) told.set(outcome(one), one);
  return [...told.values()];
}

/** Changes of the pattern, and those that move the verdict on middleware and were not named before. */
export interface Changes {
  primary: readonly Variation[];
  middleware: readonly Variation[];
}

/**
 * The smallest changes that lead to another pattern or another verdict on middleware: single answers, for each question
 * and outcome the nearest one; where no single answer does, pairs of answers. Found by trying them; none is told twice,
 * and none that no person would give as a reason (see `isWorthTelling`).
 */
export function whatWouldChange(profile: Profile, unsure: readonly Field[], book: RuleBook): Changes {
  const now = outcomeIn(withImplied(profile, unsure, book), book);
  const isTold = teller(profile, unsure, book);
  const singles = decidingIn(book)
    .filter((field) => profile[field] !== undefined)
    .map((field) => variationsOf(field, profile, unsure, book).filter(isTold));
  let pairs: Variation[] | undefined;
  const smallest = (what: keyof Changes): Variation[] => {
    const outcome = (one: Variation): string | undefined => one[what];
    const isOther = (one: Variation): boolean => outcome(one) !== now[what];
    const alone = singles.flatMap((own) => {
      const other = own.filter(isOther);
      return firstOfEach(other, outcome).map((one) => withAlike(one, other, book));
    });
    if (alone.length > 0) return alone;
    pairs ??= pairsOf(profile, unsure, book);
    return firstToldOfEach(pairs.filter(isOther), outcome, isTold);
  };
  const primary = smallest('primary');
  const told = new Set(primary.map((one) => JSON.stringify(one)));
  return { primary, middleware: smallest('middleware').filter((one) => !told.has(JSON.stringify(one))) };
}

/** Answers to an open question that lead to one outcome by themselves. */
export interface Move {
  values: readonly Value[];
  primary: PatternId | undefined;
  middleware: MiddlewareVerdict;
}

/** An open question, and what single answers to it would change. */
export interface OpenQuestion {
  field: Field;
  moves: readonly Move[];
}

/** Without sets of guarantees of which a part does the same. */
const smallestSets = (values: readonly Value[]): Value[] =>
  values.filter(
    (value) =>
      !Array.isArray(value) ||
      !values.some(
        (other) => Array.isArray(other) && other.length < value.length && other.every((item) => value.includes(item)),
      ),
  );

/** Unanswered questions of which one answer alone would change the pattern or the middleware verdict. */
export function openQuestions(profile: Profile, unsure: readonly Field[], book: RuleBook): OpenQuestion[] {
  const known = withImplied(profile, unsure, book);
  const now = outcomeIn(known, book);
  return decidingIn(book)
    .filter((field) => known[field] === undefined)
    .map((field) => {
      const moving = variationsOf(field, profile, unsure, book).filter(
        ({ primary, middleware }) => primary !== now.primary || middleware !== now.middleware,
      );
      const outcomes = firstOfEach(moving, ({ primary, middleware }) => `${primary} ${middleware}`);
      const moves = outcomes.map(({ primary, middleware }) => {
        const same = moving.filter((one) => one.primary === primary && one.middleware === middleware);
        return { values: smallestSets(same.map(({ changes }) => changes[0].value)), primary, middleware };
      });
      return { field, moves };
    })
    .filter(({ moves }) => moves.length > 0);
}
