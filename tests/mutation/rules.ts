import type { FieldTest, Grounds, PatternRule, RuleBook, VerdictRule } from '#core/advisor/rule-book.ts';
import { movedDecisions, readDecisions } from '#tests/support/decisions.ts';
import { book } from '#tests/support/rule-book.ts';

/**
 * Changes the rules one small thing at a time (a weight, an effect, a test, a whole rule) and counts how many of the
 * changes the recorded decisions notice. Those that nobody notices are printed.
 */
interface Mutant {
  what: string;
  book: RuleBook;
}

const replaceRule = (id: string, rule: PatternRule | undefined): RuleBook => ({
  ...book,
  rules: book.rules.flatMap((one) => (one.id === id ? (rule ?? []) : one)),
});
const replaceVerdict = (id: string, rule: VerdictRule | undefined): RuleBook => ({
  ...book,
  verdicts: book.verdicts.flatMap((one) => (one.id === id ? (rule ?? []) : one)),
});

function withoutTest<Rule extends Grounds>(rule: Rule, dropped: FieldTest): Rule {
  return { ...rule, when: rule.when.map((clause) => clause.filter((test) => test !== dropped)) };
}

function mutantsOfGrounds<Rule extends Grounds>(
  rule: Rule,
  put: (id: string, rule: Rule | undefined) => RuleBook,
): Mutant[] {
  return [
    { what: `${rule.id}: left out`, book: put(rule.id, undefined) },
    ...rule.when.flatMap((clause) =>
      clause.map((test) => ({
        what: `${rule.id}: without its test of ${test.field}`,
        book: put(rule.id, withoutTest(rule, test)),
      })),
    ),
    ...rule.unless.map((exception) => ({
      what: `${rule.id}: without an exception`,
      book: put(rule.id, { ...rule, unless: rule.unless.filter((one) => one !== exception) }),
    })),
  ];
}

function mutantsOfWeight(rule: PatternRule): Mutant[] {
  if (rule.effect === 'exclude') {
    return [
      {
        what: `${rule.id}: against 3 instead of exclude`,
        book: replaceRule(rule.id, { ...rule, effect: 'against', weight: 3 }),
      },
    ];
  }
  const turned = rule.effect === 'favour' ? 'against' : 'favour';
  return [
    { what: `${rule.id}: ${turned}`, book: replaceRule(rule.id, { ...rule, effect: turned }) },
    { what: `${rule.id}: weight ${rule.weight + 1}`, book: replaceRule(rule.id, { ...rule, weight: rule.weight + 1 }) },
    { what: `${rule.id}: weight ${rule.weight - 1}`, book: replaceRule(rule.id, { ...rule, weight: rule.weight - 1 }) },
  ];
}

const mutants = [
  ...book.rules.flatMap((rule) => [...mutantsOfGrounds(rule, replaceRule), ...mutantsOfWeight(rule)]),
  ...book.verdicts.flatMap((rule) => mutantsOfGrounds(rule, replaceVerdict)),
];
const decisions = readDecisions();
const survivors = mutants.filter((mutant) => movedDecisions(decisions, mutant.book).length === 0);
for (const { what } of survivors) console.log(`survived: ${what}`);
const killed = mutants.length - survivors.length;
console.log(`${killed} of ${mutants.length} changed rules noticed (${((100 * killed) / mutants.length).toFixed(1)}%)`);
