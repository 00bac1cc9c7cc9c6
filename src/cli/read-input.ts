import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { type InventoryRow, readRow } from '#apps/inventory/machine/inventory.ts';
import { endKey } from '#apps/inventory/reading/ends.ts';
import type { HeaderChoice } from '#apps/inventory/reading/header.ts';
import {
  interpret,
  knownColumns,
  likeliestSheet,
  openTables,
  type Sheet,
  wordsOf,
} from '#apps/inventory/reading/interpret.ts';
import { joinSheets, type ReadPart } from '#apps/inventory/reading/join-sheets.ts';
import { readFile } from '#apps/inventory/reading/read-file.ts';
import { isUnread, type Reader, type Reading, readerOf } from '#apps/inventory/reading/read-value.ts';
import { asideRemarks } from '#apps/inventory/reading/row-account.ts';
import { counted } from '#apps/inventory/reading/table.ts';
import { cellUnderstander } from '#apps/inventory/reading/understood-cell.ts';
import { allowedForError } from '#apps/inventory/reading/unread-cell.ts';
import { type Corrections, noCorrections, type Vocabulary } from '#apps/inventory/reading/vocabulary.ts';
import { type Profile, parseProfile, type RuleBook } from '#core/advisor/index.ts';
import type { Lexicon } from '#core/language/lexicon.ts';
import { type Described, describedBy } from './describe.ts';

/** A cell that says nothing to us, and what would. */
export interface UnreadCell {
  field: string;
  found: string;
  allowed: string;
}

/** What a row of a spreadsheet says beside its profile. */
export interface SheetRow {
  row: InventoryRow;
  /** Cells that count as not known. */
  notRead: readonly UnreadCell[];
  /** Fields whose reading is a guess. */
  guessed: readonly string[];
  /** Why the row is no interface to decide, where its list says so. */
  leftOut?: string | undefined;
}

/**
 * One interface of a file: its profile, or why it could not be had; a row of a spreadsheet with what it says besides, a
 * text with what was understood of it.
 */
export type InputRow = { id: string; sheet?: SheetRow; described?: Described } & (
  | { profile: Profile }
  | { error: string }
);

/** What a person says about a spreadsheet: which sheet, by its name or number from 1, which row holds the headers, and what it calls F&O. */
export interface SheetChoice {
  /** Sheets by name or number from 1, which are read into one list; `all` stands for each of which a column is known. */
  sheets?: readonly string[] | undefined;
  header?: HeaderChoice | undefined;
  /** What the list calls F&O. */
  own?: string | undefined;
}

/** What spreadsheets are understood by. */
export interface Tables {
  vocabulary: Vocabulary;
  book: RuleBook;
  lexicon: Lexicon;
}

export interface Input {
  rows: InputRow[];
  /** Headers of columns that say nothing to the advisor, in the order of a row's extras. */
  extraHeaders: readonly string[];
  /** What the person should know about how the file was read. */
  warnings: string[];
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const faultsText = (faults: readonly UnreadCell[]): string =>
  faults.map(({ field, found, allowed }) => `${field}: "${found}" is not allowed; allowed: ${allowed}`).join('; ');

/** The profile in a set of fields, or what is wrong with them; names that are no field are added to `unknown`. */
export function rowOfFields(
  id: string,
  { id: _id, name: _name, ...raw }: Record<string, unknown>,
  unknown: Map<string, string>,
): InputRow {
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

/** @param place where the row stands, as the spreadsheet shows it: `row-7`, or with the sheet in front */
function rowOfSheet(row: InventoryRow, place: string, besides: Pick<SheetRow, 'guessed' | 'leftOut'>): InputRow {
  const own = [row.cells.id, row.cells.name].find((text) => text && allowedForError(text) === undefined);
  const { profile, faults } = readRow(row);
  const notRead = faults.map(({ column, found, allowed }) => ({ field: column, found, allowed }));
  return { id: own ?? place, profile, sheet: { row, notRead, ...besides } };
}

/** How headers were understood, where a person might not expect it. */
function headerWarnings({ matches }: Sheet): string[] {
  return matches.flatMap(({ header, column, by }) => {
    if (header.trim() === '') return [];
    if (column === 'extra') return [`column "${header}" is no field of a profile and is ignored`];
    return by === 'name' ? [] : [`column "${header}" is read as ${column}`];
  });
}

function sheetNamed(sheets: readonly Sheet[], wanted: string): Sheet {
  const found = sheets.find(({ name }) => name === wanted) ?? sheets[Number(wanted) - 1];
  if (found) return found;
  const names = sheets.map(({ name }, index) => `${index + 1}${name === '' ? '' : ` (${name})`}`).join(', ');
  throw new Error(`--sheet: there is no sheet "${wanted}"; allowed: ${names}, or all`);
}

const isList = (sheet: Sheet): boolean => knownColumns(sheet) > 0 && sheet.divided.interfaces.length > 0;

/** The sheets that a person named, in the order of the workbook, or the one that looks most like a list of interfaces. */
function sheetsFor(sheets: readonly Sheet[], wanted: readonly string[]): readonly Sheet[] {
  const [first] = wanted;
  if (first === undefined) return sheets.slice(likeliestSheet(sheets)).slice(0, 1);
  if (wanted.length === 1 && first === 'all' && !sheets.some(({ name }) => name === 'all')) {
    return sheets.filter((sheet) => !sheet.table.isHidden && isList(sheet));
  }
  const named = new Set(wanted.map((name) => sheetNamed(sheets, name)));
  const unknown = [...named].find((sheet) => named.size > 1 && !isList(sheet));
  if (unknown) {
    throw new Error(
      `--sheet: in "${unknown.name}" no column of an inventory was found, so it cannot be read together with others`,
    );
  }
  return sheets.filter((sheet) => named.has(sheet));
}

/** Says which sheets were read and which were not. */
function sheetWarnings(all: readonly Sheet[], read: readonly Sheet[]): string[] {
  if (all.length < 2) return [];
  const names = read.map(({ name }) => `"${name}"`);
  if (read.length === 1) return [`read the sheet ${names[0]} of ${all.length}`];
  const others = all.filter((sheet) => !read.includes(sheet)).map(({ name }) => `"${name}"`);
  const not = others.length === 0 ? '' : `; not read: ${others.join(', ')}`;
  return [`read ${read.length} of ${all.length} sheets together: ${names.join(', ')}${not}`];
}

/** Cells in columns that mean something: how many were understood for certain, were guessed, and were not read. */
function countsOf(sheet: Sheet, reader: Reader): string {
  const words = wordsOf(sheet, reader);
  const cells = (isWanted: (reading: Reading) => boolean): number =>
    words.filter(({ reading }) => isWanted(reading)).reduce((sum, { count }) => sum + count, 0);
  const unread = cells(isUnread);
  const guessed = cells((reading) => !isUnread(reading) && reading.certainty === 'guess');
  const known = cells((reading) => !isUnread(reading) && reading.text !== '') - guessed;
  return `${counted(known, 'cell')} understood, ${guessed.toLocaleString('en-GB')} guessed, ${unread.toLocaleString('en-GB')} not read, in ${counted(knownColumns(sheet), 'column')} of ${sheet.matches.length}`;
}

/** Rows that shape or columns rule out are no interfaces; those that a rule of ours leaves out are shown all the same. */
function withRuledOut(sheet: Sheet, vocabulary: Vocabulary): { sheet: Sheet; reasons: ReadonlyMap<number, string> } {
  const texts = new Map(vocabulary.setAside.rules.map(({ id, text }) => [id, text]));
  const ruled = sheet.divided.aside.filter(({ why }) => texts.has(why));
  const reasons = ruled.map(({ number, because, why }): [number, string] => [
    number,
    because ? `${because.header}: ${because.word}` : why,
  ]);
  return { sheet: { ...sheet, takenIn: [...texts.keys()] }, reasons: new Map(reasons) };
}

/**
 * Reads the interfaces of a `.csv` or `.xlsx` file from its bytes.
 *
 * @throws {Error} when it cannot be read or lacks the sheet; the message is for the user
 */
export async function readSheetFile(
  bytes: Uint8Array,
  { vocabulary, book, lexicon }: Tables,
  choice: SheetChoice = {},
): Promise<Input> {
  const language = cellUnderstander(lexicon);
  const reader: Reader = readerOf(vocabulary, book, noCorrections, language);
  const readerWith = (headers: Corrections['headers']): Reader =>
    readerOf(vocabulary, book, { ...noCorrections, headers }, language);
  const sheets = openTables(await readFile(bytes), vocabulary, book, readerWith, choice.header);
  const chosen = sheetsFor(sheets, choice.sheets ?? []);
  if (chosen.length === 0) return { rows: [], extraHeaders: [], warnings: ['the file holds no sheet'] };
  const ownName = choice.own === undefined ? undefined : endKey(choice.own);
  const parts = chosen.map((sheet) => readPart({ ...sheet, ownName }, vocabulary, reader));
  const [only] = parts;
  const isJoined = parts.length > 1;
  const { rows, extraHeaders } = only && !isJoined ? only.interpretation : joinSheets(parts, 1);
  const besides = parts.flatMap((part) => part.besides);
  return {
    rows: rows.map((row, index) => {
      const { sheet = '', number = 0, ...own } = besides[index] ?? { guessed: [] };
      return rowOfSheet(row, isJoined ? `${sheet}-row-${number}` : `row-${number}`, own);
    }),
    extraHeaders,
    warnings: [
      ...sheetWarnings(sheets, chosen),
      ...parts.flatMap(({ name, warnings }) => warnings.map((text) => (isJoined ? `${name}: ${text}` : text))),
      ...(isJoined ? [countText(parts)] : []),
    ],
  };
}

/** A sheet read, with what is said of each of its rows. */
interface SheetPart extends ReadPart {
  besides: (Pick<SheetRow, 'guessed' | 'leftOut'> & { sheet: string; number: number })[];
  warnings: string[];
}

function readPart(found: Sheet, vocabulary: Vocabulary, reader: Reader): SheetPart {
  const { sheet, reasons } = withRuledOut(found, vocabulary);
  const interpretation = interpret(sheet, reader);
  return {
    name: sheet.name,
    interpretation,
    besides: interpretation.numbers.map((number, index) => ({
      sheet: sheet.name,
      number,
      guessed: interpretation.guessed[index] ?? [],
      leftOut: reasons.get(number),
    })),
    warnings: [
      ...sheet.remarks,
      ...asideRemarks(sheet.divided.aside, vocabulary),
      ...headerWarnings(sheet),
      countsOf(sheet, reader),
    ],
  };
}

/** How many interfaces each sheet gave, and how many they are together. */
function countText(parts: readonly SheetPart[]): string {
  const counts = parts.map(({ name, besides }) => ({
    name,
    count: besides.filter(({ leftOut }) => leftOut === undefined).length,
  }));
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  return `${counts.map(({ name, count }) => `${counted(count, 'interface')} from "${name}"`).join(', ')}: ${counted(total, 'interface')} together`;
}

/**
 * Reads the interfaces in a `.jsonl`, `.csv` or `.xlsx` file. Spreadsheets are understood as the inventory page
 * understands them: other people's headers and words too.
 *
 * @throws {Error} when the file cannot be read, has another ending, or lacks the sheet; the message is for the user
 */
export async function readInput(file: string, tables: Tables, choice: SheetChoice = {}): Promise<Input> {
  const ending = extname(file).toLowerCase();
  if (ending === '.jsonl') return readJsonLines(readFileSync(file, 'utf8'));
  if (ending === '.csv' || ending === '.xlsx') return readSheetFile(readFileSync(file), tables, choice);
  throw new Error(`${file}: the ending must be .jsonl, .csv or .xlsx`);
}
