import { expect, test } from 'vitest';
import { furtherFileOf, namesFileOf, unpackNames, withFurther } from '#apps/search/index/light-file.ts';
import { lightFileOf } from '#build/search-index/light-file-plugin.ts';
import { library } from '#tests/support/rule-book.ts';
import { smallFile } from '#tests/support/small-index.ts';

test.each([
  ['a small site', smallFile],
  ['this site', lightFileOf(library)],
])('what is sent in two parts is whole again: %s', (_story, file) => {
  const sent = JSON.parse(JSON.stringify([namesFileOf(file), furtherFileOf(file)]));
  expect(withFurther(unpackNames(sent[0]), sent[1])).toEqual(file);
});

test('names alone bring pages, other names and terms, and nothing that is waited for in vain', () => {
  const { entries, terms, phrasebook } = unpackNames(namesFileOf(smallFile));
  expect(terms).toEqual(smallFile.terms);
  expect(entries.map(({ path, title, aliases }) => ({ path, title, aliases }))).toEqual(
    smallFile.entries.map(({ path, title, aliases }) => ({ path, title, aliases })),
  );
  expect(entries.map(({ verdict }) => verdict).join('')).toBe('');
  expect(phrasebook.phrases).toEqual([]);
});

test('a name that would be torn apart is refused', () => {
  const torn = { ...smallFile, entries: smallFile.entries.map((entry) => ({ ...entry, title: 'one\ttwo' })) };
  expect(() => namesFileOf(torn)).toThrow('A name may hold no tab and no line end: "one\\ttwo"');
});
