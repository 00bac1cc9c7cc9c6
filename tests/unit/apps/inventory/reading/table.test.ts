import { describe, expect, test } from 'vitest';
import { collectTable, counted, isBlankText, lastFilled, quoted, rowList } from '#apps/inventory/reading/table.ts';

test.each<[number[], number | undefined, string]>([
  [[3], undefined, 'row 3'],
  [[3, 7], undefined, 'rows 3 and 7'],
  [[1, 2, 3, 4, 5], undefined, 'rows 1, 2, 3, 4 and 5'],
  [[1, 2, 3, 4, 5, 6], undefined, 'rows 1, 2, 3, 4, 5 and 1 more'],
  [[1, 2, 3, 4, 5], 1_234, 'rows 1, 2, 3, 4, 5 and 1,229 more'],
  [[12_345], undefined, 'row 12,345'],
])('rows %j of %s are named “%s”', (numbers, count, text) => {
  expect(rowList(numbers, count)).toBe(text);
});

test.each<[number, string]>([
  [0, '0 rows'],
  [1, '1 row'],
  [1_000, '1,000 rows'],
])('%i rows are counted as “%s”', (count, text) => {
  expect(counted(count, 'row')).toBe(text);
});

test('a plural that is no s is said', () => {
  expect(counted(2, 'line break stands', 'line breaks stand')).toBe('2 line breaks stand');
});

test.each<[string, boolean]>([
  ['', true],
  [' \t\n', true],
  ['\u00a0', true],
  ['\u200b\u2060 \u00ad', true],
  ['0', false],
  ['-', false],
  ['\u200ba', false],
])('whether nothing can be seen in %j: %s', (text, isBlank) => {
  expect(isBlankText(text)).toBe(isBlank);
});

test('the last cell that holds anything', () => {
  expect(lastFilled(['a', '', 'b', ' '])).toBe(2);
  expect(lastFilled(['', ' '])).toBe(-1);
});

test('a long text is quoted up to its fortieth character', () => {
  expect(quoted('a'.repeat(40))).toBe(`“${'a'.repeat(40)}”`);
  expect(quoted('a'.repeat(41))).toBe(`“${'a'.repeat(40)}…”`);
});

describe('cells behind the last column that is kept', () => {
  test('are counted and named by their rows, with what the first says', () => {
    const { add, table } = collectTable('Sheet');
    add({ number: 1, cells: ['a'] });
    add({ number: 2, cells: ['b'], behind: { count: 2, first: 'lost' } });
    add({ number: 4, cells: ['c'], behind: { count: 1, first: 'also lost' } });
    expect(table(['Another remark.']).remarks).toEqual([
      'Columns behind the first 200 were left out: 3 cells in rows 2 and 4, of which the first says “lost”.',
      'Another remark.',
    ]);
  });

  test('are not spoken of where there are none', () => {
    const { add, table } = collectTable('Sheet');
    add({ number: 1, cells: ['a'] });
    expect(table()).toEqual({
      name: 'Sheet',
      rows: [['a']],
      numbers: [1],
      filledRows: 1,
      leftOut: undefined,
      remarks: [],
    });
  });
});

describe('rows that were left out', () => {
  test('before any was added, stand behind those that are left out here', () => {
    const { add, table } = collectTable('');
    add({ number: 1, cells: ['a'] });
    add({ number: 2, cells: [''] });
    const { filledRows, leftOut } = table([], { count: 4, first: 90, last: 99 });
    expect([filledRows, leftOut]).toEqual([5, { count: 4, first: 90, last: 99 }]);
  });

  test('begin behind a hundred thousand interfaces and their header; blank ones are not counted', () => {
    const { add, table } = collectTable('');
    for (let number = 1; number <= 100_001; number += 1) add({ number, cells: ['a'] });
    expect(table().leftOut).toBeUndefined();
    add({ number: 100_002, cells: ['b'] });
    add({ number: 100_003, cells: [''] });
    add({ number: 100_004, cells: ['c'] });
    const { rows, filledRows, leftOut } = table();
    expect([rows.length, filledRows]).toEqual([100_001, 100_003]);
    expect(leftOut).toEqual({ count: 2, first: 100_002, last: 100_004 });
  });
});
