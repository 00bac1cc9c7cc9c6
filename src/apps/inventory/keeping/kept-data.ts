import type { Inventory, InventoryRow, LayoutColumn, LeftOutRow, Shared } from '#apps/inventory/machine/inventory.ts';
import { type ColumnMeaning, columns, endColumns, isTableColumn } from '#apps/inventory/reading/columns.ts';
import { parseProfile } from '#core/advisor/parse-profile.ts';

/**
 * Brings what a browser kept into shape. An earlier build, another program or a person may have written it, and a page
 * that stumbles over it would stumble again at every visit.
 */

/** What was kept, and how much of it had to be left out. */
export interface ReadInventory {
  inventory: Inventory;
  leftOut: { rows: number; cells: number };
}

/** Whether a value is an object with keys: no list, no `null`. */
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

interface ReadRow {
  row: InventoryRow;
  /** Cells that are no text, or stand in columns that this build does not know. */
  leftOut: number;
}

function rowIn(kept: unknown): ReadRow[] {
  if (!isRecord(kept) || !Number.isSafeInteger(kept.key)) return [];
  const texts = textsOf(kept.cells);
  const cells = columns.flatMap((column) => (Object.hasOwn(texts, column) ? [[column, texts[column]]] : []));
  const extras = textList(kept.extras);
  const written = isRecord(kept.cells) ? Object.keys(kept.cells).length : Number(kept.cells !== undefined);
  const unreadExtras = Array.isArray(kept.extras) ? kept.extras.filter((text) => !isText(text)).length : 0;
  const words = textsOf(kept.written);
  const ours = columns.filter((column) => Object.hasOwn(words, column));
  const guessed = columns.filter((column) => Array.isArray(kept.guessed) && kept.guessed.includes(column));
  return [
    {
      row: {
        key: kept.key as number,
        cells: Object.fromEntries(cells),
        extras,
        ...(ours.length > 0 && { written: Object.fromEntries(ours.map((column) => [column, words[column] ?? ''])) }),
        ...(guessed.length > 0 && { guessed }),
      },
      leftOut: written - cells.length + unreadExtras,
    },
  ];
}

/** Rows whose keys are all different: of two under one key the second gets the lowest that is free. */
function withOwnKeys(rows: readonly InventoryRow[]): InventoryRow[] {
  const used = new Set(rows.map(({ key }) => key));
  const seen = new Set<number>();
  let free = 1;
  return rows.map((row) => {
    if (!seen.has(row.key)) {
      seen.add(row.key);
      return row;
    }
    while (used.has(free)) free += 1;
    used.add(free);
    return { ...row, key: free };
  });
}

function sharedIn(kept: unknown): Shared {
  const { countSystems, answers } = isRecord(kept) ? kept : {};
  const { systems, deployment, ownership } = isRecord(answers) ? answers : {};
  const { profile } = parseProfile({ systems, deployment, ownership });
  return { countSystems: typeof countSystems === 'boolean' ? countSystems : true, answers: profile };
}

const meanings: readonly unknown[] = [...columns, ...endColumns, 'extra'];

function layoutIn(kept: unknown, extras: number): LayoutColumn[] | undefined {
  if (!Array.isArray(kept)) return undefined;
  return kept.flatMap((one): LayoutColumn[] => {
    if (!isRecord(one) || !isText(one.header) || !meanings.includes(one.meaning)) return [];
    const { header, extra } = one;
    const meaning = one.meaning as ColumnMeaning;
    if (isTableColumn(meaning)) return [{ header, meaning }];
    const isThere = Number.isSafeInteger(extra) && (extra as number) >= 0 && (extra as number) < extras;
    return isThere ? [{ header, meaning, extra: extra as number }] : [];
  });
}

const leftOutIn = (kept: unknown): LeftOutRow[] =>
  Array.isArray(kept)
    ? kept.flatMap((one): LeftOutRow[] =>
        isRecord(one) && Number.isSafeInteger(one.number) && isText(one.why) && isText(one.text)
          ? [{ number: one.number as number, why: one.why, text: one.text }]
          : [],
      )
    : [];

/** The inventory that a head and its rows amount to. */
export function inventoryIn(head: Readonly<Record<string, unknown>>, kept: readonly unknown[]): ReadInventory {
  const read = kept.flatMap(rowIn);
  const extraHeaders = textList(head.extraHeaders);
  const layout = layoutIn(head.layout, extraHeaders.length);
  const rowsLeftOut = leftOutIn(head.leftOut);
  return {
    inventory: {
      title: isText(head.title) ? head.title : 'Programme',
      extraHeaders,
      rows: withOwnKeys(read.map(({ row }) => row)),
      shared: sharedIn(head.shared),
      ...(head.origin === 'sample' && { origin: 'sample' }),
      ...(layout && { layout }),
      ...(rowsLeftOut.length > 0 && { leftOut: rowsLeftOut }),
    },
    leftOut: {
      rows: kept.length - read.length,
      cells: read.reduce((sum, { leftOut }) => sum + leftOut, 0),
    },
  };
}
