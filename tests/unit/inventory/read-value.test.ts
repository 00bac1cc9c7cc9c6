import { describe, expect, test } from 'vitest';
import type { Column } from '#inventory/columns.ts';
import { readCount } from '#inventory/read-count.ts';
import { readHours, shareOfHours } from '#inventory/read-hours.ts';
import { isUnread, readerOf, readValue } from '#inventory/read-value.ts';
import { noCorrections } from '#inventory/vocabulary.ts';
import { book } from '#tests/support/rule-book.ts';
import { loadVocabulary } from '../../../src/content/inventory.ts';

const reader = readerOf(loadVocabulary(), book, noCorrections);

test.each<[Column, string, string]>([
  ['latency', 'daily', 'nightly'],
  ['latency', 'Near Real-Time', 'near-realtime'],
  ['latency', 'nightly batch at two', 'nightly'],
  ['latency', 'By the next day', 'nightly'],
  ['counterpart', 'D365 CE', 'dataverse'],
  ['counterpart', 'Bank (SWIFT)', 'third-party'],
  ['protocol', 'SFTP', 'file'],
  ['guarantees', 'FIFO and no duplicates', 'ordered; exactly-once'],
  ['guarantees', 'None', 'none'],
  ['operation', 'tbd', ''],
  ['latency', ' n/a ', ''],
])('%s: “%s” is %s', (column, text, value) => {
  const reading = readValue(column, text, reader);
  expect(isUnread(reading) ? 'unread' : reading.text).toBe(value);
});

test.each<[Column, string]>([
  ['latency', 'soonish'],
  ['latency', 'nightly or hourly'],
  ['systems', '-2'],
  ['volume_per_day', '500 per hour'],
  ['guarantees', 'in order; cheap'],
  ['window', 'after lunch'],
])('%s: “%s” keeps its words and says what is allowed', (column, text) => {
  const reading = readValue(column, text, reader);
  expect(reading.text).toBe(text);
  expect(isUnread(reading) && reading.allowed).toBeTruthy();
});

describe('amounts', () => {
  test.each([
    ['20,000', 20_000],
    ['20.000', 20_000],
    ["20'000", 20_000],
    ['20 000', 20_000],
    ['1.5m', 1_500_000],
    ['10k-50k', 50_000],
    ['10-50k', 50_000],
    ['1,001 to 5,000', 5_000],
    ['> 200k', 200_001],
    ['200k+', 200_000],
    ['<1000', 1_000],
    ['about 500 orders/day', 500],
    ['3 million', 3_000_000],
  ])('%s is %i', (text, value) => {
    expect(readCount(text, 'volume_per_day')?.value).toBe(value);
  });
});

describe('hours of the day', () => {
  test.each([
    ['22:00-04:00', { from: 22, to: 4 }],
    ['10pm to 4am', { from: 22, to: 4 }],
    ['06:30', { from: 6.5, to: 7.5 }],
  ])('%s', (text, hours) => {
    expect(readHours(text)).toEqual(hours);
  });

  test('a window over midnight covers both ends of the day, and half an hour counts half', () => {
    const shares = shareOfHours({ from: 22.5, to: 2 });
    expect(shares[22]).toBe(0.5);
    expect(shares[23]).toBe(1);
    expect(shares[1]).toBe(1);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBe(3.5);
  });
});
