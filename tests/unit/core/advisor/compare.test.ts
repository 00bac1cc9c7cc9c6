import { expect, test } from 'vitest';
import { compareStandings } from '#core/advisor/compare.ts';
import { recommend } from '#core/advisor/recommend.ts';
import type { PatternId } from '#core/advisor/rule-book.ts';
import { against, favour, ownBook } from '#tests/support/own-rules.ts';

const create = { operation: 'create' } as const;

/** The task is OData's by one; the load costs it three and speaks for data management by one; the form is the same. */
const rules = [
  favour('odata', 'task', 2, create),
  favour('dmf', 'task', 1, create),
  against('odata', 'load', 3, create),
  favour('dmf', 'load', 1, create),
  favour('odata', 'form', 2, create),
  favour('dmf', 'form', 2, create),
  against('dmf', 'timing', 2, create),
  against('odata', 'promises', 2, create),
  favour('dmf', 'ownership', 3, create),
];

function compared(one: PatternId, other: PatternId) {
  const book = ownBook({ rules });
  const { standings } = recommend(create, book);
  const [first, second] = [one, other].map((id) => standings.find(({ pattern }) => pattern === id));
  if (!first || !second) throw new Error('no such pattern');
  return compareStandings(first, second, book).map(({ criterion, ahead, better, against: worse }) => [
    criterion,
    ahead,
    better?.id,
    worse?.id,
  ]);
}

const says = (pattern: PatternId, what: 'for' | 'against') => `${pattern} ${what} ${JSON.stringify(create)}`;

test('where one pattern is furthest behind another comes first, with what speaks for either side', () => {
  expect(compared('odata', 'dmf')).toEqual([
    ['load', -4, says('dmf', 'for'), says('odata', 'against')],
    ['ownership', -3, says('dmf', 'for'), undefined],
    ['promises', -2, undefined, says('odata', 'against')],
    ['task', 1, says('odata', 'for'), undefined],
    ['timing', 2, undefined, says('dmf', 'against')],
  ]);
});

test('seen from the other side, the same gaps stand the other way round', () => {
  expect(compared('dmf', 'odata')).toEqual([
    ['timing', -2, undefined, says('dmf', 'against')],
    ['task', -1, says('odata', 'for'), undefined],
    ['promises', 2, undefined, says('odata', 'against')],
    ['ownership', 3, says('dmf', 'for'), undefined],
    ['load', 4, says('dmf', 'for'), says('odata', 'against')],
  ]);
});

test('criteria have the titles of the book', () => {
  const book = ownBook({ rules });
  const [first, second] = recommend(create, book).standings;
  const titles = first && second && compareStandings(first, second, book).map(({ title }) => title);
  expect(titles).toEqual(
    ['timing', 'task', 'promises', 'ownership', 'load'].map((one) => book.criteria.find(({ id }) => id === one)?.title),
  );
});
