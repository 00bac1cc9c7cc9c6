import Papa from 'papaparse';
import { decider } from '#apps/inventory/deciding/decide.ts';
import { readRow } from '#apps/inventory/machine/inventory.ts';
import { decodeText } from '#apps/inventory/reading/decode-text.ts';
import { type Interpretation, interpret, likeliestSheet, openSheet } from '#apps/inventory/reading/interpret.ts';
import { joinSheets } from '#apps/inventory/reading/join-sheets.ts';
import { readFile } from '#apps/inventory/reading/read-file.ts';
import { readerOf } from '#apps/inventory/reading/read-value.ts';
import { accountOf } from '#apps/inventory/reading/row-account.ts';
import { UnreadableFile } from '#apps/inventory/reading/table.ts';
import { noCorrections } from '#apps/inventory/reading/vocabulary.ts';
import { isArchive } from '#apps/inventory/reading/zip-directory.ts';
import { exportTable } from '#apps/inventory/writing/export-table.ts';
import { writeCsv } from '#apps/inventory/writing/write-csv.ts';
import { loadVocabulary } from '#content/reading/inventory.ts';
import { language } from '#tests/support/cell-language.ts';
import { book } from '#tests/support/rule-book.ts';
import type { MutatedFile } from './mutated-files.ts';

const vocabulary = loadVocabulary();
const reader = readerOf(vocabulary, book, noCorrections, language);
const decide = decider(book);

export interface Checked {
  /** What was wrong with how the file was handled; empty when all was right. */
  complaints: string[];
  read: boolean;
  rows: number;
  rejectedCells: number;
}

type Sheets = ReturnType<typeof openSheet>[];

/** The sheet that the page would take, or why there is none. */
async function openLikeliest(bytes: Uint8Array) {
  const sheets: Sheets = (await readFile(bytes)).map((table) => openSheet(table, vocabulary, book, reader));
  return sheets[likeliestSheet(sheets)];
}

/** What goes out is safe, and comes back with as many rows. */
async function complaintsOnTheWayOut({ rows, extraHeaders }: Interpretation): Promise<string[]> {
  const decided = rows.map((row) => ({ row, outcome: decide(readRow(row).profile) }));
  const table = exportTable({ extraHeaders }, decided, vocabulary, book);
  const csv = writeCsv(table);
  const isUnsafe = Papa.parse<string[]>(csv, { delimiter: ',' })
    .data.flat()
    .some((cell) => /^(?:[\0\t\n\r]|[\s\p{Cc}\p{Default_Ignorable_Code_Point}]*[=+\-@＝＋－＠])/u.test(cell));
  const again = await openLikeliest(new TextEncoder().encode(csv));
  const back = again ? interpret(again, reader).rows.length : 0;
  const out = rows.filter(({ cells }) => Object.keys(cells).length > 0).length;
  return [
    ...(isUnsafe ? ['a cell leaves as a formula'] : []),
    ...(back < out ? [`${out} rows went out, ${back} came back`] : []),
  ];
}

/** Lines of a text without quotation marks that hold more than delimiters; each of them is a row. */
function linesWithContent(bytes: Uint8Array): number | undefined {
  if (isArchive(bytes)) return undefined;
  const { text } = decodeText(bytes);
  if (text.includes('"')) return undefined;
  return text.split(/\r\n|\r|\n/).filter((line) => /[^\s,;|\p{Cf}]/u.test(line)).length;
}

/** Rows that are in the file and neither shown nor said. */
function complaintsAboutRows({ bytes, interfaces }: MutatedFile, sheet: Sheets[number], shown: number): string[] {
  const { inFile, aboveHeader, header, aside, leftOut, ...account } = accountOf(
    sheet.table,
    sheet.header,
    sheet.divided,
  );
  const said = aboveHeader.length + aside + leftOut;
  const isReconciled = inFile === said + header + account.interfaces && account.interfaces === shown;
  const lines = linesWithContent(bytes);
  return [
    ...(isReconciled ? [] : [`${inFile} rows in the file, ${shown} shown, ${said} others said`]),
    ...(lines === undefined || inFile >= lines ? [] : [`${lines} lines hold something, ${inFile} rows were found`]),
    ...(interfaces === undefined || shown + said === interfaces ? [] : [`${interfaces} went in, ${shown} are shown`]),
  ];
}

/** What was read of a file with a damaged bit is what was read of it before. */
async function complaintsAboutDamage({ before }: MutatedFile, found: Interpretation): Promise<string[]> {
  const whole = before && (await openLikeliest(before));
  if (!whole) return [];
  const isSame = JSON.stringify(interpret(whole, reader)) === JSON.stringify(found);
  return isSame ? [] : ['a damaged bit changed what was read'];
}

/** A sheet that is read together with itself gives each row twice, with as many cells as there are headers. */
function complaintsAboutJoining(found: Interpretation): string[] {
  const joined = joinSheets(
    [
      { name: 'A', interpretation: found },
      { name: 'B', interpretation: found },
    ],
    1,
  );
  const isWhole =
    joined.rows.length === 2 * found.rows.length &&
    joined.faults.length === 2 * found.faults.length &&
    joined.rows.every(({ key, extras }, index) => key === index + 1 && extras.length === joined.extraHeaders.length);
  return isWhole ? [] : ['read together with itself, a sheet is not there twice'];
}

/** Reads, decides and writes a file as the page would, and says what should not have happened. */
export async function checkMutatedFile(file: MutatedFile): Promise<Checked> {
  const { bytes, untouched, signs = 0 } = file;
  const nothing: Checked = { complaints: [], read: false, rows: 0, rejectedCells: 0 };
  let sheet: Sheets[number] | undefined;
  try {
    sheet = await openLikeliest(bytes);
  } catch (error) {
    const isSaid = error instanceof UnreadableFile && untouched.length === 0;
    return isSaid ? nothing : { ...nothing, complaints: [`refused: ${error}`] };
  }
  if (!sheet) return nothing;
  // What the worker tells the page has to be data.
  structuredClone(sheet.matches);
  const found = interpret(sheet, reader);
  const names = new Set(found.rows.map(({ cells }) => cells.name));
  const lost = untouched.filter((name) => !names.has(name)).map((name) => `row "${name}" was lost`);
  const unread = found.rows.reduce((sum, row) => sum + readRow(row).faults.length, 0);
  const unsaid = `${unread} cells are not read, but ${found.faults.length} were reported`;
  return {
    complaints: [
      ...lost,
      ...(unread === found.faults.length ? [] : [unsaid]),
      ...(found.faults.length >= signs ? [] : [`${signs} signs for answers, ${found.faults.length} cells reported`]),
      ...complaintsAboutRows(file, sheet, found.rows.length),
      ...complaintsAboutJoining(found),
      ...(await complaintsAboutDamage(file, found)),
      ...(await complaintsOnTheWayOut(found)),
    ],
    read: true,
    rows: found.rows.length,
    rejectedCells: found.faults.length,
  };
}
