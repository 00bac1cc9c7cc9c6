import { parseProfile } from '#advisor/parse-profile.ts';
import { columns } from './columns.ts';
import type { Inventory, InventoryRow, Shared } from './inventory.ts';

/**
 * Brings what a browser kept into shape. An earlier build, another program or a person may have written it, and a page
 * that stumbles over it would stumble again at every visit.
 */

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isText = (value: unknown): value is string => typeof value === 'string';

/** The texts of a record, by their keys. */
export const textsOf = (value: unknown): Record<string, string> =>
  isRecord(value)
    ? Object.fromEntries(Object.entries(value).filter((entry): entry is [string, string] => isText(entry[1])))
    : {};

/** A list of texts in which each keeps its place. */
const textList = (value: unknown): string[] =>
  Array.isArray(value) ? value.map((text) => (isText(text) ? text : '')) : [];

function rowIn(kept: unknown): InventoryRow[] {
  if (!isRecord(kept) || !Number.isSafeInteger(kept.key)) return [];
  const texts = textsOf(kept.cells);
  const cells = columns.flatMap((column) => (Object.hasOwn(texts, column) ? [[column, texts[column]]] : []));
  return [{ key: kept.key as number, cells: Object.fromEntries(cells), extras: textList(kept.extras) }];
}

function rowsIn(kept: readonly unknown[]): InventoryRow[] {
  const rows = kept.flatMap(rowIn);
  return [...new Map(rows.map((row) => [row.key, row])).values()];
}

function sharedIn(kept: unknown): Shared {
  const { countSystems, answers } = isRecord(kept) ? kept : {};
  const { systems, deployment, ownership } = isRecord(answers) ? answers : {};
  const { profile } = parseProfile({ systems, deployment, ownership });
  return { countSystems: typeof countSystems === 'boolean' ? countSystems : true, answers: profile };
}

/** The inventory that a head and its rows amount to. */
export const inventoryIn = (head: Readonly<Record<string, unknown>>, rows: readonly unknown[]): Inventory => ({
  title: isText(head.title) ? head.title : 'Programme',
  extraHeaders: textList(head.extraHeaders),
  rows: rowsIn(rows),
  shared: sharedIn(head.shared),
});
