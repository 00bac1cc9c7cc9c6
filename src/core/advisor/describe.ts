import type { Clause, FieldTest, Grounds, PatternId, Range, RuleBook } from './rule-book.ts';
import { choiceText, fieldLabel, joinWords, patternName } from './wording.ts';

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

function testWords(test: FieldTest, book: RuleBook): string {
  if (test.field === 'primary') {
    const names = 'anyOf' in test ? test.anyOf.map((id) => patternName(id as PatternId, book)) : [];
    return `the pattern is ${joinWords(names, 'or')}`;
  }
  const { field } = test;
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

/** When a rule applies, in the questionnaire's words. */
export function describeCondition({ when, unless }: Pick<Grounds, 'when' | 'unless'>, book: RuleBook): string {
  const asked = joinWords(
    when.map((clause) => clauseWords(clause, book)),
    'or',
  );
  const except = joinWords(
    unless.map((clause) => clauseWords(clause, book)),
    'or',
  );
  return except ? `${asked}; unless ${except}` : asked;
}
