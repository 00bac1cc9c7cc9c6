import type { Sorting } from '#apps/inventory/machine/sort-rows.ts';
import { type GridColumn, sortKeyOf } from './grid-columns.ts';
import type { Cursor } from './use-grid-cursor.ts';

interface GridHeaderProps {
  columns: readonly GridColumn[];
  sorting: Sorting | undefined;
  cursor: Cursor;
  onSort: (column: GridColumn, index: number) => void;
}

/** The names of the columns; each sorts by its column. */
export function GridHeader({ columns, sorting, cursor, onSort }: GridHeaderProps) {
  return (
    <div class="grid__row grid__row--head" role="row" aria-rowindex={1}>
      {columns.map((column, index) => {
        const key = sortKeyOf(column);
        const sorted = sorting?.by === key ? sorting.direction : undefined;
        const hasFocus = cursor.row === -1 && cursor.column === index;
        return (
          <div
            key={`${column.label} ${index}`}
            class="grid__cell"
            role="columnheader"
            aria-colindex={index + 1}
            aria-sort={sorted}
          >
            <button
              type="button"
              class="grid__sort"
              data-grid-cell=""
              tabIndex={hasFocus ? 0 : -1}
              onClick={() => onSort(column, index)}
            >
              {column.label}
            </button>
          </div>
        );
      })}
    </div>
  );
}
