import type { Column } from '#apps/inventory/reading/columns.ts';
import type { Interpretation } from '#apps/inventory/reading/interpret.ts';
import type { Inventory, InventoryRow, Shared } from './inventory.ts';

/** Ways to change an inventory; each leaves the one that it was given as it is. */

const withRow = (inventory: Inventory, key: number, edit: (row: InventoryRow) => InventoryRow): Inventory => ({
  ...inventory,
  rows: inventory.rows.map((row) => (row.key === key ? edit(row) : row)),
});

/** Writes a cell of one row; an empty text clears it, and a key that no row has changes nothing. */
export const setCell = (inventory: Inventory, key: number, column: Column, text: string): Inventory =>
  withRow(inventory, key, ({ cells: { [column]: _before, ...cells }, written, guessed, ...row }) => {
    const { [column]: _old, ...others } = written ?? {};
    const left = guessed?.filter((one) => one !== column) ?? [];
    return {
      ...row,
      cells: text === '' ? cells : { ...cells, [column]: text },
      ...(Object.keys(others).length > 0 && { written: others }),
      ...(left.length > 0 && { guessed: left }),
    };
  });

/** Writes a cell of a column that says nothing to the advisor. */
export const setExtra = (inventory: Inventory, key: number, index: number, text: string): Inventory =>
  withRow(inventory, key, (row) => ({
    ...row,
    extras: inventory.extraHeaders.map((_, at) => (at === index ? text : (row.extras[at] ?? ''))),
  }));

/** Puts a blank column that says nothing to the advisor behind those there are. */
export const addExtraColumn = (inventory: Inventory, header: string): Inventory => ({
  ...inventory,
  extraHeaders: [...inventory.extraHeaders, header],
  rows: inventory.rows.map((row) => ({
    ...row,
    extras: [...inventory.extraHeaders.map((_, at) => row.extras[at] ?? ''), ''],
  })),
});

/**
 * Writes texts into a column that says nothing to the advisor, by the keys of their rows; the column is added where there
 * is none of that header.
 */
export function fillColumn(inventory: Inventory, header: string, texts: ReadonlyMap<number, string>): Inventory {
  const there = inventory.extraHeaders.indexOf(header);
  const widened = there === -1 ? addExtraColumn(inventory, header) : inventory;
  const index = there === -1 ? inventory.extraHeaders.length : there;
  return {
    ...widened,
    rows: widened.rows.map((row) => {
      const text = texts.get(row.key);
      return text === undefined ? row : { ...row, extras: row.extras.with(index, text) };
    }),
  };
}

/** A key that no row has: one above the highest, 1 where there is no row. */
export const nextKey = ({ rows }: Inventory): number => rows.reduce((most, { key }) => Math.max(most, key), 0) + 1;

/** Puts a row with these cells at the end, with a blank for every extra column. */
export const addRow = (inventory: Inventory, cells: InventoryRow['cells'] = {}): Inventory => ({
  ...inventory,
  rows: [...inventory.rows, { key: nextKey(inventory), cells, extras: inventory.extraHeaders.map(() => '') }],
});

/** Takes the row of this key out; nothing changes where there is none. */
export const removeRow = (inventory: Inventory, key: number): Inventory => ({
  ...inventory,
  rows: inventory.rows.filter((row) => row.key !== key),
});

/** Replaces what is said once for the whole programme. */
export const setShared = (inventory: Inventory, shared: Shared): Inventory => ({ ...inventory, shared });

/**
 * The inventory that a spreadsheet holds.
 *
 * @param isSample whether it is the invented programme that the page brings along
 */
export const replaceBy = (
  { origin: _before, ...inventory }: Inventory,
  title: string,
  { rows, extraHeaders, layout, leftOut }: Interpretation,
  isSample: boolean,
): Inventory => ({
  ...inventory,
  title,
  ...(isSample && { origin: 'sample' }),
  rows,
  extraHeaders,
  layout,
  leftOut,
});

/** Headers that can be told apart where two columns have the same: each with how often it stood before. */
const numbered = (headers: readonly string[]): string[] => {
  const seen = new Map<string, number>();
  return headers.map((header) => {
    const before = seen.get(header) ?? 0;
    seen.set(header, before + 1);
    return `${before} ${header}`;
  });
};

/** Rows of a spreadsheet behind those there are; columns of the same header are one, the second of it the second. */
export function append(inventory: Inventory, { rows, extraHeaders, layout, leftOut }: Interpretation): Inventory {
  const there = numbered(inventory.extraHeaders);
  const added = numbered(extraHeaders);
  const all = [...new Set([...there, ...added])];
  const spread = (row: InventoryRow, own: readonly string[]): InventoryRow => ({
    ...row,
    extras: all.map((header) => row.extras[own.indexOf(header)] ?? ''),
  });
  return {
    ...inventory,
    ...(inventory.rows.length === 0 ? { layout, leftOut } : { leftOut: [...(inventory.leftOut ?? []), ...leftOut] }),
    extraHeaders: all.map((header) => header.slice(header.indexOf(' ') + 1)),
    rows: [...inventory.rows.map((row) => spread(row, there)), ...rows.map((row) => spread(row, added))],
  };
}
