import { zipSync } from 'fflate';
import { generator, pickOne } from '#tests/support/random-profiles.ts';
import { hostile } from './hostile.ts';

/** A spreadsheet that went through bad hands, and what was done to it. */
export interface MutatedFile {
  bytes: Uint8Array;
  done: string;
  /** Names of rows that nothing happened to; each must still be there. Empty where the file as a whole was hit. */
  untouched: readonly string[];
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

const escapeXml = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll(/(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu, '');

/** A workbook of one sheet with inline texts, as small as one can be. */
function workbook(table: readonly (readonly string[])[], extra = ''): Uint8Array {
  const rows = table
    .map((row, place) => {
      const cells = row.map((cell, at) => {
        const where = `${String.fromCharCode(65 + at)}${place + 1}`;
        return `<c r="${where}" t="inlineStr"><is><t>${escapeXml(cell)}</t></is></c>`;
      });
      return `<row r="${place + 1}">${cells.join('')}</row>`;
    })
    .join('');
  const text = (content: string): Uint8Array => new TextEncoder().encode(`<?xml version="1.0"?>${content}`);
  const office = 'http://schemas.openxmlformats.org';
  return zipSync({
    '[Content_Types].xml': text(`<Types xmlns="${office}/package/2006/content-types"/>`),
    'xl/workbook.xml': text(
      `<workbook xmlns="${office}/spreadsheetml/2006/main" xmlns:r="${office}/officeDocument/2006/relationships"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': text(
      `<Relationships xmlns="${office}/package/2006/relationships"><Relationship Id="rId1" Type="${office}/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    ),
    'xl/worksheets/sheet1.xml': text(
      `<worksheet xmlns="${office}/spreadsheetml/2006/main"><sheetData>${rows}${extra}</sheetData></worksheet>`,
    ),
  });
}

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

const mutations: readonly Mutation[] = [
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

const zipBomb = (): MutatedFile => ({
  bytes: zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(400_000_000) }, { level: 1 }),
  done: 'zip bomb',
  untouched: [],
});

/** The bomb takes 400 MB to make, so it comes once; the others take turns. */
export function* mutatedFiles(count: number, seed = 2026): Generator<MutatedFile> {
  const random = generator(seed);
  for (let made = 0; made < count; made += 1) {
    const table = [header, ...Array.from({ length: 3 + Math.floor(random() * 12) }, (_, at) => rowOf(at, random))];
    const mutate = made === 13 ? zipBomb : mutations[made % mutations.length];
    if (mutate) yield mutate(table, random);
  }
}
