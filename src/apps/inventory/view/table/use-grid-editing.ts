import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { InventoryRow } from '#apps/inventory/machine/inventory.ts';
import type { EditEnd } from './CellEditor.tsx';
import { type EditableColumn, type GridColumn, isEditable, rawText } from './grid-columns.ts';
import { type Cursor, cursorAfter, type Extent, useGridCursor } from './use-grid-cursor.ts';

/** The cell that is being edited. */
export interface Editing {
  key: number;
  column: EditableColumn;
  /** The character that began the edit. */
  typed: string | undefined;
}

interface GridEditingInput {
  rows: readonly InventoryRow[];
  columns: readonly GridColumn[];
  scroller: RefObject<HTMLElement>;
  onEdit: (row: InventoryRow, column: EditableColumn, text: string) => void;
}

/** What a key does on a cell, movement aside. */
type Act = 'edit' | 'type' | 'empty' | undefined;

function actOf({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): Act {
  if (key === 'Enter' || key === 'F2') return 'edit';
  if (key === 'Delete' || key === 'Backspace') return 'empty';
  return key.length === 1 && key !== ' ' && !ctrlKey && !metaKey && !altKey ? 'type' : undefined;
}

const steps: Readonly<Record<EditEnd, Cursor>> = {
  stay: { row: 0, column: 0 },
  down: { row: 1, column: 0 },
  right: { row: 0, column: 1 },
  left: { row: 0, column: -1 },
};

/** The cell with the focus, the one that is being edited, and what keys do to them. */
export function useGridEditing({ rows, columns, scroller, onEdit }: GridEditingInput) {
  const { cursor, setCursor } = useGridCursor({ rows: rows.length, columns: columns.length });
  const [editing, setEditing] = useState<Editing | undefined>();
  const wantsFocus = useRef(false);
  const current = rows[cursor.row];

  // Before the next event: a key pressed while nothing has the focus would be lost.
  useLayoutEffect(() => {
    if (!wantsFocus.current || editing) return;
    wantsFocus.current = false;
    const cell = scroller.current?.querySelector<HTMLElement>('[tabindex="0"][data-grid-cell]');
    cell?.focus();
    // Taking the focus is enough for a browser to leave a cell where all but its edge is out of sight.
    cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  });

  const moveTo = (next: Cursor, scrollTo: (row: number) => void): void => {
    wantsFocus.current = true;
    if (next.row >= 0) scrollTo(next.row);
    setCursor(next);
  };

  const column = columns[cursor.column];
  const begin = (typed: string | undefined): void => {
    if (current && isEditable(column)) setEditing({ key: current.key, column, typed });
  };

  const act = (event: KeyboardEvent): boolean => {
    const what = cursor.row < 0 ? undefined : actOf(event);
    if (what === 'empty' && current && isEditable(column)) onEdit(current, column, '');
    else if (what !== undefined) begin(what === 'type' ? event.key : undefined);
    return what !== undefined;
  };

  const handleKey = (event: KeyboardEvent, extent: Extent, scrollTo: (row: number) => void): void => {
    const next = cursorAfter(cursor, event, extent);
    if (next) moveTo(next, scrollTo);
    if (next || act(event)) event.preventDefault();
  };

  const finish = (text: string, end: EditEnd, scrollTo: (row: number) => void): void => {
    const row = rows.find(({ key }) => key === editing?.key);
    if (row && editing && text !== rawText(row, editing.column)) onEdit(row, editing.column, text);
    setEditing(undefined);
    const step = steps[end];
    if (end === 'stay') return;
    moveTo({ row: cursor.row + step.row, column: cursor.column + step.column }, scrollTo);
  };

  const cancel = (): void => {
    wantsFocus.current = true;
    setEditing(undefined);
  };

  return { cursor, setCursor, current, editing, begin, moveTo, handleKey, finish, cancel };
}
