import { domainOf, type Value } from './domain.ts';
import { decidingFields, type Field, isCount, type Profile } from './profile.ts';
import { recommend } from './recommend.ts';
import type { MiddlewareVerdict, PatternId, RuleBook } from './rule-book.ts';

/** One other answer to one question, and what is recommended then. */
export interface Variation {
  field: Field;
  value: Value;
  primary: PatternId;
  middleware: MiddlewareVerdict;
}

const sizeOfDifference = (a: readonly string[], b: readonly string[]): number =>
  a.filter((item) => !b.includes(item)).length + b.filter((item) => !a.includes(item)).length;

/** How far a value lies from the answer: steps along the field's order, or guarantees that come or go. */
function distance(value: Value, now: Profile[Field], values: readonly Value[]): number {
  if (now === undefined) return 0;
  if (Array.isArray(value) && Array.isArray(now)) return sizeOfDifference(value, now);
  const place = isCountValue(now) ? values.findIndex((upTo) => Number(now) <= Number(upTo)) : values.indexOf(now);
  return Math.abs(values.indexOf(value) - (place < 0 ? values.length - 1 : place));
}

const isCountValue = (value: Value): value is number => typeof value === 'number';

/** Whether two values of a field are the same to every rule. */
const isSame = (field: Field, value: Value, now: Profile[Field], values: readonly Value[]): boolean =>
  now !== undefined && (isCount(field) || Array.isArray(now) ? distance(value, now, values) === 0 : value === now);

/** What every other answer to a question would lead to, the nearest answer first. */
export function variationsOf(field: Field, profile: Profile, book: RuleBook): Variation[] {
  const values = domainOf(book).get(field) ?? [];
  const now = profile[field];
  return values
    .filter((value) => !isSame(field, value, now, values))
    .toSorted((a, b) => distance(a, now, values) - distance(b, now, values))
    .map((value) => {
      const { primary, middleware } = recommend({ ...profile, [field]: value }, book);
      return { field, value, primary, middleware };
    });
}

/**
 * The smallest single changes of an answer that lead to another pattern: for each answered question and each pattern
 * that it can lead to, the nearest answer that does.
 */
export function whatWouldChange(profile: Profile, book: RuleBook): Variation[] {
  const now = recommend(profile, book).primary;
  return decidingFields
    .filter((field) => profile[field] !== undefined)
    .flatMap((field) => {
      const other = variationsOf(field, profile, book).filter(({ primary }) => primary !== now);
      return other.filter(({ primary }, place) => other.findIndex((one) => one.primary === primary) === place);
    });
}

/** An open question on which the verdict hinges, with the answers that would move it. */
export interface Hinge {
  field: Field;
  moves: readonly Variation[];
}

/** Unanswered questions of which a single answer would change the pattern or the middleware verdict. */
export function whatItHingesOn(profile: Profile, book: RuleBook): Hinge[] {
  const now = recommend(profile, book);
  return decidingFields
    .filter((field) => profile[field] === undefined)
    .map((field) => ({
      field,
      moves: variationsOf(field, profile, book).filter(
        ({ primary, middleware }) => primary !== now.primary || middleware !== now.middleware,
      ),
    }))
    .filter(({ moves }) => moves.length > 0);
}
