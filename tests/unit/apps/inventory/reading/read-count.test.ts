import { describe, expect, test } from 'vitest';
import { readCount } from '#apps/inventory/reading/read-count.ts';

type CountColumn = Parameters<typeof readCount>[1];

describe('how much an amount comes to', () => {
  test.each<[string, number]>([
    ['0', 0],
    ['7', 7],
    ['1,234,567', 1_234_567],
    ['1.234.567', 1_234_567],
    ['1_234', 1_234],
    ['1’234', 1_234],
    ['1.5', 2],
    ['12,34', 12],
    ['12345,678', 12_346],
    ['1,5k', 1_500],
    ['1.5k', 1_500],
    ['1.500k', 1_500],
    ['20 thousand', 20_000],
    ['20 thousand a day', 20_000],
    ['20 thousand records', 20_000],
    ['20t', 20_000],
    ['2m', 2_000_000],
    ['2 mio', 2_000_000],
    ['1 million', 1_000_000],
    ['2 millions', 2_000_000],
    ['1,000k', 1_000],
    ['1,000,000k', 1_000_000_000],
  ])('%s is %i', (text, value) => {
    expect(readCount(text, 'volume_per_day')?.value).toBe(value);
  });

  test.each<[string, number]>([
    ['10–20', 20],
    ['10—20', 20],
    ['10 until 20', 20],
    ['10..20', 20],
    ['10...20', 20],
    ['1k to 2m', 2_000_000],
  ])('a range counts with its upper end: %s is %i', (text, value) => {
    expect(readCount(text, 'volume_per_day')).toEqual({ value, isExact: false });
  });

  test.each(['about', 'approximately', 'approx.', 'approx', 'circa', 'ca.', 'ca', '~', '≈', 'around'])(
    '%s 500 is 500',
    (word) => {
      expect(readCount(`${word} 500`, 'volume_per_day')).toEqual({ value: 500, isExact: false });
    },
  );

  test.each(['>', 'more than ', 'over ', 'above '])('%s500 is one more', (word) => {
    expect(readCount(`${word}500`, 'volume_per_day')?.value).toBe(501);
  });

  test.each([
    '>=',
    '≥',
    'at least ',
    'from ',
    'min. ',
    'min ',
    '<',
    '<=',
    '≤',
    'up to ',
    'at most ',
    'less than ',
    'under ',
    'below ',
    'max. ',
  ])('%s500 is 500', (word) => {
    expect(readCount(`${word}500`, 'volume_per_day')?.value).toBe(500);
  });

  test.each(['500+', '500 or more', 'about 500+'])('%s is 500', (text) => {
    expect(readCount(text, 'volume_per_day')?.value).toBe(500);
  });
});

test.each<[string, boolean]>([
  ['500', true],
  ['1,000', true],
  ['1.000', true],
  ['1.5', false],
  ['1k', false],
  ['10-20', false],
  ['>500', false],
  ['about 500', false],
])('whether %s says the amount itself: %s', (text, isExact) => {
  expect(readCount(text, 'volume_per_day')?.isExact).toBe(isExact);
});

describe('units', () => {
  test.each([
    '500 records',
    '500 rows',
    '500 lines',
    '500 msgs.',
    '500 orders a day',
    '500 docs per day',
    '500/d',
    '500 items each day',
    '500 events/day.',
  ])('that the column is about anyway change nothing: %s', (text) => {
    expect(readCount(text, 'volume_per_day')?.value).toBe(500);
  });

  test.each<[CountColumn, string]>([
    ['volume_per_day', '500 per hour'],
    ['volume_per_day', '500/h'],
    ['volume_per_day', '500 each run'],
    ['volume_per_day', '500 a week'],
    ['volume_per_day', '500 a run'],
    ['volume_per_day', '500 per month'],
    ['volume_per_day', '500 per year'],
    ['volume_per_day', '500 per batch'],
    ['peak_batch_records', '500 per day'],
    ['peak_batch_records', '500/d'],
    ['peak_batch_records', '500 a week'],
  ])('that the column is not about are not converted: %s, %s', (column, text) => {
    expect(readCount(text, column)).toBeUndefined();
  });

  test.each<[CountColumn, string]>([
    ['peak_batch_records', '500 per hour'],
    ['peak_batch_records', '500 per run'],
    ['peak_batch_records', '500 a batch'],
  ])('of the busiest hour or run belong to it: %s, %s', (column, text) => {
    expect(readCount(text, column)?.value).toBe(500);
  });
});

test.each([
  '',
  'many',
  '-5',
  '1,2,3',
  '1,234,5',
  '1.2.3',
  'k',
  '5 apples',
  '500 to',
  '10-20-30',
  '9007199254740993',
  '10b',
])('%j is no amount', (text) => {
  expect(readCount(text, 'volume_per_day')).toBeUndefined();
});

test('the largest amount is the largest that a program counts by ones', () => {
  expect(readCount('9007199254740991', 'volume_per_day')?.value).toBe(9_007_199_254_740_991);
});
