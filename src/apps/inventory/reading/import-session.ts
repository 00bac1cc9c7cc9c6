import type { RuleBook } from '#core/advisor/rule-book.ts';
import type { Column } from './columns.ts';
import {
  type Interpretation,
  interpret,
  likeliestSheet,
  openSheet,
  type PlacedFault,
  type Sheet,
  type WordReading,
  wordsOf,
} from './interpret.ts';
import type { HeaderMatch } from './match-headers.ts';
import { MOST_LISTED } from './most-listed.ts';
import { readCsv } from './read-csv.ts';
import { readBlob } from './read-file.ts';
import { readerOf } from './read-value.ts';
import { bodyOf } from './table.ts';
import type { Corrections, Vocabulary } from './vocabulary.ts';

/** Where a table comes from: a file, or text that was pasted. */
export type Source = { kind: 'file'; name: string; file: Blob } | { kind: 'text'; name: string; text: string };

/** What the page needs to know of a sheet; the sheet itself stays in the worker. */
export interface SheetSummary {
  name: string;
  matches: readonly HeaderMatch[];
  /** Some different texts below each header. */
  samples: readonly (readonly string[])[];
  rows: number;
  remarks: readonly string[];
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
  columns: readonly (Column | 'extra')[];
  corrections: Corrections;
}

/**
 * How a sheet would be read with a mapping: its words and unread cells, at most `MOST_LISTED` of each, and how many
 * there are.
 */
export interface Preview {
  rows: number;
  words: readonly WordReading[];
  faults: readonly PlacedFault[];
  faultCount: number;
}

const SAMPLES = 3;

function summarise({ name, matches, table, headerRow, remarks }: Sheet): SheetSummary {
  const body = bodyOf(table, headerRow);
  const samples = matches.map((_, index) => {
    const texts = new Set<string>();
    for (const { cells } of body) {
      const text = cells[index]?.trim();
      if (text) texts.add(text.slice(0, 60));
      if (texts.size === SAMPLES) break;
    }
    return [...texts];
  });
  return { name, matches, samples, rows: body.length, remarks };
}

const titleOf = ({ name }: Source): string => name.replace(/\.[^.]+$/, '').slice(0, 100) || 'Programme';

/** Opens spreadsheets, shows how they would be read, and reads them; holds one opened file at a time. */
export function importSession(vocabulary: Vocabulary, book: RuleBook) {
  let sheets: readonly Sheet[] = [];

  /** The sheet with the meanings that its columns were given. */
  const mapped = ({ sheet, columns }: Mapping): Sheet => {
    const chosen = sheets[sheet];
    if (!chosen) throw new RangeError(`no sheet ${sheet} is open`);
    return {
      ...chosen,
      matches: chosen.matches.map((match, index): HeaderMatch => ({ ...match, column: columns[index] ?? 'extra' })),
    };
  };

  return {
    /** @param onReading called from time to time while it goes on */
    async open(source: Source, corrections: Corrections, onReading?: () => void): Promise<OpenedFile> {
      const reader = readerOf(vocabulary, book, corrections);
      const tables =
        source.kind === 'file' ? await readBlob(source.file, onReading) : [readCsv(source.text, onReading)];
      sheets = tables.filter(({ rows }) => rows.length > 0).map((table) => openSheet(table, vocabulary, book, reader));
      return { title: titleOf(source), sheets: sheets.map(summarise), likeliest: likeliestSheet(sheets) };
    },

    preview(mapping: Mapping): Preview {
      const reader = readerOf(vocabulary, book, mapping.corrections);
      const sheet = mapped(mapping);
      const { rows, faults } = interpret(sheet, reader);
      return {
        rows: rows.length,
        words: wordsOf(sheet, reader).slice(0, MOST_LISTED),
        faults: faults.slice(0, MOST_LISTED),
        faultCount: faults.length,
      };
    },

    take(mapping: Mapping, firstKey: number): Interpretation {
      return interpret(mapped(mapping), readerOf(vocabulary, book, mapping.corrections), firstKey);
    },
  };
}
