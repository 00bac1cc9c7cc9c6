import { type CapacityCheck, capacityOf } from './capacity.ts';
import { type Certainty, certaintyOf } from './certainty.ts';
import { type Chain, chainOf } from './chain.ts';
import { type Conflict, findConflicts } from './conflicts.ts';
import { contradictionsIn, impliedAnswers } from './contradictions.ts';
import { type Explanation, explain } from './explain.ts';
import { type OperationsPlan, operationsPlan } from './operations.ts';
import { type Field, fields, type Profile } from './profile.ts';
import { type Recommendation, recommend } from './recommend.ts';
import type { ContradictionRule, RuleBook } from './rule-book.ts';

/** All that can be said about one interface, but for what takes a search: see `whatWouldChange` and `whatItHingesOn`. */
export interface Advice {
  book: RuleBook;
  /** The answers as given. */
  given: Profile;
  unsure: readonly Field[];
  /** The answers given, and those that follow from them. */
  profile: Profile;
  /** Fields that follow from the answers given. */
  implied: readonly Field[];
  contradictions: readonly ContradictionRule[];
  recommendation: Recommendation;
  certainty: Certainty;
  explanation: Explanation;
  conflicts: readonly Conflict[];
  capacity: readonly CapacityCheck[];
  /** The design around the pattern; `undefined` where none can be recommended, as is the plan. */
  chain: Chain | undefined;
  operations: OperationsPlan | undefined;
}

/**
 * Decides one interface and says everything about it.
 *
 * @param given answers, any of which may be missing
 * @param unsure fields answered by "not sure"
 */
export function advise(given: Profile, unsure: readonly Field[], book: RuleBook): Advice {
  const implied = impliedAnswers(given, unsure, book);
  const profile = { ...given, ...implied };
  const recommendation = recommend(profile, book);
  const { primary, middleware } = recommendation;
  const certainty = certaintyOf(given, unsure, book);
  const chain = chainOf(profile, recommendation, book);
  return {
    book,
    given,
    unsure,
    profile,
    implied: fields.filter((field) => implied[field] !== undefined),
    contradictions: contradictionsIn(profile, book),
    recommendation,
    certainty,
    explanation: explain(profile, recommendation, certainty, book),
    conflicts: findConflicts(given, unsure, book),
    capacity: capacityOf(profile, recommendation, book),
    chain,
    operations: primary && operationsPlan(primary, middleware, profile.sla, book, profile, chain),
  };
}
