import { expect, test } from 'vitest';
import { checkSearchLanguage } from '#content/checking/check-search-language.ts';
import type { Library } from '#content/reading/entries.ts';
import { library } from '#tests/support/rule-book.ts';

const askedAs = (asked: Record<string, string[]>): Library => ({
  ...library,
  searchLanguage: { ...library.searchLanguage, asked: new Map(Object.entries(asked)) },
});

const said = (asked: Record<string, string[]>): string[] =>
  checkSearchLanguage(askedAs(asked)).map(({ file, field, message }) => `${file} › ${field}: ${message}`);

test('a way of asking for a page that is not there is named', () => {
  expect(said({ 'integration/no-such-page': ['where does it go'] })).toEqual([
    'content/search/asked/integration.yaml › no-such-page: is no page of integration',
  ]);
});

test('a way of asking may lead to one page only, whatever its endings', () => {
  expect(said({ 'integration/polling': ['asks for changes'], 'patterns/dmf': ['bulk', 'ask for change'] })).toEqual([
    'content/search/asked/patterns.yaml › dmf.1: "ask for change" stands under integration/polling already',
  ]);
});
