import { expect, test } from 'vitest';
import { forgetSearches, keepSearch, recentSearches } from '#apps/search/palette/recent.ts';

const KEY = 'recent-searches';

function storageOf(text?: string) {
  const kept = new Map(text === undefined ? [] : [[KEY, text]]);
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
  return { kept, at: () => storage };
}

test('the latest search comes first, once, and five are kept', () => {
  const { at } = storageOf();
  for (const query of ['a', 'b', 'c', 'd', 'e', 'A']) keepSearch(query, at);
  expect(recentSearches(at)).toEqual(['A', 'e', 'd', 'c', 'b']);
});

test('one entry that is no text does not cost the others', () => {
  const { at } = storageOf(JSON.stringify(['ledger', 7, 'dmf']));
  keepSearch('odata', at);
  expect(recentSearches(at)).toEqual(['odata', 'ledger', 'dmf']);
});

test('what is no list is set aside, and forgotten with the rest', () => {
  const { at, kept } = storageOf('{"version":2}');
  keepSearch('odata', at);
  expect(recentSearches(at)).toEqual(['odata']);
  expect(kept.get(`${KEY}-set-aside`)).toBe('{"version":2}');
  forgetSearches(at);
  expect([...kept.keys()]).toEqual([]);
});
