import { describe, expect, test } from 'vitest';
import { LightIndex } from '#apps/search/index/light-index.ts';
import { parseQuery } from '#apps/search/query/parse-query.ts';
import { emptyPhrasebook, type PackedPhrasebook, Phrasebook } from '#apps/search/query/phrasebook.ts';
import { searchLight, searchTexts } from '#apps/search/ranking/search.ts';

const packed: PackedPhrasebook = {
  phrases: [{ say: ['shut up shop', 'wind down the books', 'go back'], mean: 'month-end close' }],
  weak: ['system', 'project'],
  synonyms: [['vendor', 'supplier']],
  ordinary: ['email', 'journeys'],
  products: [['Great Ledger', 'GL Pro'], ['Tally']],
  beside: ['integrate', 'versus'],
};
const phrasebook = new Phrasebook(packed);

describe('a phrase', () => {
  test.each([
    ['as it is written', 'wind down the books', 'month end close'],
    ['in other forms, with other small words', 'winding down our book', 'month end close'],
    ['inside a question', 'how do we wind down the books quickly', 'how do we month end close quickly'],
    ['of small words alone, only whole', 'can we go back', 'can we month end close'],
    ['that is torn apart is none', 'wind the budget down', 'wind the budget down'],
  ])('%s', (_story, query, read) => {
    expect(phrasebook.read(query.split(' ')).words.join(' ')).toBe(read);
  });

  test('is told by what was said and what is meant', () => {
    expect(phrasebook.read(['wind', 'down', 'our', 'books']).readings).toEqual([
      { said: 'wind down our books', meant: 'month-end close' },
    ]);
  });
});

describe('a product of others', () => {
  test.each([
    ['by its name', 'great ledger posting groups', 'Great Ledger'],
    ['by another name', 'gl pro licence', 'Great Ledger'],
    ['beside a word that joins it with F&O', 'integrate tally', undefined],
    ['that is only begun', 'great expectations', undefined],
  ])('%s', (_story, query, name) => {
    expect(phrasebook.foreignProduct(query.split(' '))?.name).toBe(name);
  });
});

const page = (path: string, title: string, aliases: string[] = [], verdict = '') => ({
  path,
  title,
  aliases,
  asked: [],
  verdict,
  audiences: [],
});

const filler = Array.from({ length: 30 }, (_, index) => page(`other/${index}`, `subject${index}`));

const site = (known: PackedPhrasebook = packed) =>
  new LightIndex({
    hubs: {},
    terms: [],
    entries: [
      page('a/close', 'How do we shorten the month-end close?'),
      page('a/gmail', 'Does gmail send journals?'),
      page('a/vendor', 'How do we pay a vendor?'),
      page('a/copilot', 'What does Copilot change?', ['Copilot in the system']),
      page('a/tally', 'Tally or F&O?', ['moving off Tally'], 'Licence and scale decide.'),
      page('a/limits', 'Which limit stops a load?'),
      ...filler,
    ],
    phrasebook: known,
  });

const first = (query: string, light = site()): string | undefined =>
  searchLight({ query, literal: false }, light).hits[0]?.path;

describe('what people say finds what this site calls it', () => {
  test('a phrase', () => expect(first('wind down the books')).toBe('a/close'));
  test('a word that means the same', () => expect(first('pay a supplier')).toBe('a/vendor'));
  test('without the phrasebook neither is found', () => {
    expect(first('wind down the books', site(emptyPhrasebook))).toBeUndefined();
    expect(first('supplier', site(emptyPhrasebook))).toBeUndefined();
  });
});

describe('words that tell nothing', () => {
  test('pull no page up by themselves', () => expect(first('system vendor')).toBe('a/vendor'));
  test('and a number rules none out', () => {
    expect(first('month-end close in 3 or 12345 days')).toBe('a/close');
  });
});

describe('ordinary English', () => {
  test.each(['email', 'journeys'])('“%s” is not corrected', (word) => {
    expect(parseQuery(`${word} limit`, site()).corrected).toBeUndefined();
  });
  test('nor is the name of a product of others', () => {
    const light = new LightIndex({
      hubs: {},
      terms: [],
      entries: [page('a/rally', 'When do we rally?')],
      phrasebook: packed,
    });
    expect(parseQuery('tally', light)).toMatchObject({ foreign: { name: 'Tally' } });
    expect(parseQuery('tally', light).corrected).toBeUndefined();
  });
  test('while a slip is', () => expect(parseQuery('vendro limit', site()).corrected).toBe('vendor limit'));
});

describe('a query about a product of others', () => {
  test('has no answer, though its other words stand here', () => {
    expect(searchLight({ query: 'great ledger load limit', literal: false }, site())).toMatchObject({
      hits: [],
      foreign: { name: 'Great Ledger' },
    });
  });
  test('has one where a page is about the product and the rest of it', () => {
    expect(first('tally licence')).toBe('a/tally');
    expect(first('tally')).toBe('a/tally');
  });
  test('has none where the page about it says nothing of the rest', () => {
    expect(first('tally load limit')).toBeUndefined();
  });
});

test('an answer that stood there is never replaced by none, though the texts know the word as it was typed', async () => {
  const query = 'vendro';
  const nowhere = { pagesWith: async () => new Map() };
  const elsewhere = {
    pagesWith: async (names: readonly string[]) =>
      new Map(names.includes('vendro') ? [['other/1', { score: 1, field: 'text' as const }]] : []),
  };
  expect(first(query)).toBe('a/vendor');
  for (const texts of [nowhere, elsewhere]) {
    expect((await searchTexts({ query, literal: false }, site(), texts)).hits.length).toBeGreaterThan(0);
  }
});
