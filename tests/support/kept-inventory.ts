import { createStore, get, set } from 'idb-keyval';
import { emptyInventory, type Inventory, type InventoryRow } from '#apps/inventory/machine/inventory.ts';

/** What tests of the kept inventory need: inventories of some size, and a look at what lies in the database. */

export const rowOf = (key: number, name = `Interface ${key}`): InventoryRow => ({ key, cells: { name }, extras: [] });

export const inventoryOf = (count: number, title = 'Programme'): Inventory => ({
  ...emptyInventory,
  title,
  rows: Array.from({ length: count }, (_, index) => rowOf(index + 1)),
});

/** The inventory with another name in one row. */
export const renamed = ({ rows, ...rest }: Inventory, key: number, name: string): Inventory => ({
  ...rest,
  rows: rows.map((row) => (row.key === key ? rowOf(key, name) : row)),
});

/** An entry of the database as it lies there. */
export const entry = (key: string): Promise<unknown> => get(key, createStore('interface-inventory', 'kept'));

export const putEntry = (key: string, value: unknown): Promise<void> =>
  set(key, value, createStore('interface-inventory', 'kept'));

export const head = async (): Promise<Record<string, unknown> & { bundles: string[] }> =>
  (await entry('head')) as Record<string, unknown> & { bundles: string[] };
