import { holds } from '#advisor/condition.ts';
import type { CapacityRule, RuleBook } from '#advisor/rule-book.ts';
import { type InventoryRow, readRow } from './inventory.ts';
import type { DecidedRow } from './programme.ts';
import { readHours, shareOfHours } from './read-hours.ts';

/** Records an hour of all interfaces that one published figure is about, against that figure. */
export interface DayLoad {
  rule: string;
  /** Records in each hour of the day. */
  hours: readonly number[];
  /** Interfaces that are counted. */
  interfaces: number;
}

/** Figures of an hour; those of a message, a query or five minutes say nothing about an hour's sum. */
const isHourly = ({ field, divide, measures }: CapacityRule): boolean =>
  field === 'peak_batch_records' && divide === undefined && measures.includes('busiest hour');

/** The day's volume of a row, spread evenly over its window; nothing where either is missing. */
function hoursOf(row: InventoryRow): number[] | undefined {
  const { volume_per_day: volume } = readRow(row).profile;
  const window = readHours(row.cells.window ?? '');
  if (volume === undefined || !window) return undefined;
  const shares = shareOfHours(window);
  const total = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share) => (share / total) * volume);
}

function ruleFor({ row, outcome }: DecidedRow, hourly: readonly CapacityRule[]): CapacityRule | undefined {
  const { profile } = readRow(row);
  return hourly.find(
    ({ pattern, when }) => pattern === outcome.primary && (!when || when.some((clause) => holds(clause, profile))),
  );
}

/**
 * Load through the day by published figure, where volume and window are given. What shares a pattern shares the
 * environment, so the interfaces of one figure are added up.
 */
export function loadThroughTheDay(decided: readonly DecidedRow[], book: RuleBook): DayLoad[] {
  const hourly = book.capacity.filter(isHourly);
  const loads = new Map<string, { hours: number[]; interfaces: number }>();
  for (const one of decided) {
    const hours = hoursOf(one.row);
    const rule = hours && ruleFor(one, hourly);
    if (!hours || !rule) continue;
    const load = loads.get(rule.id) ?? { hours: new Array<number>(24).fill(0), interfaces: 0 };
    loads.set(rule.id, {
      hours: load.hours.map((records, hour) => records + (hours[hour] ?? 0)),
      interfaces: load.interfaces + 1,
    });
  }
  return hourly.flatMap(({ id }) => {
    const load = loads.get(id);
    return load ? [{ rule: id, ...load, hours: load.hours.map(Math.round) }] : [];
  });
}
