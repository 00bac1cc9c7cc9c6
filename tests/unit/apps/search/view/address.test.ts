import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readState, searchAddress, writeState } from '#apps/search/view/address.ts';

const empty = { query: '', hub: '', audience: '', literal: false };

test.each([
  ['nothing', '', empty],
  ['a query, as a browser search engine writes it', '?q=dual-write+or+F%26O', { ...empty, query: 'dual-write or F&O' }],
  [
    'filters',
    '?q=tax&hub=Finance+module&audience=CFO',
    { ...empty, query: 'tax', hub: 'Finance module', audience: 'CFO' },
  ],
  ['what nobody knows', '?utm_source=x', empty],
])('an address with %s', (_story, search, expected) => {
  expect(readState(search)).toEqual(expected);
});

test('an empty state leaves the address as it is', () => {
  expect(writeState(empty)).toBe('');
});

test('the address of a search is below the place the site is deployed to, and is read back', () => {
  expect(searchAddress('F&O tax', '/base')).toBe('/base/search/?q=F%26O+tax');
  expect(searchAddress('', '')).toBe('/search/');
});

test('every state is read back as it was written', () => {
  const text = fc.string({ unit: 'grapheme' });
  fc.assert(
    fc.property(fc.record({ query: text, hub: text, audience: text, literal: fc.boolean() }), (state) => {
      expect(readState(writeState(state))).toEqual(state);
    }),
  );
});
