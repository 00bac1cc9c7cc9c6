import { expect, test } from 'vitest';
import {
  directionText,
  dutyText,
  eInvoicingNotice,
  eInvoicingRows,
  firstBusinessDay,
  fromText,
  statusText,
} from '#content/publishing/e-invoicing-table.ts';
import type { EInvoicingCountry } from '#content/schemas/e-invoicing.ts';
import { library } from '#tests/support/rule-book.ts';

type Duty = EInvoicingCountry['duties'][number];

const duty = (fields: Partial<Duty> = {}): Duty => ({
  model: 'exchange',
  with: ['businesses'],
  direction: ['issue', 'receive'],
  from: '2027-01-01',
  source: 'einvoicing-country-matrix',
  ...fields,
});
const today = '2026-11-28';

test.each([
  ['an exchange', duty(), 'Exchange in a prescribed format, with businesses'],
  [
    'a report on several',
    duty({ model: 'reporting', with: ['businesses', 'consumers', 'public-bodies'] }),
    'Reporting to the authority, for invoices to businesses, consumers and public bodies',
  ],
])('the duty of %s is told in words', (_what, one, text) => {
  expect(dutyText(one)).toBe(text);
});

test.each([
  ['a day that has passed', '2026-01-01', 'since 1 January 2026'],
  ['today', '2026-11-28', 'since 28 November 2026'],
  ['a day to come', '2027-01-01', 'from 1 January 2027'],
  ['a year that goes on', '2026', 'from 2026'],
  ['a year that has passed', '2019', 'since 2019'],
  ['a month to come', '2027-07', 'from July 2027'],
  ['no day', 'unknown', 'day not known'],
])('%s is told as such', (_what, from, text) => {
  expect(fromText({ from }, today)).toBe(text);
});

test('directions and what F&O brings are told in words', () => {
  expect(directionText(['issue', 'receive', 'report'])).toBe('Issue, receive and report');
  expect(directionText([])).toBe('');
  const product = { text: 'x', sources: [], direction: [] };
  expect(statusText({ ...product, status: 'available', delivery: 'provider' })).toBe(
    'Available; a provider delivers it',
  );
  expect(statusText({ ...product, status: 'not-listed' })).toBe('Not listed');
});

test('a country is sorted by its first duty towards businesses of which the day is known', () => {
  const country = (duties: Duty[]) => ({ ...(library.eInvoicing[0] as EInvoicingCountry), duties });
  expect(firstBusinessDay(country([duty({ with: ['public-bodies'], from: '2019' }), duty()]))).toBe('2027-01-01');
  expect(firstBusinessDay(country([duty({ from: 'unknown' })]))).toBe('');
  expect(firstBusinessDay(country([]))).toBe('');
});

test('the file has a line for each duty and one for a country without any, each as long as its head', () => {
  const [head = [], ...rows] = eInvoicingRows(library);
  const lines = library.eInvoicing.reduce((sum, { duties }) => sum + Math.max(1, duties.length), 0);
  expect(rows).toHaveLength(lines);
  expect(rows.filter((row) => row.length !== head.length)).toEqual([]);
  const grade = head.indexOf('Grade');
  const secondHand = library.eInvoicing
    .flatMap(({ duties }) => duties)
    .filter(({ source }) => library.sources.get(source)?.grade === 'C');
  expect(rows.filter((row) => row[grade] === 'C')).toHaveLength(secondHand.length);
  expect(eInvoicingNotice(today)).toContain('28 November 2026');
});
