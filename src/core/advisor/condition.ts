import type { Profile } from './profile.ts';
import type { Clause, DecidedFact, FieldTest, Grounds, MiddlewareVerdict, PatternId, Range } from './rule-book.ts';

/** A profile, and what has been decided for it already: the pattern, and for its parts what `DecidedFact` names. */
export type Facts = Profile & {
  primary?: PatternId;
  variant?: readonly string[];
  middleware?: MiddlewareVerdict;
  hub?: string;
};

const decidedFacts: readonly FieldTest['field'][] = ['primary', 'variant', 'middleware', 'hub'];

/** Whether a test asks for something that was decided, and not for an answer. */
export const isDecided = (field: FieldTest['field']): field is DecidedFact => decidedFacts.includes(field);

function inRange(value: number, { above = -Infinity, from = -Infinity, below = Infinity, up_to = Infinity }: Range) {
  return value > above && value >= from && value < below && value <= up_to;
}

/** Whether a field's value passes a test; a field without a value passes none. */
export function testField(test: FieldTest, facts: Facts): boolean {
  const value = facts[test.field];
  if ('range' in test) return typeof value === 'number' && inRange(value, test.range);
  if (Array.isArray(value)) return value.some((item) => test.anyOf.includes(item));
  return test.anyOf.includes(value as string);
}

/** Whether every test of a clause passes; an unanswered field passes none. */
export const holds = (clause: Clause, facts: Facts): boolean => clause.every((test) => testField(test, facts));

/** Whether a rule applies to what is known. */
export const applies = (rule: Grounds, facts: Facts): boolean =>
  rule.when.some((clause) => holds(clause, facts)) && !rule.unless.some((clause) => holds(clause, facts));
