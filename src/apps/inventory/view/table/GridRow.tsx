import type { ComponentChildren } from 'preact';
import type { Outcome } from '#apps/inventory/deciding/decide.ts';
import type { InventoryRow } from '#apps/inventory/machine/inventory.ts';
import { useSetup } from '#apps/inventory/view/setup.ts';
import type { Profile } from '#core/advisor/profile.ts';
import { cellText } from './cell-text.ts';
import { GridCell } from './GridCell.tsx';
import type { GridColumn } from './grid-columns.ts';

interface GridRowProps {
  row: InventoryRow;
  index: number;
  /** It was changed, and the change is not kept. */
  isUnkept: boolean;
  columns: readonly GridColumn[];
  outcome: Outcome | undefined;
  shared: Profile;
  /** The column of the cell that takes the focus, where it is in this row. */
  cursorColumn: number | undefined;
  onChoose: (index: number, column: number, cell: EventTarget) => void;
  /** Stands in the cell that has the focus while it is edited. */
  editor: ComponentChildren;
}

/** One interface as a row of the grid; at most one of its cells takes the focus or is edited. */
export function GridRow({
  row,
  index,
  isUnkept,
  columns,
  outcome,
  shared,
  cursorColumn,
  onChoose,
  editor,
}: GridRowProps) {
  const { book } = useSetup();
  return (
    <div
      class="grid__row"
      role="row"
      aria-rowindex={index + 2}
      aria-selected={cursorColumn !== undefined}
      data-unkept={isUnkept}
    >
      {columns.map((column, at) => (
        <GridCell
          key={`${column.kind} ${column.label} ${at}`}
          column={column}
          index={at}
          cell={cellText(column, row, outcome, shared, book)}
          isUnkept={isUnkept}
          hasFocus={cursorColumn === at}
          onChoose={(cell) => onChoose(index, at, cell)}
          editor={cursorColumn === at && editor}
        />
      ))}
    </div>
  );
}
