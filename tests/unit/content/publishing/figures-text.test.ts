import { expect, test } from 'vitest';
import { boundedText, saysBound } from '#content/publishing/figures-text.ts';

test.each([
  ['a ceiling', { value: 10000, unit: 'records', bound: 'at-most' }, 'at most 10,000 records'],
  ['a value not reached', { value: 60, unit: 'seconds', bound: 'less-than' }, 'less than 60 seconds'],
  ['a floor', { value: 2, unit: 'rounds', bound: 'at-least' }, 'at least 2 rounds'],
  ['a rough value', { value: '7 to 14', unit: 'days', bound: 'about' }, 'about 7 to 14 days'],
  ['a first version', { value: '10.0.38', bound: 'or-later' }, '10.0.38 or later'],
  ['an exact value', { value: 8, unit: 'threads', bound: 'exact' }, '8 threads'],
  ['a figure without a bound', { value: 8, unit: 'threads' }, '8 threads'],
  ['a value that says its bound', { value: 'up to 60', unit: 'minutes', bound: 'at-most' }, 'up to 60 minutes'],
] as const)('%s is written with its bound, once', (_story, figure, expected) => {
  expect(boundedText(figure)).toBe(expected);
});

test.each([
  ['at-most', 'A pause holds one day at most.', true],
  ['at-most', 'Beyond one day, changes can be lost.', true],
  ['at-most', 'A pause holds one day.', false],
  ['less-than', 'The overhead is under 30 ms.', true],
  ['at-least', 'Plan two rounds or more.', true],
  ['about', 'It takes 30 minutes on average.', true],
  ['about', 'It takes 30 minutes.', false],
  ['or-later', 'Since 10.0.36 it is on.', true],
  ['or-later', 'In 10.0.36 it is on.', false],
  ['exact', 'It keeps seven days.', true],
] as const)('the bound "%s" in "%s"', (bound, text, said) => {
  expect(saysBound(text, bound)).toBe(said);
});
