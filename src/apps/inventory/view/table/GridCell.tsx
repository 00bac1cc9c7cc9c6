import type { ComponentChildren } from 'preact';
import type { CellText } from './cell-text.ts';
import { isNumeric } from './cell-text.ts';
import { type GridColumn, isEditable } from './grid-columns.ts';

interface GridCellProps {
  column: GridColumn;
  index: number;
  cell: CellText;
  isUnkept: boolean;
  hasFocus: boolean;
  onChoose: (cell: EventTarget) => void;
  /** Stands in place of the text while the cell is edited. */
  editor: ComponentChildren;
}

const isName = (column: GridColumn): boolean => column.kind === 'cell' && column.column === 'name';

/** One cell; what could not be understood says so, and what is allowed. */
export function GridCell({
  column,
  index,
  cell: { text, manner, allowed },
  isUnkept,
  hasFocus,
  onChoose,
  editor,
}: GridCellProps) {
  const isUnread = manner === 'unread';
  return (
    <div
      class={isNumeric(column) ? 'grid__cell grid__cell--number' : 'grid__cell'}
      role={isName(column) ? 'rowheader' : 'gridcell'}
      aria-colindex={index + 1}
      aria-readonly={!isEditable(column)}
      aria-invalid={isUnread}
      data-manner={manner}
      data-grid-cell=""
      tabIndex={hasFocus ? 0 : -1}
      title={isUnread ? `Not understood. Allowed: ${allowed}` : undefined}
      onClick={({ currentTarget }) => onChoose(currentTarget)}
    >
      {editor || text}
      {isUnread && !editor && <span class="visually-hidden">; not understood, allowed: {allowed}</span>}
      {isUnkept && isName(column) && !editor && <span class="visually-hidden">; changed and not kept</span>}
    </div>
  );
}
