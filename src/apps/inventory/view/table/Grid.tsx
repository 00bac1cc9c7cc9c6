import { useEffect, useRef } from 'preact/hooks';
import type { Outcome } from '#apps/inventory/deciding/decide.ts';
import { type InventoryRow, rowTitle } from '#apps/inventory/machine/inventory.ts';
import type { Sorting } from '#apps/inventory/machine/sort-rows.ts';
import type { Profile } from '#core/advisor/profile.ts';
import { CellEditor } from './CellEditor.tsx';
import { GridHeader } from './GridHeader.tsx';
import { GridRow } from './GridRow.tsx';
import { type EditableColumn, type GridColumn, rawText } from './grid-columns.ts';
import { useGridEditing } from './use-grid-editing.ts';
import { useVirtualRows } from './use-virtual-rows.ts';

interface GridProps {
  rows: readonly InventoryRow[];
  unkept: ReadonlySet<number> | undefined;
  columns: readonly GridColumn[];
  outcomes: ReadonlyMap<number, Outcome>;
  shared: Profile;
  sorting: Sorting | undefined;
  onSort: (column: GridColumn) => void;
  onEdit: (row: InventoryRow, column: EditableColumn, text: string) => void;
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

/**
 * The interfaces as a grid: only rows in sight are drawn, one cell takes the focus, and keys move as in a spreadsheet.
 */
export function Grid({ rows, unkept, columns, outcomes, shared, sorting, onSort, onEdit, onRow }: GridProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const grid = useGridEditing({ rows, columns, scroller, onEdit });
  const { cursor, current, editing } = grid;
  const { indices, above, below, scrollTo, visible } = useVirtualRows(rows.length, cursor.row, scroller);
  useEffect(() => onRow(current), [current, onRow]);

  // A first click only moves the cursor; one on the cell that had the focus already edits it.
  const hadFocus = useRef<EventTarget | null>(null);
  const choose = (row: number, column: number, cell: EventTarget): void => {
    if (row === cursor.row && column === cursor.column && hadFocus.current === cell) grid.begin(undefined);
    else grid.moveTo({ row, column }, scrollTo);
  };
  const editorOf = (row: InventoryRow, index: number) =>
    editing?.key === row.key && (
      <CellEditor
        column={editing.column}
        label={`${columns[cursor.column]?.label}, ${rowTitle(row, index)}`}
        text={rawText(row, editing.column)}
        typed={editing.typed}
        onCommit={(text, end) => grid.finish(text, end, scrollTo)}
        onCancel={grid.cancel}
      />
    );

  return (
    <div
      ref={scroller}
      class="grid"
      role="grid"
      aria-label="Interfaces"
      aria-rowcount={rows.length + 1}
      aria-colcount={columns.length}
      tabIndex={-1}
      onPointerDown={() => {
        hadFocus.current = document.activeElement;
      }}
      onKeyDown={(event) =>
        grid.handleKey(event, { rows: rows.length, columns: columns.length, page: visible }, scrollTo)
      }
    >
      <GridHeader
        columns={columns}
        sorting={sorting}
        cursor={cursor}
        onSort={(column, index) => {
          grid.setCursor({ row: -1, column: index });
          onSort(column);
        }}
      />
      <Spacer height={above} />
      {indices.map((index) => {
        const row = rows[index];
        return (
          row && (
            <GridRow
              key={row.key}
              row={row}
              index={index}
              isUnkept={unkept?.has(row.key) ?? false}
              columns={columns}
              outcome={outcomes.get(row.key)}
              shared={shared}
              cursorColumn={index === cursor.row ? cursor.column : undefined}
              onChoose={choose}
              editor={editorOf(row, index)}
            />
          )
        );
      })}
      <Spacer height={below} />
    </div>
  );
}
