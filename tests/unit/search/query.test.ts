import { describe, expect, test } from 'vitest';
import { conceptsOf } from '#search/query.ts';

const vocabulary = {
  synonyms: [
    ['DMF', 'data management framework', 'DIXF'],
    ['data entity', 'entity'],
  ],
};

const asked = (query: string): string[] => conceptsOf(query, vocabulary).map((concept) => concept.asked);

describe('a query is taken apart', () => {
  test.each([
    ['a few words', 'cutover plan owners', ['cutover', 'plan', 'owners']],
    ['a question, by what it asks about', 'Can we undo the closing?', ['undo', 'closing']],
    ['words that every page is about', 'D365 F&O throttling', ['throttling']],
    [
      'a term of the vocabulary, as one thing',
      'export with the Data Management Framework',
      ['data management framework', 'export'],
    ],
    ['a word that is said twice', 'batch batch', ['batch']],
    ['nothing but small words, as they are', 'how to', ['how', 'to']],
    ['nothing', '  ?! ', []],
  ])('%s', (_story, query, expected) => {
    expect(asked(query)).toEqual(expected);
  });
});

test('a term is searched for by all its names, and says which were not asked', () => {
  expect(conceptsOf('dixf', vocabulary)).toEqual([
    {
      asked: 'DIXF',
      names: ['dmf', 'data management framework', 'dixf'],
      synonyms: ['DMF', 'data management framework'],
    },
  ]);
});

test('a name of two letters is searched for by its longer ones', () => {
  const synonyms = [['VE', 'virtual entity']];
  expect(conceptsOf('VE', { synonyms })[0]).toMatchObject({ asked: 'VE', names: ['virtual entity'] });
});

test('another spelling of a term is no synonym of it', () => {
  const synonyms = [
    ['Virtual entities', 'virtual entity', 'Virtual tables', 'virtual table'],
    ['Dual-write', 'dual write'],
  ];
  expect(conceptsOf('virtual table', { synonyms })[0]?.synonyms).toEqual(['Virtual entities']);
  expect(conceptsOf('dual-write', { synonyms })[0]?.synonyms).toEqual([]);
});

test('a term that is also a small word counts as it is written', () => {
  const synonyms = [['USE', 'unified environment']];
  expect(conceptsOf('use a sandbox', { synonyms }).map((concept) => concept.asked)).toEqual(['sandbox']);
  expect(conceptsOf('USE sandbox', { synonyms }).map((concept) => concept.asked)).toEqual(['USE', 'sandbox']);
});

test('a term within a word is none', () => {
  expect(asked('dmfx')).toEqual(['dmfx']);
});

test('a word written together is also searched for in parts, which is no synonym', () => {
  expect(conceptsOf('month-end', vocabulary)).toEqual([
    { asked: 'month-end', names: ['month-end', 'month end'], synonyms: [] },
  ]);
});
