import { expect, test } from 'vitest';
import { accountsOf } from '#content/pictures/accounts.ts';
import { barsOf } from '#content/pictures/bars.ts';
import { curveOf } from '#content/pictures/curve.ts';
import { stepsOf } from '#content/pictures/steps.ts';
import { amountOf, clockHours, type TableText } from '#content/pictures/table-text.ts';

/** A table from its heading and rows, cells divided by bars; a row that begins with a star stands out. */
const table = (head: string, ...rows: string[]): TableText => ({
  head: head.split('|'),
  rows: rows.map((row) => ({ cells: row.replace(/^\*/, '').split('|'), standsOut: row.startsWith('*') })),
});

test.each([
  ['13.5', 13.5, 13.5],
  ['2 h', 2, 2],
  ['9,400', 9400, 9400],
  ['2 to 3', 2, 3],
  ['10–50%', 10, 50],
  ['1 to 2, after go-live', 1, 2],
  ['−64,000', -64000, -64000],
  ['USD 210', 210, 210],
  ['about 5 weeks', 5, 5],
])('%s is an amount', (cell, least, most) => {
  expect(amountOf(cell)).toEqual({ least, most });
});

test('an empty cell is no amount, and words are refused', () => {
  expect(amountOf('')).toBeUndefined();
  expect(amountOf('none')).toBeUndefined();
  expect(() => amountOf('the night')).toThrow('cannot draw "the night": a number or a range (2 to 3) is wanted');
});

test.each([
  ['Fri 18:00', 18],
  ['Sunday 18:00, not later', 66],
  ['Monday 06:00', 78],
  ['18:00', undefined],
])('the clock of a weekend begins on Friday: %s', (cell, hours) => {
  expect(clockHours(cell)).toBe(hours);
});

const stages = table('Stage|Months', 'Blueprint|2 to 3', 'Build|4 to 5', '*Together|6 to 8');

test('bars in sequence begin where the one before has ended at the latest, without the total', () => {
  const { bars, from, to } = barsOf(stages, { length: 'Months', sequence: true });
  expect(bars.map(({ name, start, least, most }) => [name, start, least, most])).toEqual([
    ['Blueprint', 0, 2, 3],
    ['Build', 3, 4, 5],
  ]);
  expect([from, to]).toEqual([0, 8]);
});

test('what is said behind a length is left to the table', () => {
  const { bars } = barsOf(table('a|b', 'c|1 to 2, after go-live', 'd|9,400'), { length: 'b' });
  expect(bars.map(({ text }) => text)).toEqual(['1 to 2', '9,400']);
});

test('bars without a start all begin at zero, and the scale reaches the limit', () => {
  const { bars, to, limit } = barsOf(stages, { length: 'Months', limit: '10' });
  expect(bars.map(({ start }) => start)).toEqual([0, 0]);
  expect([to, limit]).toEqual([10, 10]);
});

test('bars of a weekend begin by the clock, and a row without a length is a moment', () => {
  const plan = table('Starts|Hours|Task|Owner', 'Fri 18:00|6|Load|Data lead', '*Sat 00:00||Decide|Executive');
  const { bars, ticks } = barsOf(plan, { length: 'Hours', start: 'Starts', name: 'Task', note: 'Owner' });
  expect(bars).toEqual([
    { name: 'Load', note: 'Data lead', text: '6', start: 18, least: 6, most: 6 },
    { name: 'Decide', note: 'Executive', text: '', start: 24, least: 0, most: 0 },
  ]);
  expect(ticks.map(({ text }) => text)).toEqual(['Fri 18:00', 'Sat']);
});

test.each([
  [{ length: 'Weeks' }, 'has no column "Weeks"; allowed are "Stage", "Months"'],
  [{ length: 'Months', start: 'Stage' }, 'cannot draw "Blueprint": a number or a range (2 to 3) is wanted'],
  [{ length: 'Stage' }, 'cannot draw "Blueprint": a number or a range (2 to 3) is wanted'],
])('bars that cannot be drawn say why: %o', (attributes, message) => {
  expect(() => barsOf(stages, attributes)).toThrow(message);
});

test('a scale has few steps, at round numbers', () => {
  const { ticks } = barsOf(table('a|b', 'c|67.5'), { length: 'b' });
  expect(ticks.map(({ text }) => text)).toEqual(['0', '20', '40', '60']);
});

test('a scale of large amounts is written short, so that its numbers do not meet', () => {
  const { ticks } = barsOf(table('a|b', 'c|3,000,000'), { length: 'b' });
  expect(ticks.map(({ text }) => text)).toEqual(['0', '1M', '2M', '3M']);
});

test('a curve takes one row, each value under its heading', () => {
  const loads = table('|M1|M2|M3', 'Hours|61|38|26', 'Words|a|b|c');
  expect(curveOf(loads, 'Hours').map(({ name, value }) => [name, value])).toEqual([
    ['M1', 61],
    ['M2', 38],
    ['M3', 26],
  ]);
  expect(() => curveOf(loads, 'Days')).toThrow('has no row "Days"; allowed are "Hours", "Words"');
  expect(() => curveOf(table('|M1|M2', 'Hours|61|38'), 'Hours')).toThrow('fewer than three points');
});

test('steps are the rows in order, each with its note', () => {
  expect(stepsOf(table('Layer|Who', 'Global|the group', 'Local|the country'), { note: 'Who' })).toEqual([
    { name: 'Global', note: 'the group' },
    { name: 'Local', note: 'the country' },
  ]);
  expect(() => stepsOf(table('Layer', 'Global'), {})).toThrow('fewer than two rows');
});

test('an account gathers its lines on both sides, and a row of no account is none', () => {
  const rows = table('Posting|Account|Debit|Credit', 'Items|9910||4,200.00', 'Ledger|9910|4,200.00|', '*Left||0.00|');
  expect(accountsOf(rows, 'Account', 'Posting')).toEqual([
    {
      name: '9910',
      debit: [{ name: 'Ledger', text: '4,200.00' }],
      credit: [{ name: 'Items', text: '4,200.00' }],
      balance: 0,
    },
  ]);
});
