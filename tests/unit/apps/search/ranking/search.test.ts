import { describe, expect, test } from 'vitest';
import { TextIndex } from '#apps/search/index/text-index.ts';
import { equations, reasonFor } from '#apps/search/ranking/reason.ts';
import { everyPage, searchLight, searchTexts } from '#apps/search/ranking/search.ts';
import { pagefindOver, smallIndex, smallTexts } from '#tests/support/small-index.ts';

/** Characters that are read of a query. */
const MAX_QUERY = 500;

const pagefind = pagefindOver(smallTexts);
const { results } = await pagefind.search(null);
const texts = new TextIndex(
  pagefind,
  new Map(Object.keys(smallTexts).map((path, place) => [path, results[place] as never])),
);

const light = (query: string, literal = false) => searchLight({ query, literal }, smallIndex);
const full = (query: string, literal = false) => searchTexts({ query, literal }, smallIndex, texts);

describe('by titles, other names and short answers', () => {
  test.each([
    ['the words of a question', 'shorten month end', 'finance-module/close'],
    ['another name of a page', 'way back', 'go-live-cutover/rollback'],
    ['a name, whole, before pages that hold more of its words', 'DMF', 'patterns/dmf'],
    ['a name of small words alone', 'way back', 'go-live-cutover/rollback'],
    ['a word with a slip, though it may be another', 'plon', 'go-live-cutover/rollback'],
    ['an old name of a thing', 'DIXF', 'patterns/dmf'],
    ['a misspelt name', 'duel wrtie', 'integration/dual-write'],
    ['a word of a short answer', 'old system', 'go-live-cutover/rollback'],
  ])('%s finds its page', (_story, query, path) => {
    expect(light(query).hits[0]?.path).toBe(path);
  });

  test('what the site is not about has no answer, and the nearest page is known', () => {
    const results = light('pizza delivery plan');
    expect(results.hits).toEqual([]);
    expect(results.nearest?.path).toBe('go-live-cutover/rollback');
    expect(results.unknown.map(({ asked }) => asked)).toEqual(['pizza', 'delivery']);
  });

  test('what is only guessed and not the whole of it has no answer', () => {
    expect(light('pizza plon').hits).toEqual([]);
  });

  test('word for word, an old name that stands nowhere finds nothing', () => {
    expect(light('DIXF', true).hits).toEqual([]);
  });
});

describe('with the texts of the pages', () => {
  test('what only a text says is found', async () => {
    expect(light('accruals').hits).toEqual([]);
    expect((await full('accruals')).hits[0]?.path).toBe('finance-module/close');
  });

  test('what stood first stays first, and no page stands twice', async () => {
    const first = light('rollback plan').hits.map(({ path }) => path);
    const all = (await full('rollback plan')).hits.map(({ path }) => path);
    expect(all.slice(0, first.length)).toEqual(first);
    expect(new Set(all).size).toBe(all.length);
  });
});

test.each([
  ['rollback', 'go-live-cutover/rollback', 'in the question'],
  ['way back', 'go-live-cutover/rollback', 'also asked as “way back”'],
  ['old system', 'go-live-cutover/rollback', 'in the short answer'],
])('%s says why its page is there', (query, path, reason) => {
  expect(reasonFor(path, light(query), smallIndex)).toBe(reason);
});

test('a page found by its text alone says so', async () => {
  expect(reasonFor('finance-module/close', await full('accruals'), smallIndex)).toBe('in the text');
});

test('a thing asked for by another name is told by both', () => {
  expect(equations(light('DIXF').concepts)).toEqual(['DIXF = DMF']);
  expect(equations(light('dual write').concepts)).toEqual([]);
});

describe('a pasted page', () => {
  const pasted = `DMF ${'pizza '.repeat(50_000)}`;

  test('is read as far as the longest question, which finds what it begins with', async () => {
    for (const results of [light(pasted), light(pasted, true), await full(pasted)]) {
      expect(results.isCut).toBe(true);
      expect(results.asked.length).toBeLessThanOrEqual(MAX_QUERY);
      expect(results.concepts.length).toBeLessThan(MAX_QUERY);
    }
    expect(light(pasted).concepts).toEqual(light(pasted.slice(0, MAX_QUERY)).concepts);
  });

  test('and the longest question is read whole', () => {
    expect(light('x'.repeat(MAX_QUERY)).isCut).toBe(false);
  });
});

test('without a query every page is there, to be chosen by hub or role', () => {
  const { hits, asked } = everyPage(smallIndex);
  expect(asked).toBe('');
  expect(hits.map(({ path }) => path)).toEqual([...smallIndex.entries.keys()]);
});
