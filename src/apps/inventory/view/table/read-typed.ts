import type { Setup } from '#apps/inventory/machine/protocol.ts';
import type { Column } from '#apps/inventory/reading/columns.ts';
import { sheetRowReader } from '#apps/inventory/reading/read-sheet-row.ts';
import { type Reader, readerOf } from '#apps/inventory/reading/read-value.ts';
import { cellUnderstander } from '#apps/inventory/reading/understood-cell.ts';
import { noCorrections } from '#apps/inventory/reading/vocabulary.ts';
import { lexiconOf } from '#core/language/lexicon.ts';

const readers = new WeakMap<Setup, Reader>();

/** Reads a cell that somebody typed as a cell of a spreadsheet is read, by the tables of the language. */
export function readTyped(column: Column, header: string, text: string, setup: Setup): string {
  const { vocabulary, book, language } = setup;
  const reader = readers.get(setup) ?? readerOf(vocabulary, book, noCorrections, cellUnderstander(lexiconOf(language)));
  readers.set(setup, reader);
  const { cells } = sheetRowReader({ matches: [{ header, column, by: 'name' }] }, reader)({ number: 0, cells: [text] });
  return cells[column] ?? '';
}
