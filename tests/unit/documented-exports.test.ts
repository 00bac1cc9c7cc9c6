import { expect, test } from 'vitest';
import { documentedExports, exportsOf } from '#tests/support/documented-exports.ts';

const names = (isDocumented: boolean, text: string): string[] =>
  exportsOf(text)
    .filter((one) => one.isDocumented === isDocumented)
    .map(({ name }) => name);

test.each([
  ['a function', '/** Says how many there are. */\nexport function count() {}', ['count']],
  ['a type', '/** What a person chose. */\nexport type Choice = 1;', ['Choice']],
  ['two values at once', '/** Bounds of a day, in hours. */\nexport const first = 0, last = 23;', ['first', 'last']],
  ['what has only tags', '/** @returns whether it is gone for good */\nexport const gone = () => true;', ['gone']],
])('a docstring of %s counts', (_story, text, expected) => {
  expect(names(true, text)).toEqual(expected);
});

test.each([
  ['nothing', 'export class Missing {}', ['Missing']],
  ['a comment of another kind', '// Says how many there are.\nexport const count = 1;', ['count']],
  ['the name once more', '/** The count. */\nexport const count = 1;', ['count']],
])('%s is no docstring', (_story, text, expected) => {
  expect(names(false, text)).toEqual(expected);
});

test('what stays inside its module, or is only handed on, is not counted', () => {
  expect(exportsOf("const inside = 1;\nexport { other } from './other.ts';")).toEqual([]);
});

test('every room says what its exports mean, as far as it is held to', () => {
  const rooms = documentedExports();
  expect(rooms.every(({ exports }) => exports > 0)).toBe(true);
  const short = rooms.filter(({ share, least }) => share < least);
  expect(short.map(({ room, undocumented }) => ({ room, undocumented }))).toEqual([]);
});
