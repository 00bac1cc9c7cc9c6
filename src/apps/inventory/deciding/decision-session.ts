import { type InventoryRow, profileOf, type Shared, sharedAnswers } from '#apps/inventory/machine/inventory.ts';
import type { Vocabulary } from '#apps/inventory/reading/vocabulary.ts';
import { decidingFields, type Field, type Profile } from '#core/advisor/profile.ts';
import type { RuleBook } from '#core/advisor/rule-book.ts';
import { type Blank, type BlankWorth, blanksOf, rankBlanks } from './blanks.ts';
import { canonicaliser } from './canonical.ts';
import { couldBecomeCertain, decider, type Outcome } from './decide.ts';
import type { DecidedRow } from './decided-row.ts';
import { type Programme, programmeOf } from './programme.ts';

/** The rows that there are, all of which the session was given before by `putRows`. */
export interface Update {
  /** In their order. */
  keys: readonly number[];
  shared: Shared;
}

/** Outcomes by the keys of their rows, in the order in which they were decided. */
export type Outcomes = readonly (readonly [key: number, outcome: Outcome])[];

/** Called while work goes on. */
export interface Reports {
  onOutcomes: (outcomes: Outcomes, done: number) => void;
  onProgramme: (programme: Programme) => void;
  /** Blanks worth filling, and the number of uncertain rows that were looked at for them. */
  onBlanks: (blanks: readonly Blank[], looked: number) => void;
}

/** How an update ended: all was decided, or a newer update came in between and goes on instead. */
export type Ended = 'done' | 'superseded';

/** Long enough to get something done, short enough that an edit is not kept waiting. */
const SLICE = 60;

/** Trying every answer takes long, and more rows hardly move the ranking. */
const MOST_LOOKED = 2_000;

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

/** Holds the rows, decides those that an update changes, and adds the programme up; a newer update stops an older one. */
export function decisionSession(vocabulary: Vocabulary, book: RuleBook) {
  const decide = decider(book);
  const reduce = canonicaliser(book);
  const worths = new Map<string, BlankWorth[]>();
  let rows = new Map<number, InventoryRow>();
  let incoming = new Map<number, InventoryRow>();
  let outcomes = new Map<number, Outcome>();
  let shared: Profile = {};
  let latest = 0;

  function take(update: Update): InventoryRow[] {
    const changed = incoming;
    incoming = new Map();
    rows = new Map(
      update.keys.flatMap((key) => {
        const row = changed.get(key) ?? rows.get(key);
        return row ? [[key, row]] : [];
      }),
    );
    const all = [...rows.values()];
    const before = JSON.stringify(shared);
    shared = sharedAnswers({ shared: update.shared, rows: all });
    outcomes = new Map([...outcomes].filter(([key]) => rows.has(key) && !changed.has(key)));
    if (JSON.stringify(shared) !== before) outcomes.clear();
    return all.filter(({ key }) => !outcomes.has(key));
  }

  /** Works through a list in slices; false when a newer update has come in between. */
  async function inSlices<T>(list: readonly T[], run: number, each: (one: T) => void, report: (done: number) => void) {
    let until = performance.now() + SLICE;
    for (const [index, one] of list.entries()) {
      each(one);
      if (performance.now() < until) continue;
      report((index + 1) / list.length);
      await pause();
      if (run !== latest) return false;
      until = performance.now() + SLICE;
    }
    report(1);
    return true;
  }

  function worthOf(profile: Profile): BlankWorth[] {
    const { profile: reduced, key } = reduce(profile);
    const known = worths.get(key) ?? blanksOf(reduced, book);
    worths.set(key, known);
    return known;
  }

  const decided = (): DecidedRow[] =>
    [...rows.values()].flatMap((row) => {
      const outcome = outcomes.get(row.key);
      return outcome ? [{ row, outcome }] : [];
    });

  return {
    /** Takes rows that are new or have changed, to be decided with the next update. */
    putRows(some: readonly InventoryRow[]): void {
      for (const row of some) incoming.set(row.key, row);
    },

    async update(update: Update, { onOutcomes, onProgramme, onBlanks }: Reports): Promise<Ended> {
      latest += 1;
      const run = latest;
      const undecided = take(update);
      let fresh: [number, Outcome][] = [];
      const decideRow = (row: InventoryRow): void => {
        const outcome = decide(profileOf(row, shared));
        outcomes.set(row.key, outcome);
        fresh.push([row.key, outcome]);
      };
      const sendFresh = (done: number): void => {
        onOutcomes(fresh, done);
        fresh = [];
      };
      if (!(await inSlices(undecided, run, decideRow, sendFresh))) return 'superseded';
      onProgramme(programmeOf(decided(), { rows: [...rows.values()], shared: update.shared }, vocabulary, book));

      const uncertain = decided()
        .filter(({ outcome }) => couldBecomeCertain(outcome))
        .slice(0, MOST_LOOKED);
      const found: { open: readonly Field[]; worth: readonly BlankWorth[] }[] = [];
      const look = ({ row }: DecidedRow): void => {
        const profile = profileOf(row, shared);
        found.push({ open: decidingFields.filter((field) => profile[field] === undefined), worth: worthOf(profile) });
      };
      if (!(await inSlices(uncertain, run, look, () => undefined))) return 'superseded';
      onBlanks(rankBlanks(found), found.length);
      return 'done';
    },

    /** What is said once for all and fills the rows' blanks. */
    sharedAnswers: () => shared,

    /** All rows as they stand, with what came out of them and the profile that it came out of. */
    decidedRows: () =>
      [...rows.values()].map((row) => ({ row, outcome: outcomes.get(row.key), profile: profileOf(row, shared) })),
  };
}
