import { type Inventory, type InventoryRow, type LayoutColumn, readRow } from '#apps/inventory/machine/inventory.ts';
import { columnLabel } from '#apps/inventory/reading/column-label.ts';
import { type Column, columns, isField, isTableColumn } from '#apps/inventory/reading/columns.ts';
import { sheetRowReader } from '#apps/inventory/reading/read-sheet-row.ts';
import type { Reader } from '#apps/inventory/reading/read-value.ts';
import type { Vocabulary } from '#apps/inventory/reading/vocabulary.ts';
import { type Field, isCount } from '#core/advisor/profile.ts';
import type { RuleBook } from '#core/advisor/rule-book.ts';
import { choiceText } from '#core/advisor/wording.ts';

/** An inventory as its own spreadsheet shows it: columns in their order, and each row's cells in its own words. */
export interface OriginalTable {
  columns: readonly LayoutColumn[];
  headers: readonly string[];
  body: readonly (readonly string[])[];
}

type Columns = Pick<Inventory, 'extraHeaders' | 'layout'>;

/** Columns of ours in which any row holds anything. */
const filled = (rows: readonly InventoryRow[]): ReadonlySet<Column> =>
  new Set(columns.filter((column) => rows.some(({ cells }) => (cells[column] ?? '') !== '')));

/**
 * The columns to write: those of the spreadsheet in its order, then those that were added since, then what is known of
 * the interfaces and stands in none of them.
 */
function columnsOf({ extraHeaders, layout }: Columns, rows: readonly InventoryRow[]): LayoutColumn[] {
  const there = (layout ?? []).filter(({ meaning, extra }) => isTableColumn(meaning) || extra !== undefined);
  const written = new Set(there.map(({ meaning }) => meaning));
  const extras = new Set(there.map(({ extra }) => extra));
  const known = filled(rows);
  const others = columns.filter((column) => known.has(column) && !written.has(column));
  const named = others.length === 0 && there.length === 0 ? (['name'] as const) : others;
  const added = named.map((meaning): LayoutColumn => ({ header: '', meaning }));
  const addedExtras = extraHeaders.flatMap((header, extra): LayoutColumn[] =>
    extras.has(extra) ? [] : [{ header, meaning: 'extra', extra }],
  );
  // Without a spreadsheet our own columns come first, as they do on the page.
  return layout ? [...there, ...addedExtras, ...added] : [...added, ...addedExtras];
}

function headerOf({ header, meaning, extra }: LayoutColumn, index: number, vocabulary: Vocabulary, book: RuleBook) {
  if (header !== '') return header;
  return isTableColumn(meaning) && extra === undefined ? columnLabel(meaning, vocabulary, book) : `Column ${index + 1}`;
}

/** The value of a cell in the words of the questionnaire; a number stays one. */
function labelOf(column: Column, text: string, book: RuleBook): string {
  if (!isField(column) || isCount(column) || text === '') return text;
  const { faults } = readRow({ key: 0, cells: { [column]: text }, extras: [] });
  if (faults.length > 0) return text;
  return text
    .split(';')
    .map((value) => choiceText(column as Field, value.trim(), book))
    .join('; ');
}

/** In the person's words, in the questionnaire's, in the profile's, in so many words, or not at all. */
const MOST_WAYS = 5;

/**
 * A cell that leaves nothing to its header or to other columns: "500 a day" below "Yearly volume", "outbound from F&O"
 * beside ends that say otherwise.
 */
function inFull(column: Column, text: string): string[] {
  if (text === '') return [];
  if (column === 'volume_per_day') return [`${text} a day`];
  if (column === 'peak_batch_records') return [`${text} an hour`];
  if (column !== 'direction') return [];
  return text === 'inbound' ? ['inbound to F&O'] : text === 'outbound' ? ['outbound from F&O'] : [];
}

/**
 * Ways to write a cell, the person's own words first. A blank is the last of them: what follows from another column, as a
 * direction from two ends, follows again.
 */
const waysToWrite = (row: InventoryRow, column: Column, book: RuleBook): string[] => {
  const text = row.cells[column] ?? '';
  const label = labelOf(column, text, book);
  return [...new Set([row.written?.[column] ?? label, label, text, ...inFull(column, text), ''])];
};

/**
 * Puts an inventory back into its own spreadsheet's form. Each row is read again as it will be, and a cell that would
 * not say the same is put into our own words.
 *
 * @param reader reads without any correction; without one the person's words are trusted
 */
export function originalTable(
  inventory: Columns,
  rows: readonly InventoryRow[],
  vocabulary: Vocabulary,
  book: RuleBook,
  reader: Reader | undefined,
): OriginalTable {
  const shown = columnsOf(inventory, rows);
  const headers = shown.map((column, index) => headerOf(column, index, vocabulary, book));
  const matches = shown.map(({ meaning }, index) => ({
    header: headers[index] ?? '',
    column: meaning,
    by: 'name' as const,
  }));
  const readAgain = reader && sheetRowReader({ matches }, reader);

  function write(row: InventoryRow): string[] {
    const ways = shown.map(({ meaning, extra }) =>
      extra === undefined && isTableColumn(meaning)
        ? waysToWrite(row, meaning, book)
        : [extra === undefined ? '' : (row.extras[extra] ?? '')],
    );
    const cells = ways.map(([first = '']) => first);
    if (!readAgain) return cells;
    // A direction may name the other system, so cells are read together: at most as often as there are ways.
    for (let attempt = 1; attempt <= MOST_WAYS; attempt += 1) {
      const again = readAgain({ number: 0, cells }).cells;
      const wrong = shown.flatMap(({ meaning, extra }, index) =>
        extra === undefined && isTableColumn(meaning) && (again[meaning] ?? '') !== (row.cells[meaning] ?? '')
          ? [index]
          : [],
      );
      if (wrong.length === 0) break;
      for (const index of wrong) cells[index] = ways[index]?.[attempt] ?? ways[index]?.at(-1) ?? '';
    }
    return cells;
  }

  return { columns: shown, headers, body: rows.map(write) };
}
