import { type Advice, advise } from '#core/advisor/advice.ts';
import { variantText } from '#core/advisor/chain.ts';
import { questionsThatMatter } from '#core/advisor/matters.ts';
import { decidingFields, type Field } from '#core/advisor/profile.ts';
import type { RuleBook } from '#core/advisor/rule-book.ts';
import { type OpenQuestion, openQuestions } from '#core/advisor/variations.ts';
import { certaintyText, joinWords, middlewareText, outcomeText, patternName } from '#core/advisor/wording.ts';
import type { Answers } from './answers.ts';

/** How things stand after some answers, as it is told beside the questions. */
export interface Standing {
  answers: Answers;
  advice: Advice;
  /** Questions that can still change the recommendation, at most. */
  open: readonly Field[];
  /** What single answers to open questions would change, in the order in which they are asked. */
  moves: readonly OpenQuestion[];
}

/** Works out how things stand. */
export function standingOf(answers: Answers, book: RuleBook): Standing {
  const { profile, unsure } = answers;
  const order = book.questions.map(({ field }) => field);
  const isBegun = Object.keys(profile).length > 0;
  return {
    answers,
    advice: advise(profile, unsure, book),
    open: questionsThatMatter(profile, unsure, book),
    // Before the first answer everything would change it.
    moves: isBegun
      ? openQuestions(profile, unsure, book).toSorted((a, b) => order.indexOf(a.field) - order.indexOf(b.field))
      : [],
  };
}

/** The part of all questions whose answers can no longer change the recommendation, as how many of how many. */
export const settledShare = ({ open }: Standing): { done: number; all: number } => ({
  done: decidingFields.length - open.length,
  all: decidingFields.length,
});

/** How many questions can still change the recommendation. */
export function openText({ open: { length } }: Standing): string {
  if (length === 0) return 'No open question can change it';
  return length === 1 ? 'One question can still change it' : `At most ${length} questions can still change it`;
}

/** How far the recommendation can be relied on, in a sentence. */
export function certaintySentence({ advice, open }: Standing): string {
  const { certainty, conflicts, contradictions, recommendation, book } = advice;
  if (conflicts.length > 0)
    return `Undecided, because no pattern meets these requirements together: ${joinWords(conflicts.map(({ rule }) => rule.title))}.`;
  if (contradictions.length > 0) return 'Undecided, because some of the answers contradict each other.';
  if (recommendation.primary === undefined)
    return open.length > 0 ? 'Too little is known yet for a recommendation.' : 'Undecided: nothing is left to ask.';
  if (certainty === 'provisional') {
    return open.length > 0
      ? 'Provisional: answers that are still open could change it.'
      : 'Provisional: nothing is left to ask, but what you are not sure of could still change it.';
  }
  const rival = recommendation.standings[1];
  return recommendation.margin === 'close' && rival
    ? `Certain, although a close call with ${patternName(rival.pattern, book)}.`
    : 'Certain: no answer that is still open can change it.';
}

/** All of it in two short sentences, for those who hear the page. */
export function spokenStanding(standing: Standing): string {
  const { advice, open } = standing;
  const { recommendation, certainty, book } = advice;
  const outcome = outcomeText(recommendation, book);
  if (open.length > 0) return `So far: ${outcome}. ${certaintyText[certainty]}.`;
  if (certainty === 'certain') return `No remaining answer can change the recommendation: ${outcome}.`;
  if (certainty === 'provisional')
    return `Nothing is left to ask, but what you are not sure of could still change the recommendation. So far: ${outcome}.`;
  return `Nothing is left to ask, and it stays undecided: ${outcome}.`;
}

/** The name of the pattern that leads, or that there is none. */
export const leaderText = ({ advice: { recommendation, book } }: Standing): string =>
  recommendation.primary ? patternName(recommendation.primary, book) : 'No recommendation yet';

/** How the pattern is built, as far as it is decided; `undefined` where there is none. */
export function builtText({ chain }: Advice): string | undefined {
  if (!chain) return undefined;
  return chain.variants.some(({ chosen }) => chosen === undefined)
    ? 'How it is built is still open'
    : variantText(chain);
}

/** The verdict on middleware, once there is a pattern that it belongs to. */
export const hubText = ({ advice: { recommendation } }: Standing): string | undefined =>
  recommendation.primary && middlewareText[recommendation.middleware];
