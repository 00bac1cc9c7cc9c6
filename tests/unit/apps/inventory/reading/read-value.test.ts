import { describe, expect, test } from 'vitest';
import type { Column } from '#apps/inventory/reading/columns.ts';
import { chooseWord } from '#apps/inventory/reading/mapping.ts';
import { readCount } from '#apps/inventory/reading/read-count.ts';
import { readHours, shareOfHours } from '#apps/inventory/reading/read-hours.ts';
import { isUnread, readerOf, readValue } from '#apps/inventory/reading/read-value.ts';
import { noCorrections } from '#apps/inventory/reading/vocabulary.ts';
import { loadVocabulary } from '#content/reading/inventory.ts';
import { language } from '#tests/support/cell-language.ts';
import { book } from '#tests/support/rule-book.ts';

const vocabulary = loadVocabulary();
const reader = readerOf(vocabulary, book, noCorrections, language);

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

test.each<[string, 'exact' | 'synonym' | 'guess']>([
  ['nightly', 'exact'],
  ['daily', 'synonym'],
  ['nightly batch at two', 'guess'],
])('how sure “%s” is: %s', (text, certainty) => {
  expect(readValue('latency', text, reader)).toEqual({ text: 'nightly', certainty });
});

describe('a cell without a letter or a digit', () => {
  test.each<[Column, string]>([
    ['direction', '→'],
    ['direction', '↔'],
    ['latency', '⚡'],
    ['guarantees', '✓'],
    ['operation', '?'],
    ['volume_per_day', '>'],
    ['latency', '…'],
  ])('%s: “%s” is content that is not understood', (column, text) => {
    expect(readValue(column, text, reader)).toMatchObject({ text, allowed: expect.any(String) });
  });

  test.each(['', '  ', '\u200b', '\u00a0', '-', '–', '—'])('%j is blank', (text) => {
    expect(readValue('latency', text, reader)).toEqual({ text: '', certainty: 'exact' });
  });

  test('is corrected by itself, and neither the blank cells nor other signs with it', () => {
    const mapping = { sheet: 0, columns: [], takenIn: [], corrections: noCorrections };
    const { corrections } = chooseWord(mapping, { column: 'latency', word: '⚡', value: 'realtime' });
    const corrected = readerOf(vocabulary, book, corrections, language);
    expect(readValue('latency', ' ⚡ ', corrected)).toEqual({ text: 'realtime', certainty: 'synonym' });
    expect(readValue('latency', '', corrected)).toEqual({ text: '', certainty: 'exact' });
    expect(isUnread(readValue('latency', '✓', corrected))).toBe(true);
  });
});

test.each<[Column, string]>([
  ['system', '#REF!'],
  ['name', '#N/A'],
  ['latency', '#n/a'],
  ['volume_per_day', '#DIV/0!'],
  ['system', '#NO VALUE! =A1'],
  ['latency', '#NO VALUE! =IF(A1="nightly","x","y")'],
])('%s: “%s” is an error and no value', (column, text) => {
  expect(readValue(column, text, reader)).toMatchObject({ text, allowed: expect.stringContaining('a value') });
});

describe('texts of any length', () => {
  const spaces = ' '.repeat(32_000);

  test.each<[Column, string]>([
    ['volume_per_day', `1${spaces}x`],
    ['peak_batch_records', `1${'1 '.repeat(16_000)}`],
    ['systems', `${'1,'.repeat(16_000)}x`],
    ['window', `22${spaces}x`],
    ['counterpart', '('.repeat(32_000)],
    ['guarantees', 'and '.repeat(8_000)],
  ])('%s: a text of Excel’s longest is unread at once', (column, text) => {
    expect(isUnread(readValue(column, text, reader))).toBe(true);
  });

  test('an amount with its words is at most 100 characters long', () => {
    expect(readCount(`about ${' '.repeat(90)}500`, 'volume_per_day')?.value).toBe(500);
    expect(readCount(`about ${' '.repeat(92)}500`, 'volume_per_day')).toBeUndefined();
  });
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

describe('an amount and its time', () => {
  test.each<[Column, string, string, string]>([
    ['volume_per_day', 'Yearly volume', '365000', '1000'],
    ['volume_per_day', 'Volume per week', '7000', '1000'],
    ['volume_per_day', 'Volume', '60000 per month', '1973'],
    ['volume_per_day', 'Volume per day', '1000', '1000'],
    ['peak_batch_records', 'Peak (per second)', '20', '72000'],
    ['peak_batch_records', 'Peak per hour', '500', '500'],
    ['peak_batch_records', 'Peak', '5 per minute', '300'],
  ])('%s under “%s”: “%s” is %s', (column, header, text, value) => {
    const reading = readValue(column, text, reader, header);
    expect(isUnread(reading) ? 'unread' : reading.text).toBe(value);
  });

  test('a peak for a whole day is no peak of an hour, and is asked', () => {
    expect(isUnread(readValue('peak_batch_records', '5000', reader, 'Peak (per day)'))).toBe(true);
  });

  test('that was converted is shown as a guess', () => {
    expect(readValue('volume_per_day', '365000', reader, 'Yearly volume')).toMatchObject({ certainty: 'guess' });
    expect(readValue('volume_per_day', '1000', reader, 'Daily volume')).toMatchObject({ certainty: 'exact' });
  });

  test.each(['20 mil', '0,500', '5 MB', '2 GB a day'])('“%s” is no certain number of records', (text) => {
    const reading = readValue('volume_per_day', text, reader, 'Volume');
    expect(isUnread(reading)).toBe(true);
  });

  test('“5m” may be millions, and is a guess', () => {
    expect(readValue('peak_batch_records', '5m', reader)).toEqual({ text: '5000000', certainty: 'guess' });
  });
});
