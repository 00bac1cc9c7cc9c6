import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { likeliestSheet, openSheet } from '#apps/inventory/reading/interpret.ts';
import { readFile } from '#apps/inventory/reading/read-file.ts';
import { scanSheet } from '#apps/inventory/reading/scan-sheet.ts';
import { UnreadableFile } from '#apps/inventory/reading/table.ts';
import { attributesOf, eachTag, MalformedXml } from '#apps/inventory/reading/xml-tags.ts';
import { checkSumOf } from '#apps/inventory/reading/zip-directory.ts';
import { book } from '#tests/support/rule-book.ts';
import { sheetData, workbookOf } from '#tests/support/workbook.ts';
import { attack, cellsOf, read, reader, vocabulary } from './reading.ts';

/** Cells of all sheets together that are read. */
const MAX_CELLS = 10_000_000;

const refusalOf = (bytes: Uint8Array): Promise<unknown> =>
  readFile(bytes).then(
    () => 'was read',
    (error: unknown) => (error instanceof UnreadableFile ? error.message : error),
  );

const text = (reference: string, words: string): string =>
  `<c r="${reference}" t="inlineStr"><is><t>${words}</t></is></c>`;
const headers = `<row r="1">${text('A1', 'Name')}${text('B1', 'Latency')}${text('C1', 'System')}</row>`;

describe('a damaged archive', () => {
  test('is refused where a check sum differs', async () => {
    expect(await refusalOf(attack('wrong-crc-one-byte.xlsx'))).toContain(
      'the part “xl/worksheets/sheet1.xml” is not as it was when it was saved',
    );
  });

  test('the check sum is the one that zip archives have', () => {
    expect(checkSumOf(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
  });

  test('with any single bit turned over is refused or read as it was', async () => {
    const table = [
      ['Name', 'Latency', 'System'],
      ...Array.from({ length: 8 }, (_, row) => [`I${row}`, 'daily', 'SAP']),
    ];
    const whole = workbookOf(sheetData(table));
    const expected = JSON.stringify(await readFile(whole));
    const altered: number[] = [];
    let refused = 0;
    for (let bit = 0; bit < whole.length * 8; bit += 5) {
      const flipped = whole.slice();
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      const found = await readFile(flipped).catch((error: unknown) => error);
      if (found instanceof UnreadableFile) refused += 1;
      else if (JSON.stringify(found) !== expected) altered.push(bit);
    }
    expect(altered).toEqual([]);
    expect(refused).toBeGreaterThan(1_000);
  });

  test('with a part that stands in it twice is refused', async () => {
    const whole = workbookOf(headers);
    const twice = Buffer.from(zipSync({ 'xl/workbook.xml': whole, 'xl/workbook.xmk': whole }, { level: 0 }));
    twice.write('xl/workbook.xml', twice.lastIndexOf('xl/workbook.xmk'));
    expect(await refusalOf(new Uint8Array(twice))).toContain('twice');
  });
});

describe('a cell', () => {
  test('that shows an error, or a formula without a kept value, is unread with its place', async () => {
    const { faults, rows } = await read(attack('formula-without-value-and-error.xlsx'));
    expect(faults.map(({ row, header, found }) => [row, header, found])).toEqual([
      [2, 'ID', '#NO VALUE! ="I"&1'],
      [2, 'System', '#REF!'],
      [2, 'Latency', '#N/A'],
    ]);
    expect(rows[0]?.cells.latency).toBe('#N/A');
  });

  test.each([
    ['a number without a value', '<c r="B2"><f>A1</f></c>', '#NO VALUE! =A1'],
    ['a value that is empty, as some programs write it', '<c r="B2"><f>A1</f><v></v></c>', '#NO VALUE! =A1'],
    ['a text without a value', '<c r="B2" t="str"><f>A1&amp;B1</f></c>', '#NO VALUE! =A1&B1'],
  ])('with a formula and %s', async (_story, cell, found) => {
    const { faults } = await read(workbookOf(`${headers}<row r="2">${text('A2', 'A')}${cell}</row>`));
    expect(faults).toMatchObject([{ row: 2, column: 'latency', found }]);
  });

  test.each([
    ['has nothing in it', '<c r="B2" s="3"/>'],
    ['has nothing in it, but says that it is a text', '<c r="B2" t="s"></c>'],
    ['has a formula with an empty text as its result', '<c r="B2" t="str"><f>IF(A2="","x","")</f><v></v></c>'],
  ])('is blank where it %s', async (_story, cell) => {
    const { faults, rows } = await read(workbookOf(`${headers}<row r="2">${text('A2', 'A')}${cell}</row>`));
    expect(faults).toEqual([]);
    expect(rows.map(({ cells }) => cells)).toEqual([{ name: 'A' }]);
  });

  test('with a date and a time keeps both', async () => {
    const { rows } = await read(
      workbookOf(`${headers}<row r="2"><c r="A2" t="d"><v>2026-03-01T14:30:00Z</v></c>${text('B2', 'daily')}</row>`),
    );
    expect(rows[0]?.cells.name).toBe('2026-03-01 14:30');
  });

  test('with words of several looks, a comment and a marked section keeps all of them', async () => {
    const rich =
      '<c r="A2" t="inlineStr"><is><r><t>In</t></r><r><t>voi<!-- x --></t></r><r><t><![CDATA[<ces>]]></t></r></is></c>';
    expect(await cellsOf(workbookOf(`${headers}<row r="2">${rich}</row>`))).toEqual([{ name: 'Invoi<ces>' }]);
  });
});

describe('where cells stand', () => {
  test.each([
    ['far-row-8-digits.xlsx', '“99999999”'],
    ['far-column-6-letters.xlsx', '“ZZZZZZ2”'],
  ])('%s is refused', async (name, reference) => {
    expect(await refusalOf(attack(name))).toContain(reference);
  });

  test.each([
    ['a row of nine digits', '<row r="999999999"><c r="A999999999"><v>1</v></c></row>'],
    ['a row behind the last', '<row r="1048577"><c r="A1048577"><v>1</v></c></row>'],
    ['a column behind the last', '<row r="2"><c r="XFE2"><v>1</v></c></row>'],
    ['small letters', '<row r="2"><c r="a2"><v>1</v></c></row>'],
    ['letters as character references', '<row r="2"><c r="&#65;2"><v>1</v></c></row>'],
    ['another row', '<row r="2"><c r="A3"><v>1</v></c></row>'],
    ['a row twice', '<row r="1"><c r="A1"><v>1</v></c></row>'],
    ['a cell twice', '<row r="2"><c r="A2"><v>1</v></c><c r="A2"><v>2</v></c></row>'],
    ['a range', '<row r="2"><c r="A2:B3"><v>1</v></c></row>'],
    ['single quotes', "<row r='99999999'><c r='A99999999'><v>1</v></c></row>"],
    ['the prefix of a namespace', '<x:row r="99999999"><x:c r="A99999999"><x:v>1</x:v></x:c></x:row>'],
  ])('%s: refused', async (_story, row) => {
    expect(await refusalOf(workbookOf(headers + row))).toContain('is no place of a cell or row');
  });

  test('a cell in the last corner costs nothing and is named', async () => {
    const { rows, remarks } = await read(attack('far-cell-single-quotes.xlsx'));
    expect(rows).toEqual([]);
    expect(remarks).toBe(
      'Columns behind the first 200 were left out: 1 cell in row 1,048,576, of which the first says “1”.',
    );
  });

  test('a row far down keeps its number, and the blank ones above it are not made', async () => {
    const { sheet, numbers } = await read(attack('padded-20m-cells.xlsx'));
    expect(sheet.table.rows).toHaveLength(2);
    expect(numbers).toEqual([100_000]);
  });

  test('a sheet by another name is held to the same', async () => {
    const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
    const bytesOf = (xml: string) => new TextEncoder().encode(xml);
    const elsewhere = zipSync({
      'xl/workbook.xml': bytesOf(`<workbook><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>`),
      'xl/_rels/workbook.xml.rels': bytesOf(
        `<Relationships><Relationship Id="r1" Type="${office}/worksheet" Target="a/b/c.xml"/></Relationships>`,
      ),
      'xl/a/b/c.xml': bytesOf(
        `<worksheet><sheetData>${headers}<row r="9999999"><c r="A9999999"><v>1</v></c></row></sheetData></worksheet>`,
      ),
    });
    expect(await refusalOf(elsewhere)).toContain('is no place of a cell or row');
  });

  test('the padding of all rows to the widest stays within bounds, and the rows left out are counted', () => {
    const wide = `<row>${'<c><v>1</v></c>'.repeat(200)}</row>`;
    const sheet = scanSheet(
      `<worksheet><sheetData>${wide}${'<row><c><v>1</v></c></row>'.repeat(60_000)}</sheetData></worksheet>`,
      0,
      () => undefined,
    );
    expect(sheet.width * sheet.numbers.length).toBeGreaterThan(MAX_CELLS);
    const bytes = workbookOf(`${wide}${'<row><c><v>1</v></c></row>'.repeat(60_000)}`);
    return readFile(bytes).then(([table]) => {
      expect(table?.rows).toHaveLength(MAX_CELLS / 200);
      expect(table?.leftOut).toEqual({ count: 10_001, first: 50_001, last: 60_001 });
    });
  });
});

describe('XML', () => {
  test('of rows that are never closed is given up at the first of them', () => {
    let seen = 0;
    const xml = `<worksheet><sheetData>${'<row '.repeat(30_000)}`;
    expect(() =>
      eachTag(xml, () => {
        seen += 1;
        return true;
      }),
    ).toThrow(MalformedXml);
    expect(seen).toBe(2);
  });

  test.each(['<a><b></a>', '<a>', '</a>', '<a', '<a><!-- </a>', '<a><![CDATA[ </a>', '<a b="></a>', '<a <b>x</a>'])(
    '%s: refused',
    (xml) => {
      expect(() => eachTag(xml, () => true)).toThrow(MalformedXml);
    },
  );

  test('attributes in either kind of quotes, with signs of tags in them and spaces about them', () => {
    expect([...attributesOf(` r = 'A1' t="a>b" x:r="B2" `)]).toEqual([
      ['r', 'A1'],
      ['t', 'a>b'],
    ]);
    expect(() => attributesOf(' r=A1')).toThrow(MalformedXml);
  });
});

describe('what a workbook hides or merges', () => {
  const list = sheetData([
    ['Name', 'System', 'Latency', 'Operation'],
    ['A', 'SAP', 'daily', 'create'],
    ['B', '', 'hourly', 'read'],
    ['', '', '', ''],
    ['C', '', 'daily', 'read'],
  ]);

  test('a value merged over several rows counts for each that holds anything', async () => {
    const merged = workbookOf(list, { behind: '<mergeCells count="1"><mergeCell ref="B2:B5"/></mergeCells>' });
    const { rows } = await read(merged);
    expect(rows.map(({ cells }) => [cells.name, cells.system])).toEqual([
      ['A', 'SAP'],
      ['B', 'SAP'],
      ['C', 'SAP'],
    ]);
  });

  test('a cell inside of a merge that holds a value of its own keeps it', async () => {
    const own = list.replace('<c r="B3" t="inlineStr"><is><t></t></is></c>', text('B3', 'Bank'));
    const merged = workbookOf(own, { behind: '<mergeCells count="1"><mergeCell ref="B2:B5"/></mergeCells>' });
    const { rows } = await read(merged);
    expect(rows.map(({ cells }) => cells.system)).toEqual(['SAP', 'Bank', 'SAP']);
  });

  test.each(['A2:D2', 'B2', 'B5:B2', 'nonsense', 'ZZZ2:ZZZ9', 'B3:B5'])('a merge of %s fills nothing', async (ref) => {
    const merged = workbookOf(list, { behind: `<mergeCells><mergeCell ref="${ref}"/></mergeCells>` });
    expect(JSON.stringify(await cellsOf(merged))).toBe(JSON.stringify(await cellsOf(workbookOf(list))));
  });

  test('hidden rows are left out and said, and hidden sheets are marked', async () => {
    const hidden = list.replace('<row r="3">', '<row r="3" hidden="1">');
    const { sheet, rows } = await read(workbookOf(hidden, { state: ' state="hidden"' }));
    expect(rows.map(({ cells }) => cells.name)).toEqual(['A', 'C']);
    expect(sheet.divided.aside).toMatchObject([{ number: 3, why: 'hidden' }]);
    expect(sheet.table.isHidden).toBe(true);
  });

  test('a hidden sheet with more columns does not come before one that is shown', async () => {
    const [shown] = await readFile(workbookOf(sheetData([['Name'], ['A']])));
    const [hidden] = await readFile(workbookOf(list, { state: ' state="veryHidden"' }));
    const sheets = [hidden, shown].flatMap((table) => (table ? [openSheet(table, vocabulary, book, reader)] : []));
    expect(likeliestSheet(sheets)).toBe(1);
  });
});
