import type { Outcome } from '#apps/inventory/deciding/decide.ts';
import type { Column } from '#apps/inventory/reading/columns.ts';
import { isOwnColumn } from '#apps/inventory/reading/columns.ts';
import { certainties } from '#core/advisor/certainty.ts';
import { choices, type Field, isChoice, isCount } from '#core/advisor/profile.ts';
import { middlewareVerdicts, patternIds } from '#core/advisor/rule-book.ts';
import type { InventoryRow } from './inventory.ts';

/** What rows can be sorted by: a column, or what came out. */
export type SortKey = Column | 'pattern' | 'middleware' | 'certain' | `extra ${number}`;

/** What the rows are sorted by, and which way. */
export interface Sorting {
  by: SortKey;
  direction: 'ascending' | 'descending';
}

const collator = new Intl.Collator('en-GB', { numeric: true, sensitivity: 'base' });

/** Rank of a word in its field's own order; a word of none stands behind all. */
const rankIn = (words: readonly string[], word: string): number => {
  const index = words.indexOf(word);
  return index < 0 ? words.length : index;
};

function fieldRank(field: Field, text: string): number | string {
  if (isCount(field)) return Number(text);
  return isChoice(field) ? rankIn(choices[field], text) : text;
}

const isExtra = (by: SortKey): by is `extra ${number}` => by.startsWith('extra ');

/** What a row is compared by; nothing where it has nothing there. */
function rankOf(
  by: SortKey,
  { cells, extras }: InventoryRow,
  outcome: Outcome | undefined,
): number | string | undefined {
  if (isExtra(by)) return extras[Number(by.slice('extra '.length))]?.trim() || undefined;
  if (by === 'pattern') return outcome?.primary && rankIn(patternIds, outcome.primary);
  if (by === 'middleware') return outcome && rankIn(middlewareVerdicts, outcome.middleware);
  // The least reliable first.
  if (by === 'certain') return outcome && certainties.length - certainties.indexOf(outcome.certainty);
  const text = cells[by] ?? '';
  if (text === '') return undefined;
  return isOwnColumn(by) ? text : fieldRank(by, text);
}

const compare = (a: number | string, b: number | string): number =>
  typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b));

/** Rows in another order; those with nothing to compare stand last either way, and equals keep their order. */
export function sortRows(
  rows: readonly InventoryRow[],
  { by, direction }: Sorting,
  outcomes: ReadonlyMap<number, Outcome>,
): InventoryRow[] {
  const sign = direction === 'ascending' ? 1 : -1;
  return rows
    .map((row) => ({ row, rank: rankOf(by, row, outcomes.get(row.key)) }))
    .toSorted((a, b) => {
      if (a.rank === undefined || b.rank === undefined) {
        return Number(a.rank === undefined) - Number(b.rank === undefined);
      }
      return sign * compare(a.rank, b.rank);
    })
    .map(({ row }) => row);
}

const texts = new WeakMap<InventoryRow, string>();

/** All that a row holds, in small letters; rows never change, so it is put together once. */
function textOf(row: InventoryRow): string {
  const known = texts.get(row) ?? [...Object.values(row.cells), ...row.extras].join('\n').toLowerCase();
  texts.set(row, known);
  return known;
}

/** Whether any cell of a row holds this text, without regard to case. */
export const mentions = (row: InventoryRow, text: string): boolean => textOf(row).includes(text.toLowerCase());
