import { nextQuestion } from '#core/advisor/next-question.ts';
import type { Field } from '#core/advisor/profile.ts';
import type { RuleBook } from '#core/advisor/rule-book.ts';
import type { Answers } from './answers.ts';

/** Answers remembered at once; more are never given while a page is open. */
const MOST = 500;

const books = new WeakMap<RuleBook, Map<string, Field | undefined>>();

/**
 * The question to ask after these answers, `undefined` where none is left. It takes a proof and a few hundred trials, so
 * each is worked out once: a page works it out for every answer that may be given while somebody is still reading.
 */
export function questionAfter({ profile, unsure }: Answers, book: RuleBook): Field | undefined {
  const known = books.get(book) ?? new Map<string, Field | undefined>();
  books.set(book, known);
  const key = JSON.stringify([profile, unsure]);
  if (known.has(key)) return known.get(key);
  const field = nextQuestion(profile, unsure, book)?.field;
  if (known.size >= MOST) known.clear();
  known.set(key, field);
  return field;
}
