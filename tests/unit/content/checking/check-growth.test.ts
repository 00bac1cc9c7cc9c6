import { expect, test } from 'vitest';
import { growthProblems } from '#content/checking/check-growth.ts';
import type { FieldTest, Grounds, PatternRule, RuleBook, VerdictRule } from '#core/advisor/rule-book.ts';
import { book } from '#tests/support/rule-book.ts';

/** The project's book with one verdict changed; more of a rule than its conditions does not matter here. */
const withVerdict = (id: string, change: Partial<VerdictRule>): RuleBook => {
  expect(book.verdicts.map((rule) => rule.id)).toContain(id);
  return { ...book, verdicts: book.verdicts.map((rule) => (rule.id === id ? { ...rule, ...change } : rule)) };
};

const withRule = (id: string, change: Partial<Grounds & Pick<PatternRule, 'criterion'>>): RuleBook => {
  expect(book.rules.map((rule) => rule.id)).toContain(id);
  return { ...book, rules: book.rules.map((rule) => (rule.id === id ? { ...rule, ...change } : rule)) };
};

const adding = (rule: PatternRule): RuleBook => ({ ...book, rules: [...book.rules, rule] });
const someRule = book.rules.find(({ id }) => id === 'odata-bulk-load') as PatternRule;

const peak = (range: object): FieldTest => ({ field: 'peak_batch_records', range });
const complex: FieldTest = { field: 'transformation', anyOf: ['complex'] };
const native: FieldTest = { field: 'primary', anyOf: ['dual-write'] };

const problemsOf = (changed: RuleBook): string[] =>
  growthProblems(changed).map(({ file, field, message }) => `${file} › ${field}: ${message}`);

test('the rules of the project cannot weaken middleware by more records or systems', () => {
  expect(growthProblems(book)).toEqual([]);
});

const middleware = 'content/advisor/middleware.yaml';

test.each<[string, RuleBook, string]>([
  [
    'a reason for a hub that ends at a load',
    withVerdict('hub-mapping', { when: [[complex, peak({ up_to: 400 })]] }),
    `${middleware} › hub-mapping.when: has an upper bound of peak_batch_records, so that more would weaken middleware`,
  ],
  [
    'a reason for a hub that is excepted from a number of systems on',
    withVerdict('hub-mapping', { unless: [[{ field: 'systems', range: { from: 9 } }]] }),
    `${middleware} › hub-mapping.unless: has a lower bound of systems, so that more would weaken middleware`,
  ],
  [
    'a reason against a hub that begins at a load',
    withVerdict('hub-nobody-runs-it', { when: [[peak({ above: 400 })]] }),
    `${middleware} › hub-nobody-runs-it.when: has a lower bound of peak_batch_records, so that more would weaken middleware`,
  ],
  [
    'a reason against a hub that is excepted below a number of systems',
    withVerdict('hub-nobody-runs-it', { unless: [[{ field: 'systems', range: { below: 3 } }]] }),
    `${middleware} › hub-nobody-runs-it.unless: has an upper bound of systems, so that more would weaken middleware`,
  ],
  [
    'an exception by the pattern',
    withVerdict('hub-mapping', { unless: [[native]] }),
    `${middleware} › hub-mapping: has an exception that asks for the pattern, which a greater load may move; ask for answers instead`,
  ],
  [
    'a hub that another pattern asks for',
    withVerdict('hub-is-the-pattern', { when: [[native]] }),
    `${middleware} › hub-is-the-pattern: speaks for a hub by the pattern, which a greater load may move; ask for answers instead`,
  ],
  [
    'a hub that is only advised by the pattern',
    withVerdict('hub-mapping', { when: [[{ field: 'primary', anyOf: ['middleware'] }]] }),
    `${middleware} › hub-mapping: speaks for a hub by the pattern, which a greater load may move; ask for answers instead`,
  ],
  [
    'a pattern that speaks against a hub at any load',
    withVerdict('hub-not-for-native-pair', { unless: [] }),
    `${middleware} › hub-not-for-native-pair: asks for the pattern, which more than 5000 of peak_batch_records may move: say so under unless`,
  ],
  [
    'a pattern that speaks against a hub at a load that may have moved it',
    withVerdict('hub-not-for-native-pair', {
      unless: [[peak({ above: 5001 })], [{ field: 'volume_per_day', range: { above: 120_000 } }]],
    }),
    `${middleware} › hub-not-for-native-pair: asks for the pattern, which more than 5000 of peak_batch_records may move: say so under unless`,
  ],
  [
    'a load under another criterion',
    withRule('dmf-load', { criterion: 'task' }),
    'content/advisor/rules/dmf.yaml › dmf-load: tests the load, which belongs under the criterion load',
  ],
  [
    'systems that speak for anything but middleware',
    withRule('odata-read', { when: [[{ field: 'systems', range: { from: 3 } }]] }),
    'content/advisor/rules/odata.yaml › odata-read: tests the number of systems, which may only speak for middleware or against others, from a number on',
  ],
  [
    'systems that speak for middleware up to a number',
    withRule('middleware-many-systems', { when: [[{ field: 'systems', range: { up_to: 3 } }]] }),
    'content/advisor/rules/middleware.yaml › middleware-many-systems: tests the number of systems, which may only speak for middleware or against others, from a number on',
  ],
])('%s is a fault', (_story, changed, problem) => {
  expect(problemsOf(changed)).toContain(problem);
});

test('systems may speak against another pattern where no verdict hangs on it', () => {
  const systems: FieldTest = { field: 'systems', range: { from: 3 } };
  const changed = adding({ ...someRule, id: 'odata-many', criterion: 'ownership', when: [[systems]] });
  expect(problemsOf(changed)).toEqual([
    `${middleware} › hub-not-for-native-pair: asks for the pattern, which more than 2 of systems may move: say so under unless`,
  ]);
  const verdicts = book.verdicts.filter(({ id }) => id !== 'hub-not-for-native-pair');
  expect(growthProblems({ ...changed, verdicts })).toEqual([]);
});

test('a pattern that gains more than middleware at some load is a fault, at that load alone', () => {
  const rules = book.rules.filter(({ id }) => id !== 'analytics-export-over-samples');
  expect(problemsOf({ ...book, rules })).toEqual(
    ['peak_batch_records passes 199999', 'volume_per_day passes 4799999'].map(
      (step) =>
        `content/advisor/rules/analytics-export.yaml › load: gains more than middleware where ${step}, so that more would weaken middleware`,
    ),
  );
});

test('a pattern that a greater load brings back is a fault', () => {
  const atOnce: PatternRule = { ...someRule, id: 'odata-small', when: [[peak({ up_to: 5000 })]] };
  expect(problemsOf(adding(atOnce)).join('\n')).toContain('rules/odata.yaml › load: gains more than middleware');
});

test('middleware itself is excluded by no load', () => {
  const never: PatternRule = { ...someRule, id: 'middleware-never', pattern: 'middleware' };
  expect(problemsOf(adding(never)).join('\n')).toContain('rules/middleware.yaml › load: is excluded where');
});

test('a criterion in which middleware cannot be the pattern is left alone', () => {
  const analytics: PatternRule = {
    ...(book.rules.find(({ id }) => id === 'analytics-export-large') as PatternRule),
    id: 'analytics-export-very-large',
    when: [[peak({ above: 5000 }), { field: 'purpose', anyOf: ['analytics'] }]],
    weight: 3,
  } as PatternRule;
  expect(growthProblems(adding(analytics))).toEqual([]);
});
