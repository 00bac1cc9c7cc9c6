import { expect, test } from 'vitest';
import { nearestWord } from '#search/spelling.ts';

const words = [
  'business',
  'chart',
  'cutover',
  'dual-write',
  'hypercare',
  'middleware',
  'throttling',
  'virtual',
  'write',
];

test.each([
  ['wrtie', 'write'],
  ['midleware', 'middleware'],
  ['throtling', 'throttling'],
  ['hyperacre', 'hypercare'],
  ['cutovr', 'cutover'],
])('%s is taken for %s', (typed, word) => {
  expect(nearestWord(typed, words)).toBe(word);
});

test.each(['qwzzk', 'flurbonium', 'pizza'])('%s is taken for nothing', (typed) => {
  expect(nearestWord(typed, words)).toBeUndefined();
});
