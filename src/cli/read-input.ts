import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { type InventoryRow, readRow } from '#apps/inventory/machine/inventory.ts';
import { interpret, likeliestSheet, openSheet, type Sheet } from '#apps/inventory/reading/interpret.ts';
import { readFile } from '#apps/inventory/reading/read-file.ts';
import { type Reader, readerOf } from '#apps/inventory/reading/read-value.ts';
import { allowedForError } from '#apps/inventory/reading/unread-cell.ts';
import { noCorrections, type Vocabulary } from '#apps/inventory/reading/vocabulary.ts';
import { type Profile, parseProfile, type RuleBook } from '#core/advisor/index.ts';

/** One interface of a file: its profile, or why it could not be had; a spreadsheet's row as it stands there. */
export type InputRow = { id: string; row?: InventoryRow } & ({ profile: Profile } | { error: string });

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

function rowOfLine(line: string, number: number, unknown: Map<string, string>): InputRow {
  const fallback = `line-${number}`;
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    return { id: fallback, error: `line ${number} is no JSON: ${(error as Error).message}` };
  }
  if (!isRecord(value)) return { id: fallback, error: `line ${number} must hold an object` };
  const id = value.id === undefined || value.id === null ? fallback : String(value.id);
  // Beside `attributes` stands what describes the case, not the interface.
  const fields = value.attributes === undefined ? value : value.attributes;
  return isRecord(fields) ? rowOfFields(id, fields, unknown) : { id, error: '"attributes" must be an object' };
}

const ignored = (unknown: ReadonlyMap<string, string>): string[] =>
  [...unknown].map(([key, id]) => `${id}: "${key}" is no field of a profile and is ignored`);

/** One JSON object a line; blank lines are passed over. */
function readJsonLines(text: string): Input {
  const unknown = new Map<string, string>();
  const rows = text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .flatMap((line, index) => (line.trim() === '' ? [] : [rowOfLine(line, index + 1, unknown)]));
  return { rows, extraHeaders: [], warnings: ignored(unknown) };
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
