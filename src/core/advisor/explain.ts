import type { Certainty } from './certainty.ts';
import { type Comparison, compareStandings } from './compare.ts';
import { conflictsIn } from './conflicts.ts';
import { contradictionsIn } from './contradictions.ts';
import type { Field, Profile } from './profile.ts';
import { canBeRecommended, type Recommendation, type Standing } from './recommend.ts';
import type { Clause, Grounds, PatternId, PatternRule, RuleBook } from './rule-book.ts';
import { decidingIn } from './vocabulary.ts';
import { answerText, fieldLabel, joinWords, middlewareText, patternName } from './wording.ts';

/** Why a pattern is not the one recommended. */
export interface WhyNot {
  pattern: PatternId;
  /** It cannot do what is asked, it is not made for the task as far as it is known, or another one does better. */
  verdict: 'excluded' | 'not-for-this' | 'outweighed';
  text: string;
  /** The rules that say so, the weightiest first. */
  rules: readonly PatternRule[];
  /** Criterion by criterion beside the recommended pattern, the widest gap first; empty where it is excluded. */
  comparison: readonly Comparison[];
}

/** What one answer did to the verdict; the three that everybody asks about are always told. */
export interface Influence {
  field: Field;
  label: string;
  answer: string;
  text: string;
}

/** A recommendation in words; each statement is the reason of a rule that fired. */
export interface Explanation {
  /** One paragraph in plain words. */
  summary: string;
  /** Statements that count for the primary, the weightiest first. */
  reasons: readonly PatternRule[];
  /** Statements that count against the primary and were outweighed. */
  despite: readonly PatternRule[];
  whyNot: readonly WhyNot[];
  influences: readonly Influence[];
}

/** Why there is no pattern to recommend. */
function nothingFits({ standings }: Recommendation, profile: Profile, book: RuleBook): string {
  if (contradictionsIn(profile, book).length > 0)
    return 'No pattern can be recommended, because some answers contradict each other.';
  const clash = conflictsIn(profile, { primary: undefined }, book).map(({ title }) => title);
  if (clash.length > 0) return `No pattern meets these requirements together: ${joinWords(clash)}.`;
  const ruledOut = standings.filter(({ fitsTask, excludedBy }) => fitsTask && excludedBy.length > 0);
  // Of those that are excluded, the one with the highest score stands first.
  const reason = ruledOut[0]?.excludedBy[0]?.reason;
  if (reason !== undefined) {
    const names = joinWords(ruledOut.map(({ pattern }) => patternName(pattern, book)));
    return `No pattern can be recommended: ${names} would be made for the task and cannot do the rest of it. ${reason}`;
  }
  return 'No pattern can be recommended yet, because nothing that is known says what the interface has to do.';
}

function opening(profile: Profile, recommendation: Recommendation, certainty: Certainty, book: RuleBook): string {
  const { primary, margin, standings } = recommendation;
  if (primary === undefined) return nothingFits(recommendation, profile, book);
  const name = patternName(primary, book);
  if (conflictsIn(profile, recommendation, book).length > 0)
    return `No pattern meets these requirements together; as they stand, ${name} comes closest.`;
  if (certainty === 'undecided') return `Some answers contradict each other; as they stand, ${name} comes closest.`;
  if (certainty === 'provisional')
    return `As far as it is known, ${name} fits best; an open answer could still change that.`;
  const rival = margin === 'close' ? `, with ${patternName(standings[1]?.pattern, book)} close behind` : '';
  return `${name} fits best${rival}.`;
}

function middlewareSentence({ middleware, middlewareBecause }: Recommendation): string {
  const reason = middlewareBecause[0]?.reason ?? 'Nothing asked for here needs a hub between the two ends.';
  return `${middlewareText[middleware]}. ${reason}`;
}

/** What decides between two patterns, in words: the widest gap, by what is said of either side. */
function gapText([widest]: readonly Comparison[], winner: string): string {
  if (!widest) return `It fits as well as ${winner}, which needs less to own.`;
  const { title, better, against } = widest;
  const reason = better?.reason ?? against?.reason ?? '';
  return better ? `${title}: ${winner} does better. ${reason}` : `${title}: ${reason}`;
}

function whyNot(standing: Standing, primary: Standing, book: RuleBook): WhyNot {
  const { pattern, excludedBy, heldAgainst } = standing;
  if (excludedBy.length > 0) {
    const text = excludedBy.map(({ reason }) => reason).join(' ');
    return { pattern, verdict: 'excluded', text, rules: excludedBy, comparison: [] };
  }
  const comparison = canBeRecommended(primary) ? compareStandings(standing, primary, book) : [];
  const against = heldAgainst.map(({ reason }) => reason).join(' ');
  if (!standing.fitsTask) {
    const isRefused = heldAgainst.some(({ criterion }) => criterion === 'task');
    const text = isRefused ? against : ['Nothing that is known makes this a task for it.', against].join(' ').trim();
    return { pattern, verdict: 'not-for-this', text, rules: heldAgainst, comparison };
  }
  const text = against || gapText(comparison, patternName(primary.pattern, book));
  return { pattern, verdict: 'outweighed', text, rules: heldAgainst, comparison };
}

const mentions = (rule: Grounds, field: Field): boolean =>
  [...rule.when, ...rule.unless].some((clause: Clause) => clause.some((test) => test.field === field));

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
export function explain(
  profile: Profile,
  recommendation: Recommendation,
  certainty: Certainty,
  book: RuleBook,
): Explanation {
  const [first, ...others] = recommendation.standings as [Standing, ...Standing[]];
  const isRecommended = recommendation.primary !== undefined;
  const reasons = isRecommended ? first.favouredBy : [];
  const { wayIn, wayOut } = recommendation;
  const both = wayIn && wayIn === wayOut;
  const ways = both
    ? [`The way into F&O and out of it is ${patternName(wayIn, book)}.`]
    : [
        ...(wayIn ? [`The way into F&O behind it is ${patternName(wayIn, book)}.`] : []),
        ...(wayOut ? [`The way out of F&O behind it is ${patternName(wayOut, book)}.`] : []),
      ];
  return {
    summary: [
      opening(profile, recommendation, certainty, book),
      ...reasons.slice(0, 2).map(({ reason }) => reason),
      ...ways,
      middlewareSentence(recommendation),
    ].join(' '),
    reasons,
    despite: isRecommended ? first.heldAgainst : [],
    whyNot: (isRecommended ? others : recommendation.standings).map((standing) => whyNot(standing, first, book)),
    influences: alwaysTold
      .filter((field) => decidingIn(book).includes(field))
      .map((field) => influence(field, profile, recommendation, book)),
  };
}
