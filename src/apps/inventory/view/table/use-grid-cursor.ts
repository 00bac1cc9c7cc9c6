import { useState } from 'preact/hooks';

/** Where the keyboard is: row -1 is the header. */
export interface Cursor {
  row: number;
  column: number;
}

/** How far the cursor can go: rows and columns of the grid, and rows in sight. */
export interface Extent {
  rows: number;
  columns: number;
  /** Rows that Page Up and Page Down move by. */
  page: number;
}

const clamp = (value: number, least: number, most: number): number => Math.min(Math.max(value, least), most);

/** Where a key leads from a cell, as in a spreadsheet; `undefined` for keys that lead nowhere. */
export function cursorAfter(
  { row, column }: Cursor,
  { key, ctrlKey }: Pick<KeyboardEvent, 'key' | 'ctrlKey'>,
  { rows, columns, page }: Extent,
): Cursor | undefined {
  const moves: Readonly<Record<string, Cursor>> = {
    ArrowUp: { row: row - 1, column },
    ArrowDown: { row: row + 1, column },
    ArrowLeft: { row, column: column - 1 },
    ArrowRight: { row, column: column + 1 },
    PageUp: { row: row - page, column },
    PageDown: { row: row + page, column },
    Home: { row: ctrlKey ? 0 : row, column: 0 },
    End: { row: ctrlKey ? rows - 1 : row, column: columns - 1 },
  };
  const next = moves[key];
  return next && { row: clamp(next.row, -1, rows - 1), column: clamp(next.column, 0, columns - 1) };
}

/** The cell that takes the focus, kept inside the table when rows go. */
export function useGridCursor({ rows, columns }: Pick<Extent, 'rows' | 'columns'>) {
  const [cursor, setCursor] = useState<Cursor>({ row: 0, column: 0 });
  const inside = { row: clamp(cursor.row, -1, rows - 1), column: clamp(cursor.column, 0, columns - 1) };
  return { cursor: inside, setCursor };
}
