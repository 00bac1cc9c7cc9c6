import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { type InventoryRow, readRow } from '#apps/inventory/machine/inventory.ts';
import { interpret, likeliestSheet, openSheet, type Sheet } from '#apps/inventory/reading/interpret.ts';
import { readFile } from '#apps/inventory/reading/read-file.ts';
import { type Reader, readerOf } from '#apps/inventory/reading/read-value.ts';
import { allowedForError } from '#apps/inventory/reading/unread-cell.ts';
import { noCorrections, type Vocabulary } from '#apps/inventory/reading/vocabulary.ts';
import { type Profile, parseProfile, type RuleBook } from '#core/advisor/index.ts';
import type { Lexicon } from '#core/language/lexicon.ts';
import { type Described, describedBy } from './describe.ts';

/**
 * One interface of a file: its profile, or why it could not be had; a spreadsheet's row as it stands there; of a text,
 * what was understood of it.
 */
export type InputRow = { id: string; row?: InventoryRow; described?: Described } & (
  | { profile: Profile }
  | { error: string }
);

export interface Input {
  rows: InputRow[];
  /** Headers of columns that say nothing to the advisor, in the order of a row's extras. */
  extraHeaders: readonly string[];
  /** What the person should know about how the file was read. */
  warnings: string[];
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

interface FaultText {
  field: string;
  found: string;
  allowed: string;
}

const faultsText = (faults: readonly FaultText[]): string =>
  faults.map(({ field, found, allowed }) => `${field}: "${found}" is not allowed; allowed: ${allowed}`).join('; ');

function rowOfFields(
  id: string,
  { id: _id, name: _name, ...raw }: Record<string, unknown>,
  unknown: Map<string, string>,
) {
  const parsed = parseProfile(raw);
  for (const key of parsed.unknown) if (!unknown.has(key)) unknown.set(key, id);
  return parsed.faults.length > 0 ? { id, error: faultsText(parsed.faults) } : { id, profile: parsed.profile };
}

type Fields = Record<string, unknown>;

/** Reads one line, and hands on what it holds. */
function rowOfLine(line: string, number: number, rowOf: (id: string, value: Fields) => InputRow): InputRow {
  const fallback = `line-${number}`;
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    return { id: fallback, error: `line ${number} is no JSON: ${(error as Error).message}` };
  }
  if (!isRecord(value)) return { id: fallback, error: `line ${number} must hold an object` };
  return rowOf(value.id === undefined || value.id === null ? fallback : String(value.id), value);
}

function rowOfAnswers(id: string, value: Fields, unknown: Map<string, string>): InputRow {
  // Beside `attributes` stands what describes the case, not the interface.
  const fields = value.attributes === undefined ? value : value.attributes;
  return isRecord(fields) ? rowOfFields(id, fields, unknown) : { id, error: '"attributes" must be an object' };
}

/** @param field that holds the text; nothing else of the line is read, its id aside */
function rowOfText(id: string, value: Fields, field: string, lexicon: Lexicon): InputRow {
  const text = Object.hasOwn(value, field) ? value[field] : undefined;
  if (typeof text === 'string') return { id, ...describedBy(text, lexicon) };
  const found = text === undefined ? `is missing; the line has ${Object.keys(value).join(', ')}` : 'must be a text';
  return { id, error: `"${field}" ${found}` };
}

const ignored = (unknown: ReadonlyMap<string, string>): string[] =>
  [...unknown].map(([key, id]) => `${id}: "${key}" is no field of a profile and is ignored`);

/** One JSON object a line; blank lines are passed over. */
const rowsOfLines = (text: string, rowOf: (id: string, value: Fields) => InputRow): InputRow[] =>
  text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .flatMap((line, index) => (line.trim() === '' ? [] : [rowOfLine(line, index + 1, rowOf)]));

function readJsonLines(text: string): Input {
  const unknown = new Map<string, string>();
  const rows = rowsOfLines(text, (id, value) => rowOfAnswers(id, value, unknown));
  return { rows, extraHeaders: [], warnings: ignored(unknown) };
}

/**
 * Reads one text field of each line of a `.jsonl` file, and understands what it says of an interface.
 *
 * @throws {Error} when the file cannot be read or has another ending; the message is for the user
 */
export function readTexts(file: string, field: string, lexicon: Lexicon): Input {
  if (extname(file).toLowerCase() !== '.jsonl') {
    throw new Error(`${file}: with --describe ${field} the ending must be .jsonl; of a table, the columns are read`);
  }
  const rows = rowsOfLines(readFileSync(file, 'utf8'), (id, value) => rowOfText(id, value, field, lexicon));
  return { rows, extraHeaders: [], warnings: [] };
}

/** @param number the row's number as the spreadsheet shows it */
function rowOfSheet(row: InventoryRow, number: number): InputRow {
  const own = [row.cells.id, row.cells.name].find((text) => text && allowedForError(text) === undefined);
  const id = own ?? `row-${number}`;
  const { profile, faults } = readRow(row);
  if (faults.length === 0) return { id, row, profile };
  return { id, row, error: faultsText(faults.map(({ column, ...fault }) => ({ field: column, ...fault }))) };
}

/** How headers were understood, where a person might not expect it. */
function headerWarnings({ matches }: Sheet): string[] {
  return matches.flatMap(({ header, column, by }) => {
    if (header.trim() === '') return [];
    if (column === 'extra') return [`column "${header}" is no field of a profile and is ignored`];
    return by === 'name' ? [] : [`column "${header}" is read as ${column}`];
  });
}

async function readSheetFile(bytes: Uint8Array, vocabulary: Vocabulary, book: RuleBook): Promise<Input> {
  const reader: Reader = readerOf(vocabulary, book, noCorrections);
  const sheets = (await readFile(bytes)).map((table) => openSheet(table, vocabulary, book, reader));
  const sheet = sheets[likeliestSheet(sheets)];
  if (!sheet) return { rows: [], extraHeaders: [], warnings: ['the file holds no sheet'] };
  const { rows, numbers, extraHeaders } = interpret(sheet, reader);
  return {
    rows: rows.map((row, index) => rowOfSheet(row, numbers[index] ?? 0)),
    extraHeaders,
    warnings: [
      ...(sheets.length > 1 ? [`read the sheet "${sheet.name}" of ${sheets.length}`] : []),
      ...sheet.remarks,
      ...headerWarnings(sheet),
    ],
  };
}

/**
 * Reads the interfaces in a `.jsonl`, `.csv` or `.xlsx` file. Spreadsheets are understood as the inventory page
 * understands them: other people's headers and words too.
 *
 * @throws {Error} when the file cannot be read or has another ending; the message is for the user
 */
export async function readInput(file: string, vocabulary: Vocabulary, book: RuleBook): Promise<Input> {
  const ending = extname(file).toLowerCase();
  if (ending === '.jsonl') return readJsonLines(readFileSync(file, 'utf8'));
  if (ending === '.csv' || ending === '.xlsx') return readSheetFile(readFileSync(file), vocabulary, book);
  throw new Error(`${file}: the ending must be .jsonl, .csv or .xlsx`);
}
