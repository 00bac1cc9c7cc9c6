import type { Profile } from './profile.ts';
import type { Clause, FieldTest, Grounds, PatternId, Range } from './rule-book.ts';

/** A profile, and the pattern chosen for it where that is known already. */
export type Facts = Profile & { primary?: PatternId };

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
