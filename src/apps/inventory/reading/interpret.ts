import type { InventoryRow, LayoutColumn, LeftOutRow } from '#apps/inventory/machine/inventory.ts';
import { resultColumns } from '#apps/inventory/writing/export-table.ts';
import { unsafeCell } from '#apps/inventory/writing/safe-cell.ts';
import type { RuleBook } from '#core/advisor/rule-book.ts';
import { type Column, isEndColumn, isTableColumn } from './columns.ts';
import { endKey, isOwnName } from './ends.ts';
import { chosenHeader, findHeader, type Header, type HeaderChoice } from './header.ts';
import { type HeaderMatch, matchHeaders, namedColumns } from './match-headers.ts';
import { ownWorkbookIn } from './own-workbook.ts';
import { type FieldWord, type PlacedFault, sheetRowReader } from './read-sheet-row.ts';
import { type Certainty, isGuess, isUnread, type Reader, type Reading } from './read-value.ts';
import { rowRemarks } from './row-account.ts';
import { type DividedRows, divideRows, rowsToRead, type WhyAside } from './rows-aside.ts';
import { type SectionTitle, titleReaderOf } from './section-title.ts';
import { lastFilled, rowText, type Table } from './table.ts';
import { type Corrections, type Vocabulary, wordKey } from './vocabulary.ts';

/** A table with its header found and each column given a meaning, which a person may still change. */
export interface Sheet {
  name: string;
  table: Table;
  header: Header;
  matches: readonly HeaderMatch[];
  /** The rows below the header: interfaces, and what is left out. */
  divided: DividedRows;
  /** The kinds of rows left out that a person takes in. */
  takenIn: readonly WhyAside[];
  /** What the list calls F&O, as `endKey` of the name, where a person has said it. */
  ownName?: string | undefined;
  /** What its name says of the interfaces in it, where no title does: a direction, or the other system. */
  title?: SectionTitle | undefined;
  /** Whether the sheet was written here: all of its rows are interfaces, and columns are kept even where they are blank. */
  isOwn?: boolean;
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

/** A sheet read into rows of the inventory, and what of it could not be read. */
export interface Interpretation {
  rows: InventoryRow[];
  /** For each row its number as the spreadsheet shows it. */
  numbers: number[];
  extraHeaders: string[];
  faults: PlacedFault[];
  /** For each row the fields of which the reading is a guess. */
  guessed: (readonly Column[])[];
  /** The columns of the sheet, in its order. */
  layout: LayoutColumn[];
  /** The first rows that were left out. */
  leftOut: LeftOutRow[];
}

/** Rows left out that are kept to be written out again; a longer list is one that nobody reads. */
const LEFT_OUT_KEPT = 1_000;

const SAMPLE = 200;
const MOST_NAMES = 60;

/** The headers, with a blank one for each column that has none but holds something. */
function headersOf({ rows }: Table, { labels, first, rows: taken }: Header): string[] {
  const body = rows.slice(first + taken);
  const width = body.reduce((most, row) => Math.max(most, lastFilled(row) + 1), labels.length);
  return [...labels, ...Array.from({ length: width - labels.length }, () => '')];
}

/** Cells below each header, as many as it takes to see what a column is about. */
function samplesOf(headers: readonly string[], table: Table, { first, rows }: Header): string[][] {
  const start = first + rows;
  return headers.map((_, column) => table.rows.slice(start, start + SAMPLE).map((row) => row[column] ?? ''));
}

/**
 * Finds the header of a table and what its columns mean, and divides its rows into interfaces and others.
 *
 * @param choice what a person says about the header; without one it is looked for
 */
export function openSheet(
  table: Table,
  vocabulary: Vocabulary,
  book: RuleBook,
  reader: Reader,
  choice?: HeaderChoice,
): Sheet {
  const knownIn = namedColumns(vocabulary, book, reader);
  const header = choice === undefined ? findHeader(table, knownIn) : chosenHeader(table, choice, knownIn);
  const headers = headersOf(table, header);
  const results = resultColumns(headers);
  // What an earlier export worked out answers to none of our columns.
  const asked = headers.map((name, index) => (results.has(index) ? '' : name));
  const matches = matchHeaders(asked, samplesOf(headers, table, header), vocabulary, book, reader).map(
    (match, index): HeaderMatch => ({ ...match, header: headers[index] ?? '' }),
  );
  const names = matches.findIndex(({ column }) => column === 'name');
  const divided = divideRows(table, header, names, vocabulary);
  const remarks = [...table.remarks, ...rowRemarks(table, header, divided)];
  const title = table.name === '' ? undefined : titleReaderOf(vocabulary)([table.name]);
  return { name: table.name, table, header, matches, divided, takenIn: [], title, remarks };
}

/**
 * The sheets of a file, opened. Of a workbook that was written here only the interfaces are read, by what it says of its
 * columns.
 */
export function openTables(
  tables: readonly Table[],
  vocabulary: Vocabulary,
  book: RuleBook,
  readerWith: (headers: Corrections['headers']) => Reader,
  choice?: HeaderChoice,
): Sheet[] {
  const own = ownWorkbookIn(tables, vocabulary, book);
  if (own) {
    const sheet = openSheet(own.interfaces, vocabulary, book, readerWith(own.headers), choice);
    const kinds = sheet.divided.aside.map(({ why }) => why);
    return [{ ...sheet, isOwn: true, title: undefined, takenIn: [...new Set(kinds)] }];
  }
  const reader = readerWith({});
  return tables
    .filter(({ rows }) => rows.length > 0)
    .map((table) => openSheet(table, vocabulary, book, reader, choice));
}

/** The rows of a sheet that are read into the inventory, with their numbers as the spreadsheet shows them. */
export function bodyOf({ divided, takenIn, title }: Pick<Sheet, 'divided' | 'takenIn' | 'title'>) {
  const rows = rowsToRead(divided, takenIn);
  return title ? rows.map((row) => (row.section ? row : { ...row, section: title })) : rows;
}

/** How many columns of a sheet mean something to us. */
export const knownColumns = ({ matches }: Sheet): number => matches.filter(({ column }) => column !== 'extra').length;

/** How much a sheet looks like an inventory: one that is shown before one that is hidden, then by what is known of it. */
const likeness = (sheet: Sheet): number =>
  (sheet.table.isHidden ? 0 : 1_000) + (sheet.divided.interfaces.length > 0 ? 500 : 0) + knownColumns(sheet);

/** The sheet of a workbook that most looks like an inventory. */
export const likeliestSheet = (sheets: readonly Sheet[]): number =>
  sheets.reduce((best, sheet, index) => (likeness(sheet) > likeness(sheets[best] as Sheet) ? index : best), 0);

/** Words that are told apart in one sheet. */
const MOST_WORDS = 5_000;

/** Counts words as they stand, and puts those together that mean the same when all are there. */
function wordCounter() {
  const byColumn = new Map<Column, Map<string, WordReading>>();
  let different = 0;
  return {
    add(words: readonly FieldWord[]): void {
      for (const { column, word, reading } of words) {
        const own = byColumn.get(column) ?? new Map<string, WordReading>();
        byColumn.set(column, own);
        const before = own.get(word);
        if (before) before.count += 1;
        else if (different < MOST_WORDS) {
          own.set(word, { column, word, count: 1, reading });
          different += 1;
        }
      }
    },
    /** Each different word, the doubtful ones first. */
    words(): WordReading[] {
      const all = new Map<string, WordReading>();
      for (const { column, word, count, reading } of [...byColumn.values()].flatMap((own) => [...own.values()])) {
        const key = `${column}\n${wordKey(word)}`;
        const before = all.get(key);
        if (before) before.count += count;
        else all.set(key, { column, word, count, reading });
      }
      return [...all.values()].toSorted((a, b) => doubt(b.reading) - doubt(a.reading) || b.count - a.count);
    },
  };
}

/** Each different word in the columns of the profile, and each name that says something of it, the doubtful ones first. */
export function wordsOf(sheet: Sheet, reader: Reader): WordReading[] {
  const readRow = sheetRowReader(sheet, reader);
  const counter = wordCounter();
  for (const row of bodyOf(sheet)) counter.add(readRow(row).words);
  return counter.words();
}

const doubts: Readonly<Record<Certainty, number>> = { exact: 0, synonym: 1, guess: 2 };
const doubt = (reading: Reading): number => (isUnread(reading) ? 3 : doubts[reading.certainty]);

/**
 * Columns that are kept as they stand, those of ends among them, because no column of ours holds both; what an earlier
 * export worked out is worked out anew.
 */
function extraIndicesOf({ matches }: Sheet, width: number): number[] {
  const results = resultColumns(matches.map(({ header }) => header));
  return Array.from({ length: width }, (_, index) => index).filter(
    (index) => !isTableColumn(matches[index]?.column ?? 'extra') && !results.has(index),
  );
}

const noGuess: readonly Column[] = [];

/** Fields whose words were only likely to mean what they were taken for. */
function guessesIn(words: readonly FieldWord[]): readonly Column[] {
  const guesses = words.filter(({ reading }) => isGuess(reading)).map(({ column }) => column);
  return guesses.length === 0 ? noGuess : guesses;
}

/** A sheet read once: its rows, its words, and what the first rows say word by word. */
export interface SheetReading {
  interpretation: Interpretation;
  words: WordReading[];
  examples: { row: number; words: FieldWord[] }[];
}

/**
 * Reads a sheet once, with what a person wants to see of it before it is taken over.
 *
 * @param shown how many of the first rows are told word by word
 */
export function readSheet(sheet: Sheet, reader: Reader, shown: number): SheetReading {
  const counter = wordCounter();
  const examples: SheetReading['examples'] = [];
  const interpretation = interpret(sheet, reader, 1, (row, words) => {
    counter.add(words);
    if (examples.length < shown) examples.push({ row, words });
  });
  return { interpretation, words: counter.words(), examples };
}

/**
 * Turns a sheet into rows of the inventory; each cell that cannot be read is reported and kept as it stands.
 *
 * @param onWords told of each row's words, with its number
 */
export function interpret(
  sheet: Sheet,
  reader: Reader,
  firstKey = 1,
  onWords?: (row: number, words: FieldWord[]) => void,
): Interpretation {
  const { matches } = sheet;
  const readRow = sheetRowReader(sheet, reader);
  const faults: PlacedFault[] = [];
  const guessed: (readonly Column[])[] = [];
  const body = bodyOf(sheet);
  const width = body.reduce((most, { cells }) => Math.max(most, cells.length), matches.length);
  const extraIndices = extraIndicesOf(sheet, width).filter(
    (index) =>
      // One end without the other would be read as the other system.
      sheet.isOwn ||
      isEndColumn(matches[index]?.column ?? 'extra') ||
      body.some(({ cells }) => (cells[index] ?? '').trim() !== ''),
  );
  const rows = body.map((row, index): InventoryRow => {
    const { cells, written, faults: own, words } = readRow(row);
    faults.push(...own);
    onWords?.(row.number, words);
    const guesses = guessesIn(words);
    guessed.push(guesses);
    return {
      key: firstKey + index,
      cells,
      extras: extraIndices.map((extra) => unsafeCell(row.cells[extra] ?? '')),
      ...(written && { written }),
      ...(guesses.length > 0 && { guessed: guesses }),
    };
  });
  return {
    rows,
    numbers: body.map(({ number }) => number),
    extraHeaders: extraIndices.map((index) => unsafeCell(matches[index]?.header ?? '').trim() || `Column ${index + 1}`),
    faults,
    guessed,
    layout: layoutOf(sheet, extraIndices),
    leftOut: leftOutOf(sheet),
  };
}

/** The columns of a sheet as they stand, without those that an earlier export worked out and those that hold nothing. */
function layoutOf({ matches }: Sheet, extraIndices: readonly number[]): LayoutColumn[] {
  const width = Math.max(matches.length, (extraIndices.at(-1) ?? -1) + 1);
  return Array.from({ length: width }, (_, index) => index).flatMap((index): LayoutColumn[] => {
    const { header = '', column: meaning = 'extra' as const } = matches[index] ?? {};
    const extra = extraIndices.indexOf(index);
    if (isTableColumn(meaning)) return [{ header: unsafeCell(header).trim(), meaning }];
    return extra === -1 ? [] : [{ header: unsafeCell(header).trim(), meaning, extra }];
  });
}

/** The first rows that are left out and that nobody takes in. */
const leftOutOf = ({ divided: { aside }, takenIn }: Sheet): LeftOutRow[] =>
  aside
    .filter(({ why }) => !takenIn.includes(why))
    .slice(0, LEFT_OUT_KEPT)
    .map(({ number, why, cells }) => ({ number, why, text: rowText(cells) }));

/** Names of ends, of which a person may say that one is F&O; none where that is plain, or no ends are named. */
export function endNamesOf(sheet: Sheet, { language }: Reader): string[] {
  const indices = sheet.matches.flatMap(({ column }, index) => (isEndColumn(column) ? [index] : []));
  if (indices.length < 2 || !language) return [];
  const own = { lexicon: language.lexicon };
  const names = new Map<string, { name: string; count: number }>();
  let isPlain = true;
  for (const { cells } of bodyOf(sheet)) {
    const ends = indices.map((index) => (cells[index] ?? '').trim());
    isPlain &&= ends.filter((end) => isOwnName(end, own)).length === 1 || ends.every((end) => end === '');
    for (const name of ends.filter((end) => end !== '')) {
      const before = names.get(endKey(name));
      if (before) before.count += 1;
      else names.set(endKey(name), { name, count: 1 });
    }
  }
  if (isPlain) return [];
  return [...names.values()]
    .toSorted((a, b) => b.count - a.count)
    .slice(0, MOST_NAMES)
    .map(({ name }) => name);
}
