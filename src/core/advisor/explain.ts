import { applies } from './condition.ts';
import type { Field, Profile } from './profile.ts';
import type { Recommendation, Standing } from './recommend.ts';
import type { Clause, Grounds, PatternId, PatternRule, RuleBook } from './rule-book.ts';
import { answerText, fieldLabel, joinWords, middlewareText, patternName } from './wording.ts';

/** Why a pattern is not the one recommended. */
export interface WhyNot {
  pattern: PatternId;
  verdict: 'excluded' | 'outweighed';
  text: string;
  /** The rules that say so, the weightiest first. */
  rules: readonly PatternRule[];
}

/** What one answer did to the verdict; the three that everybody asks about are always told. */
export interface Influence {
  field: Field;
  label: string;
  answer: string;
  text: string;
}

export interface Explanation {
  /** One paragraph in plain words. */
  summary: string;
  /** Rules that speak for the primary, the weightiest first. */
  reasons: readonly PatternRule[];
  /** Rules that speak against the primary and were outweighed. */
  despite: readonly PatternRule[];
  whyNot: readonly WhyNot[];
  influences: readonly Influence[];
}

const byWeight = (rules: readonly PatternRule[]): PatternRule[] =>
  rules.toSorted((a, b) => (b.weight ?? 0) - (a.weight ?? 0));

/** How well the primary does, without the reasons. */
function position(profile: Profile, { standings: [first] }: Recommendation, book: RuleBook): string {
  const { pattern, favouredBy } = first as Standing;
  const name = patternName(pattern, book);
  if (book.conflicts.some((rule) => applies(rule, profile)))
    return `No pattern meets these requirements together; as they stand, ${name} comes closest`;
  return favouredBy.length > 0
    ? `${name} fits best`
    : `Nothing speaks for ${name} by itself, but no other pattern comes out better`;
}

function opening(profile: Profile, recommendation: Recommendation, book: RuleBook): string {
  const { lead, standings } = recommendation;
  const [first, second] = standings as [Standing, Standing];
  if (lead === 'nothing-known') {
    const name = patternName(first.pattern, book);
    return `Nothing is known about the interface yet, so this is only where one starts: ${name} needs the least to own.`;
  }
  const rival = lead === 'close' ? `, with ${patternName(second.pattern, book)} close behind` : '';
  return `${position(profile, recommendation, book)}${rival}.`;
}

function middlewareSentence({ middleware, middlewareBecause }: Recommendation): string {
  const reason = middlewareBecause[0]?.reason ?? 'Nothing asked for here needs a hub between the two ends.';
  return `${middlewareText[middleware]}. ${reason}`;
}

function whyNot(standing: Standing, primary: Standing, book: RuleBook): WhyNot {
  const { pattern, excludedBy, heldAgainst } = standing;
  if (excludedBy.length > 0) {
    return { pattern, verdict: 'excluded', text: excludedBy.map(({ reason }) => reason).join(' '), rules: excludedBy };
  }
  const against = byWeight(heldAgainst);
  const winner = patternName(primary.pattern, book);
  const behind = primary.score - standing.score;
  const text =
    against.length > 0
      ? against.map(({ reason }) => reason).join(' ')
      : behind === 0
        ? `It fits as well as ${winner}, which needs less to own.`
        : `Nothing speaks against it, but more speaks for ${winner}.`;
  return { pattern, verdict: 'outweighed', text, rules: against };
}

const mentions = (rule: Grounds, field: Field): boolean =>
  [...rule.when, rule.unless ?? []].some((clause: Clause) => clause.some((test) => test.field === field));

/** The three questions that the choice is said to depend on, in the order in which people ask them. */
const alwaysTold: readonly Field[] = ['volume_per_day', 'latency', 'systems'];

function influence(field: Field, profile: Profile, recommendation: Recommendation, book: RuleBook): Influence {
  const moved = recommendation.standings.filter(({ favouredBy, heldAgainst, excludedBy }) =>
    [...favouredBy, ...heldAgainst, ...excludedBy].some((rule) => mentions(rule, field)),
  );
  const names = moved.map(({ pattern }) => patternName(pattern, book));
  const onHub = recommendation.middlewareBecause.some((rule) => mentions(rule, field));
  const effects = [
    ...(names.length > 0 ? [`weighed on ${joinWords(names)}`] : []),
    ...(onHub ? ['decided on middleware'] : []),
  ];
  const text =
    profile[field] === undefined
      ? 'It counted for nothing.'
      : effects.length > 0
        ? `It ${joinWords(effects)}.`
        : 'It made no difference here.';
  return { field, label: fieldLabel(field, book), answer: answerText(field, profile[field], book), text };
}

/** Puts a recommendation into words; every statement comes from a rule that fired. */
export function explain(profile: Profile, recommendation: Recommendation, book: RuleBook): Explanation {
  const [primary, ...others] = recommendation.standings as [Standing, ...Standing[]];
  const reasons = byWeight(primary.favouredBy);
  const wayIn = recommendation.wayIn
    ? [`The way into F&O behind it is ${patternName(recommendation.wayIn, book)}.`]
    : [];
  return {
    summary: [
      opening(profile, recommendation, book),
      ...reasons.slice(0, 2).map(({ reason }) => reason),
      ...wayIn,
      middlewareSentence(recommendation),
    ].join(' '),
    reasons,
    despite: byWeight(primary.heldAgainst),
    whyNot: others.map((standing) => whyNot(standing, primary, book)),
    influences: alwaysTold.map((field) => influence(field, profile, recommendation, book)),
  };
}
