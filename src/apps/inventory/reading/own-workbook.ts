import type { RuleBook } from '#core/advisor/rule-book.ts';
import { columnLabel } from './column-label.ts';
import { type ColumnMeaning, columns, endColumns } from './columns.ts';
import type { Table } from './table.ts';
import { type Corrections, normaliseWord, type Vocabulary } from './vocabulary.ts';

/** Names of the sheets in a workbook that was written here. */
export const ownSheets = {
  interfaces: 'Interfaces',
  decisions: 'To decide',
  leftOut: 'Left out',
  reading: 'How it was read',
} as const;

/** The header of the sheet that says how each column is read. */
export const readingHeader = ['Column', 'Header', 'Is read as'] as const;

/** What stands for a column that says nothing to the advisor. */
const KEPT = 'Kept as it stands';

/** What a column is read as, in words that are understood when the workbook is read again. */
export const meaningText = (meaning: ColumnMeaning, vocabulary: Vocabulary, book: RuleBook): string =>
  meaning === 'extra' ? KEPT : columnLabel(meaning, vocabulary, book);

function meaningOf(text: string, vocabulary: Vocabulary, book: RuleBook): ColumnMeaning | undefined {
  if (text === KEPT) return 'extra';
  return [...columns, ...endColumns].find((column) => columnLabel(column, vocabulary, book) === text);
}

/** The interfaces of a workbook that was written here, and what its headers mean. */
export interface OwnWorkbook {
  interfaces: Table;
  headers: Corrections['headers'];
}

/**
 * Recognises a workbook that was written here: its other sheets follow from the first, and one of them says what the
 * columns were taken for, so that nobody has to say it twice.
 *
 * @returns `undefined` for any other file
 */
export function ownWorkbookIn(
  tables: readonly Table[],
  vocabulary: Vocabulary,
  book: RuleBook,
): OwnWorkbook | undefined {
  const reading = tables.find(({ name }) => name === ownSheets.reading);
  const interfaces = tables.find(({ name }) => name === ownSheets.interfaces);
  const [header, ...body] = reading?.rows ?? [];
  if (!interfaces || !readingHeader.every((name, index) => header?.[index] === name)) return undefined;
  const headers = body.flatMap(([, name = '', text = '']): [string, ColumnMeaning][] => {
    const meaning = meaningOf(text, vocabulary, book);
    return meaning && normaliseWord(name) !== '' ? [[normaliseWord(name), meaning]] : [];
  });
  // Of two columns with one header the first is read; the other is kept.
  return { interfaces, headers: Object.fromEntries(headers.toReversed()) };
}
