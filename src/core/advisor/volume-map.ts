import { findConflicts } from './conflicts.ts';
import { contradictionsIn, withImplied } from './contradictions.ts';
import { domainOf } from './domain.ts';
import { choices, type Profile } from './profile.ts';
import { recommend } from './recommend.ts';
import type { MiddlewareVerdict, PatternId, RuleBook } from './rule-book.ts';

/** How long a change may take, as the rows of a map have it: the most urgent first. */
export type Delay = NonNullable<Profile['latency']>;

/** What the rules say of one volume and one delay. */
export interface MapCell {
  /** `undefined` where no pattern can be recommended. */
  primary: PatternId | undefined;
  middleware: MiddlewareVerdict;
  /** Whether what is asked for there cannot be had together. */
  clashes: boolean;
}

/** Volumes between which the rules make no difference, in records in the busiest hour or run; both ends included. */
export interface MapColumn {
  from: number;
  /** `undefined` for the last one, which has no end. */
  upTo: number | undefined;
}

/** Volume against delay, for one interface of which the rest is given. */
export interface VolumeMap {
  columns: readonly MapColumn[];
  /** A row for each delay; its cells stand in the order of the columns. */
  rows: readonly { delay: Delay; cells: readonly MapCell[] }[];
}

/** Fields that the map itself varies, and one that could only contradict it. */
function fixed({ latency: _delay, peak_batch_records: _peak, volume_per_day: _day, ...rest }: Profile): Profile {
  return rest;
}

function cellOf(profile: Profile, book: RuleBook): MapCell {
  const known = withImplied(profile, [], book);
  const { primary, middleware } = recommend(known, book);
  const clashes = findConflicts(profile, [], book).length > 0 || contradictionsIn(known, book).length > 0;
  return { primary, middleware, clashes };
}

const isSame = (a: MapCell, b: MapCell): boolean =>
  a.primary === b.primary && a.middleware === b.middleware && a.clashes === b.clashes;

/**
 * Works out what the rules say of every volume and every delay, the rest of a profile being as it is given.
 *
 * Exact, not sampled: the columns begin where some rule about the peak begins to hold or stops, and columns that say the
 * same in every row are one.
 *
 * @param given answers; what they say of volume and delay is left aside
 */
export function volumeMap(given: Profile, book: RuleBook): VolumeMap {
  const rest = fixed(given);
  const values = (domainOf(book).get('peak_batch_records') ?? [1]).map(Number).filter((value) => value > 0);
  const columnCells = values.map((peak_batch_records) =>
    choices.latency.map((latency) => cellOf({ ...rest, latency, peak_batch_records }, book)),
  );
  const columns: MapColumn[] = [];
  const kept: (readonly MapCell[])[] = [];
  for (const [index, cells] of columnCells.entries()) {
    const isLast = index === values.length - 1;
    const before = kept.at(-1);
    const last = columns.at(-1);
    const upTo = isLast ? undefined : values[index];
    if (before && last && cells.every((cell, row) => isSame(cell, before[row] ?? cell))) last.upTo = upTo;
    else {
      columns.push({ from: last?.upTo === undefined ? 1 : last.upTo + 1, upTo });
      kept.push(cells);
    }
  }
  const rows = choices.latency.map((delay, row) => ({
    delay,
    cells: kept.map((cells) => cells[row]).filter((cell) => cell !== undefined),
  }));
  return { columns, rows };
}

/** The cell of a map in which a volume and a delay lie. */
export function cellAt({ columns, rows }: VolumeMap, delay: Delay, volume: number): MapCell | undefined {
  const index = columns.findIndex(({ from, upTo }) => volume >= from && (upTo === undefined || volume <= upTo));
  return rows.find((row) => row.delay === delay)?.cells[Math.max(0, index)];
}

/** Neighbouring cells of a row that say the same, as one. */
export interface MapRun extends MapCell, MapColumn {}

/** The cells of a row, those that say the same put together. */
export function runsOf(cells: readonly MapCell[], columns: readonly MapColumn[]): MapRun[] {
  const runs: MapRun[] = [];
  for (const [index, cell] of cells.entries()) {
    const column = columns[index];
    const last = runs.at(-1);
    if (!column) continue;
    if (last && isSame(last, cell)) last.upTo = column.upTo;
    else runs.push({ ...cell, ...column });
  }
  return runs;
}
