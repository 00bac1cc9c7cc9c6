import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Field, Occurrence } from '#apps/search/index/occurrences.ts';
import { rank } from '#apps/search/ranking/rank.ts';

const PAGES = 40;

const inField = (scores: Readonly<Record<string, number>>, field: Field): Map<string, Occurrence> =>
  new Map(Object.entries(scores).map(([path, score]) => [path, { score, field }]));
const none = new Map<string, Occurrence>();

/** Concepts found in titles, by what each page scores. */
const ranked = (concepts: readonly Record<string, number>[]) =>
  rank(
    concepts.map((scores) => ({ isTerm: false, isGuess: false, light: inField(scores, 'title'), text: none })),
    PAGES,
  );
const order = (concepts: readonly Record<string, number>[]): string[] => ranked(concepts).map(({ path }) => path);

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
  expect(order([{ ...common, rare: 1 }, common, { rare: 1 }])[0]).toBe('rare');
});

test('what the site never mentions counts against every page', () => {
  const [known] = ranked([{ page: 1 }]);
  const [half] = ranked([{ page: 1 }, {}]);
  expect(known?.coverage).toBe(1);
  expect(half?.coverage).toBeLessThan(0.5);
});

test('a title says more than a mention in the text', () => {
  const concepts = [
    {
      isTerm: false,
      isGuess: false,
      light: inField({ named: 1 }, 'title'),
      text: inField({ named: 1, told: 1 }, 'text'),
    },
  ];
  const [first, second] = rank(concepts, PAGES);
  expect([first?.path, second?.path]).toEqual(['named', 'told']);
  expect(first?.coverage).toBeGreaterThan(second?.coverage ?? 1);
});

test('an empty query and an unknown one have no answer', () => {
  expect(order([])).toEqual([]);
  expect(order([{}])).toEqual([]);
});

test('the order of the words changes nothing', () => {
  const scores = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), fc.double({ min: 0.1, max: 50, noNaN: true }));
  fc.assert(
    fc.property(fc.array(scores, { maxLength: 4 }), (concepts) => {
      const turned = new Map(ranked(concepts.toReversed()).map((page) => [page.path, page]));
      const pages = ranked(concepts);
      expect(turned.size).toBe(pages.length);
      // Sums differ in their last digits by the order of what is added, so equals may change places.
      for (const { path, score, coverage } of pages) {
        expect(turned.get(path)?.score).toBeCloseTo(score, 6);
        expect(turned.get(path)?.coverage).toBeCloseTo(coverage, 6);
      }
    }),
  );
});
