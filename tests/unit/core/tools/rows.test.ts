import { describe, expect, test } from 'vitest';
import { readEntries } from '#core/tools/read-entries.ts';
import { moveRow, removeRow } from '#core/tools/rows.ts';
import { exampleEntries, newRow, rowsIn } from '#core/tools/tool.ts';
import { timeText, valueText, withUnit } from '#core/tools/words.ts';
import { levels, plan, steps } from '#tests/support/tools.ts';

const rows = [{ name: 'a' }, { name: 'b', after: '1' }, { name: 'c', after: '1, 2' }, { name: 'd', after: '3' }];

test('rows that named a row that is taken out do so no longer, and the others follow', () => {
  expect(removeRow(steps, rows, 0)).toEqual([
    { name: 'b', after: '' },
    { name: 'c', after: '1' },
    { name: 'd', after: '2' },
  ]);
});

test('a row that moves keeps those that it comes after and those that come after it', () => {
  expect(moveRow(steps, rows, 2, -1)).toEqual([
    { name: 'a' },
    { name: 'c', after: '1, 3' },
    { name: 'b', after: '1' },
    { name: 'd', after: '2' },
  ]);
  expect(moveRow(steps, rows, 0, -1)).toEqual(rows);
});

test('text that is no number of a row stays for somebody to put right', () => {
  expect(removeRow(steps, [{ name: 'a' }, { name: 'b', after: 'Load, 9' }], 0)).toEqual([
    { name: 'b', after: 'Load, 9' },
  ]);
});

test('a new row has what the columns say', () => {
  expect(newRow(steps)).toEqual({});
});

describe('a table with fixed rows', () => {
  const given = [
    { name: 'Low', price: '5' },
    { name: 'High', price: '9' },
  ];

  test.each([
    ['has its rows where nothing was typed', [], given],
    ['takes what was typed into a cell that is open', [{}, { price: '12' }], [given[0], { name: 'High', price: '12' }]],
    [
      'keeps what is given, whatever a link says',
      [{ name: 'Free', price: '1' }],
      [{ name: 'Low', price: '1' }, given[1]],
    ],
    ['gets no more rows', [{}, {}, { name: 'Third', price: '1' }], given],
  ])('%s', (_what, typed, rows) => {
    expect(rowsIn(levels, typed)).toEqual(rows);
    const tool = { ...plan, tables: [levels] };
    const read = readEntries(tool, { inputs: {}, tables: { levels: typed } });
    expect(read.tables.levels?.map(({ values }) => values)).toEqual(
      rows.map((row) => ({ ...row, price: Number(row?.price) })),
    );
  });

  test('keeps them in the example', () => {
    const tool = { ...plan, tables: [levels], example: { text: '', inputs: {}, tables: { levels: [{ price: '7' }] } } };
    expect(exampleEntries(tool).tables.levels).toEqual([{ name: 'Low', price: '7' }, given[1]]);
  });
});

test.each([
  [20, '20:00'],
  [26.5, '02:30'],
  [35.99, '11:59'],
  [36, '12:00, the next day'],
  [49, '01:00, 2 days later'],
])('%s hours after midnight are %s', (hours, text) => {
  expect(timeText(hours)).toBe(text);
});

test.each([
  [1, 'steps', '1 step'],
  [1, 'base licences', '1 base licence'],
  [1, 'people', '1 person'],
  [1, 'GB', '1 GB'],
  [0, 'jobs', '0 jobs'],
  [-1.2, 'h', '−1.2 h'],
  [-0.001, 'days', '0 days'],
  [12, '%', '12%'],
])('%s of %s is %s', (value, unit, text) => {
  expect(withUnit(valueText(value), unit)).toBe(text);
});
