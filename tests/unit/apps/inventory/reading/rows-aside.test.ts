import { describe, expect, test } from 'vitest';
import { divideRows, rowsToRead } from '#apps/inventory/reading/rows-aside.ts';
import { loadVocabulary } from '#content/reading/inventory.ts';
import { read } from '#tests/unit/apps/inventory/reading.ts';

const vocabulary = loadVocabulary();

/** The rows of a sheet below its header, divided; rows are numbered from 2 on. */
function divide(labels: string[], body: string[][], { names = -1, hidden = [] as number[] } = {}) {
  const rows = [labels, ...body];
  const table = {
    name: '',
    rows,
    numbers: rows.map((_, index) => index + 1),
    filledRows: rows.length,
    remarks: [],
    hiddenRows: new Set(hidden),
  };
  return divideRows(table, { first: 0, rows: 1, labels }, names, vocabulary);
}

const labels = ['Source', 'Target', 'Kind', 'Protocol', 'Frequency'];
const row = ['Shop', 'ERP', 'Orders', 'API', 'daily'];

const whyOf = (...args: Parameters<typeof divide>) =>
  divide(...args).aside.map(({ number, why }): [number, string] => [number, why]);

describe('rows that are no interface', () => {
  test.each<[string, string[], string]>([
    ['a header once more', labels, 'repeated-header'],
    ['a header in another case', labels.map((label) => label.toUpperCase()), 'repeated-header'],
    ['the title of a section', ['Revenue interfaces', '', '', '', ''], 'section'],
    ['a total', ['Total', '', '', '', '12'], 'total'],
    ['a total with a colon and a number', ['Grand total: 12', '', '', '', ''], 'total'],
    ['a German total', ['Summe', '', '', '3,5', '12'], 'total'],
  ])('%s', (_story, cells, why) => {
    expect(whyOf(labels, [row, row, cells, row])).toEqual([[4, why]]);
  });

  test('that the workbook hides', () => {
    expect(whyOf(labels, [row, row, row], { hidden: [3] })).toEqual([[3, 'hidden']]);
  });

  test.each<[string, string[]]>([
    ['a code alone', ['I-17', '', '', '', '']],
    ['a name alone in the last row', ['Revenue', '', '', '', '']],
    ['a word in the middle alone', ['', '', 'Orders', '', '']],
    ['a system called Total with more to say', ['Total', 'ERP', 'Fuel cards', 'API', 'daily']],
  ])('%s stays an interface', (_story, cells) => {
    expect(whyOf(labels, [row, row, cells])).toEqual([]);
  });

  test('a name alone, in the column of names, is an interface of which nothing is known', () => {
    expect(
      whyOf(['Interface', 'Target', 'Kind', 'Protocol'], [row, ['Orders', '', '', ''], row], { names: 0 }),
    ).toEqual([]);
  });

  test('the only filled cell is no title in a narrow list', () => {
    expect(
      whyOf(
        ['Source', 'Frequency'],
        [
          ['Shop', 'daily'],
          ['Bank', ''],
          ['Till', 'daily'],
        ],
      ),
    ).toEqual([]);
  });
});

describe('rows that their own list rules out', () => {
  test.each<[string, string, string, string]>([
    ['Status', 'Cancelled', 'Live', 'cancelled'],
    ['In scope', 'No', 'Yes', 'out-of-scope'],
    ['Scope', 'Out of scope', 'In scope', 'out-of-scope'],
    ['RICEFW', 'R', 'I', 'other-development'],
    ['RICEFW type', 'Report', 'Interface', 'other-development'],
  ])('%s: %s', (header, out, stays, why) => {
    const { interfaces, aside } = divide(
      [...labels, header],
      [
        [...row, out],
        [...row, stays],
      ],
    );
    expect(interfaces.map(({ number }) => number)).toEqual([3]);
    expect(aside).toEqual([{ number: 2, cells: [...row, out], why, because: { header, word: out } }]);
  });

  test('a word under another header rules nothing out', () => {
    expect(whyOf([...labels, 'Copy needed'], [[...row, 'No']])).toEqual([]);
  });
});

describe('what a person takes in', () => {
  const divided = divide(
    [...labels, 'In scope'],
    [
      [...row, 'No'],
      [...row, 'Yes'],
      ['Total', '', '', '', '', '2'],
    ],
  );

  test('stands again where it stood', () => {
    expect(rowsToRead(divided, ['out-of-scope']).map(({ number }) => number)).toEqual([2, 3]);
    expect(rowsToRead(divided, ['total', 'out-of-scope']).map(({ number }) => number)).toEqual([2, 3, 4]);
  });

  test('is nothing at first', () => {
    expect(rowsToRead(divided, [])).toBe(divided.interfaces);
  });
});

test('every row of a list is header, interface, or left out with why', async () => {
  const { sheet, rows } = await read(
    'Interfaces of 2026\n\nSource System,Target System,Integration Type,Protocol,Frequency\nLedger,Bank,Payments,API,Real-time\n' +
      'Revenue interfaces,,,,\nSource System,Target System,Integration Type,Protocol,Frequency\nTax,Ledger,Revenue,API,Monthly\nTotal,,,,2\n',
  );
  expect(rows).toHaveLength(2);
  expect(sheet.divided.aside.map(({ number, why }) => [number, why])).toEqual([
    [5, 'section'],
    [6, 'repeated-header'],
    [8, 'total'],
  ]);
  expect(sheet.remarks).toEqual([
    'The header was found below row 1, which is taken for a title and not for an interface.',
  ]);
});
