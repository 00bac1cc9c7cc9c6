import { applies, type Facts } from './condition.ts';
import { contradictionsBy, withImplied } from './contradictions.ts';
import { domainOf, type Value } from './domain.ts';
import { type Field, isCount, type Profile } from './profile.ts';
import { type Recommendation, recommend } from './recommend.ts';
import type { ConflictRule, MiddlewareVerdict, PatternId, RuleBook } from './rule-book.ts';

/** A requirement that gives way, and to what. */
export interface Concession {
  field: Field;
  value: Value;
}

/** One way to give in: what changes, what it costs, and what is recommended then. */
export interface WayOut extends Concession {
  /** A second requirement that has to give way with the first; absent where the first alone is enough. */
  and?: Concession;
  /** What giving in means for the business, a sentence for each requirement. */
  costs: readonly string[];
  primary: PatternId | undefined;
  middleware: MiddlewareVerdict;
}

/** Two or more requirements that no pattern meets together. */
export interface Conflict {
  rule: ConflictRule;
  /** Found by search: each leaves the conflict and opens no other. */
  waysOut: readonly WayOut[];
}

/** Conflicts among what is known and the pattern recommended for it. */
export function conflictsIn(profile: Profile, { primary }: Pick<Recommendation, 'primary'>, book: RuleBook) {
  const facts: Facts = primary ? { ...profile, primary } : profile;
  return book.conflicts.filter((rule) => applies(rule, facts));
}

/** Values in the order in which giving in hurts least: for guarantees the fewest dropped, for a count the next less. */
function byDistance(field: Field, now: Profile[Field], values: readonly Value[]): Value[] {
  if (now === undefined) return [];
  if (Array.isArray(now)) {
    const kept = values.filter(
      (set) => Array.isArray(set) && set.length < now.length && set.every((item) => now.includes(item)),
    );
    return kept.toSorted((a, b) => (b as string[]).length - (a as string[]).length);
  }
  if (isCount(field)) return values.filter((value) => Number(value) < Number(now)).reverse();
  const index = values.indexOf(now);
  return values
    .filter((value) => value !== now)
    .toSorted((a, b) => Math.abs(values.indexOf(a) - index) - Math.abs(values.indexOf(b) - index));
}

/** What one or two concessions lead to, where they are a way out. */
function tryer(rule: ConflictRule, profile: Profile, unsure: readonly Field[], book: RuleBook) {
  const known = withImplied(profile, unsure, book);
  const before = conflictsIn(known, recommend(known, book), book);
  return (concessions: readonly Concession[]): WayOut | undefined => {
    const answers: Profile = Object.fromEntries(concessions.map(({ field, value }) => [field, value]));
    if (contradictionsBy(answers, profile, book).length > 0) return undefined;
    const relaxed = withImplied({ ...profile, ...answers }, unsure, book);
    const recommendation = recommend(relaxed, book);
    const remaining = conflictsIn(relaxed, recommendation, book);
    const opensNew = remaining.some((other) => !before.includes(other));
    if (remaining.includes(rule) || opensNew) return undefined;
    if (remaining.length === 0 && !keepsPromises(recommendation, concessions)) return undefined;
    const [{ field, value }, and] = concessions as [Concession, Concession?];
    const { primary, middleware } = recommendation;
    const costs = concessions.flatMap((one) => rule.costs[one.field] ?? []);
    return { field, value, ...(and && { and }), costs, primary, middleware };
  };
}

/** Whether a pattern comes out that keeps every promise which was not given up. */
function keepsPromises({ primary, standings }: Recommendation, concessions: readonly Concession[]): boolean {
  if (primary === undefined) return false;
  const gaveUpPromise = concessions.some(({ field }) => field === 'guarantees');
  const breaks = standings[0]?.heldAgainst.some(({ criterion }) => criterion === 'promises');
  return gaveUpPromise || !breaks;
}

/** The ways out for one conflict: for each requirement the nearest value that is one, or the nearest pair with another. */
function waysOutOf(rule: ConflictRule, profile: Profile, unsure: readonly Field[], book: RuleBook): WayOut[] {
  const attempt = tryer(rule, profile, unsure, book);
  const valuesOf = (field: Field): Value[] => byDistance(field, profile[field], domainOf(book).get(field) ?? []);
  const singles = rule.between.flatMap((field) => {
    for (const value of valuesOf(field)) {
      const way = attempt([{ field, value }]);
      if (way) return [way];
    }
    return [];
  });
  const alone = rule.between.filter((field) => !singles.some((way) => way.field === field));
  const pairs = alone.flatMap((field, index) =>
    alone.slice(index + 1).flatMap((other) => {
      const found = valuesOf(field).flatMap((value, far) =>
        valuesOf(other).flatMap((otherValue, otherFar) => {
          const way = attempt([
            { field, value },
            { field: other, value: otherValue },
          ]);
          return way ? [{ way, far: far + otherFar }] : [];
        }),
      );
      const nearest = found.toSorted((a, b) => a.far - b.far)[0];
      return nearest ? [nearest.way] : [];
    }),
  );
  return [...singles, ...pairs];
}

/** The conflicts in a profile, each with the ways out of it, what they cost and what they lead to. */
export function findConflicts(profile: Profile, unsure: readonly Field[], book: RuleBook): Conflict[] {
  const known = withImplied(profile, unsure, book);
  return conflictsIn(known, recommend(known, book), book).map((rule) => ({
    rule,
    waysOut: waysOutOf(rule, profile, unsure, book),
  }));
}
