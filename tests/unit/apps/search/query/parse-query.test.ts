import { describe, expect, test } from 'vitest';
import { parseLiterally, parseQuery } from '#apps/search/query/parse-query.ts';
import { smallIndex } from '#tests/support/small-index.ts';

const read = (query: string) => parseQuery(query, smallIndex);
const asked = (query: string): string[] => read(query).concepts.map((concept) => concept.asked);

describe('a query is taken apart', () => {
  test.each([
    ['a few words', 'rollback plan weekend', ['rollback', 'plan', 'weekend']],
    ['a question, by what it asks about', 'Can we shorten the system?', ['shorten', 'system']],
    ['words that every page is about', 'D365 F&O bulk', ['bulk']],
    ['a term, before single words', 'files by data management framework', ['data management framework', 'files']],
    ['what is written together here, however it is typed', 'month end work', ['month end', 'work']],
    ['a word that is said twice', 'bulk bulk', ['bulk']],
    ['nothing but small words, as they are', 'how to', ['how', 'to']],
    ['nothing', '  ?! ', []],
  ])('%s', (_story, query, expected) => {
    expect(asked(query)).toEqual(expected);
  });
});

test('a term is searched for by all its names, and says which were not asked', () => {
  expect(read('dixf').concepts).toMatchObject([
    {
      asked: 'dixf',
      names: ['dixf', 'dmf', 'data management framework'],
      synonyms: ['DMF', 'Data Management Framework'],
    },
  ]);
});

test('another spelling of a term is no synonym of it', () => {
  expect(read('dual-write').concepts[0]?.synonyms).toEqual([]);
});

test('a term that is also a small word counts as it is written', () => {
  expect(asked('use files')).toEqual(['files']);
  expect(asked('USE files')).toEqual(['USE', 'files']);
});

test('a term within a word is none', () => {
  expect(read('xdmf').concepts[0]?.terms).toEqual([]);
});

test('the last word may be one that is still being typed', () => {
  expect(read('rollb').concepts[0]?.isUnfinished).toBe(true);
  expect(read('rollback').concepts[0]?.isUnfinished).toBe(false);
});

describe('slips', () => {
  test.each([
    ['rollbakc plan', 'rollback plan'],
    ['realsitic plan', 'realistic plan'],
    ['duel wrtie', 'dual write'],
    ['dual wrtie', 'dual write'],
    ['wiht files', 'with files'],
  ])('%s is read as %s', (typed, corrected) => {
    expect(read(typed).corrected).toBe(corrected);
  });

  test.each(['rollback plan', 'qwzzk', 'pizza plan'])('%s is left as it is', (typed) => {
    expect(read(typed).corrected).toBeUndefined();
  });

  test.each([
    ['plon', true],
    ['raelistci', true],
    ['rollbakc', false],
  ])('%s is read as a guess: %s', (typed, isGuess) => {
    expect(read(typed).concepts[0]?.isGuess).toBe(isGuess);
  });

  test('a word that only the texts know is spelt right', () => {
    expect(parseQuery('rollbacd plan', smallIndex, new Set(['rollbacd'])).corrected).toBeUndefined();
  });
});

test('word for word, nothing is corrected and nothing stands for anything else', () => {
  const { concepts, corrected } = parseLiterally('dixf wrtie');
  expect(corrected).toBeUndefined();
  expect(concepts.map(({ names }) => names)).toEqual([['dixf'], ['wrtie']]);
});
