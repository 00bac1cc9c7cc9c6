import { type Inventory, type InventoryRow, profileOf, rowTitle } from '#apps/inventory/machine/inventory.ts';
import { normaliseWord } from '#apps/inventory/reading/vocabulary.ts';
import { type Field, fields, type Profile } from '#core/advisor/profile.ts';
import type { MiddlewareVerdict, PatternId } from '#core/advisor/rule-book.ts';
import type { Outcome } from './decide.ts';

/** A list with what came out of it. */
export interface DecidedList {
  inventory: Pick<Inventory, 'rows'>;
  shared: Profile;
  outcomeOf: (row: InventoryRow) => Outcome | undefined;
}

/** What one interface is called in both lists. */
interface Named {
  title: string;
  number: string;
  system: string;
}

/** Answers that differ, each as it was and as it is; missing where nothing was said. */
export interface ChangedAnswer {
  field: Field;
  before: Profile[Field] | undefined;
  after: Profile[Field] | undefined;
}

/** What is recommended, as far as it is decided. */
export interface Verdict {
  pattern: PatternId | undefined;
  middleware: MiddlewareVerdict | undefined;
}

/** An interface that is in both lists and not the same in them. */
export interface ChangedInterface extends Named {
  answers: readonly ChangedAnswer[];
  /** Whether the name or the other system changed too. */
  renamedFrom: string | undefined;
  movedFrom: Verdict | undefined;
  verdict: Verdict;
}

/** What two versions of a list have in common, and where they differ. */
export interface Comparison {
  same: number;
  added: readonly (Named & { verdict: Verdict })[];
  gone: readonly (Named & { verdict: Verdict })[];
  changed: readonly ChangedInterface[];
  /** Interfaces of either list that several of the other could be, and that were therefore not matched. */
  unclear: readonly Named[];
}

const numberOf = ({ cells }: InventoryRow): string => normaliseWord(cells.id ?? '');
const nameOf = ({ cells }: InventoryRow): string =>
  `${normaliseWord(cells.name ?? '')}\n${normaliseWord(cells.system ?? '')}`;

const namedOf = (row: InventoryRow, index: number): Named => ({
  title: rowTitle(row, index),
  number: row.cells.id ?? '',
  system: row.cells.system ?? '',
});

/** The only row of each key; keys of several rows say nothing. */
function onlyBy(rows: readonly InventoryRow[], keyOf: (row: InventoryRow) => string): Map<string, InventoryRow> {
  const groups = Map.groupBy(rows, keyOf);
  return new Map(
    [...groups].flatMap(([key, [first, ...more]]) =>
      key.trim() !== '' && first && more.length === 0 ? [[key, first] as const] : [],
    ),
  );
}

/** Pairs of rows that are the same interface: by number first, then, of the others, by name and system. */
function pairsOf(before: readonly InventoryRow[], after: readonly InventoryRow[]): Map<InventoryRow, InventoryRow> {
  const pairs = new Map<InventoryRow, InventoryRow>();
  const taken = new Set<InventoryRow>();
  for (const keyOf of [numberOf, nameOf]) {
    const old = onlyBy(
      before.filter((row) => !taken.has(row)),
      keyOf,
    );
    const open = onlyBy(
      after.filter((row) => !pairs.has(row)),
      keyOf,
    );
    for (const [key, row] of open) {
      const match = old.get(key);
      if (!match) continue;
      pairs.set(row, match);
      taken.add(match);
    }
  }
  return pairs;
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

const answersBetween = (before: Profile, after: Profile): ChangedAnswer[] =>
  fields.flatMap((field) =>
    isSame(before[field], after[field]) ? [] : [{ field, before: before[field], after: after[field] }],
  );

const verdictOf = (outcome: Outcome | undefined): Verdict => ({
  pattern: outcome?.primary,
  middleware: outcome?.middleware,
});

/** Keys that stand more than once in a list: nobody can say which of their rows is which. */
function repeatedIn(rows: readonly InventoryRow[]): ReadonlySet<string> {
  const counts = Map.groupBy(rows, nameOf);
  return new Set([...counts].flatMap(([key, group]) => (group.length > 1 ? [key] : [])));
}

/**
 * Compares an older version of a list with a newer one. Interfaces are the same where their numbers are, else where name
 * and other system are; of several that could be meant none is guessed.
 */
export function compareLists(before: DecidedList, after: DecidedList): Comparison {
  const [oldRows, newRows] = [before.inventory.rows, after.inventory.rows];
  const pairs = pairsOf(oldRows, newRows);
  const matched = new Set(pairs.values());
  const repeated = new Set([...repeatedIn(oldRows), ...repeatedIn(newRows)]);
  const changed: ChangedInterface[] = [];
  newRows.forEach((row, index) => {
    const old = pairs.get(row);
    if (!old) return;
    const answers = answersBetween(profileOf(old, before.shared), profileOf(row, after.shared));
    const [was, is] = [verdictOf(before.outcomeOf(old)), verdictOf(after.outcomeOf(row))];
    const renamedFrom =
      nameOf(old) === nameOf(row) ? undefined : [old.cells.name, old.cells.system].filter(Boolean).join(', ');
    const movedFrom = isSame(was, is) ? undefined : was;
    if (answers.length === 0 && renamedFrom === undefined && !movedFrom) return;
    changed.push({ ...namedOf(row, index), answers, renamedFrom, movedFrom, verdict: is });
  });
  const isUnclear = (row: InventoryRow): boolean => repeated.has(nameOf(row));
  const alone = (rows: readonly InventoryRow[], isMatched: (row: InventoryRow) => boolean) =>
    rows.flatMap((row, index) => (isMatched(row) ? [] : [{ row, index }]));
  const [newOnly, oldOnly] = [alone(newRows, (row) => pairs.has(row)), alone(oldRows, (row) => matched.has(row))];
  // A name that stands several times is unclear only where the other list has it too.
  const shared = new Set(
    oldOnly.map(({ row }) => nameOf(row)).filter((key) => newOnly.some(({ row }) => nameOf(row) === key)),
  );
  const isOpen = ({ row }: { row: InventoryRow }): boolean => isUnclear(row) && shared.has(nameOf(row));
  const withVerdict =
    (list: DecidedList) =>
    ({ row, index }: { row: InventoryRow; index: number }) => ({
      ...namedOf(row, index),
      verdict: verdictOf(list.outcomeOf(row)),
    });
  return {
    same: pairs.size - changed.length,
    added: newOnly.filter((one) => !isOpen(one)).map(withVerdict(after)),
    gone: oldOnly.filter((one) => !isOpen(one)).map(withVerdict(before)),
    // What moved comes first.
    changed: changed.toSorted((a, b) => Number(b.movedFrom !== undefined) - Number(a.movedFrom !== undefined)),
    unclear: [...newOnly, ...oldOnly].filter(isOpen).map(({ row, index }) => namedOf(row, index)),
  };
}
