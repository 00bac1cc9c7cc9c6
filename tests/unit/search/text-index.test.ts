import { describe, expect, test } from 'vitest';
import { find } from '#search/find.ts';
import { type Pagefind, TextIndex } from '#search/text-index.ts';

const texts: Record<string, string> = {
  close: 'How do we shorten the month-end close? Closing is quick.',
  dmf: 'The data management framework loads files.',
  data: 'Who owns master data? Management does.',
};

/** Finds as Pagefind does: by the longest beginning of each word that any page knows. */
function pagefindOver(pages: Record<string, string>): Pagefind & { searches: string[] } {
  const searches: string[] = [];
  const hits = (start: string) =>
    Object.entries(pages)
      .filter(([, text]) =>
        text
          .toLowerCase()
          .split(/\W+/)
          .some((word) => word.startsWith(start)),
      )
      .map(([id, content]) => ({ id, score: 1, data: async () => ({ url: `/${id}/`, content, meta: {} }) }));
  return {
    searches,
    options: async () => undefined,
    init: async () => undefined,
    filters: async () => ({ hub: { Finance: 1 } }),
    search: async (term, options) => {
      if (term === null) return { results: options?.filters.hub === 'Finance' ? hits('close') : [] };
      searches.push(term);
      const lengths = Array.from({ length: term.length }, (_, cut) => term.length - cut);
      const known = lengths.map((length) => hits(term.slice(0, length))).find((found) => found.length > 0);
      return { results: known ?? [] };
    },
  };
}

const idsWith = async (name: string): Promise<string[]> => [
  ...(await new TextIndex(pagefindOver(texts)).pagesWith(name)).keys(),
];

describe('pages that hold a name', () => {
  test.each([
    ['a word, in any form', 'closed', ['close']],
    ['the beginning of a word', 'framew', ['dmf']],
    ['every word of a name', 'data management framework', ['dmf']],
    ['words that stand apart', 'data management', ['dmf', 'data']],
    ['a word of which only the beginning is known', 'quickbooks', []],
    ['a word of which nothing is known', 'zzz', []],
    ['a name of which one word is unknown', 'data warehouse', []],
  ])('%s', async (_story, name, expected) => {
    expect(await idsWith(name)).toEqual(expected);
  });
});

test('a word is looked up once', async () => {
  const pagefind = pagefindOver(texts);
  const index = new TextIndex(pagefind);
  await index.pagesWith('data management');
  await index.pagesWith('data');
  expect(pagefind.searches).toEqual(['data', 'management']);
});

test('a word whose look-up failed may be tried again', async () => {
  const pagefind = pagefindOver(texts);
  const search = pagefind.search;
  pagefind.search = () => Promise.reject(new Error('offline'));
  const index = new TextIndex(pagefind);
  await expect(index.pagesWith('data')).rejects.toThrow('offline');
  pagefind.search = search;
  expect((await index.pagesWith('data')).size).toBe(2);
});

test('facets tell which pages carry a value', async () => {
  expect(await new TextIndex(pagefindOver(texts)).facets()).toEqual(
    new Map([['hub', new Map([['Finance', new Set(['close'])]])]]),
  );
});

test('a query is answered by the pages that speak of it, under any name', async () => {
  const index = new TextIndex(pagefindOver(texts));
  const vocabulary = { pages: 3, synonyms: [['DMF', 'data management framework']], words: [] };
  const { pages, unknown } = await find('How does DMF load quixotic files?', index, vocabulary);
  expect(pages.map(({ id }) => id)).toEqual(['dmf']);
  expect(unknown.map(({ asked }) => asked)).toEqual(['quixotic']);
});

test('a misspelt word is corrected only to one that stands on a page', async () => {
  const index = new TextIndex(pagefindOver(texts));
  const vocabulary = { pages: 3, synonyms: [], words: ['framework', 'segregation'] };
  const corrected = await find('framewrok', index, vocabulary);
  expect(corrected.concepts[0]).toMatchObject({ asked: 'framewrok', corrected: 'framework' });
  const nowhere = await find('segragation', index, vocabulary);
  expect(nowhere.concepts[0]?.corrected).toBeUndefined();
  expect(nowhere.pages).toEqual([]);
});
