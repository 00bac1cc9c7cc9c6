import type { Exception, Hinge, Hinges } from './hinges.ts';
import type { RuleBook } from './rule-book.ts';
import { anyAnswerText, fieldLabel, joinWords, middlewareText, patternName } from './wording.ts';

/** Exceptions told one by one; where there are at least two more, those are only counted. */
const TOLD = 3;

/** A label within a sentence: a small first letter, but abbreviations stay as they are ("where F&O runs"). */
const inSentence = (label: string): string => label.replace(/^\p{Lu}(?=\p{Ll})/u, (first) => first.toLowerCase());

const conditionText = ({ when }: Exception<string>, book: RuleBook): string =>
  joinWords(when.map(({ field, values }) => `${fieldLabel(field, book)} is “${anyAnswerText(field, values, book)}”`));

/** What comes out usually, in one sentence with the questions that make no difference. */
function usual<Outcome extends string>(
  { usually, whatever, unless }: Hinge<Outcome>,
  name: (outcome: Outcome) => string,
  book: RuleBook,
): string {
  const free = joinWords(
    whatever.map((field) => inSentence(fieldLabel(field, book))),
    'or',
  );
  const always = unless.length === 0 ? 'in every case' : 'usually';
  return free === '' ? `${name(usually)}, ${always}.` : `Whatever the ${free}: ${name(usually)}, ${always}.`;
}

function exceptions<Outcome extends string>(
  { unless }: Hinge<Outcome>,
  name: (outcome: Outcome) => string,
  book: RuleBook,
): string[] {
  const count = unless.length === TOLD + 1 ? TOLD + 1 : TOLD;
  const told = unless.slice(0, count).map((one) => `${name(one.outcome)}, if ${conditionText(one, book)}.`);
  const rest = unless.slice(count);
  if (rest.length === 0) return told;
  const outcomes = joinWords([...new Set(rest.map(({ outcome }) => name(outcome)))], 'or');
  return [...told, `In ${rest.length} rarer combinations of these answers: ${outcomes}.`];
}

/** What the open questions can still change, as sentences: the pattern's first, then the verdict's. */
export function hingeSentences({ primary, middleware }: Hinges, book: RuleBook): string[] {
  const pattern = (id: Hinges['primary']['usually']): string => patternName(id === 'none' ? undefined : id, book);
  const verdict = (id: Hinges['middleware']['usually']): string => middlewareText[id];
  if (primary.whatever.length === 0 && primary.unless.length === 0) return [];
  return [
    usual(primary, pattern, book),
    ...exceptions(primary, pattern, book),
    usual(middleware, verdict, book),
    ...exceptions(middleware, verdict, book),
  ];
}
