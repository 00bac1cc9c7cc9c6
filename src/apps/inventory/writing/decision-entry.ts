import { addExtraColumn, setExtra } from '#apps/inventory/machine/edits.ts';
import { type Inventory, type InventoryRow, isSameSystem, rowTitle } from '#apps/inventory/machine/inventory.ts';
import type { Vocabulary } from '#apps/inventory/reading/vocabulary.ts';
import { workingIndices, workingText } from '#apps/inventory/reading/working-columns.ts';
import type { Profile } from '#core/advisor/profile.ts';
import type { RuleBook } from '#core/advisor/rule-book.ts';

/** One decision as the log of decisions keeps it. */
export interface DecisionEntry {
  name: string;
  /** The interface's own number; empty where it has none. */
  number: string;
  owner: string;
  status: string;
  /** The day of the decision, as `2026-03-01`. */
  date: string;
  note: string;
  /** The answers that it was decided by. */
  profile: Profile;
  /** Changes whenever the rules decide otherwise. */
  ruleFingerprint: string;
}

/** The part of a rule book's version that changes with its rules, and with nothing else. */
export const fingerprintIn = ({ version }: Pick<RuleBook, 'version'>): string => version.split('.').at(-1) ?? version;

/**
 * A row of the inventory as an entry of the log of decisions.
 *
 * @param index of the row in the table
 * @param profile that it is decided by, what is said for all included
 * @param day of the decision
 */
export function decisionEntryOf(
  row: InventoryRow,
  index: number,
  profile: Profile,
  { extraHeaders }: Pick<Inventory, 'extraHeaders'>,
  { vocabulary, book }: { vocabulary: Vocabulary; book: RuleBook },
  day: Date,
): DecisionEntry {
  const indices = workingIndices(extraHeaders, vocabulary);
  return {
    name: rowTitle(row, index),
    number: (row.cells.id ?? '').trim(),
    owner: workingText(row, indices, 'owner'),
    status: workingText(row, indices, 'status'),
    date: day.toISOString().slice(0, 10),
    note: workingText(row, indices, 'note'),
    profile,
    ruleFingerprint: fingerprintIn(book),
  };
}

/** What became of an entry that was taken back: written into a row, or no row is its interface. */
export type TakenBack = { result: 'taken'; inventory: Inventory; key: number } | { result: 'unknown' };

/** The row that an entry is about: by its number where it has one, else by its name where only one row has it. */
function rowFor(
  { number, name }: Pick<DecisionEntry, 'number' | 'name'>,
  rows: readonly InventoryRow[],
): InventoryRow | undefined {
  if (number !== '') {
    const numbered = rows.find(({ cells }) => isSameSystem(cells.id, number));
    if (numbered) return numbered;
  }
  const named = rows.filter((row, index) => isSameSystem(rowTitle(row, index), name));
  return named.length === 1 ? named[0] : undefined;
}

/**
 * Takes owner, status and note of an entry of the log back into its row, and adds the columns that are missing for what
 * it says. Answers stay as the table has them.
 */
export function takeDecisionEntry(
  entry: Pick<DecisionEntry, 'name' | 'number' | 'owner' | 'status' | 'note'>,
  inventory: Inventory,
  vocabulary: Vocabulary,
): TakenBack {
  const row = rowFor(entry, inventory.rows);
  if (!row) return { result: 'unknown' };
  const said = (['owner', 'status', 'note'] as const).filter((column) => entry[column] !== '');
  const written = said.reduce((current, column) => {
    const index = workingIndices(current.extraHeaders, vocabulary)[column];
    if (index !== undefined) return setExtra(current, row.key, index, entry[column]);
    const added = addExtraColumn(current, vocabulary.working[column].label);
    return setExtra(added, row.key, added.extraHeaders.length - 1, entry[column]);
  }, inventory);
  return { result: 'taken', inventory: written, key: row.key };
}
