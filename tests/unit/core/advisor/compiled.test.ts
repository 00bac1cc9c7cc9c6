import { expect, test } from 'vitest';
import { bitsOf, compile, roomOf } from '#core/advisor/compiled.ts';
import { recommend } from '#core/advisor/recommend.ts';
import type { PatternRule, RuleBook } from '#core/advisor/rule-book.ts';
import { settle } from '#core/advisor/settle.ts';
import { book } from '#tests/support/rule-book.ts';

/** A book whose rules tell apart one number of systems more than it has rules. */
function bookWithCuts(count: number): RuleBook {
  const rules = Array.from(
    { length: count },
    (_, index): PatternRule => ({
      id: `systems-${index}`,
      pattern: index % 2 === 0 ? 'dmf' : 'odata',
      criterion: 'task',
      effect: 'favour',
      // Within one criterion only the strongest counts.
      weight: index % 2 === 0 ? 3 : 2,
      when: [[{ field: 'systems', range: { above: index } }]],
      unless: [],
      evidence: 'judgement',
      reason: 'A reason.',
      sources: [],
    }),
  );
  return { ...book, rules, verdicts: [], kinds: [], conflicts: [], contradictions: [], notes: [] };
}

test('31 values of a field, "not known" among them, are told apart', () => {
  const full = bookWithCuts(29);
  const compiled = compile(full);
  const systems = compiled.fields.indexOf('systems');
  expect(bitsOf(compiled.everything[systems] as number)).toHaveLength(31);
  const bits = Array.from({ length: 30 }, (_, value) => roomOf({ systems: value }, [], compiled)[systems]);
  expect(new Set(bits).size).toBe(30);
  expect(bits.every((bit) => (bit as number) > 1)).toBe(true);
  expect(settle({}, [], full).primary).toBe(false);
  expect(recommend({ systems: 29 }, full).primary).toBe('dmf');
});

test('a field with more values than the evaluator holds is named, instead of being settled wrongly', () => {
  expect(() => compile(bookWithCuts(30))).toThrow(
    new RangeError('systems has 32 values with "not known"; the evaluator takes at most 31'),
  );
  expect(() => settle({}, [], bookWithCuts(40))).toThrow(RangeError);
});
