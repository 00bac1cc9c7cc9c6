import { describe, expect, test } from 'vitest';
import { chosenHeader, findHeader, looksLikeData } from '#apps/inventory/reading/header.ts';

const known = new Set(['known', 'known a', 'known b']);

const knownIn = (row: readonly string[]): number => row.filter((cell) => known.has(cell)).length;

const find = (rows: string[][]) => findHeader({ rows }, knownIn);

describe('the row of headers', () => {
  test('is the one in which most is known, the first of those', () => {
    const rows = [['title'], ['known', 'x'], ['known a', 'known b'], ['known', 'known'], ['x']];
    expect(find(rows)).toMatchObject({ first: 2, rows: 1, labels: ['known a', 'known b'] });
  });

  test('is the first that is not blank where nothing is known', () => {
    expect(find([[''], [' '], ['x'], ['y']])).toMatchObject({ first: 2, rows: 1 });
    expect(find([['']])).toMatchObject({ first: 0 });
  });

  test('may stand below a title of many rows, but not behind the twentieth', () => {
    const title = (rows: number): string[][] =>
      Array.from({ length: rows }, (_, index) => [`line ${'x'.repeat(index)}`]);
    expect(find([...title(19), ['known', 'known']]).first).toBe(19);
    expect(find([...title(20), ['known', 'known']]).first).toBe(0);
  });
});

describe('a list without headers', () => {
  const list = [
    ['I-1', 'orders_in', 'SFTP', 'Shop', 'Y'],
    ['I-2', 'stock_out', 'REST', 'Shop', 'Y'],
    ['I-3', 'rates_in', 'SFTP', 'Bank', 'N'],
  ];

  test('loses none of its interfaces', () => {
    expect(find(list)).toEqual({ first: 0, rows: 0, labels: ['', '', '', '', ''] });
  });

  test('is known by what stands again below its first row, or looks like it', () => {
    expect(looksLikeData(list, 0)).toBe(true);
    expect(looksLikeData([['No', 'Interface', 'By', 'To', 'Live'], ...list], 0)).toBe(false);
  });

  test('is known by two columns that go on as they begin, and not by one', () => {
    expect(
      looksLikeData(
        [
          ['Orders', 'SFTP', 'Y'],
          ['Stock', 'SFTP', 'Y'],
        ],
        0,
      ),
    ).toBe(true);
    expect(
      looksLikeData(
        [
          ['Orders', 'SFTP', 'Y'],
          ['Stock', 'SFTP', 'N'],
        ],
        0,
      ),
    ).toBe(false);
  });

  test('is not a list whose header nobody knows', () => {
    expect(
      find([
        ['Colour', 'Shape', 'Weight'],
        ['red', 'round', '1'],
        ['red', 'square', '2'],
      ]).rows,
    ).toBe(1);
  });

  test('is not a list of one row, nor one that repeats its header', () => {
    expect(find([['a', 'b', 'c']]).rows).toBe(1);
    const repeated = [
      ['known a', 'known b', 'c'],
      ['1', '2', '3'],
      ['known a', 'known b', 'c'],
      ['4', '5', '6'],
    ];
    expect(find(repeated)).toMatchObject({ first: 0, rows: 1 });
  });
});

describe('headers in two rows', () => {
  test('are read together where a group stands above several columns', () => {
    const names = new Set(['Source System', 'Target System', 'Frequency']);
    const header = findHeader(
      {
        rows: [
          ['', 'Source', '', 'Target', '', ''],
          ['Interface', 'System', 'Owner', 'System', 'Owner', 'Frequency'],
          ['Orders', 'Shop', 'Ann', 'ERP', 'Bob', 'daily'],
        ],
      },
      (row) => row.filter((cell) => names.has(cell)).length,
    );
    expect(header).toEqual({
      first: 0,
      rows: 2,
      labels: ['Interface', 'Source System', 'Source Owner', 'Target System', 'Target Owner', 'Frequency'],
    });
  });

  test('are one row where the row above is a title', () => {
    const rows = [['Interfaces of the programme'], ['known a', 'known b', 'c'], ['1', '2', '3']];
    expect(find(rows)).toMatchObject({ first: 1, rows: 1 });
  });

  test('are one row where an interface stands below', () => {
    const rows = [
      ['known a', 'known b', ''],
      ['Orders', 'Shop', 'x'],
      ['Stock', 'Shop', 'y'],
    ];
    expect(find(rows)).toMatchObject({ first: 0, rows: 1 });
  });
});

describe('what a person says about the header', () => {
  const table = { rows: [['title'], ['known', 'known'], ['a', 'b'], ['c', 'd']], numbers: [1, 3, 4, 5] };

  test('counts, by the number that the spreadsheet shows', () => {
    expect(chosenHeader(table, 4, knownIn)).toMatchObject({ first: 2, rows: 1, labels: ['a', 'b'] });
    expect(chosenHeader(table, 'none', knownIn)).toMatchObject({ first: 0, rows: 0 });
  });

  test('that no row has means the header that is found', () => {
    expect(chosenHeader(table, 2, knownIn)).toMatchObject({ first: 1, rows: 1 });
  });
});
