import type { Column } from './columns.ts';
import type { Interpretation } from './interpret.ts';
import type { Inventory, InventoryRow, Shared } from './inventory.ts';

/** Ways to change an inventory; each leaves the one that it was given as it is. */

const withRow = (inventory: Inventory, key: number, edit: (row: InventoryRow) => InventoryRow): Inventory => ({
  ...inventory,
  rows: inventory.rows.map((row) => (row.key === key ? edit(row) : row)),
});

export const setCell = (inventory: Inventory, key: number, column: Column, text: string): Inventory =>
  withRow(inventory, key, ({ cells: { [column]: _before, ...cells }, ...row }) => ({
    ...row,
    cells: text === '' ? cells : { ...cells, [column]: text },
  }));

export const nextKey = ({ rows }: Inventory): number => rows.reduce((most, { key }) => Math.max(most, key), 0) + 1;

export const addRow = (inventory: Inventory, cells: InventoryRow['cells'] = {}): Inventory => ({
  ...inventory,
  rows: [...inventory.rows, { key: nextKey(inventory), cells, extras: inventory.extraHeaders.map(() => '') }],
});

export const removeRow = (inventory: Inventory, key: number): Inventory => ({
  ...inventory,
  rows: inventory.rows.filter((row) => row.key !== key),
});

export const setShared = (inventory: Inventory, shared: Shared): Inventory => ({ ...inventory, shared });

/**
 * The inventory that a spreadsheet holds.
 *
 * @param isSample whether it is the invented programme that the page brings along
 */
export const replaceBy = (
  { origin: _before, ...inventory }: Inventory,
  title: string,
  { rows, extraHeaders }: Interpretation,
  isSample: boolean,
): Inventory => ({
  ...inventory,
  title,
  ...(isSample && { origin: 'sample' }),
  rows,
  extraHeaders,
});

/** Rows of a spreadsheet behind those there are; columns of the same header are one. */
export function append(inventory: Inventory, { rows, extraHeaders }: Interpretation): Inventory {
  const headers = [...new Set([...inventory.extraHeaders, ...extraHeaders])];
  const spread = (row: InventoryRow, own: readonly string[]): InventoryRow => ({
    ...row,
    extras: headers.map((header) => row.extras[own.indexOf(header)] ?? ''),
  });
  return {
    ...inventory,
    extraHeaders: headers,
    rows: [
      ...inventory.rows.map((row) => spread(row, inventory.extraHeaders)),
      ...rows.map((row) => spread(row, extraHeaders)),
    ],
  };
}
