import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { summaryLine } from '#apps/inventory/deciding/summary-line.ts';
import { emptyInventory, type InventoryRow } from '#apps/inventory/machine/inventory.ts';
import { interpret, openSheet } from '#apps/inventory/reading/interpret.ts';
import { readFile } from '#apps/inventory/reading/read-file.ts';
import { readerOf } from '#apps/inventory/reading/read-value.ts';
import { noCorrections } from '#apps/inventory/reading/vocabulary.ts';
import { type ExportKind, exportFile } from '#apps/inventory/writing/export-files.ts';
import { fileStem } from '#apps/inventory/writing/file-stem.ts';
import { safeCell, typedCell, unsafeCell } from '#apps/inventory/writing/safe-cell.ts';
import { loadVocabulary } from '#content/reading/inventory.ts';
import { language } from '#tests/support/cell-language.ts';
import { generator, randomProfile } from '#tests/support/random-profiles.ts';
import { book } from '#tests/support/rule-book.ts';

/** Characters that a cell of Excel holds, by Microsoft's list of its limits. */
const MAX_CELL = 32_767;

const vocabulary = loadVocabulary();
const reader = readerOf(vocabulary, book, noCorrections, language);

/** Signs that spreadsheets, XML, CSV or we ourselves read as something else, and some that nobody does. */
const troublesome = fc.constantFrom(
  ...'=+-@＝＋－＠\'";,|\t\r\n <>&_'.split(''),
  ...['\0', '\u0001', '\u000b', '\u001f', '\u0085', '\u00a0', '\u200b', '\u2060', '\ufeff', '\u2028', '\uffff'],
  ...['_x000B_', '_x005F_', '&amp;', '😀', 'a', '1', 'é'],
);
const ownNames = fc.constantFrom('constructor', '__proto__', 'toString', 'hasOwnProperty');
const anyText = fc.oneof(
  fc.array(troublesome, { maxLength: 8 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 12 }),
  ownNames,
);

/** Words around the texts, so that a file of control characters still is a text file to its reader. */
const filler = 'Orders go from the web shop to the warehouse. '.repeat(200);

const inventoryRow = (key: number, ...extras: string[]): InventoryRow => ({
  key,
  cells: { name: `Row ${key}` },
  extras,
});

async function written(
  kind: ExportKind,
  extraHeaders: readonly string[],
  rows: readonly InventoryRow[],
  title = 'Plan',
) {
  const { file, losses } = await exportFile(
    kind,
    {
      inventory: { ...emptyInventory, title, extraHeaders },
      rows: rows.map((row) => ({ row, outcome: undefined, profile: {} })),
      vocabulary,
      book,
    },
    () => undefined,
  );
  return { bytes: new Uint8Array(await file.arrayBuffer()), losses };
}

async function readAgain(bytes: Uint8Array) {
  const [table] = await readFile(bytes);
  if (!table) throw new Error('no table');
  return interpret(openSheet(table, vocabulary, book, reader), reader);
}

/** Texts as they come back, from cells that all have a column and a row that are not blank. */
async function roundTrip(kind: 'csv' | 'xlsx', texts: readonly string[]) {
  const rows = [inventoryRow(1, filler, 'x'), ...texts.map((text, index) => inventoryRow(index + 2, filler, text))];
  const { bytes } = await written(kind, ['Alpha', 'Beta'], rows);
  const again = await readAgain(bytes);
  expect(again.extraHeaders).toEqual(['Alpha', 'Beta']);
  return again.rows.slice(1).map(({ extras }) => extras[1]);
}

describe('what goes out comes in again, sign for sign', () => {
  test.each(['csv', 'xlsx'] as const)('any text at all, as %s', async (kind) => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyText, { minLength: 1, maxLength: 30 }), async (drawn) => {
        // A text file has no code for half a character; the export says so.
        const texts = kind === 'csv' ? drawn.map((text) => text.toWellFormed()) : drawn;
        expect(await roundTrip(kind, texts)).toEqual(texts);
      }),
      { numRuns: 60 },
    );
  });

  test.each(['csv', 'xlsx'] as const)('apostrophes that the person wrote, as %s', async (kind) => {
    const texts = ["'=1", "''=1", "'", "'+49 30", "a;'=b", "\n'-", "'\u0001"];
    expect(await roundTrip(kind, texts)).toEqual(texts);
  });

  test.each(['csv', 'xlsx'] as const)('headers that begin like a formula, as %s', async (kind) => {
    const headers = ['=Total', "'@home", '-'];
    const { bytes } = await written(kind, headers, [inventoryRow(1, 'a', 'b', 'c')]);
    expect((await readAgain(bytes)).extraHeaders).toEqual(headers);
  });

  test('characters that Unicode keeps free, in a workbook', async () => {
    const texts = ['\u{10fffe}\u0000', '\u{1ffff}_', '\ufdd0'];
    expect(await roundTrip('xlsx', texts)).toEqual(texts);
  });

  test('half a character, in a workbook', async () => {
    expect(await roundTrip('xlsx', ['a\ud800b', '\udc00'])).toEqual(['a\ud800b', '\udc00']);
  });
});

test('the marks are taken back whatever they stand before', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(unsafeCell(safeCell(text))).toBe(text);
      expect(unsafeCell(typedCell(text))).toBe(text);
    }),
    { numRuns: 5_000 },
  );
});

/** What a formula begins with, once all is gone that a spreadsheet may pass over in front of it. */
const opensFormula = (cell: string): boolean =>
  /^[=+\-@＝＋－＠]/.test(cell.replace(/^[\s"\p{Cc}\p{Default_Ignorable_Code_Point}]+/u, ''));

describe('no cell of a text file opens a formula', () => {
  test.each([
    ...['=1', '+1', '-1', '@x', '＝1', '＋1', '－1', '＠x'],
    ...['\t=1', '\r=1', '\n=1', '\0=1', ' =1', '\u00a0=1', '\u200b=1', '\ufeff=1', '\u2060 \u00a0@x', '\u000b-1'],
    ...['\tx', '\rx', '\nx', '\0x'],
  ])('%j', (text) => {
    expect(safeCell(text).startsWith("'")).toBe(true);
  });

  test.each(['I-01', 'a=b', 'a@b.example', '22:00-04:00', 'one; two - three', "it's -5", ' x', '"quoted"', "'tis"])(
    'and %j stays as it is',
    (text) => {
      expect(safeCell(text)).toBe(text);
    },
  );

  test('wherever commas, semicolons or tabs are expected', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyText, { minLength: 1, maxLength: 30 }), async (texts) => {
        const { bytes } = await written(
          'csv',
          ['Alpha'],
          texts.map((text, index) => inventoryRow(index + 1, text)),
        );
        const text = new TextDecoder().decode(bytes);
        const cells = [
          ...Papa.parse<string[]>(text, { delimiter: ',' }).data.flat(),
          // A quote in the middle of a cell closes nothing, so each separator counts.
          ...text.split(/[;\r\n]/),
          ...text.split(/[\t\r\n]/),
        ];
        expect(cells.filter(opensFormula)).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});

describe('a workbook', () => {
  async function parts(...texts: string[]) {
    const { bytes, losses } = await written(
      'xlsx',
      ['Alpha'],
      [inventoryRow(1, 'x'), ...texts.map((text, at) => inventoryRow(at + 2, text))],
    );
    const files = unzipSync(bytes);
    const part = (name: string): string => strFromU8(files[name] ?? new Uint8Array());
    return { strings: part('xl/sharedStrings.xml'), sheet: part('xl/worksheets/sheet1.xml'), losses };
  }

  test('types every cell as text, so that no formula runs and no apostrophe shows', async () => {
    const { strings, sheet } = await parts('+49 30 901820', '=1+1', '007');
    expect(sheet).not.toMatch(/<f\b/);
    const types = [...sheet.matchAll(/<c [^>]*>/g)].map(([cell]) => / t="s"/.test(cell));
    expect(types.length).toBeGreaterThan(10);
    expect(new Set(types)).toEqual(new Set([true]));
    for (const text of ['+49 30 901820', '=1+1', '007']) expect(strings).toContain(`>${text}</t>`);
  });

  test('writes what XML cannot carry as its code', async () => {
    const { strings, losses } = await parts('a\u000bb', 'c\rd', '_x000B_');
    expect(strings).toContain('>a_x000B_b<');
    expect(strings).toContain('>c_x000D_d<');
    expect(strings).toContain('>_x005F_x000B_<');
    expect(losses).toEqual([]);
  });
});

describe('what cannot be kept is said with its size and where it stands', () => {
  const long = 'x'.repeat(MAX_CELL + 8);

  test('a text that Excel has no room for is cut in a workbook, between characters', async () => {
    const split = `${'x'.repeat(MAX_CELL - 1)}😀`;
    const { bytes, losses } = await written(
      'xlsx',
      ['Note'],
      [inventoryRow(1, 'short'), inventoryRow(2, long), inventoryRow(3, split)],
    );
    expect(losses).toEqual([
      '2 cells had to be cut, because a cell in Excel holds at most 32,767 characters: row 3, column Note (32,775 characters); row 4, column Note (32,768 characters). The CSV file holds the whole text.',
    ]);
    const [, cut, whole] = (await readAgain(bytes)).rows.map(({ extras }) => extras[0] ?? '');
    expect(cut).toBe(long.slice(0, MAX_CELL));
    expect(whole).toBe('x'.repeat(MAX_CELL - 1));
  });

  test('a text that just fits is whole, and nothing is said', async () => {
    const fits = 'x'.repeat(MAX_CELL);
    const { bytes, losses } = await written('xlsx', ['Note'], [inventoryRow(1, fits)]);
    expect(losses).toEqual([]);
    expect((await readAgain(bytes)).rows[0]?.extras).toEqual([fits]);
  });

  test('a CSV keeps it, and says what Excel will do', async () => {
    const { bytes, losses } = await written('csv', ['Note'], [inventoryRow(1, long)]);
    expect(losses).toEqual([
      'One cell is complete in this file but longer than the 32,767 characters that Excel shows, so Excel will cut it if you open and save the file there: row 2, column Note (32,775 characters).',
    ]);
    expect((await readAgain(bytes)).rows[0]?.extras).toEqual([long]);
  });

  test('control characters and half characters in a CSV', async () => {
    const rows = ['a\u0007', 'b\0', 'c\ud800', 'd\te\nf'].map((text, index) => inventoryRow(index + 1, text));
    const { losses } = await written('csv', ['Note'], rows);
    expect(losses).toEqual([
      '2 cells contain control characters, which are in this file but which a spreadsheet may drop or show as boxes: row 2, column Note; row 3, column Note.',
      'One cell contains half a character, which no text file can hold; it is written as �: row 4, column Note. The Excel file keeps it.',
    ]);
  });

  test('of many the first five are named', async () => {
    const { losses } = await written(
      'csv',
      ['Note'],
      Array.from({ length: 9 }, (_, at) => inventoryRow(at + 1, `\u0007${at}`)),
    );
    expect(losses[0]).toContain('9 cells contain');
    expect(losses[0]).toMatch(/row 6, column Note; and 4 more\.$/);
  });
});

test('a title is words, not markup, in the index and in the records of a zip', async () => {
  const hostile = 'Plan\n# <img src=x onerror=1> [x](javascript:1) `a` | ![b](c) ~~d~~ &lt;';
  const plain = String.raw`Plan \# \<img src=x onerror=1\> \[x\](javascript:1) \`a\` \| !\[b\](c) \~\~d\~\~ \&lt;`;
  const { bytes } = await written('zip', [], [{ key: 1, cells: { name: hostile }, extras: [] }], hostile);
  const files = unzipSync(bytes);
  const names = Object.keys(files);
  expect(names).toEqual(['1-plan-img-src-x-onerror-1-x-javascript-1-a-b-c-d-lt.md', 'README.md']);
  expect(strFromU8(files['README.md'] ?? new Uint8Array()).split('\n')[0]).toBe(`# ${plain}: decisions`);
  expect(strFromU8(files[names[0] ?? ''] ?? new Uint8Array()).split('\n')[0]).toBe(
    `# Integration pattern for ${plain}`,
  );
});

test.each([
  ['Plan 2026', 'plan-2026'],
  ['../../etc/passwd', 'etc-passwd'],
  ['CON', 'programme-con'],
  ['lpt1', 'programme-lpt1'],
  ['Конец', 'programme'],
  [`${'long '.repeat(30)}`, 'long-long-long-long-long-long-long-long-long-long-long-long'],
])('the file of %j is called %j', (title, stem) => {
  expect(fileStem(title, 'programme')).toBe(stem);
});

/** Every key of an object and of all that stands in it. */
const keysIn = (value: unknown): string[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inside]) => [...(Array.isArray(value) ? [] : [key]), ...keysIn(inside)])
    : [];

describe('keys of JSON that leaves the product are spelt as the command line spells them', () => {
  const snakeCase = /^[a-z][a-z0-9]*(_[a-z0-9]+)*$/;

  test('in the export', async () => {
    const row = { key: 1, cells: { name: 'Orders', latency: 'soon' }, extras: [] };
    const { bytes } = await written('json', [], [row]);
    const whole = JSON.parse(new TextDecoder().decode(bytes));
    expect(Object.keys(whole)).toEqual(['schema_version', 'rules_version', 'programme', 'interfaces']);
    expect(whole.interfaces[0].not_read).toMatchObject([{ column: 'latency', found: 'soon' }]);
    expect(keysIn(whole).filter((key) => !snakeCase.test(key))).toEqual([]);
  });

  test('with reasons, whatever the profile', () => {
    const random = generator(3);
    const lines = Array.from({ length: 40 }, () => summaryLine('x', randomProfile(book, random), book, true));
    const keys = new Set(keysIn(JSON.parse(JSON.stringify(lines))));
    expect(keys.size).toBeGreaterThan(20);
    expect([...keys].filter((key) => !snakeCase.test(key))).toEqual([]);
  });
});

test('service levels name every interface with its class, and never a formula', async () => {
  const { bytes, losses } = await written(
    'levels',
    [],
    [{ ...inventoryRow(1), cells: { name: '=1+1' } }, inventoryRow(2)],
  );
  const [levels, breaches] = await readFile(bytes);
  expect(levels?.rows.slice(1).map((cells) => [cells[0], cells[3]?.split(' ')[0]])).toEqual([
    ['=1+1', 'Important'],
    ['Row 2', 'Important'],
  ]);
  expect(breaches?.rows).toHaveLength(7);
  expect(losses).toEqual([]);
});
