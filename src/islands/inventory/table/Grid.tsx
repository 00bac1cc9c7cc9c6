import { useEffect, useRef, useState } from 'preact/hooks';
import type { Profile } from '#advisor/profile.ts';
import type { Column } from '#inventory/columns.ts';
import type { Outcome } from '#inventory/decide.ts';
import { type InventoryRow, rowTitle } from '#inventory/inventory.ts';
import type { Sorting } from '#inventory/sort-rows.ts';
import { CellEditor, type EditEnd } from './CellEditor.tsx';
import { GridHeader } from './GridHeader.tsx';
import { GridRow } from './GridRow.tsx';
import type { GridColumn } from './grid-columns.ts';
import { type Cursor, cursorAfter, useGridCursor } from './use-grid-cursor.ts';
import { useVirtualRows } from './use-virtual-rows.ts';

export interface GridProps {
  rows: readonly InventoryRow[];
  columns: readonly GridColumn[];
  outcomes: ReadonlyMap<number, Outcome>;
  shared: Profile;
  sorting: Sorting | undefined;
  onSort: (column: GridColumn) => void;
  onEdit: (row: InventoryRow, column: Column, text: string) => void;
  /** The row that the cursor is on. */
  onRow: (row: InventoryRow | undefined) => void;
}

/** Room for rows that are not drawn; its height cannot stand in a style sheet. */
function Spacer({ height }: { height: number }) {
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    element.current?.style.setProperty('block-size', `${height}px`);
  }, [height]);
  return <div ref={element} role="presentation" />;
}

const isCharacter = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean =>
  key.length === 1 && key !== ' ' && !ctrlKey && !metaKey && !altKey;

interface Editing {
  key: number;
  column: Column;
  typed: string | undefined;
}

/**
 * The interfaces as a grid: only rows in sight are drawn, one cell takes the focus, and keys move as in a spreadsheet.
 */
export function Grid({ rows, columns, outcomes, shared, sorting, onSort, onEdit, onRow }: GridProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const { cursor, setCursor } = useGridCursor({ rows: rows.length, columns: columns.length });
  const [editing, setEditing] = useState<Editing | undefined>();
  const wantsFocus = useRef(false);
  const { places, above, below, scrollTo, visible } = useVirtualRows(rows.length, cursor.row, scroller);
  const extent = { rows: rows.length, columns: columns.length, page: visible };

  const current = rows[cursor.row];
  useEffect(() => onRow(current), [current]);
  useEffect(() => {
    if (!wantsFocus.current || editing) return;
    wantsFocus.current = false;
    scroller.current?.querySelector<HTMLElement>('[tabindex="0"][data-grid-cell]')?.focus();
  });

  const moveTo = (next: Cursor): void => {
    wantsFocus.current = true;
    if (next.row >= 0) scrollTo(next.row);
    setCursor(next);
  };
  const edit = (typed: string | undefined): void => {
    const column = columns[cursor.column];
    if (current && column?.kind === 'cell') setEditing({ key: current.key, column: column.column, typed });
  };
  const handleKey = (event: KeyboardEvent): void => {
    const next = cursorAfter(cursor, event, extent);
    if (next) moveTo(next);
    else if (cursor.row < 0) return;
    else if (event.key === 'Enter' || event.key === 'F2') edit(undefined);
    else if (event.key === 'Delete' || event.key === 'Backspace') {
      const column = columns[cursor.column];
      if (current && column?.kind === 'cell') onEdit(current, column.column, '');
    } else if (isCharacter(event)) edit(event.key);
    else return;
    event.preventDefault();
  };
  const finish = (row: InventoryRow, column: Column, text: string, end: EditEnd): void => {
    setEditing(undefined);
    if (text !== (row.cells[column] ?? '')) onEdit(row, column, text);
    const steps = { stay: [0, 0], down: [1, 0], right: [0, 1], left: [0, -1] } as const;
    const [down, right] = steps[end];
    const next = {
      row: Math.min(cursor.row + down, rows.length - 1),
      column: Math.min(Math.max(cursor.column + right, 0), columns.length - 1),
    };
    if (end === 'stay') setCursor(next);
    else moveTo(next);
  };
  const choose = (place: number, column: number): void => {
    if (place === cursor.row && column === cursor.column) edit(undefined);
    else moveTo({ row: place, column });
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: a table that draws only some of its rows cannot be a native one
    <div
      ref={scroller}
      class="grid"
      role="grid"
      aria-label="Interfaces"
      aria-rowcount={rows.length + 1}
      aria-colcount={columns.length}
      onKeyDown={handleKey}
      tabIndex={-1}
    >
      <GridHeader
        columns={columns}
        sorting={sorting}
        cursor={cursor}
        onSort={(column, place) => {
          setCursor({ row: -1, column: place });
          onSort(column);
        }}
      />
      <Spacer height={above} />
      {places.map((place) => {
        const row = rows[place];
        if (!row) return null;
        const editor = editing?.key === row.key ? editing : undefined;
        return (
          <GridRow
            key={row.key}
            row={row}
            place={place}
            columns={columns}
            outcome={outcomes.get(row.key)}
            shared={shared}
            cursorColumn={place === cursor.row ? cursor.column : undefined}
            onChoose={choose}
            editor={
              editor && (
                <CellEditor
                  column={editor.column}
                  label={`${columns[cursor.column]?.label}, ${rowTitle(row, place)}`}
                  text={row.cells[editor.column] ?? ''}
                  typed={editor.typed}
                  onCommit={(text, end) => finish(row, editor.column, text, end)}
                  onCancel={() => {
                    wantsFocus.current = true;
                    setEditing(undefined);
                  }}
                />
              )
            }
          />
        );
      })}
      <Spacer height={below} />
    </div>
  );
}
