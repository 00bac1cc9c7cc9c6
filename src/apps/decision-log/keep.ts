import type { RuleBook } from '#core/advisor/rule-book.ts';
import { newDecision, type Taken } from './decision.ts';
import { openStore } from './store.ts';
import { numberText } from './write-log.ts';

/** What became of a decision that was to be kept: its number in the log, or why it has none. */
export type KeptAs = { number: string } | { refused: string };

const refusals = {
  full: 'The browser has no room left for it.',
  denied: 'The browser keeps nothing for this page, or its log cannot be read.',
  'too-many': 'The log is full, or was written by a newer version of this page.',
} as const;

/** Adds a decision to the log of this browser, as a draft of today. */
export async function keepDecision(
  taken: Taken,
  book: RuleBook,
  store = openStore(),
  now = new Date(),
): Promise<KeptAs> {
  const decision = newDecision(taken, book, crypto.randomUUID(), dayOf(now));
  const done = await store.apply({ type: 'add', decisions: [decision] });
  if (done.result === 'refused') return { refused: refusals[done.reason] };
  const kept = done.log.decisions.find(({ id }) => id === decision.id);
  return kept ? { number: numberText(kept) } : { refused: refusals.denied };
}

/** The day in the place where somebody is, as `YYYY-MM-DD`. */
export function dayOf(now: Date): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
