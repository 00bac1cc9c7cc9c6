import { describe, expect, test } from 'vitest';
import { countBreaks, parseCsv } from '#apps/inventory/reading/parse-csv.ts';
import { lineRemarks, readCsv } from '#apps/inventory/reading/read-csv.ts';
import { accountOf, rowRemarks } from '#apps/inventory/reading/row-account.ts';
import { divideRows } from '#apps/inventory/reading/rows-aside.ts';
import type { Table } from '#apps/inventory/reading/table.ts';
import { loadVocabulary } from '#content/reading/inventory.ts';
import { attack, cellsOf, read } from '#tests/unit/apps/inventory/reading.ts';

const header = { first: 0, rows: 1, labels: ['Name'] } as const;

const dividedOf = (table: Table) => divideRows(table, header, 0, loadVocabulary());

/** Interfaces that are taken from one spreadsheet. */
const MAX_ROWS = 100_000;

function parse(text: string, width = 200) {
  const rows: (readonly string[])[] = [];
  const account = parseCsv(text, ',', width, ({ cells }) => rows.push(cells));
  return { rows, account };
}

describe('line ends', () => {
  test.each([
    ['\\n', 'Name,System\nA,x\nB,y\n'],
    ['\\r\\n', 'Name,System\r\nA,x\r\nB,y\r\n'],
    ['\\r', 'Name,System\rA,x\rB,y\r'],
    ['of three kinds', 'Name,System\r\nA,x\nB,y\r'],
    ['missing at the end', 'Name,System\rA,x\r\nB,y'],
  ])('%s', async (_kind, text) => {
    expect(await cellsOf(text)).toEqual([
      { name: 'A', system: 'x' },
      { name: 'B', system: 'y' },
    ]);
  });

  test.each([
    ['mixed-newlines-header-crlf-rows-lf.csv', 300],
    ['mixed-newlines-appended.csv', 35],
  ])('%s loses no row and needs no remark', async (name, count) => {
    const { rows, remarks } = await read(attack(name));
    expect(rows).toHaveLength(count);
    expect(remarks).toBe('');
  });

  test('inside quotation marks stay as they stand, and are said', async () => {
    const { rows, remarks } = await read('Name,System\r\n"A\r\nB\rC\nD",x\r\n');
    expect(rows[0]?.cells.name).toBe('A\r\nB\rC\nD');
    expect(remarks).toBe('The file has 5 lines and 2 rows: 3 line breaks stand inside quotation marks.');
  });

  test('are counted apart from the rows, and a difference is said with its number', () => {
    expect(countBreaks('a\r\nb\rc\nd')).toBe(3);
    expect(lineRemarks('a\nb\nc\n', { rows: 3, endsOpen: false, breaksInCells: 0 })).toEqual([]);
    expect(lineRemarks('a\nb\nc\n', { rows: 1, endsOpen: false, breaksInCells: 0 })).toEqual([
      'The file has 3 lines and 1 row; what became of 2 lines is not clear. Compare the rows with your spreadsheet.',
    ]);
  });
});

describe('quotation marks', () => {
  test.each([
    ['"a,b",c', ['a,b', 'c']],
    ['"a ""b""",c', ['a "b"', 'c']],
    ['"a" ,c', ['a', 'c']],
    ['a "b" c,d', ['a "b" c', 'd']],
    ['"",', ['', '']],
    ['"a', ['a']],
    ['"a"b",c', ['a"b', 'c']],
  ])('%s', (text, cells) => {
    expect(parse(text).rows).toEqual([cells]);
  });

  test('in the middle of a cell are named with the row as the spreadsheet shows it', async () => {
    const { remarks } = await read('Name,System\n\nA,x\n"B"b",y\nC,z\n');
    expect(remarks).toBe('A quotation mark stands in the middle of a cell in row 4; it was kept as it stands.');
  });

  test('that nothing closes are named with their row, and the lines that they swallow counted', async () => {
    const { remarks, rows } = await read('Name,System\nA,x\n"B,y\nC,z\nD,z\n');
    expect(rows).toHaveLength(2);
    expect(remarks).toContain('The file has 5 lines and 3 rows: 3 line breaks stand inside quotation marks.');
    expect(remarks).toContain('A quotation mark in row 3 is not closed');
  });

  test('that stray in their thousands are read once each', () => {
    const strays = 50_000;
    const text = `"${'"x'.repeat(strays)}${' '.repeat(strays)},\n`;
    // Behind each mark is looked for what may end the cell, which a run of spaces must not make long.
    let looks = 0;
    const counting = new Proxy(Object(text), {
      get(target, key) {
        if (key === 'length') return text.length;
        looks += 1;
        const value = Reflect.get(target, key);
        return typeof value === 'function' ? value.bind(text) : value;
      },
    });
    parseCsv(counting as string, ',', 200, () => undefined);
    expect(looks).toBeLessThan(20 * text.length);
  });
});

describe('rows', () => {
  test('wider than the header are named, and what stands behind it is kept', async () => {
    const { remarks, rows, extraHeaders } = await read('Name,System\nA,x\nB,y,z, and more\nC,x\nD,x,q\n');
    expect(remarks).toBe(
      'The header has 2 columns, but rows 3 and 5 have cells behind the last of them, such as “ and more”. They are kept as extra columns and say nothing to the advisor; check whether the rows are shifted.',
    );
    expect(extraHeaders).toEqual(['Column 3', 'Column 4']);
    expect(rows[1]?.extras).toEqual(['z', ' and more']);
  });

  test('with more columns than are kept are named with what was left out', async () => {
    const wide = Array.from({ length: 205 }, (_, column) => `c${column}`).join(',');
    const { remarks } = await read(`Name,System\nA,x\n${wide}\n`);
    expect(remarks).toContain(
      'Columns behind the first 200 were left out: 5 cells in row 3, of which the first says “c200”.',
    );
  });

  test('above the header are named as titles', async () => {
    const { remarks, rows } = await read('Interfaces of 2026\n\nName,How often\nA,daily\n');
    expect(rows).toHaveLength(1);
    expect(remarks).toBe('The header was found below row 1, which is taken for a title and not for an interface.');
  });

  test('behind the first 100,000 are counted', () => {
    const more = 1_234;
    const rows = Array.from({ length: MAX_ROWS + more }, (_, index) => `I${index}`);
    const table = readCsv(`Name\n${rows.join('\n')}\n\n`);
    expect(accountOf(table, header, dividedOf(table))).toEqual({
      inFile: MAX_ROWS + more + 1,
      aboveHeader: [],
      header: 1,
      interfaces: MAX_ROWS,
      aside: 0,
      leftOut: more,
    });
    expect(rowRemarks(table, header, dividedOf(table))).toEqual([
      'Of 101,235 rows, 100,000 interfaces were read, and 1,234 rows behind them left out (row 100,002 to 101,235), because no more can be worked with at once. Split the spreadsheet to read them too.',
    ]);
  });

  test('that are neither shown nor said otherwise are said as a difference', () => {
    const table = { ...readCsv('Name\nA\nB\n'), filledRows: 7 };
    expect(rowRemarks(table, header, dividedOf(table))).toEqual([
      'The file has 7 rows that hold something, but 2 interfaces were read; what became of 4 rows is not clear. Compare the rows with your spreadsheet.',
    ]);
  });

  test('keep the numbers of the file where blank ones stand between', async () => {
    const { numbers } = await read('Name,System\n\nA,x\n , \nB,y\n');
    expect(numbers).toEqual([3, 5]);
  });
});

describe('text', () => {
  test('that begins with "PK" is no workbook', async () => {
    expect(await cellsOf('PK,Name,System\n1,A,x\n')).toEqual([{ name: 'A', system: 'x' }]);
  });

  test('in UTF-8 with a bad byte stays UTF-8, and the byte is named with its row', async () => {
    const text = Buffer.from('Name,System\nGebühr,Bänk\nAX,x\nÉtat,y\n');
    const at = text.indexOf('X');
    text[at] = 0xfc;
    const { rows, remarks } = await read(new Uint8Array(text));
    expect(rows.map(({ cells }) => cells.name)).toEqual(['Gebühr', 'A\ufffd', 'État']);
    expect(remarks).toBe(
      'The file is UTF-8 text, but there are bytes in row 3 that are not valid; the first is FC hexadecimal, which is “ü” in Windows-1252. They are shown as \ufffd, such as in “A\ufffd”.',
    );
  });

  test('in Windows-1252 stays Windows-1252, even where two letters look like UTF-8', async () => {
    const { rows, remarks } = await read(new Uint8Array(Buffer.from('Name,System\nGebühr,Müller\nÃ¼,Öl\n', 'latin1')));
    expect(rows.map(({ cells }) => cells.name)).toEqual(['Gebühr', 'Ã¼']);
    expect(remarks).toBe('Read as Windows-1252 text, because it is no valid UTF-8.');
  });
});

test('a row that is longer than what the delimiter is guessed from does not mislead it', () => {
  const reasons = 'a; b; c; d; e; f';
  const text = `id,name,reasons\n1,Orders,${reasons}\n2,Stock,${reasons}\n3,${'x'.repeat(200_000)},${reasons}\n`;
  expect(readCsv(text).rows.map((cells) => cells.length)).toEqual([3, 3, 3, 3]);
});
