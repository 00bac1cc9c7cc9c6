import { expect, test } from 'vitest';
import { searchLight } from '#apps/search/ranking/search.ts';
import { countText, isWidened, noMatchText, readingText } from '#apps/search/view/wording.ts';
import { smallIndex } from '#tests/support/small-index.ts';

const resultsFor = (query: string) => searchLight({ query, literal: false }, smallIndex);

test.each([
  [0, 'No good match for “tax”.'],
  [1, '1 result for “tax”.'],
  [12, '12 results for “tax”.'],
])('%i pages', (count, expected) => {
  expect(countText('tax', count)).toBe(expected);
});

test.each([
  ['rollback', '', false],
  ['rollbakc', 'Showing results for “rollback”.', true],
  ['rollback pizza', 'No page mentions “pizza”.', false],
])('%s is told as it was read', (query, text, widened) => {
  expect(readingText(resultsFor(query))).toBe(text);
  expect(isWidened(resultsFor(query))).toBe(widened);
});

test('an old name is told with today’s', () => {
  expect(readingText(resultsFor('DIXF'))).toBe('DIXF = DMF. For “DIXF” also searched for “Data Management Framework”.');
  expect(isWidened(resultsFor('DIXF'))).toBe(true);
});

test('a query that is too long is told to be read in part', () => {
  expect(readingText(resultsFor(`rollback${' '.repeat(600)}`))).toBe(
    'Only the first 500 characters were searched for.',
  );
});

test('a phrase is told with what it was read as, and there is a way back to the very words', () => {
  const read = { ...resultsFor('rollback'), readings: [{ said: 'turn back', meant: 'rollback' }] };
  expect(readingText(read)).toBe('“turn back” was read as “rollback”.');
  expect(isWidened(read)).toBe(true);
});

test('a query about a product of others is told so in a sentence, any other by its words', () => {
  expect(noMatchText('tally groups', { foreign: { name: 'Tally', words: ['tally'] } })).toMatch(
    /^No page here answers this about Tally\. This site is about Dynamics 365/,
  );
  expect(noMatchText('pizza')).toBe('Nothing on this site answers “pizza” well.');
});
