import { expect, test } from 'vitest';
import { Lexicon } from '#apps/search/query/lexicon.ts';
import { Speller } from '#apps/search/query/speller.ts';
import { nearestWord } from '#apps/search/query/spelling.ts';

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
  ['imddleware', 'middleware'],
  ['usiness', 'business'],
])('%s is taken for %s', (typed, word) => {
  expect(nearestWord(typed, words)).toBe(word);
});

test.each(['qwzzk', 'flurbonium', 'pizza', 'smart', 'twrote'])('%s is taken for nothing', (typed) => {
  expect(nearestWord(typed, words)).toBeUndefined();
});

test('two words that are one thing here are no slips of others', () => {
  const lexicon = new Lexicon([['send', 'it', 'to', 'the', 'sandbox']], []);
  expect(new Speller(lexicon, new Set()).correct(['sand', 'box'])).toEqual(['sand', 'box']);
});

test('a slip in what is written together of two words is taken apart', () => {
  const lexicon = new Lexicon([['cross-docking']], []);
  expect(new Speller(lexicon, new Set()).correct(['crosdockign', 'fees'])).toEqual(['cross', 'docking', 'fees']);
});
