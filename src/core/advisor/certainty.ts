import { compile, roomOf } from './compiled.ts';
import { conflictsIn } from './conflicts.ts';
import { contradictionsIn, withImplied } from './contradictions.ts';
import type { Field, Profile } from './profile.ts';
import { type Recommendation, recommend } from './recommend.ts';
import type { RuleBook } from './rule-book.ts';
import { settledIn } from './settle.ts';

/**
 * How far a recommendation can be relied on; label, sentence, review, inventory, command line and record all say this one.
 *
 * - `certain`: proved; no answer that is open, "not sure" included, can change pattern or middleware verdict
 * - `provisional`: some answer still could
 * - `undecided`: nothing fits, or what was answered does not go together
 */
export type Certainty = 'certain' | 'provisional' | 'undecided';

/** All certainties, the firmest first. */
export const certainties: readonly Certainty[] = ['certain', 'provisional', 'undecided'];

/**
 * How far the recommendation for a profile can be relied on.
 *
 * @param unsure fields answered by "not sure"; they stay open for ever
 */
export function certaintyOf(profile: Profile, unsure: readonly Field[], book: RuleBook): Certainty {
  const known = withImplied(profile, unsure, book);
  const recommendation = recommend(known, book);
  // What follows from the answers may contradict them, or clash, even where the person is not sure of it.
  const implied = withImplied(profile, [], book);
  const contradicts = contradictionsIn(implied, book).length > 0;
  const isTorn = contradicts || conflictsIn(known, recommendation, book).length > 0;
  const certainty = certaintyGiven(implied, recommendation, isTorn, book);
  const mayClash = conflictsIn(implied, recommend(implied, book), book).length > 0;
  return certainty === 'certain' && mayClash ? 'provisional' : certainty;
}

/**
 * The same where all else is worked out already and nothing that follows from the answers clashes: proving it costs most
 * of what a decision costs, and an inventory takes thousands.
 *
 * @param implied the profile with what follows from its answers
 * @param recommendation for that profile
 * @param isTorn whether any of its requirements clash or contradict each other
 */
export function certaintyGiven(
  implied: Profile,
  recommendation: Recommendation,
  isTorn: boolean,
  book: RuleBook,
): Certainty {
  if (isTorn || recommendation.primary === undefined) return 'undecided';
  const compiled = compile(book);
  return settledIn(roomOf(implied, [], compiled), recommendation, compiled).middleware ? 'certain' : 'provisional';
}
