import type { Certainty } from './certainty.ts';
import type { WayOut } from './conflicts.ts';
import { type Domain, domainOf, type Value } from './domain.ts';
import { type Field, type Guarantee, guarantees, type Profile } from './profile.ts';
import type { MiddlewareVerdict, PatternId, Question, RuleBook } from './rule-book.ts';
import type { Change } from './variations.ts';
import { isCountIn } from './vocabulary.ts';

const number = new Intl.NumberFormat('en-GB');

/** The name of a pattern, or of there being none to recommend. */
export const patternName = (id: PatternId | undefined, book: RuleBook): string =>
  book.patterns.find((pattern) => pattern.id === id)?.name ?? id ?? 'No pattern';

/** The question about a field; none where the book does not ask for it. */
export const questionOf = (field: Field, book: RuleBook): Question | undefined =>
  book.questions.find((question) => question.field === field);

/** A field in two or three words, as tables and the review name it. */
export const fieldLabel = (field: Field, book: RuleBook): string => questionOf(field, book)?.label ?? field;

/** The name of one value of a field as the questionnaire offers it. */
const optionLabel = (question: Question | undefined, value: string): string =>
  question?.options.find((option) => option.value === value)?.label ?? value;

/** A count, and the band of the questionnaire that it stands for: `7 (five to nine)`. */
function countText(question: Question | undefined, value: number): string {
  const band = question?.options.find((option) => option.value === value)?.label;
  return band ? `${number.format(value)} (${band.toLowerCase()})` : number.format(value);
}

/** One value of a field that takes words, as the questionnaire offers it. */
export const choiceText = (field: Field, value: string, book: RuleBook): string =>
  optionLabel(questionOf(field, book), value);

/** An answer in the questionnaire's words; `not known` where there is none. */
export function answerText(field: Field, value: Profile[Field], book: RuleBook): string {
  if (value === undefined) return 'not known';
  const question = questionOf(field, book);
  if (typeof value === 'number') return countText(question, value);
  if (Array.isArray(value)) {
    return value.length === 0 ? 'none' : value.map((item) => optionLabel(question, item)).join(', ');
  }
  return optionLabel(question, value);
}

/** The counts that the rules do not tell from this one, in words. */
function intervalText(field: Field, value: number, book: RuleBook): string {
  const values = (domainOf(book).get(field) ?? []) as readonly number[];
  const index = values.indexOf(value);
  if (index === values.length - 1) return `${number.format(value)} or more`;
  return index <= 0
    ? `up to ${number.format(value)}`
    : `${number.format((values[index - 1] as number) + 1)} to ${number.format(value)}`;
}

/** An answer that stands for all that the rules do not tell from it: for a count the range around it. */
export const rangeText = (field: Field, value: Value, book: RuleBook): string =>
  typeof value === 'number' ? intervalText(field, value, book) : answerText(field, value, book);

/** Runs of neighbouring counts as ranges. */
function rangesText(field: Field, values: readonly number[], domain: Domain): string {
  const all = (domain.get(field) ?? []) as readonly number[];
  const runs: [number, number][] = [];
  for (const value of values) {
    const index = all.indexOf(value);
    const last = runs.at(-1);
    if (last && last[1] === index - 1) last[1] = index;
    else runs.push([index, index]);
  }
  const texts = runs.map(([from, to]) => {
    const above = from === 0 ? undefined : number.format((all[from - 1] as number) + 1);
    const upTo = number.format(all[to] as number);
    if (to === all.length - 1) return above ? `${above} or more` : 'any number';
    return above ? `${above} to ${upTo}` : `up to ${upTo}`;
  });
  return joinWords(texts, 'or');
}

const sameSets = (a: readonly Guarantee[][], b: readonly Guarantee[][]): boolean =>
  a.length === b.length && a.every((set) => b.some((other) => String(other) === String(set)));

/** Sets of guarantees by what they have in common, where that says it all; otherwise one by one. */
function setsText(sets: readonly Guarantee[][], book: RuleBook): string {
  const all = (domainOf(book).get('guarantees') ?? []) as Guarantee[][];
  const name = (one: Guarantee): string => choiceText('guarantees', one, book);
  const alone = guarantees.filter((one) => sets.some((set) => set.length === 1 && set[0] === one));
  if (
    sameSets(
      sets,
      all.filter((set) => set.some((one) => alone.includes(one))),
    )
  ) {
    return joinWords(alone.map(name), 'or');
  }
  const missing = guarantees.filter((one) => !alone.includes(one));
  if (
    sameSets(
      sets,
      all.filter((set) => !set.some((one) => missing.includes(one))),
    )
  ) {
    return `without ${joinWords(missing.map(name), 'or')}`;
  }
  const texts = sets.map((set) => (set.length === 0 ? 'none' : set.map(name).join(' + ')));
  const told = texts.length > 4 ? [...texts.slice(0, 3), `${texts.length - 3} more combinations`] : texts;
  return joinWords(told, 'or');
}

/**
 * Several answers to one question: `up to 1,000 or 200,000 or more`, `Strictly in order or Exactly once`.
 *
 * @param domain the values that are told apart where they come from; those of the rules unless given
 */
export function anyAnswerText(
  field: Field,
  values: readonly Value[],
  book: RuleBook,
  domain: Domain = domainOf(book),
): string {
  if (isCountIn(field, book)) return rangesText(field, values as readonly number[], domain);
  if (field === 'guarantees') return setsText(values as readonly Guarantee[][], book);
  return joinWords(
    values.map((value) => answerText(field, value, book)),
    'or',
  );
}

/** Another answer to a question, or any of several that do the same. */
export const changeText = ({ field, value, alike }: Change, book: RuleBook): string =>
  alike ? anyAnswerText(field, alike, book) : rangeText(field, value, book);

/** What gives way in a conflict, and to what: `Answer needed = A result later and How soon = Within the hour`. */
export const concessionsText = ({ field, value, and }: WayOut, book: RuleBook): string =>
  joinWords(
    [{ field, value }, ...(and ? [and] : [])].map(
      (one) => `${fieldLabel(one.field, book)} = ${rangeText(one.field, one.value, book)}`,
    ),
  );

/** How far a recommendation can be relied on, as a label. */
export const certaintyText: Record<Certainty, string> = {
  certain: 'Certain',
  provisional: 'Provisional',
  undecided: 'Undecided',
};

/** The middleware verdict as the start of a sentence. */
export const middlewareText: Record<MiddlewareVerdict, string> = {
  required: 'Middleware is required',
  advised: 'Middleware is advised',
  optional: 'Middleware is optional',
  avoid: 'Leave middleware out',
};

/** What a changed or open answer leads to: `OData; middleware is advised`. */
export const outcomeText = (
  { primary, middleware }: { primary: PatternId | undefined; middleware: MiddlewareVerdict },
  book: RuleBook,
): string => `${patternName(primary, book)}; ${middlewareText[middleware].toLowerCase()}`;

/** `a`, `a and b`, `a, b and c`. */
export const joinWords = (words: readonly string[], last = 'and'): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;
