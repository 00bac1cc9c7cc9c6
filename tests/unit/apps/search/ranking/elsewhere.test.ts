import { expect, test } from 'vitest';
import { nearestHub, termsAsked } from '#apps/search/ranking/elsewhere.ts';
import { searchLight } from '#apps/search/ranking/search.ts';
import { smallIndex } from '#tests/support/small-index.ts';

const resultsFor = (query: string) => searchLight({ query, literal: false }, smallIndex);

test('a query names each term of the glossary once, by whichever of its names', () => {
  expect(termsAsked(resultsFor('DIXF and dual write, or DMF')).map(({ id }) => id)).toEqual(['dual-write', 'dmf']);
  expect(termsAsked(resultsFor('rollback plan'))).toEqual([]);
});

test('a query without an answer is sent to the hub of the page that came nearest', () => {
  expect(nearestHub(resultsFor('weather forecast tornado realistic rollover'), smallIndex)).toEqual({
    id: 'go-live-cutover',
    name: 'Go-live & cutover',
  });
});

test.each([
  ['is answered', 'rollback plan'],
  ['nothing comes near to', 'pizza'],
])('a query that %s is sent nowhere', (_story, query) => {
  expect(nearestHub(resultsFor(query), smallIndex)).toBeUndefined();
});
