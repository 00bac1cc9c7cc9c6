import { type AnswerFault, type Answers, type Decision, readAnswers } from '#core/decisions/decision.ts';

/** Answers as the fragment of an address holds them, which no server gets to see: `accounts=shared&sale=planned`. */
export const toFragment = (answers: Answers): string =>
  Object.entries(answers)
    .map(([field, value]) => `${field}=${value}`)
    .join('&');

/**
 * The answers that an address says, and what in it is no answer; `undefined` where it says nothing, or leads to a part of
 * the page.
 */
export function fromFragment(
  decision: Decision,
  fragment: string,
): { answers: Answers; faults: readonly AnswerFault[] } | undefined {
  const text = fragment.replace(/^#/, '');
  if (!text.includes('=')) return undefined;
  return readAnswers(decision, [...new URLSearchParams(text)]);
}

/** Whether two sets of answers say the same. */
export const sameAnswers = (one: Answers, other: Answers): boolean =>
  Object.keys({ ...one, ...other }).every((field) => one[field] === other[field]);
