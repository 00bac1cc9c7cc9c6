import { applies } from './condition.ts';
import { contradictionsBy, withImplied } from './contradictions.ts';
import { domainOf, type Value } from './domain.ts';
import { type Field, isCount, type Profile } from './profile.ts';
import { recommend } from './recommend.ts';
import type { ConflictRule, MiddlewareVerdict, PatternId, RuleBook } from './rule-book.ts';

/** One way to give in: the field that changes, to what, and what is recommended then. */
export interface WayOut {
  field: Field;
  value: Value;
  primary: PatternId;
  middleware: MiddlewareVerdict;
}

/** Two or more requirements that no pattern meets together. */
export interface Conflict {
  rule: ConflictRule;
  /** One for each requirement that can give way, in the rule's order. */
  waysOut: readonly WayOut[];
}

/** Values in the order in which giving in hurts least: for guarantees the fewest dropped, for a count the next less. */
function byDistance(field: Field, now: Profile[Field], values: readonly Value[]): Value[] {
  if (now === undefined) return [];
  if (Array.isArray(now)) {
    const kept = values.filter((set) => Array.isArray(set) && set.every((item) => now.includes(item)));
    return kept.toSorted((a, b) => (b as string[]).length - (a as string[]).length);
  }
  if (isCount(field)) return values.filter((value) => Number(value) < Number(now)).reverse();
  const place = values.indexOf(now);
  return values.toSorted((a, b) => Math.abs(values.indexOf(a) - place) - Math.abs(values.indexOf(b) - place));
}

function wayOutBy(
  field: Field,
  rule: ConflictRule,
  profile: Profile,
  unsure: readonly Field[],
  book: RuleBook,
): WayOut[] {
  const known = withImplied(profile, unsure, book);
  const before = book.conflicts.filter((other) => applies(other, known));
  for (const value of byDistance(field, profile[field], domainOf(book).get(field) ?? [])) {
    const changed: Profile = { ...profile, [field]: value };
    if (contradictionsBy({ [field]: value }, profile, book).length > 0) continue;
    const relaxed = withImplied(changed, unsure, book);
    const remaining = book.conflicts.filter((other) => applies(other, relaxed));
    const opensNew = remaining.some((other) => !before.includes(other));
    if (applies(rule, relaxed) || opensNew) continue;
    const { primary, middleware } = recommend(relaxed, book);
    return [{ field, value, primary, middleware }];
  }
  return [];
}

/** The contradictions in a profile, each with the ways out of it and what they lead to. */
export function findConflicts(profile: Profile, unsure: readonly Field[], book: RuleBook): Conflict[] {
  const known = withImplied(profile, unsure, book);
  return book.conflicts
    .filter((rule) => applies(rule, known))
    .map((rule) => ({
      rule,
      waysOut: rule.between.flatMap((field) => wayOutBy(field, rule, profile, unsure, book)),
    }));
}
