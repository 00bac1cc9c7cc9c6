import { expect, test } from 'vitest';
import { passageStart } from '#apps/search/view/excerpt.ts';
import { headingOf, passageFragment } from '#apps/search/view/passage.ts';

const anchors = [
  { element: 'h2', id: 'first-steps', location: 10 },
  { element: 'td', id: 'row', location: 14 },
  { element: 'h2', id: 'costs', location: 30 },
];

test.each([
  ['above the first heading', 4, ''],
  ['at a heading', 10, 'first-steps'],
  ['below one, whatever else has an id between', 20, 'first-steps'],
  ['in the last section', 99, 'costs'],
])('a passage %s', (_story, word, heading) => {
  expect(headingOf(word, anchors)).toBe(heading);
});

test('the address leads to the heading, and to the words where a browser can', () => {
  const pieces = [
    { text: 'Say', marked: false },
    { text: 'cost', marked: true },
    { text: 'of it.', marked: false },
  ];
  expect(passageFragment(pieces, 'costs')).toBe('#costs:~:text=cost%20of%20it');
  expect(passageFragment([{ text: 'cost', marked: true }], 'costs')).toBe('#costs');
  expect(passageFragment([{ text: 'cost', marked: true }])).toBe('');
  expect(passageFragment([{ text: 'nothing here', marked: false }], 'costs')).toBe('');
});

test('the passage is where most of the query stands, and nowhere where none of it does', () => {
  const content = `dual-write ${'and '.repeat(50)}dual-write or virtual entities`;
  expect(passageStart(content, [['dual-write'], ['virtual entities']])).toBe(51);
  expect(passageStart(content, [['zeppelin']])).toBeUndefined();
});
