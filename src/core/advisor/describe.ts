import { isDecided } from './condition.ts';
import type {
  Clause,
  DecidedFact,
  FieldTest,
  Grounds,
  MiddlewareVerdict,
  PatternId,
  Range,
  RuleBook,
} from './rule-book.ts';
import { choiceText, fieldLabel, joinWords, middlewareText, patternName } from './wording.ts';

const number = new Intl.NumberFormat('en-GB');

function rangeWords({ above, from, below, up_to }: Range): string {
  const bounds = [
    above === undefined ? '' : `above ${number.format(above)}`,
    from === undefined ? '' : `${number.format(from)} or more`,
    below === undefined ? '' : `below ${number.format(below)}`,
    up_to === undefined ? '' : `up to ${number.format(up_to)}`,
  ];
  return joinWords(bounds.filter((bound) => bound !== ''));
}

const variantName = (id: string, { choices }: RuleBook): string =>
  choices.flatMap(({ variants }) => variants).find((variant) => variant.id === id)?.name ?? id;

const hubName = (id: string, { kinds }: RuleBook): string =>
  id === 'open' ? 'of a kind still open' : (kinds.find(({ kind }) => kind === id)?.name ?? id);

/** What was decided before a statement is read, in words; each by its lead and the names of its values. */
const decidedWords: Record<DecidedFact, (words: readonly string[], book: RuleBook) => string> = {
  primary: (ids, book) =>
    `the pattern is ${joinWords(
      ids.map((id) => patternName(id as PatternId, book)),
      'or',
    )}`,
  variant: (ids, book) =>
    `the variant is ${joinWords(
      ids.map((id) => variantName(id, book)),
      'or',
    )}`,
  middleware: (ids) =>
    joinWords(
      ids.map((id) => middlewareText[id as MiddlewareVerdict].toLowerCase()),
      'or',
    ),
  hub: (ids, book) =>
    `the hub is ${joinWords(
      ids.map((id) => hubName(id, book)),
      'or',
    )}`,
};

function testWords(test: FieldTest, book: RuleBook): string {
  const { field } = test;
  if (isDecided(field)) return decidedWords[field]('anyOf' in test ? test.anyOf : [], book);
  const wanted =
    'range' in test
      ? rangeWords(test.range)
      : joinWords(
          test.anyOf.map((value) => choiceText(field, value, book)),
          'or',
        );
  return `${fieldLabel(field, book)}: ${wanted}`;
}

const clauseWords = (clause: Clause, book: RuleBook): string =>
  joinWords(
    clause.map((test) => testWords(test, book)),
    'and',
  );

/** When a rule applies, in the questionnaire's words; a condition without tests holds where no other one does. */
export function describeCondition({ when, unless }: Pick<Grounds, 'when' | 'unless'>, book: RuleBook): string {
  const asked = joinWords(
    when.map((clause) => clauseWords(clause, book) || 'in all other cases'),
    'or',
  );
  const except = joinWords(
    unless.map((clause) => clauseWords(clause, book)),
    'or',
  );
  return except ? `${asked}; unless ${except}` : asked;
}
