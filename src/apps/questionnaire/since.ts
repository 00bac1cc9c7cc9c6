import { withImplied } from '#core/advisor/contradictions.ts';
import { type Recommendation, recommend } from '#core/advisor/recommend.ts';
import type { RuleBook } from '#core/advisor/rule-book.ts';
import { outcomeText } from '#core/advisor/wording.ts';
import type { Decided } from './address.ts';
import type { Answers } from './answers.ts';

/** What the rules of today make of some answers. */
export const recommendationNow = ({ profile, unsure }: Answers, book: RuleBook): Recommendation =>
  recommend(withImplied(profile, unsure, book), book);

export const isSameDecision = (a: Decided, b: Decided): boolean =>
  a.primary === b.primary && a.middleware === b.middleware;

/**
 * What came of the answers when they were given, and what comes of them now.
 *
 * @param decided what came of them then; `undefined` where nobody kept it
 */
export function sinceThen(answers: Answers, decided: Decided | undefined, book: RuleBook): string {
  const now = recommendationNow(answers, book);
  const outcome = outcomeText(now, book);
  if (!decided) return `Under the rules of today they lead to: ${outcome}.`;
  if (isSameDecision(decided, now)) return `The recommendation is still the same: ${outcome}.`;
  return `The recommendation was: ${outcomeText(decided, book)}. It is now: ${outcome}.`;
}
