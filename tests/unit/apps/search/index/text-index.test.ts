import { describe, expect, test } from 'vitest';
import { type PagefindResult, TextIndex } from '#apps/search/index/text-index.ts';
import { pagefindOver, smallTexts } from '#tests/support/small-index.ts';

async function indexOver(pagefind = pagefindOver(smallTexts)): Promise<TextIndex> {
  const { results } = await pagefind.search(null);
  const paths = Object.keys(smallTexts);
  return new TextIndex(pagefind, new Map(results.map((result: PagefindResult, index) => [paths[index] ?? '', result])));
}

const pathsWith = async (...names: string[]): Promise<string[]> => [
  ...(await (await indexOver()).pagesWith(names)).keys(),
];

describe('pages that hold a name', () => {
  test.each([
    ['a word, in any form', ['closed'], ['finance-module/close']],
    ['the beginning of a word', ['accru'], ['finance-module/close']],
    [
      'a short word, and no longer one that begins with it',
      ['or'],
      ['integration/dmf-or-odata', 'integration/dual-write'],
    ],
    ['a short word that only begins others', ['clo'], []],
    ['every word of a name', ['data management framework'], ['integration/dmf-or-odata', 'patterns/dmf']],
    ['any of several names', ['zzz', 'weekend'], ['go-live-cutover/rollback']],
    ['a word of which only the beginning is known', ['quickbooks'], []],
    ['a word of which nothing is known', ['zzz'], []],
    ['a name of which one word is unknown', ['data quixotic'], []],
  ])('%s', async (_story, names, expected) => {
    expect(await pathsWith(...names)).toEqual(expected);
  });
});

test('a word is looked up once', async () => {
  const pagefind = pagefindOver(smallTexts);
  const index = await indexOver(pagefind);
  await index.pagesWith(['data management']);
  await index.pagesWith(['data']);
  expect(pagefind.searches).toEqual(['data', 'management']);
});

test('a word whose look-up failed may be tried again', async () => {
  const pagefind = pagefindOver(smallTexts);
  const index = await indexOver(pagefind);
  const search = pagefind.search;
  pagefind.search = () => Promise.reject(new Error('offline'));
  await expect(index.pagesWith(['data'])).rejects.toThrow('offline');
  pagefind.search = search;
  expect((await index.pagesWith(['data'])).size).toBe(2);
});

test('a page is read by its path, and one that is not there is a fault', async () => {
  const index = await indexOver();
  expect((await index.page('patterns/dmf')).content).toBe('Data management framework. Files.');
  expect(() => index.page('patterns/none')).toThrow('patterns/none');
});

test('a page that holds a short word is not joined by those with longer words that begin with it', async () => {
  const pagefind = pagefindOver({ till: 'The POS in the shop', ledger: 'posting positions', other: 'Nothing' });
  const { results } = await pagefind.search(null);
  const paths = ['till', 'ledger', 'other'];
  const index = new TextIndex(pagefind, new Map(results.map((result, place) => [paths[place] ?? '', result])));
  expect([...(await index.pagesWith(['pos'])).keys()]).toEqual(['till']);
});
