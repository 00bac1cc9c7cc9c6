import { expect, test } from 'vitest';
import { countValues, filterEntries, hubOf, kindOf } from '#apps/search/ranking/facets.ts';
import { smallFile } from '#tests/support/small-index.ts';

const { entries } = smallFile;

test.each([
  ['nothing chosen', { hub: '', audience: '' }, entries.map(({ path }) => path)],
  [
    'a hub, to which patterns belong too',
    { hub: 'integration', audience: '' },
    ['integration/dmf-or-odata', 'integration/dual-write', 'patterns/dmf'],
  ],
  ['a value in each', { hub: 'integration', audience: 'CIO' }, ['integration/dual-write']],
  ['a value nobody knows', { hub: 'tax', audience: '' }, []],
])('pages left by %s keep their order', (_story, choice, expected) => {
  expect(filterEntries(entries, choice).map(({ path }) => path)).toEqual(expected);
});

test('a value counts what it would leave, whatever its own filter says now', () => {
  const choice = { hub: 'integration', audience: 'CIO' };
  expect(countValues(entries, 'hub', choice)).toEqual(
    new Map([
      ['integration', 1],
      ['go-live-cutover', 1],
    ]),
  );
  expect(countValues(entries, 'audience', choice)).toEqual(
    new Map([
      ['Architect', 2],
      ['CIO', 1],
    ]),
  );
});

test('a page is of the kind that its folder says, and an answer otherwise', () => {
  expect(kindOf({ path: 'patterns/dmf' })?.name).toBe('Pattern');
  expect(kindOf({ path: 'tools/capacity' })?.name).toBe('Tool');
  expect(kindOf({ path: 'integration/polling' })).toBeUndefined();
  expect(hubOf({ path: 'tools/capacity' })).toBe('');
});
