import type { ComponentChildren } from 'preact';
import type { Profile } from '#advisor/profile.ts';
import type { Outcome } from '#inventory/decide.ts';
import { type InventoryRow, rowTitle } from '#inventory/inventory.ts';
import { useSetup } from '../setup.ts';
import { cellText, isNumeric } from './cell-text.ts';
import type { GridColumn } from './grid-columns.ts';

interface GridRowProps {
  row: InventoryRow;
  place: number;
  columns: readonly GridColumn[];
  outcome: Outcome | undefined;
  shared: Profile;
  /** The column of the cell that takes the focus, where it is in this row. */
  cursorColumn: number | undefined;
  onChoose: (place: number, column: number) => void;
  /** Stands in the cell that has the focus while it is edited. */
  editor: ComponentChildren;
}

/** One interface. */
export function GridRow({ row, place, columns, outcome, shared, cursorColumn, onChoose, editor }: GridRowProps) {
  const { book } = useSetup();
  return (
    <div class="grid__row" role="row" aria-rowindex={place + 2} aria-selected={cursorColumn !== undefined}>
      {columns.map((column, at) => {
        const hasFocus = cursorColumn === at;
        const { text, manner, allowed } = cellText(column, row, outcome, shared, book);
        const isName = column.kind === 'cell' && column.column === 'name';
        return (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the grid around it hears the keys
          <div
            key={column.label + at}
            class={isNumeric(column) ? 'grid__cell grid__cell--number' : 'grid__cell'}
            role={isName ? 'rowheader' : 'gridcell'}
            aria-colindex={at + 1}
            aria-readonly={column.kind !== 'cell'}
            aria-invalid={manner === 'unread' ? 'true' : undefined}
            data-manner={manner}
            data-grid-cell=""
            tabIndex={hasFocus ? 0 : -1}
            title={allowed === undefined ? undefined : `Not understood. Allowed: ${allowed}`}
            onClick={() => onChoose(place, at)}
          >
            {hasFocus && editor ? editor : isName ? rowTitle(row, place) : text}
            {manner === 'unread' && !(hasFocus && editor) && (
              <span class="visually-hidden">; not understood, allowed: {allowed}</span>
            )}
          </div>
        );
      })}
    </div>
  );
}
