import type { InventoryRow } from '#apps/inventory/machine/inventory.ts';

/** Rows that are written together, under a key that never stands for others. */
export interface Bundle {
  key: string;
  rows: readonly InventoryRow[];
}

/** Rows in a bundle: an edit writes one, and a page packs it in a few milliseconds. */
export const BUNDLE_ROWS = 500;

/** 128 random bits. `crypto.randomUUID` is missing where a page is served over plain http in a local network. */
const newKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');

const isSame = (a: readonly InventoryRow[], b: readonly InventoryRow[] | undefined): boolean =>
  a.length === b?.length && a.every((row, index) => row === b[index]);

/** All rows in bundles: those of before where their rows are the same, new ones elsewhere. */
export function bundlesOf(rows: readonly InventoryRow[], before: readonly Bundle[]): Bundle[] {
  return Array.from({ length: Math.ceil(rows.length / BUNDLE_ROWS) }, (_, index) => {
    const own = rows.slice(index * BUNDLE_ROWS, (index + 1) * BUNDLE_ROWS);
    const known = before[index];
    return known && isSame(own, known.rows) ? known : { key: newKey(), rows: own };
  });
}

/** The bundles that rows were read from, for as long as each holds exactly its part of the rows. */
export function bundlesRead(
  keys: readonly string[],
  sizes: readonly number[],
  rows: readonly InventoryRow[],
): Bundle[] {
  let from = 0;
  return keys.map((key, index) => {
    const to = from + (sizes[index] ?? 0);
    const own = rows.slice(from, to);
    from = to;
    return { key, rows: own };
  });
}
