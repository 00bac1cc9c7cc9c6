import { expect, test } from 'vitest';
import { chosenPages, countValues } from '#search/facets.ts';

const facets = new Map([
  [
    'hub',
    new Map([
      ['Finance', new Set(['a', 'b'])],
      ['Data', new Set(['c'])],
    ]),
  ],
  [
    'audience',
    new Map([
      ['CFO', new Set(['a', 'c'])],
      ['CIO', new Set(['b'])],
    ]),
  ],
]);
const pages = [{ id: 'b' }, { id: 'a' }, { id: 'c' }];

test.each([
  ['nothing chosen', { hub: '', audience: '' }, ['b', 'a', 'c']],
  ['one value', { hub: 'Finance', audience: '' }, ['b', 'a']],
  ['a value in each filter', { hub: 'Finance', audience: 'CFO' }, ['a']],
  ['a value nobody knows', { hub: 'Tax', audience: '' }, []],
])('pages left by %s keep their order', (_story, choice, expected) => {
  expect(chosenPages(pages, choice, facets).map(({ id }) => id)).toEqual(expected);
});

test('a value counts what it would leave, whatever its own filter says now', () => {
  const choice = { hub: 'Finance', audience: 'CFO' };
  expect(countValues(pages, 'hub', choice, facets)).toEqual(
    new Map([
      ['Finance', 1],
      ['Data', 1],
    ]),
  );
  expect(countValues(pages, 'audience', choice, facets)).toEqual(
    new Map([
      ['CFO', 1],
      ['CIO', 1],
    ]),
  );
});
