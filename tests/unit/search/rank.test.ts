import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rank } from '#search/rank.ts';

const pages = 40;
const order = (concepts: Record<string, number>[]): string[] =>
  rank(
    concepts.map((scores) => new Map(Object.entries(scores))),
    pages,
  ).map(({ id }) => id);

test('a page that covers all of a query comes before one that covers most of it better', () => {
  expect(
    order([
      { all: 4, half: 5 },
      { all: 3, other: 4 },
    ])[0],
  ).toBe('all');
});

test('the rarer concept decides between pages that cover as many', () => {
  const common = Object.fromEntries(Array.from({ length: 20 }, (_, number) => [`page-${number}`, 1]));
  expect(order([{ ...common, rare: 1 }, { ...common, rare: 0 }, { rare: 1 }])[0]).toBe('rare');
});

test('a page has to speak of more than half of a query', () => {
  expect(order([{ page: 9 }, {}])).toEqual([]);
  expect(order([{ page: 9 }, { page: 1 }, {}])).toEqual(['page']);
});

test('an empty query and an unknown one have no answer', () => {
  expect(order([])).toEqual([]);
  expect(order([{}])).toEqual([]);
});

test('the order of the words changes nothing', () => {
  const occurrences = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), fc.double({ min: 0.1, max: 50, noNaN: true }));
  fc.assert(
    fc.property(fc.array(occurrences, { maxLength: 4 }), (concepts) => {
      expect(new Set(order(concepts))).toEqual(new Set(order(concepts.toReversed())));
    }),
  );
});
