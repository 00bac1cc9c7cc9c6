import { mkdtempSync, openAsBlob, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { decide } from '#apps/inventory/deciding/decide.ts';
import { readRow } from '#apps/inventory/machine/inventory.ts';
import { interpret, openSheet } from '#apps/inventory/reading/interpret.ts';
import { readBlob, readFile } from '#apps/inventory/reading/read-file.ts';
import { readerOf } from '#apps/inventory/reading/read-value.ts';
import { UnreadableFile } from '#apps/inventory/reading/table.ts';
import { noCorrections } from '#apps/inventory/reading/vocabulary.ts';
import { exportTable } from '#apps/inventory/writing/export-table.ts';
import { safeCell, unsafeCell } from '#apps/inventory/writing/safe-cell.ts';
import { templateRows } from '#apps/inventory/writing/template.ts';
import { writeCsv } from '#apps/inventory/writing/write-csv.ts';
import { writeWorkbook } from '#apps/inventory/writing/write-workbook.ts';
import { loadVocabulary } from '#content/reading/inventory.ts';
import { language } from '#tests/support/cell-language.ts';
import { book } from '#tests/support/rule-book.ts';

/** 50 MB, as the refusal says. */
const MAX_BYTES = 50_000_000;

const vocabulary = loadVocabulary();
const reader = readerOf(vocabulary, book, noCorrections, language);

async function read(content: string | Uint8Array) {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const [table] = await readFile(bytes);
  if (!table) throw new Error('no table');
  const sheet = openSheet(table, vocabulary, book, reader);
  return { sheet, ...interpret(sheet, reader) };
}

const cellsOf = async (content: string | Uint8Array) => (await read(content)).rows.map(({ cells }) => cells);

describe('a table is found', () => {
  const expected = [{ name: 'A', latency: 'nightly' }];

  test.each([
    ['with commas', 'Name,How often\nA,daily\n'],
    ['with semicolons', 'Name;How often\r\nA;daily\r\n'],
    ['with tabs', 'Name\tHow often\nA\tdaily\n'],
    ['with a mark in front', '\ufeffName,How often\nA,daily'],
    ["with Excel's own separator line", 'sep=|\nName|How often\nA|daily\n'],
    ['below a title and blank lines', 'Interfaces of 2026\n\nName,How often\n\nA,daily\n'],
    ['under misspelt headers', 'Interfce,Frequncy\nA,daily\n'],
  ])('%s', async (_story, text) => {
    expect(await cellsOf(text)).toEqual(expected);
  });

  test('in UTF-16 and in Windows-1252', async () => {
    expect(await cellsOf(new Uint8Array(Buffer.from('\ufeffName\tOwner\nB\u00e4nk\tx', 'utf16le')))).toEqual([
      { name: 'Bänk' },
    ]);
    expect((await cellsOf(new Uint8Array(Buffer.from('Name,System\nGeb\u00fchr,x', 'latin1'))))[0]?.name).toBe(
      'Gebühr',
    );
  });

  test('with line breaks inside quotes', async () => {
    expect((await cellsOf('Name,System\n"A\nB",x\n'))[0]?.name).toBe('A\nB');
  });
});

test('what means nothing to the advisor is kept, and bad cells are named by row and column', async () => {
  const { extraHeaders, rows, faults } = await read('Name,Latency,Colour\nA,soonish,blue\nB,nightly,red\n');
  expect(extraHeaders).toEqual(['Colour']);
  expect(rows.map(({ extras }) => extras)).toEqual([['blue'], ['red']]);
  expect(faults).toEqual([
    {
      row: 2,
      column: 'latency',
      header: 'Latency',
      found: 'soonish',
      allowed: 'realtime, near-realtime, hourly, nightly',
    },
  ]);
});

test.each([
  ['Latncy', 'latency'],
  ['Operatoin', 'operation'],
  ['Protocl', 'protocol'],
  // Half of the letters are those of a word that is known.
  ['Loyalty', 'extra'],
  ['Prototype', 'extra'],
  ['Legality', 'extra'],
  ['Payroll', 'extra'],
])(
  'a header is taken for one that is spelt nearly so, not for one that only looks alike: %s is %s',
  async (header, column) => {
    const { sheet } = await read(`Name,${header}\nA,x\n`);
    expect(sheet.matches[1]?.column).toBe(column);
  },
);

test('of two headers for one column the better match has it', async () => {
  const { sheet } = await read('Frequency,Latency\nweekly,nightly\n');
  expect(sheet.matches.map(({ column }) => column)).toEqual(['extra', 'latency']);
});

test.each([
  ['bytes', Uint8Array.from({ length: 300 }, (_, index) => index % 7), 'holds no text'],
  ['an old workbook', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0]), '.xls'],
  ['a cut workbook', Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0]), 'damaged'],
])('%s: refused with what to do', async (_story, bytes, text) => {
  const refusal = await readFile(bytes).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(UnreadableFile);
  expect((refusal as Error).message).toContain(text);
});

test('a file that was changed after it was chosen, which no browser reads, is refused with what to do', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'fno-files-'));
  const path = join(folder, 'programme.csv');
  writeFileSync(path, 'Interface\nOrders\n');
  const chosen = await openAsBlob(path);
  writeFileSync(path, 'Interface\nOrders and more\n');
  const refusal = await readBlob(chosen).catch((error: unknown) => error);
  rmSync(folder, { recursive: true });
  expect(refusal).toBeInstanceOf(UnreadableFile);
  expect((refusal as Error).message).toContain('Save a copy');
});

test('a file that is too large is refused before any of it is loaded', async () => {
  const isLoaded = vi.fn(async () => new ArrayBuffer(0));
  const large = Object.assign(new Blob(), { arrayBuffer: isLoaded });
  Object.defineProperty(large, 'size', { value: MAX_BYTES + 1 });
  await expect(readBlob(large)).rejects.toThrow('larger than 50 MB');
  expect(isLoaded).not.toHaveBeenCalled();
});

test('the sample programme is read without a fault, and shows every pattern', async () => {
  const { rows, faults } = await read(readFileSync('content/advisor/sample-programme.csv'));
  expect(faults).toEqual([]);
  expect(rows).toHaveLength(24);
  const patterns = new Set(rows.map((row) => decide({ systems: 13, ...readRow(row).profile }, book).primary));
  expect(patterns.size).toBe(book.patterns.length);
});

test('the template is read as it was meant, from CSV and from Excel', async () => {
  const fromCsv = await read(writeCsv(templateRows()));
  const workbook = await writeWorkbook([{ name: 'Interfaces', rows: templateRows(), widths: [20] }]);
  const fromExcel = await read(new Uint8Array(await workbook.arrayBuffer()));
  expect(fromCsv.faults).toEqual([]);
  expect(fromExcel.rows).toEqual(fromCsv.rows);
});

test('what goes out comes in again as it was', async () => {
  const { rows, extraHeaders } = await read('Name,Latency,Systems,Note\n=1+1,nightly,7,@x\nB,soonish,,-3\n');
  const decided = rows.map((row) => ({ row, outcome: decide(readRow(row).profile, book) }));
  const table = exportTable({ extraHeaders }, decided, vocabulary, book);
  const again = await read(writeCsv(table));
  expect(again.rows).toEqual(rows);
  expect(again.extraHeaders).toEqual(extraHeaders);
});

test.each(['=1', '+1', '-1', '@x', '\tx', '\rx'])('a cell that begins like a formula is made text: %j', (text) => {
  expect(safeCell(text)).toBe(`'${text}`);
  expect(unsafeCell(safeCell(text))).toBe(text);
});
