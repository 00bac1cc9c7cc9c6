import { expect, test } from 'vitest';
import { isFormOf, normalise, wordsIn } from '#apps/search/query/words.ts';

test.each([
  ['  Dual-write,  or: virtual entities? ', 'dual-write or virtual entities'],
  ['“F&O” – what’s new…', 'f&o what new'],
  ['go/no-go', 'go/no-go'],
  ['10.0.36.', '10.0.36'],
  ['?!', ''],
])('normalise %j', (text, expected) => {
  expect(normalise(text)).toBe(expected);
});

test.each([
  ['closing', 'close'],
  ['closed', 'closing'],
  ['entities', 'entity'],
  ['policy', 'policies'],
  ['elimination', 'eliminate'],
  ['runs', 'running'],
  ['integration', 'integr'],
])('%s is a form of %s', (found, typed) => {
  expect(isFormOf(found, typed)).toBe(true);
});

test.each([
  ['quick', 'quickbooks'],
  ['b', 'blorptang'],
  ['quarter', 'quickbooks'],
  ['365', '36'],
  ['pay', 'payroll'],
])('%s is no form of %s', (found, typed) => {
  expect(isFormOf(found, typed)).toBe(false);
});

test('a word written together is also found by its parts', () => {
  expect(wordsIn('Dual-write works')).toEqual(['dual-write', 'dual', 'write', 'works']);
});

test.each([
  ['posting', 'pos', false],
  ['also', 'al', false],
  ['reconciliation', 'recon', true],
  ['pos', 'pos', true],
])('“%s” in a text is what “%s” asks for: %s', (found, typed, isMeant) => {
  expect(isFormOf(found, typed)).toBe(isMeant);
});
