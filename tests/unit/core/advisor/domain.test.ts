import { describe, expect, test } from 'vitest';
import { domainFor, domainOf } from '#core/advisor/domain.ts';
import { choices, decidingFields, guarantees } from '#core/advisor/profile.ts';
import type { KindRule, NoteRule, Range } from '#core/advisor/rule-book.ts';
import { conflict, contradiction, favour, groundsOf, ownBook, verdict } from '#tests/support/own-rules.ts';

const countsFor = (...ranges: Range[]) =>
  domainFor(['systems'], [groundsOf(ranges.map((range) => ({ systems: range })))]).get('systems');

describe('the numbers that rules tell apart', () => {
  test.each<[Range[], number[]]>([
    [[], [1]],
    [[{ above: 5 }], [5, 6]],
    [[{ up_to: 5 }], [5, 6]],
    [[{ from: 5 }], [4, 5]],
    [[{ below: 5 }], [4, 5]],
    [
      [{ above: 5 }, { from: 6 }],
      [5, 6],
    ],
    [
      [{ above: 100 }, { below: 10 }],
      [9, 100, 101],
    ],
    [[{ above: 2, up_to: 4 }], [2, 4, 5]],
    [[{ from: 0 }], [1]],
    [[{ above: 0 }], [0, 1]],
  ])('of %j are %j', (ranges, expected) => {
    expect(countsFor(...ranges)).toEqual(expected);
  });

  test('are those of this question and no other, exceptions included', () => {
    const rule = groundsOf({ systems: { above: 5 }, volume_per_day: { above: 100 } }, { systems: { above: 9 } });
    const domain = domainFor(['systems', 'volume_per_day'], [rule]);
    expect(domain.get('systems')).toEqual([5, 9, 10]);
    expect(domain.get('volume_per_day')).toEqual([100, 101]);
  });
});

test('words are told apart one by one, in the order of their question', () => {
  expect(domainFor(['latency'], []).get('latency')).toEqual(choices.latency);
});

test('promises are told apart by every set of them, none first', () => {
  const sets = domainFor(['guarantees'], []).get('guarantees') as string[][];
  expect(sets).toHaveLength(2 ** guarantees.length);
  expect(sets[0]).toEqual([]);
  expect(new Set(sets.map(String)).size).toBe(sets.length);
  expect(sets).toContainEqual(['ordered', 'exactly-once']);
});

describe('the values of a whole book', () => {
  const above = (systems: number) => ({ systems: { above: systems } });

  test('are those that any of its rules tells apart', () => {
    const kind: KindRule = { ...groundsOf(above(3)), kind: 'logic-apps', name: '' };
    const note: NoteRule = { ...groundsOf(above(6)), title: '', link: undefined };
    const book = ownBook({
      rules: [favour('odata', 'task', 1, above(1))],
      verdicts: [verdict('avoid', above(2))],
      kinds: [kind],
      conflicts: [conflict('clash', above(4))],
      contradictions: [contradiction(above(5))],
      notes: [note],
    });
    expect(domainOf(book).get('systems')).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect([...domainOf(book).keys()]).toEqual(decidingFields);
  });

  test('are worked out once for a book', () => {
    const book = ownBook({});
    expect(domainOf(book)).toBe(domainOf(book));
    expect(domainOf(ownBook({}))).not.toBe(domainOf(book));
  });
});
