import { domainOf, type Value } from './domain.ts';
import { type Field, isCount, type Profile } from './profile.ts';
import type { MiddlewareVerdict, PatternId, Question, RuleBook } from './rule-book.ts';

const number = new Intl.NumberFormat('en-GB');

export const patternName = (id: PatternId, book: RuleBook): string =>
  book.patterns.find((pattern) => pattern.id === id)?.name ?? id;

export const questionOf = (field: Field, book: RuleBook): Question | undefined =>
  book.questions.find((question) => question.field === field);

export const fieldLabel = (field: Field, book: RuleBook): string => questionOf(field, book)?.label ?? field;

/** The name of one value of a field as the questionnaire offers it. */
const optionLabel = (question: Question | undefined, value: string): string =>
  question?.options.find((option) => option.value === value)?.label ?? value;

/** One value of a field that takes words, as the questionnaire offers it. */
export const choiceText = (field: Field, value: string, book: RuleBook): string =>
  optionLabel(questionOf(field, book), value);

/** An answer in the questionnaire's words; `not known` where there is none. */
export function answerText(field: Field, value: Profile[Field], book: RuleBook): string {
  if (value === undefined) return 'not known';
  if (isCount(field)) return number.format(Number(value));
  const question = questionOf(field, book);
  if (Array.isArray(value)) {
    return value.length === 0 ? 'none' : value.map((item) => optionLabel(question, item)).join(', ');
  }
  return optionLabel(question, String(value));
}

/** An answer that stands for all that the rules do not tell from it: for a count the range up to it, or from it on. */
export function rangeText(field: Field, value: Value, book: RuleBook): string {
  if (!isCount(field)) return answerText(field, value, book);
  const isLast = domainOf(book).get(field)?.at(-1) === value;
  return isLast ? `${number.format(Number(value))} or more` : `up to ${number.format(Number(value))}`;
}

/** The middleware verdict as the start of a sentence. */
export const middlewareText: Record<MiddlewareVerdict, string> = {
  required: 'Middleware is required',
  advised: 'Middleware is advised',
  optional: 'Middleware is optional',
  avoid: 'Leave middleware out',
};

/** `a`, `a and b`, `a, b and c`. */
export const joinWords = (words: readonly string[], last = 'and'): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;
