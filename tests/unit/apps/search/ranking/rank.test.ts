import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Field, Occurrence } from '#apps/search/index/occurrences.ts';
import { rank } from '#apps/search/ranking/rank.ts';

const pages = { count: 40, named: new Set<string>(), closeness: new Map<string, number>() };

const inField = (scores: Readonly<Record<string, number>>, field: Field): Map<string, Occurrence> =>
  new Map(Object.entries(scores).map(([path, score]) => [path, { score, field }]));
const none = new Map<string, Occurrence>();

/** Concepts found in titles, by what each page scores. */
const ranked = (concepts: readonly Record<string, number>[]) =>
  rank(
    concepts.map((scores) => ({
      isTerm: false,
      isGuess: false,
      telling: 1,
      light: inField(scores, 'title'),
      text: none,
    })),
    pages,
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
      telling: 1,
      light: inField({ named: 1 }, 'title'),
      text: inField({ named: 1, told: 1 }, 'text'),
    },
  ];
  const [first, second] = rank(concepts, pages);
  expect([first?.path, second?.path]).toEqual(['named', 'told']);
  expect(first?.coverage).toBeGreaterThan(second?.coverage ?? 1);
});

test('of pages that say as much, the one that is named so comes first', () => {
  const concepts = [
    { isTerm: false, isGuess: false, telling: 1, light: inField({ apt: 1, other: 1 }, 'title'), text: none },
  ];
  const [first] = rank(concepts, {
    ...pages,
    closeness: new Map([
      ['other', 0.4],
      ['apt', 0.9],
    ]),
  });
  expect(first?.path).toBe('apt');
});

test('the texts take nothing from a page: neither its score nor its share of the query falls', () => {
  const scores = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), fc.double({ min: 0.1, max: 50, noNaN: true }));
  const concept = fc.record({ light: scores, text: scores, telling: fc.constantFrom(0.25, 1), isTerm: fc.boolean() });
  fc.assert(
    fc.property(fc.array(concept, { maxLength: 4 }), (concepts) => {
      const matches = concepts.map(({ light, text, ...rest }) => ({
        ...rest,
        isGuess: false,
        light: inField(light, 'title'),
        text: inField(text, 'text'),
      }));
      const full = new Map(rank(matches, pages).map((page) => [page.path, page]));
      for (const { path, score, coverage } of rank(
        matches.map((one) => ({ ...one, text: none })),
        pages,
      )) {
        expect(full.get(path)?.coverage).toBeGreaterThanOrEqual(coverage - 1e-9);
        expect(full.get(path)?.score).toBeGreaterThanOrEqual(score - 1e-9);
      }
    }),
  );
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
      const listed = ranked(concepts);
      expect(turned.size).toBe(listed.length);
      // Sums differ in their last digits by the order of what is added, so equals may change places.
      for (const { path, score, coverage } of listed) {
        expect(turned.get(path)?.score).toBeCloseTo(score, 6);
        expect(turned.get(path)?.coverage).toBeCloseTo(coverage, 6);
      }
    }),
  );
});
