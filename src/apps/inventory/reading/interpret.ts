import type { CellFault, InventoryRow } from '#apps/inventory/machine/inventory.ts';
import { resultColumns } from '#apps/inventory/writing/export-table.ts';
import { unsafeCell } from '#apps/inventory/writing/safe-cell.ts';
import type { RuleBook } from '#core/advisor/rule-book.ts';
import { type Column, isOwnColumn } from './columns.ts';
import { type HeaderMatch, matchHeaders, namedColumns } from './match-headers.ts';
import { type Certainty, isUnread, type Reader, type Reading, readValue } from './read-value.ts';
import { rowRemarks } from './row-account.ts';
import { bodyOf, headerRowOf, lastFilled, type Table } from './table.ts';
import { type Vocabulary, wordKey } from './vocabulary.ts';

/** A table with its header found and each column given a meaning, which a person may still change. */
export interface Sheet {
  name: string;
  table: Table;
  /** Index of the header in the table's rows. */
  headerRow: number;
  matches: readonly HeaderMatch[];
  /** What the person should know about how it was read: what the table says, and what became of its rows. */
  remarks: readonly string[];
}

/** What a word of the table was taken for, how often it stands there, and how sure that is. */
export interface WordReading {
  column: Column;
  word: string;
  count: number;
  reading: Reading;
}

/** A cell that could not be read, where it stands in the spreadsheet. */
export interface PlacedFault extends CellFault {
  /** The number of the row as the spreadsheet shows it. */
  row: number;
  header: string;
}

/** A sheet read into rows of the inventory, and what of it could not be read. */
export interface Interpretation {
  rows: InventoryRow[];
  /** For each row its number as the spreadsheet shows it. */
  numbers: number[];
  extraHeaders: string[];
  faults: PlacedFault[];
}

const SAMPLE = 200;

/** The headers, with a blank one for each column that has none but holds something. */
function headersOf({ rows }: Table, headerRow: number): string[] {
  const headers = rows[headerRow] ?? [];
  const width = rows.slice(headerRow + 1).reduce((most, row) => Math.max(most, lastFilled(row) + 1), headers.length);
  return [...headers, ...Array.from({ length: width - headers.length }, () => '')];
}

/** Cells below each header, as many as it takes to see what a column is about. */
const samplesOf = (headers: readonly string[], table: Table, headerRow: number): string[][] =>
  headers.map((_, column) => table.rows.slice(headerRow + 1, headerRow + 1 + SAMPLE).map((row) => row[column] ?? ''));

/** Finds the header of a table and what its columns mean. */
export function openSheet(table: Table, vocabulary: Vocabulary, book: RuleBook, reader: Reader): Sheet {
  const headerRow = headerRowOf(table.rows, namedColumns(vocabulary, book, reader));
  const headers = headersOf(table, headerRow);
  return {
    name: table.name,
    table,
    headerRow,
    matches: matchHeaders(headers, samplesOf(headers, table, headerRow), vocabulary, book, reader),
    remarks: [...table.remarks, ...rowRemarks(table, headerRow)],
  };
}

/** How many columns of a sheet mean something to us. */
export const knownColumns = ({ matches }: Sheet): number => matches.filter(({ column }) => column !== 'extra').length;

/** The sheet of a workbook that most looks like an inventory. */
export const likeliestSheet = (sheets: readonly Sheet[]): number =>
  sheets.reduce((best, sheet, index) => (knownColumns(sheet) > knownColumns(sheets[best] as Sheet) ? index : best), 0);

/** Without case, since nothing reads with it; a table has few different words, so each is read once. */
function cachedReader(reader: Reader): (column: Column, text: string) => Reading {
  const known = new Map<string, Reading>();
  return (column, text) => {
    if (isOwnColumn(column)) return readValue(column, text, reader);
    const key = `${column}\n${text}`;
    const before = known.get(key);
    if (before) return before;
    const reading = readValue(column, text, reader);
    if (known.size < 50_000) known.set(key, reading);
    return reading;
  };
}

/** Each different word in the columns of the profile, the doubtful ones first. */
export function wordsOf({ table, headerRow, matches }: Sheet, reader: Reader): WordReading[] {
  const read = cachedReader(reader);
  const words = new Map<string, WordReading>();
  for (const { cells } of bodyOf(table, headerRow)) {
    matches.forEach(({ column }, index) => {
      const word = cells[index]?.trim() ?? '';
      if (column === 'extra' || isOwnColumn(column) || word === '') return;
      const key = `${column}\n${wordKey(word)}`;
      const before = words.get(key);
      if (before) before.count += 1;
      else if (words.size < 5_000) words.set(key, { column, word, count: 1, reading: read(column, word) });
    });
  }
  return [...words.values()].toSorted((a, b) => doubt(b.reading) - doubt(a.reading) || b.count - a.count);
}

const doubts: Readonly<Record<Certainty, number>> = { exact: 0, synonym: 1, guess: 2 };
const doubt = (reading: Reading): number => (isUnread(reading) ? 3 : doubts[reading.certainty]);

/** Columns that are kept as they stand; what an earlier export worked out is worked out anew. */
function extraIndicesOf({ matches }: Sheet, width: number): number[] {
  const results = resultColumns(matches.map(({ header }) => header));
  return Array.from({ length: width }, (_, index) => index).filter(
    (index) => (matches[index]?.column ?? 'extra') === 'extra' && !results.has(index),
  );
}

/** Turns a sheet into rows of the inventory; each cell that cannot be read is reported and kept as it stands. */
export function interpret(sheet: Sheet, reader: Reader, firstKey = 1): Interpretation {
  const { table, headerRow, matches } = sheet;
  const read = cachedReader(reader);
  const faults: PlacedFault[] = [];
  const body = bodyOf(table, headerRow);
  const width = body.reduce((most, { cells }) => Math.max(most, cells.length), matches.length);
  const extraIndices = extraIndicesOf(sheet, width).filter((index) =>
    body.some(({ cells }) => (cells[index] ?? '').trim() !== ''),
  );
  const readCells = (number: number, cells: readonly string[]): InventoryRow['cells'] => {
    const own: Partial<Record<Column, string>> = {};
    matches.forEach(({ header, column }, index) => {
      if (column === 'extra') return;
      const reading = read(column, unsafeCell(cells[index] ?? ''));
      if (reading.text !== '') own[column] = reading.text;
      if (isUnread(reading)) {
        faults.push({ row: number, column, header, found: reading.text.slice(0, 80), allowed: reading.allowed });
      }
    });
    return own;
  };
  return {
    rows: body.map(({ number, cells }, index) => ({
      key: firstKey + index,
      cells: readCells(number, cells),
      extras: extraIndices.map((index) => unsafeCell(cells[index] ?? '')),
    })),
    numbers: body.map(({ number }) => number),
    extraHeaders: extraIndices.map((index) => unsafeCell(matches[index]?.header ?? '').trim() || `Column ${index + 1}`),
    faults,
  };
}
