import type { RuleBook } from '#core/advisor/rule-book.ts';
import type { Lexicon } from '#core/language/lexicon.ts';
import type { ColumnMeaning } from './columns.ts';
import { correctedColumns } from './corrected-columns.ts';
import { endKey } from './ends.ts';
import type { HeaderChoice } from './header.ts';
import {
  bodyOf,
  endNamesOf,
  type Interpretation,
  knownColumns,
  likeliestSheet,
  openSheet,
  openTables,
  readSheet,
  type Sheet,
  type SheetReading,
  type WordReading,
} from './interpret.ts';
import { joinSheets, joinWords } from './join-sheets.ts';
import type { HeaderMatch } from './match-headers.ts';
import { MOST_LISTED } from './most-listed.ts';
import { readCsv } from './read-csv.ts';
import { readBlob } from './read-file.ts';
import type { FieldWord, PlacedFault } from './read-sheet-row.ts';
import { type Reader, readerOf } from './read-value.ts';
import type { WhyAside } from './rows-aside.ts';
import { isBlankRow, rowText } from './table.ts';
import { cellUnderstander } from './understood-cell.ts';
import type { Corrections, Vocabulary } from './vocabulary.ts';

/** Where a table comes from: a file, or text that was pasted. */
export type Source = { kind: 'file'; name: string; file: Blob } | { kind: 'text'; name: string; text: string };

/** What the page needs to know of a sheet; the sheet itself stays in the worker. */
export interface SheetSummary {
  name: string;
  matches: readonly HeaderMatch[];
  /** Some different texts below each header. */
  samples: readonly (readonly string[])[];
  /** Rows that are read as interfaces. */
  rows: number;
  /** Rows that are left out, by why; a person may take each kind in. */
  aside: readonly AsideSummary[];
  /** Kinds of rows left out that are read all the same, before a person has said anything. */
  takenIn: readonly WhyAside[];
  /** The number of the header's first row as the spreadsheet shows it; `none` where the list has none. */
  header: HeaderChoice;
  /** Numbers of rows that could be the header, each with how it begins. */
  couldBeHeader: readonly { number: number; text: string }[];
  isHidden: boolean;
  /** Whether any column means something; a sheet without one is read with no other. */
  isKnown: boolean;
  /** Names of ends of which one may be F&O; none where it is plain. */
  endNames: readonly string[];
  remarks: readonly string[];
}

/** Rows of one kind that are left out: how many, and the first few with their numbers and what they say. */
export interface AsideSummary {
  why: WhyAside;
  count: number;
  rows: readonly { number: number; text: string }[];
}

/** A spreadsheet as it was found, before a person has looked at it. */
export interface OpenedFile {
  title: string;
  sheets: readonly SheetSummary[];
  /** The sheet that most looks like an inventory. */
  likeliest: number;
}

/** What a person decided about a sheet: a meaning for each column, and for words. */
export interface Mapping {
  sheet: number;
  columns: readonly ColumnMeaning[];
  /** Other sheets that are read with it into one list, each by its own columns. */
  together?: readonly number[] | undefined;
  /** Kinds of rows left out that are read all the same. */
  takenIn: readonly WhyAside[];
  /** What the list calls F&O, where its names do not say it. */
  ownName?: string | undefined;
  corrections: Corrections;
}

/**
 * How a sheet would be read with a mapping: its words and unread cells, at most `MOST_LISTED` of each, and how many
 * there are.
 */
export interface Preview {
  rows: number;
  /** The sheets that are read together, each with its interfaces and how many of its rows are left out. */
  parts: readonly { name: string; rows: number; leftOut: number }[];
  words: readonly WordReading[];
  faults: readonly PlacedFault[];
  faultCount: number;
  /** The first rows, word by word. */
  examples: readonly { row: number; words: readonly FieldWord[] }[];
}

const SAMPLES = 3;
const EXAMPLES = 5;
const ASIDE_SHOWN = 20;
const HEADERS_SHOWN = 30;

const asideOf = ({ divided: { aside } }: Sheet): AsideSummary[] =>
  [...Map.groupBy(aside, ({ why }) => why)].map(([why, rows]) => ({
    why,
    count: rows.length,
    rows: rows.slice(0, ASIDE_SHOWN).map(({ number, cells }) => ({ number, text: rowText(cells) })),
  }));

/** The first rows that hold anything, of which one may be the header. */
const headersIn = ({ table: { rows, numbers } }: Sheet): SheetSummary['couldBeHeader'] =>
  rows
    .slice(0, HEADERS_SHOWN)
    .flatMap((cells, index) =>
      isBlankRow(cells) ? [] : [{ number: numbers[index] ?? index + 1, text: rowText(cells) }],
    );

function summarise(sheet: Sheet, reader: Reader): SheetSummary {
  const { name, matches, table, header, remarks } = sheet;
  const body = bodyOf(sheet);
  const samples = matches.map((_, index) => {
    const texts = new Set<string>();
    for (const { cells } of body) {
      const text = cells[index]?.trim();
      if (text) texts.add(text.slice(0, 60));
      if (texts.size === SAMPLES) break;
    }
    return [...texts];
  });
  return {
    name,
    matches,
    samples,
    rows: body.length,
    aside: asideOf(sheet),
    takenIn: sheet.takenIn,
    header: header.rows === 0 ? 'none' : (table.numbers[header.first] ?? header.first + 1),
    couldBeHeader: headersIn(sheet),
    isHidden: table.isHidden === true,
    isKnown: knownColumns(sheet) > 0,
    endNames: endNamesOf(sheet, reader),
    remarks,
  };
}

const titleOf = ({ name }: Source): string => name.replace(/\.[^.]+$/, '').slice(0, 100) || 'Programme';

/** Opens spreadsheets, shows how they would be read, and reads them; holds one opened file at a time. */
export function importSession(vocabulary: Vocabulary, book: RuleBook, lexicon: Lexicon) {
  let sheets: readonly Sheet[] = [];
  let lastRead: { by: string; interpretation: Interpretation } | undefined;
  const language = cellUnderstander(lexicon);
  const readerWith = (corrections: Corrections): Reader => readerOf(vocabulary, book, corrections, language);

  /** The sheet with the meanings that its columns were given. */
  const mapped = ({ sheet, columns, takenIn, ownName }: Mapping): Sheet => {
    const chosen = sheets[sheet];
    if (!chosen) throw new RangeError(`no sheet ${sheet} is open`);
    return {
      ...chosen,
      takenIn,
      ownName: ownName === undefined ? undefined : endKey(ownName),
      matches: chosen.matches.map((match, index): HeaderMatch => ({ ...match, column: columns[index] ?? 'extra' })),
    };
  };

  /** Another sheet that is read with the chosen one: by its own columns, and by what was said of headers. */
  const mappedBeside = (index: number, { takenIn, ownName, corrections }: Mapping): Sheet => {
    const { matches } = sheets[index] ?? { matches: [] };
    const columns = correctedColumns(matches, corrections);
    return mapped({ sheet: index, columns, takenIn, ownName, corrections });
  };

  /** The chosen sheets in the order of the workbook. */
  const partsOf = (mapping: Mapping): Sheet[] =>
    [...new Set([mapping.sheet, ...(mapping.together ?? [])])]
      .toSorted((a, b) => a - b)
      .map((index) => (index === mapping.sheet ? mapped(mapping) : mappedBeside(index, mapping)));

  /** Reads all chosen sheets; the first rows that are told word by word are those of the one that is shown. */
  function readAll(mapping: Mapping): SheetReading & { parts: Preview['parts'] } {
    const reader = readerWith(mapping.corrections);
    const parts = partsOf(mapping);
    const shown = sheets[mapping.sheet];
    const read = parts.map((sheet) => ({
      name: sheet.name,
      sheet,
      ...readSheet(sheet, reader, sheet.table === shown?.table ? EXAMPLES : 0),
    }));
    const [only] = read;
    const interpretation = only && read.length === 1 ? only.interpretation : joinSheets(read, 1);
    return {
      interpretation,
      words: read.length === 1 ? (only?.words ?? []) : joinWords(read.map(({ words }) => words)),
      examples: read.flatMap(({ examples }) => examples),
      parts: read.map(({ name, interpretation: { rows }, sheet: { divided } }) => ({
        name,
        rows: rows.length,
        leftOut: divided.interfaces.length + divided.aside.length - rows.length,
      })),
    };
  }

  return {
    /** @param onReading called from time to time while it goes on */
    async open(source: Source, corrections: Corrections, onReading?: () => void): Promise<OpenedFile> {
      const reader = readerWith(corrections);
      const readerFor = (headers: Corrections['headers']): Reader =>
        readerWith({ ...corrections, headers: { ...headers, ...corrections.headers } });
      const tables =
        source.kind === 'file' ? await readBlob(source.file, onReading) : [readCsv(source.text, onReading)];
      lastRead = undefined;
      sheets = openTables(tables, vocabulary, book, readerFor);
      return {
        title: titleOf(source),
        sheets: sheets.map((sheet) => summarise(sheet, reader)),
        likeliest: likeliestSheet(sheets),
      };
    },

    /** Looks at a sheet again with the header that a person chose. */
    chooseHeader(sheet: number, choice: HeaderChoice, corrections: Corrections): SheetSummary {
      const chosen = sheets[sheet];
      if (!chosen) throw new RangeError(`no sheet ${sheet} is open`);
      const reader = readerWith(corrections);
      const next = openSheet(chosen.table, vocabulary, book, reader, choice);
      lastRead = undefined;
      sheets = sheets.with(sheet, next);
      return summarise(next, reader);
    },

    preview(mapping: Mapping): Preview {
      const { interpretation, words, examples, parts } = readAll(mapping);
      const { rows, faults } = interpretation;
      lastRead = { by: JSON.stringify(mapping), interpretation };
      return {
        rows: rows.length,
        parts,
        words: words.slice(0, MOST_LISTED),
        faults: faults.slice(0, MOST_LISTED),
        faultCount: faults.length,
        examples,
      };
    },

    /** Reads what was previewed last without reading it again. */
    take(mapping: Mapping, firstKey: number): Interpretation {
      const before = lastRead?.by === JSON.stringify(mapping) ? lastRead.interpretation : undefined;
      lastRead = undefined;
      const read = before ?? readAll(mapping).interpretation;
      if (firstKey === 1) return read;
      return { ...read, rows: read.rows.map((row, index) => ({ ...row, key: firstKey + index })) };
    },
  };
}
