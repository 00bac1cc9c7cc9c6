import { describe, expect, test } from 'vitest';
import { Facts } from '#apps/search/facts/facts.ts';
import type { FactFigure } from '#apps/search/facts/facts-file.ts';
import { parseQuery } from '#apps/search/query/parse-query.ts';
import { smallIndex } from '#tests/support/small-index.ts';

const figure = (text: string, words: string): Omit<FactFigure, 'sourceTitle'> => ({
  text,
  words,
  source: 'a-source',
  checked: '27 November 2026',
});

const facts = new Facts(
  {
    figures: [
      figure('at most 2,000 rows in one file of the data management framework', 'dmf rows limit'),
      figure('40 companies a map of dual-write', 'dual write companies limit'),
      figure('at least 3 days between two releases', 'release days guidance'),
    ],
    sources: { 'a-source': 'A source' },
    definitions: { dmf: 'Imports and exports files in bulk.' },
  },
  smallIndex,
);

const conceptsOf = (query: string) => parseQuery(query, smallIndex).concepts;
const figuresFor = (query: string): string[] => facts.figuresFor(query, conceptsOf(query)).map(({ text }) => text);

describe('a figure stands at once', () => {
  test.each([
    [
      'under a name that the figure does not use',
      'DIXF limit',
      'at most 2,000 rows in one file of the data management framework',
    ],
    ['in a whole question', 'how many companies can dual-write take', '40 companies a map of dual-write'],
  ])('%s', (_story, query, found) => {
    expect(figuresFor(query)).toEqual([found]);
    expect(facts.figuresFor(query, conceptsOf(query))[0]?.sourceTitle).toBe('A source');
  });

  test.each([
    ['nobody asks for a figure', 'dual-write companies'],
    ['no subject is named', 'maximum limit'],
    ['a part of the subject is another', 'dual-write invoices limit'],
  ])('but not where %s', (_story, query) => {
    expect(figuresFor(query)).toEqual([]);
  });
});

describe('what a term means', () => {
  test('is told where the query is that term, by any of its names', () => {
    expect(facts.definitionFor(conceptsOf('what is DIXF?'))?.definition).toBe('Imports and exports files in bulk.');
  });

  test('is not told in between where more is asked', () => {
    expect(facts.definitionFor(conceptsOf('DIXF warehouse close'))).toBeUndefined();
  });

  test('is left out for a term that has none', () => {
    expect(facts.definitionFor(conceptsOf('dual-write'))).toBeUndefined();
  });
});
