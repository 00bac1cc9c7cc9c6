import type { InventoryRow } from '#apps/inventory/machine/inventory.ts';
import type { RowFilter } from '#apps/inventory/machine/row-filter.ts';
import type { WorkingColumn } from '#apps/inventory/reading/vocabulary.ts';
import { type WorkingIndices, workingText } from '#apps/inventory/reading/working-columns.ts';

/** What interfaces can be put together by. */
export type Grouping = 'system' | Exclude<WorkingColumn, 'note'>;

/** Interfaces that say the same, and the filter that shows them; the name is empty where they say nothing. */
export interface RowGroup {
  name: string;
  rows: readonly InventoryRow[];
  filter: RowFilter;
}

const keyOf = (text: string): string => text.replaceAll(/\s+/g, ' ').toLowerCase();

/** Puts rows together without regard to case and spaces, the largest group first and those that say nothing last. */
export function groupRows(rows: readonly InventoryRow[], by: Grouping, indices: WorkingIndices): RowGroup[] {
  const textOf = (row: InventoryRow): string =>
    by === 'system' ? (row.cells.system ?? '').trim() : workingText(row, indices, by);
  return [...Map.groupBy(rows, (row) => keyOf(textOf(row))).values()]
    .map((group): RowGroup => {
      const name = group[0] ? textOf(group[0]) : '';
      const index = by === 'system' ? undefined : indices[by];
      return {
        name,
        rows: group,
        filter: index === undefined ? { by: 'system', system: name } : { by: 'extra', index, text: name },
      };
    })
    .toSorted((a, b) => Number(a.name === '') - Number(b.name === '') || b.rows.length - a.rows.length);
}
