import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { decide } from '#apps/inventory/deciding/decide.ts';
import { setCell, setExtra } from '#apps/inventory/machine/edits.ts';
import { emptyInventory, type Inventory, profileOf, sharedAnswers } from '#apps/inventory/machine/inventory.ts';
import { type Interpretation, interpret, openTables } from '#apps/inventory/reading/interpret.ts';
import { readFile } from '#apps/inventory/reading/read-file.ts';
import { readerOf } from '#apps/inventory/reading/read-value.ts';
import { type Corrections, noCorrections } from '#apps/inventory/reading/vocabulary.ts';
import { exportFile } from '#apps/inventory/writing/export-files.ts';
import { language } from '#tests/support/cell-language.ts';
import { book } from '#tests/support/rule-book.ts';
import { vocabulary } from '../reading.ts';

/** Reads a file as the page does before a person has said anything, or after some corrections. */
async function readWith(content: string | Uint8Array, corrections: Corrections = noCorrections) {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const readerWith = (headers: Corrections['headers']) =>
    readerOf(vocabulary, book, { ...corrections, headers: { ...headers, ...corrections.headers } }, language);
  const sheets = openTables(await readFile(bytes), vocabulary, book, readerWith);
  const [sheet] = sheets;
  if (!sheet) throw new Error('no sheet');
  return { sheet, sheets, found: interpret(sheet, readerWith({})) };
}

const inventoryOf = ({ rows, extraHeaders, layout, leftOut }: Interpretation): Inventory => ({
  ...emptyInventory,
  rows,
  extraHeaders,
  layout,
  leftOut,
});

async function workbookOf(inventory: Inventory): Promise<Uint8Array> {
  const shared = sharedAnswers(inventory);
  const rows = inventory.rows.map((row) => {
    const profile = profileOf(row, shared);
    return { row, profile, outcome: decide(profile, book) };
  });
  const { file } = await exportFile('xlsx', { inventory, rows, shared, vocabulary, book, language }, () => undefined);
  return new Uint8Array(await file.arrayBuffer());
}

/** The sheets of a workbook as texts, by their names. */
async function sheetsOf(bytes: Uint8Array): Promise<ReadonlyMap<string, readonly (readonly string[])[]>> {
  return new Map((await readFile(bytes)).map(({ name, rows }) => [name, rows]));
}

const list =
  'Title of the list\n' +
  'Ref,Pace,Interface,Source,Target,Volume/day,Planned,Business owner,Status\n' +
  'I-01,daily,Orders,Web shop,D365 F&O,"20,000",2026-03-01,Ann,agreed\n' +
  'I-02,hourly,Stock,D365 F&O,Warehouse,500,2026-04-15,Bob,open\n' +
  'I-03,daily,Old feed,D365 F&O,Bank,20,,Eve,cancelled\n';

const pace: Corrections = { headers: { pace: 'latency' }, values: {} };

describe('an Excel file', () => {
  test('has the columns of the spreadsheet, in its order and its words, and the results beside them', async () => {
    const { found } = await readWith(list, pace);
    const [header = [], first = []] = (await sheetsOf(await workbookOf(inventoryOf(found)))).get('Interfaces') ?? [];
    expect(header.slice(0, 9)).toEqual([
      'Ref',
      'Pace',
      'Interface',
      'Source',
      'Target',
      'Volume/day',
      'Planned',
      'Business owner',
      'Status',
    ]);
    expect(first.slice(0, 9)).toEqual([
      'I-01',
      'daily',
      'Orders',
      'Web shop',
      'D365 F&O',
      '20,000',
      '2026-03-01',
      'Ann',
      'agreed',
    ]);
    const at = (name: string): string => first[header.indexOf(name)] ?? '';
    expect(at('Recommended pattern')).toBe('Data management framework');
    expect(at('Other system')).toBe('Web shop');
    expect(at('Direction')).toBe('Into F&O');
  });

  test('keeps numbers and days as such, and texts that only look like them as texts', async () => {
    const text = 'Interface,Number of records per day,Planned,Phone,Code\nA,500,2026-03-01,+49 30 9018,007\n';
    const { found } = await readWith(text);
    const files = unzipSync(await workbookOf(inventoryOf(found)));
    const sheet = strFromU8(files['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    const types = [...sheet.matchAll(/<c r="([A-Z]+)2"[^>]*?(?: t="(\w+)")?>/g)].map(([, column, type]) => [
      column,
      type ?? 'n',
    ]);
    expect(types.slice(0, 5)).toEqual([
      ['A', 's'],
      ['B', 'n'],
      ['C', 'n'],
      ['D', 's'],
      ['E', 's'],
    ]);
    expect(sheet).toContain('<v>500</v>');
  });

  test('can be filtered by its header, which stays in sight, and has columns of different widths', async () => {
    const { found } = await readWith(list, pace);
    const files = unzipSync(await workbookOf(inventoryOf(found)));
    const sheet = strFromU8(files['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    expect(sheet).toMatch(/<\/sheetData><autoFilter ref="A1:[A-Z]+3"\/>/);
    expect(sheet).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/);
    const widths = [...sheet.matchAll(/<col [^>]*width="([\d.]+)"/g)].map(([, width]) => Number(width));
    expect(new Set(widths).size).toBeGreaterThan(3);
  });

  test('lists what is to be decided, interface by interface, with number and owner', async () => {
    const text =
      'Ref,Interface,Other system,Frequency,Trigger,Owner\nI-7,Orders,Web shop,soonish,every other week maybe,Ann\n';
    const { found } = await readWith(text);
    const lines = (await sheetsOf(await workbookOf(inventoryOf(found)))).get('To decide') ?? [];
    expect(lines[0]).toEqual(['How urgent', 'Decision', 'Number', 'Interface', 'Other system', 'Owner', 'What to do']);
    const unread = lines.find(([, title]) => title === 'Cells that could not be read');
    expect(unread?.slice(2, 6)).toEqual(['I-7', 'Orders', 'Web shop', 'Ann']);
    expect(unread?.[6]).toMatch(/How soon: "soonish" \(allowed: /);
    const guess = lines.find(([, title]) => title === 'A guess to confirm');
    expect(guess?.[6]).toBe('Other end: read as “Any other system”, which is a guess.');
  });

  test('says what was left out, and how each column was read', async () => {
    const { found } = await readWith(list, pace);
    const sheets = await sheetsOf(await workbookOf(inventoryOf(found)));
    expect(sheets.get('Left out')?.slice(1)).toEqual([
      [
        '5',
        'Rows that are no longer wanted, by what the list says of them',
        'I-03 · daily · Old feed · D365 F&O · Bank · 20',
      ],
    ]);
    expect(sheets.get('How it was read')?.slice(0, 3)).toEqual([
      ['Column', 'Header', 'Is read as'],
      ['A', 'Ref', 'Number'],
      ['B', 'Pace', 'How soon'],
    ]);
  });

  test('is understood again without anybody saying once more what its columns mean', async () => {
    const { found } = await readWith(list, pace);
    const { sheets, found: again } = await readWith(await workbookOf(inventoryOf(found)));
    expect(sheets.map(({ name }) => name)).toEqual(['Interfaces']);
    expect(again.rows.map(({ cells }) => cells)).toEqual(found.rows.map(({ cells }) => cells));
    expect(again.extraHeaders).toEqual(found.extraHeaders);
  });

  test('puts into our words what a person corrected, so that it reads the same elsewhere', async () => {
    const words: Corrections = { headers: {}, values: { latency: { whenever: 'hourly' } } };
    const { found } = await readWith('Interface,Frequency\nA,whenever\n', words);
    const { found: again } = await readWith(await workbookOf(inventoryOf(found)));
    expect(again.rows[0]?.cells).toEqual({ name: 'A', latency: 'hourly' });
    expect(again.rows[0]?.written).toEqual({ latency: 'Within the hour' });
  });
});

const lists = [
  'content/advisor/sample-programme.csv',
  ...['01-source-target', '03-arrow-text', '06-negation', '07-yearly-volume', '10-our-side', '11-no-header'].map(
    (name) => `tests/fixtures/inventory/${name}.csv`,
  ),
  ...readdirSync('tests/fixtures/own-lists')
    .filter((name) => name.endsWith('.csv'))
    .map((name) => `tests/fixtures/own-lists/${name}`),
];

describe('exported and read again, the same', () => {
  test.each(lists)('%s', async (file) => {
    const { found } = await readWith(readFileSync(file));
    const { found: again } = await readWith(await workbookOf(inventoryOf(found)));
    expect(again.rows.map(({ cells }) => cells)).toEqual(found.rows.map(({ cells }) => cells));
    expect(again.rows.map(({ extras }) => extras)).toEqual(found.rows.map(({ extras }) => extras));
    const third = await readWith(await workbookOf(inventoryOf(again)));
    expect(third.found.rows.map(({ cells }) => cells)).toEqual(found.rows.map(({ cells }) => cells));
  });

  const words = fc.constantFrom(
    ...['daily', 'real time', 'soonish', 'tbd', '5m', '20,000', '500', '2026-03-01', '007', 'Web shop', 'D365 F&O'],
    ...[
      'inbound',
      'Web shop -> D365 F&O',
      'A → B',
      'per month',
      'y',
      'cancelled',
      'REST',
      "'=1",
      '=1',
      '',
      'Total',
      'none',
      'in order',
    ],
  );
  const headers = fc.shuffledSubarray(
    [
      ...[
        'Ref',
        'Interface',
        'Frequency',
        'Direction',
        'Volume',
        'Other system',
        'Source',
        'Target',
        'Protocol',
        'Remark',
      ],
      ...['Yearly volume', 'Volume unit', 'Real-time?', 'Bidirectional', 'System A', 'System B'],
    ],
    { minLength: 2 },
  );
  const table = headers.chain((names) =>
    fc.record({
      names: fc.constant(names),
      rows: fc.array(fc.tuple(...names.map(() => words)), { minLength: 1, maxLength: 6 }),
    }),
  );
  const readBeside = new Set([
    'Source',
    'Target',
    'Volume unit',
    'Real-time?',
    'Bidirectional',
    'System A',
    'System B',
  ]);
  const edit = fc.record({
    row: fc.nat(5),
    extra: fc.nat(3),
    text: words,
    edited: fc.constantFrom(
      { column: 'latency', to: 'hourly' } as const,
      { column: 'latency', to: 'nightly' } as const,
      { column: 'volume_per_day', to: '730' } as const,
      { column: 'direction', to: 'outbound' } as const,
    ),
  });

  test('any list, after some edits', async () => {
    await fc.assert(
      fc.asyncProperty(table, fc.array(edit, { maxLength: 3 }), async ({ names, rows }, edits) => {
        const csv = [names, ...rows].map((cells) => cells.map((cell) => `"${cell}"`).join(',')).join('\n');
        const { found } = await readWith(csv);
        const edited = edits.reduce((inventory, { row, extra, text, edited: { column, to } }) => {
          const key = inventory.rows[row % Math.max(inventory.rows.length, 1)]?.key ?? 0;
          const set = setCell(inventory, key, column, to);
          // Who sends, a unit or a tick says something of a list that is read, and nothing of one that is open.
          const isRead = readBeside.has(inventory.extraHeaders[extra] ?? 'Source');
          return isRead ? set : setExtra(set, key, extra, text);
        }, inventoryOf(found));
        fc.pre(edited.rows.length > 0);
        const { found: again } = await readWith(await workbookOf(edited));
        expect(again.rows.map(({ cells }) => cells)).toEqual(edited.rows.map(({ cells }) => cells));
        expect(again.extraHeaders).toEqual(edited.extraHeaders);
        expect(again.rows.map(({ extras }) => extras)).toEqual(edited.rows.map(({ extras }) => extras));
      }),
      { numRuns: 60 },
    );
  }, 120_000);
});
