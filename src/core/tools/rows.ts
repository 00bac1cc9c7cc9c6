import type { Row, Table } from './tool.ts';

/** Numbers of rows in a cell, each exchanged for another or, where there is none, left out; other text stays. */
const renumbered = (text: string, numberOf: (number: number) => number | undefined): string =>
  text
    .split(/[\s,;]+/)
    .flatMap((part) => (/^\d+$/.test(part) ? (numberOf(Number(part)) ?? []) : part))
    .filter((part) => part !== '')
    .join(', ');

/** Rows in a new order, with the numbers by which they name one another following. */
function inNewOrder(table: Table, rows: readonly Row[], order: readonly number[]): Row[] {
  const after = table.columns.find(({ kind }) => kind === 'after')?.id;
  return order.map((from) => {
    const row = rows[from] ?? {};
    if (after === undefined || !row[after]) return row;
    const numberOf = (number: number): number | undefined => {
      if (number > rows.length) return number;
      const to = order.indexOf(number - 1);
      return to < 0 ? undefined : to + 1;
    };
    return { ...row, [after]: renumbered(row[after], numberOf) };
  });
}

/** Rows without one; those that came after it do so no longer. */
export const removeRow = (table: Table, rows: readonly Row[], index: number): Row[] =>
  inNewOrder(
    table,
    rows,
    [...rows.keys()].filter((row) => row !== index),
  );

/** Rows with one of them moved by so many places. */
export function moveRow(table: Table, rows: readonly Row[], index: number, by: number): Row[] {
  const to = index + by;
  if (to < 0 || to >= rows.length) return [...rows];
  const order = [...rows.keys()].filter((row) => row !== index);
  order.splice(to, 0, index);
  return inNewOrder(table, rows, order);
}
