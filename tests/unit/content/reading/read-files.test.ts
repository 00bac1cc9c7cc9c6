import { expect, test } from 'vitest';
import { parseDocument } from 'yaml';
import { unknown } from 'zod';
import type { Problem } from '#content/reading/problem.ts';
import { listFiles, parseYaml, readText, splitFrontMatter } from '#content/reading/read-files.ts';

/** A text without a schema, with what is wrong about it. */
function reading(text: string): { value: unknown; problems: Problem[] } {
  const problems: Problem[] = [];
  return { value: parseYaml(text, 'content/a.yaml', unknown(), problems, 1), problems };
}

const texts = [
  ...listFiles('.', 'content', '.yaml').map((file) => [file, readText('.', file)]),
  ...listFiles('.', 'content', '.mdx').map((file) => [file, splitFrontMatter(readText('.', file)).frontMatter]),
] as [string, string][];

test('content is read as the slower parser reads it, which finds faults and lines in it', () => {
  expect(texts.length).toBeGreaterThan(150);
  for (const [file, text] of texts) expect(reading(text).value, file).toEqual(parseDocument(text).toJS());
});

test.each([
  ['a date is text', 'on: 2026-11-27', { on: '2026-11-27' }],
  ['so is yes', 'is: yes', { is: 'yes' }],
  ['a time is text', 'at: 22:30', { at: '22:30' }],
  ['a number may be quoted to be text', 'id: "12"', { id: '12' }],
  ['an empty field is nothing', 'field:', { field: null }],
  ['folded lines are one', 'a: >-\n  one\n  two', { a: 'one two' }],
  ['an empty file is nothing', '', null],
])('%s', (_story, text, value) => {
  expect(reading(text).value).toEqual(value);
  expect(parseDocument(text).toJS()).toEqual(value);
});

test.each([
  ['a key that stands twice', 'a: 1\na: 2', 3, 'Map keys must be unique'],
  ['a bracket that is not closed', 'a: [1', 2, 'Flow sequence in block collection must be sufficiently indented'],
])('%s is a fault, with its line of the file', (_story, text, line, message) => {
  const { value, problems } = reading(text);
  expect(value).toBeUndefined();
  expect(problems[0]).toMatchObject({ file: 'content/a.yaml', line, message: expect.stringContaining(message) });
});
