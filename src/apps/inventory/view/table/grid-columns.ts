import type { InventoryRow } from '#apps/inventory/machine/inventory.ts';
import type { SortKey } from '#apps/inventory/machine/sort-rows.ts';
import { columnLabel } from '#apps/inventory/reading/column-label.ts';
import { type Column, columns } from '#apps/inventory/reading/columns.ts';
import type { Vocabulary } from '#apps/inventory/reading/vocabulary.ts';
import type { RuleBook } from '#core/advisor/rule-book.ts';

/** A column of the table on the page. */
export type GridColumn =
  | { kind: 'cell'; column: Column; label: string }
  | { kind: 'result'; result: 'pattern' | 'middleware' | 'certain'; label: string }
  | { kind: 'extra'; index: number; label: string };

/** A column of which cells can be edited: all but what is worked out. */
export type EditableColumn = Exclude<GridColumn, { kind: 'result' }>;

/** Whether cells of a column can be edited. */
export const isEditable = (column: GridColumn | undefined): column is EditableColumn =>
  column !== undefined && column.kind !== 'result';

/** What stands in a cell, as it was written. */
export const rawText = ({ cells, extras }: InventoryRow, column: EditableColumn): string =>
  (column.kind === 'cell' ? cells[column.column] : extras[column.index]) ?? '';

/** The name first, then what came out, then what was answered, then what only its owner understands. */
export function gridColumns(extraHeaders: readonly string[], vocabulary: Vocabulary, book: RuleBook): GridColumn[] {
  const cell = (column: Column): GridColumn => ({ kind: 'cell', column, label: columnLabel(column, vocabulary, book) });
  return [
    cell('name'),
    { kind: 'result', result: 'pattern', label: 'Pattern' },
    { kind: 'result', result: 'middleware', label: 'Middleware' },
    { kind: 'result', result: 'certain', label: 'Certain' },
    ...columns.filter((column) => column !== 'name').map(cell),
    ...extraHeaders.map((label, index): GridColumn => ({ kind: 'extra', index, label })),
  ];
}

/** What a click on its header sorts by. */
export function sortKeyOf(column: GridColumn): SortKey {
  if (column.kind === 'cell') return column.column;
  return column.kind === 'result' ? column.result : `extra ${column.index}`;
}
