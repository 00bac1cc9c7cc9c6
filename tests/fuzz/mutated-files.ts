import { zipSync } from 'fflate';
import { generator, pickOne } from '#tests/support/random-profiles.ts';
import { sheetData, workbookOf } from '#tests/support/workbook.ts';
import { hostile } from './hostile.ts';

/** A spreadsheet that went through bad hands, and what was done to it. */
export interface MutatedFile {
  bytes: Uint8Array;
  done: string;
  /** Names of rows that nothing happened to; each must still be there. Empty where the file as a whole was hit. */
  untouched: readonly string[];
  /** Interfaces that are in the file, where that is known: as many are shown, or what is missing is said. */
  interfaces?: number;
  /** Cells that say something, but nothing to the advisor: each has to be reported. */
  signs?: number;
  /** The file before it was damaged: whatever is read of it has to be the same. */
  before?: Uint8Array;
}

const header = ['Name', 'Other system', 'What it does', 'How often', 'Records per day', 'Guarantees', 'Owner'];

type Random = () => number;

const rowOf = (place: number, random: Random): string[] => [
  `Interface ${place}`,
  pickOne(['Bank', 'Web shop', 'WMS'], random),
  pickOne(['create', 'look up', 'export', 'notify'], random),
  pickOne(['daily', 'real time', 'hourly'], random),
  String(Math.floor(random() * 100_000)),
  pickOne(['', 'in order', 'durable; exactly once'], random),
  pickOne(['Ann', 'Bob'], random),
];

/** Words that every object answers to, and markup, as what somebody calls a column. */
const withHostileHeaders = (table: Table, random: Random): Table =>
  table.map((row, at) => [...row, at === 0 ? pickOne(hostile, random) : 'x', at === 0 ? 'toString' : 'y']);

const quote = (cell: string): string => (/[",\n\r\t;]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
const csv = (table: readonly (readonly string[])[], delimiter = ','): string =>
  table.map((row) => row.map(quote).join(delimiter)).join('\r\n');

const workbook = (table: readonly (readonly string[])[], extra = ''): Uint8Array =>
  workbookOf(sheetData(table) + extra);

type Table = string[][];
type Mutation = (table: Table, random: Random) => MutatedFile;

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const namesOf = (table: Table): string[] => table.slice(1).map(([name = '']) => name);
const place = (list: readonly unknown[], random: Random): number => Math.floor(random() * list.length);

/** Cells of some rows are replaced; the other rows are as they were. */
function withHostileCells(table: Table, random: Random): { table: Table; untouched: string[] } {
  const hit = new Set([1 + place(table.slice(1), random), 1 + place(table.slice(1), random)]);
  const mutated = table.map((row, at) => (hit.has(at) ? row.with(place(row, random), pickOne(hostile, random)) : row));
  return { table: mutated, untouched: namesOf(table.filter((_, at) => at === 0 || !hit.has(at))) };
}

function damaged(bytes: Uint8Array, random: Random): Uint8Array {
  const copy = bytes.slice();
  for (let hits = 1 + random() * 30; hits > 0; hits -= 1) copy[place(copy as never, random)] = random() * 256;
  return copy;
}

const lineEnds = ['\n', '\r\n', '\r'];
const signs = ['✓', '→', '⚡', '?', '>', '…', '✗✗', '\u2194'];
/** Columns of which the advisor knows the words. */
const worded = [2, 3, 4, 5];

const references = [
  'XFD1048576',
  'A1048576',
  'GR200000',
  'XFE9',
  'A1048577',
  'ZZZZZZ9',
  'A99999999',
  'a9',
  'A0',
  '9',
  '',
];

/** A cell somewhere far out, or where no cell can be, in either kind of quotes. */
function farCell(random: Random): string {
  const reference = pickOne(references, random);
  const mark = pickOne(['"', "'"], random);
  const row = /\d+$/.exec(reference)?.[0] ?? '9';
  return `<row r=${mark}${row}${mark}><c r=${mark}${reference}${mark}><v>1</v></c></row>`;
}

function flipped(bytes: Uint8Array, random: Random): Uint8Array {
  const copy = bytes.slice();
  const index = Math.floor(random() * copy.length);
  copy[index] = (copy[index] ?? 0) ^ (1 << Math.floor(random() * 8));
  return copy;
}

const mutations: readonly Mutation[] = [
  (table, random) => {
    const rows = table.map((row) => row.map(quote).join(',') + pickOne(lineEnds, random));
    return {
      bytes: encode(rows.join('')),
      done: 'line ends of all kinds',
      untouched: namesOf(table),
      interfaces: table.length - 1,
    };
  },
  (table, random) => {
    const cell = `x${pickOne(lineEnds, random)}y${pickOne(lineEnds, random)}z`;
    const rows = table.map((row, at) => [...row, at === 0 ? 'Note' : cell].map(quote).join(','));
    return {
      bytes: encode(rows.join(pickOne(lineEnds, random))),
      done: 'line ends in cells',
      untouched: namesOf(table),
      interfaces: table.length - 1,
    };
  },
  (table, random) => {
    const before = workbook(table);
    return { bytes: flipped(before, random), done: 'a bit of a workbook turned over', untouched: [], before };
  },
  (table, random) => {
    const mutated = table.map((row, at) =>
      at === 0 ? row : row.with(pickOne(worded, random), pickOne(signs, random)),
    );
    const isText = random() < 0.5;
    return {
      bytes: isText ? encode(csv(mutated)) : workbook(mutated),
      done: 'signs for answers',
      untouched: namesOf(table),
      interfaces: table.length - 1,
      signs: table.length - 1,
    };
  },
  (table, random) => ({ bytes: workbook(table, farCell(random)), done: 'a cell far out or nowhere', untouched: [] }),
  (table, random) => {
    const bytes = encode(csv([...table, ['Gebühr', 'Bänk', 'Übertrag']]));
    bytes[bytes.lastIndexOf(0x62)] = 0x80 + Math.floor(random() * 128);
    return { bytes, done: 'a bad byte in UTF-8', untouched: namesOf(table).slice(0, -1), interfaces: table.length };
  },
  (table, random) => {
    const cells = Array.from({ length: 1 + Math.floor(random() * 300) }, (_, at) => `more ${at}`);
    const mutated = table.map((row, at) => (at > 0 && random() < 0.3 ? [...row, ...cells] : row));
    return { bytes: encode(csv(mutated)), done: 'wider rows', untouched: namesOf(table), interfaces: table.length - 1 };
  },
  (table) => ({
    bytes: encode(csv(table.map((row, at) => [at === 0 ? 'PK' : String(at), ...row]))),
    done: 'text that begins with PK',
    untouched: namesOf(table),
    interfaces: table.length - 1,
  }),
  (table, random) => {
    const hit = withHostileCells(table, random);
    return { bytes: encode(csv(hit.table)), done: 'hostile cells in CSV', untouched: hit.untouched };
  },
  (table, random) => {
    const hit = withHostileCells(table, random);
    return { bytes: workbook(hit.table), done: 'hostile cells in Excel', untouched: hit.untouched };
  },
  (table, random) => ({
    bytes: encode(csv(withHostileHeaders(table, random))),
    done: 'hostile headers',
    untouched: namesOf(table),
  }),
  (table, random) => ({
    bytes: encode(csv(table, pickOne([';', '\t', '|'], random))),
    done: 'another delimiter',
    untouched: namesOf(table),
  }),
  (table) => ({
    bytes: new Uint8Array(Buffer.from(`\ufeff${csv(table)}`, 'utf16le')),
    done: 'UTF-16',
    untouched: namesOf(table),
  }),
  (table) => ({
    bytes: new Uint8Array(Buffer.from(csv([...table, ['Gebühr', 'Bänk']]), 'latin1')),
    done: 'Windows-1252',
    untouched: [...namesOf(table), 'Gebühr'],
  }),
  (table, random) => ({
    bytes: encode(csv(table.map((row) => row.toSpliced(1, 1 + place(row.slice(1), random))))),
    done: 'missing columns',
    untouched: namesOf(table),
  }),
  (table) => ({
    bytes: encode(csv(table.map((row) => [...row, ...row]))),
    done: 'duplicate headers',
    untouched: namesOf(table),
  }),
  (table, random) => ({
    bytes: encode(csv(table.with(1 + place(table.slice(1), random), ['x'.repeat(1_000_000), 'y']))),
    done: 'a cell of 1 MB',
    untouched: [],
  }),
  (table, random) => {
    const bytes = encode(csv(table));
    return { bytes: bytes.slice(0, place(bytes as never, random)), done: 'cut CSV', untouched: [] };
  },
  (table, random) => {
    const bytes = workbook(table);
    return { bytes: bytes.slice(0, place(bytes as never, random)), done: 'cut workbook', untouched: [] };
  },
  (table, random) => ({ bytes: damaged(encode(csv(table)), random), done: 'damaged CSV', untouched: [] }),
  (table, random) => ({ bytes: damaged(workbook(table), random), done: 'damaged workbook', untouched: [] }),
  (_table, random) => ({
    bytes: Uint8Array.from({ length: 2_000 }, () => random() * 256),
    done: 'binary',
    untouched: [],
  }),
  (table) => ({
    bytes: workbook(table, '<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c></row>'),
    done: 'a cell far out',
    untouched: [],
  }),
  (table) => ({
    bytes: workbook(table, '<row r="1048576" ht="15"/>'),
    done: 'an empty row far down',
    untouched: namesOf(table),
  }),
];

/** What people call a column, and what they write below it; names come first, and each name stands once. */
const otherColumns: readonly { headers: readonly string[]; cells: readonly string[] }[] = [
  {
    headers: ['Quelle', 'Système source', 'From', 'System A', 'Provider app', 'Zender', 'src_system', 'Origen'],
    cells: ['F&O', 'D365', 'Shop', 'SAP', 'AX/D365', '', 'n/a', 'Bank (SWIFT)', '='],
  },
  {
    headers: ['Ziel', 'Système cible', 'To', 'System B', 'Receiver app', 'Ontvanger', 'tgt system', 'Destino'],
    cells: ['F&O', 'D365', 'Shop', 'WMS', 'Dynamics F&O', '', '?', 'tbd'],
  },
  {
    headers: ['Richtung', 'Sens', 'Dir.', 'In/Out', 'From → To', 'Richting t.o.v. F&O'],
    cells: ['→', 'A → B', 'B <- A', 'I', 'ausgehend', 'D365 => Bank', 'one-way', '↔', 'x', 'Outbound from SAP'],
  },
  {
    headers: ['Häufigkeit', 'Fréquence', 'Freq.', 'When', 'Modo de ejecución', 'Custom field (Frequency)', 'Type'],
    cells: ['alle 15 Min.', '1/2 h', 'tous les soirs', '2x daily', 'D-1', '*/5 * * * *', 'bei Bedarf', 'RT', 'Q3', 'I'],
  },
  {
    headers: ['Volumen', 'Volume mensuel', 'Avg. daily txns', 'Yearly volume', 'Load', 'Peak / hour', 'Menge/Tag'],
    cells: ['ca. 2.000 pro Tag', '1,5 Mio.', '5k/day', '100-200/Tag', '1 file', '12 000', '0,500', '-', '3e9', '½'],
  },
  { headers: ['Unit', 'Volume unit', 'Einheit', 'per'], cells: ['per month', 'Woche', 'GB', '/day', '', '✓', '%'] },
  {
    headers: ['Real-time?', 'Batch', 'Inbound', 'Outbound', 'SFTP', 'Bi-directional?'],
    cells: ['Y', 'n', 'x', '✓', '', 'maybe'],
  },
  { headers: ['Priority', 'Kritikalität', 'MoSCoW', 'Prio'], cells: ['hoch', 'Must', '1', 'P2', 'niedrig', 'Should'] },
];

const names = ['Schnittstelle', 'Interface name', 'Flux', 'Naam koppeling', 'Interfaz', 'Summary'];
const ways = ['', ': SAP → F&O', ' (D365 <- Bank)', ' from Shop to F&O', ' _to_ D365', ' → →', ' 2 D365'];
const asides = ['Inbound to F&O', 'Total', 'Summe', 'Uitgaande koppelingen', '---'];

/** A list in a form of other people: any of these columns in any order, with titles and totals between the rows. */
function inOtherForm(table: Table, random: Random): MutatedFile {
  const columns = otherColumns.filter(() => random() < 0.7).toSorted(() => random() - 0.5);
  const body = namesOf(table).map((name) => [
    `${name}${pickOne(ways, random)}`,
    ...columns.map(({ cells }) => pickOne(cells, random)),
  ]);
  const rows = body.flatMap((row) =>
    random() < 0.15 ? [[pickOne(asides, random), ...columns.map(() => '')], row] : [row],
  );
  const titles = random() < 0.4 ? [['List of interfaces'], ['Version 2']] : [];
  const headers = [pickOne(names, random), ...columns.map((column) => pickOne(column.headers, random))];
  const whole = [...titles, headers, ...rows];
  return {
    bytes: random() < 0.5 ? encode(csv(whole, pickOne([',', ';', '\t'], random))) : workbook(whole),
    done: 'forms of other people',
    // Of a list of a column or two nothing is known, and its first row may be its header.
    untouched: columns.length > 3 ? body.map(([name = '']) => name) : [],
  };
}

const LARGE = 400_000_000;

/** A small part that claims to be large, as the directory of its archive has it; to make a true one takes 400 MB. */
function zipBomb(): MutatedFile {
  const bytes = zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(1_000_000) });
  const view = new DataView(bytes.buffer);
  const directory = view.getUint32(bytes.length - 6, true);
  view.setUint32(directory + 24, LARGE, true);
  return { bytes, done: 'zip bomb', untouched: [] };
}

/** A few of each kind, in turn. */
export function* mutatedFiles(count: number, seed = 2026): Generator<MutatedFile> {
  const random = generator(seed);
  const kinds = [...mutations, zipBomb, inOtherForm];
  for (let made = 0; made < count; made += 1) {
    const table = [header, ...Array.from({ length: 3 + Math.floor(random() * 12) }, (_, at) => rowOf(at, random))];
    const mutate = kinds[made % kinds.length];
    if (mutate) yield mutate(table, random);
  }
}
