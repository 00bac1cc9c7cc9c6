import { capacityOf } from '#core/advisor/capacity.ts';
import { type Certainty, certaintyGiven } from '#core/advisor/certainty.ts';
import { chainOf } from '#core/advisor/chain.ts';
import { conflictsIn } from '#core/advisor/conflicts.ts';
import { contradictionsIn, withImplied } from '#core/advisor/contradictions.ts';
import type { Profile } from '#core/advisor/profile.ts';
import { type Recommendation, recommend } from '#core/advisor/recommend.ts';
import type { MiddlewareVerdict, PatternId, PatternRule, RuleBook } from '#core/advisor/rule-book.ts';
import { canonicaliser } from './canonical.ts';

/** A published figure that the interface comes near to or goes beyond. */
export interface Load {
  /** Id of the capacity rule. */
  rule: string;
  status: 'near' | 'over';
  arithmetic: string;
}

/**
 * What is recommended for one row, as ids into the rule book: ten thousand of these travel from the worker to the page.
 */
export interface Outcome {
  /** `undefined` where no pattern can be recommended. */
  primary: PatternId | undefined;
  middleware: MiddlewareVerdict;
  /** For each choice of the pattern the variant that was chosen, or those of which one is still to be chosen. */
  variants: readonly (readonly string[])[];
  /** What stands around the pattern, in the order of the chain: ids of parts, or of the kind of a hub. */
  parts: readonly string[];
  certainty: Certainty;
  margin: Recommendation['margin'];
  /** Rules that speak for the primary, the weightiest first. */
  reasons: readonly string[];
  against: readonly string[];
  /** Rules that decide the middleware verdict. */
  hub: readonly string[];
  alternatives: readonly PatternId[];
  excluded: readonly PatternId[];
  conflicts: readonly string[];
  contradictions: readonly string[];
  loads: readonly Load[];
}

const idsOf = (rules: readonly PatternRule[]): string[] => rules.map(({ id }) => id);

/** What the rules say of a profile; the published figures are held against it apart, because they count exactly. */
interface Weighed {
  outcome: Outcome;
  recommendation: Recommendation;
  /** With what follows from the answers. */
  profile: Profile;
}

function weigh(given: Profile, book: RuleBook): Weighed {
  const profile = withImplied(given, [], book);
  const recommendation = recommend(profile, book);
  const { primary, middleware, margin, middlewareBecause, standings } = recommendation;
  const chain = chainOf(profile, recommendation, book);
  const first = primary && standings[0];
  const others = standings.filter((standing) => standing !== first);
  const usable = others.filter(({ excludedBy }) => excludedBy.length === 0);
  const conflicts = conflictsIn(profile, recommendation, book);
  const contradictions = contradictionsIn(profile, book);
  const outcome: Outcome = {
    primary,
    middleware,
    variants: chain?.variants.map(({ chosen, open }) => (chosen ? [chosen] : open).map(({ id }) => id)) ?? [],
    parts: chain?.parts.map(({ id }) => id) ?? [],
    certainty: certaintyGiven(profile, recommendation, conflicts.length + contradictions.length > 0, book),
    margin,
    reasons: idsOf(first?.favouredBy ?? []),
    against: idsOf(first?.heldAgainst ?? []),
    hub: middlewareBecause.map(({ id }) => id),
    alternatives: usable.map(({ pattern }) => pattern),
    excluded: others.filter(({ excludedBy }) => excludedBy.length > 0).map(({ pattern }) => pattern),
    conflicts: conflicts.map(({ id }) => id),
    contradictions: contradictions.map(({ id }) => id),
    loads: [],
  };
  return { outcome, recommendation, profile };
}

/** The outcome with the figures that the amounts of this profile come near to or go beyond. */
function withLoads({ outcome, recommendation }: Weighed, profile: Profile, book: RuleBook): Outcome {
  const loads = capacityOf(profile, recommendation, book).flatMap(({ rule, status, arithmetic }): Load[] =>
    status === 'within' ? [] : [{ rule: rule.id, status, arithmetic }],
  );
  return loads.length === 0 ? outcome : { ...outcome, loads };
}

/** Decides one interface. The same as `advise`, without what is only needed when a person looks at that one. */
export function decide(given: Profile, book: RuleBook): Outcome {
  const weighed = weigh(given, book);
  return withLoads(weighed, weighed.profile, book);
}

/** Whether no answer that is still open can change the pattern or the middleware verdict. */
export const isCertain = ({ certainty }: Outcome): boolean => certainty === 'certain';

/** Whether more answers might make it certain; what clashes has to be settled first. */
export const couldBecomeCertain = ({ certainty, conflicts, contradictions }: Outcome): boolean =>
  certainty !== 'certain' && conflicts.length === 0 && contradictions.length === 0;

/** Decides many interfaces, of which most resemble another one: what the rules do not tell apart is weighed once. */
export function decider(book: RuleBook): (profile: Profile) => Outcome {
  const known = new Map<string, Weighed>();
  const reduce = canonicaliser(book);
  return (given) => {
    const { profile, key } = reduce(given);
    const weighed = known.get(key) ?? weigh(profile, book);
    known.set(key, weighed);
    // What follows from the answers is the same; the amounts are the row's own.
    return withLoads(weighed, { ...weighed.profile, ...given }, book);
  };
}
