import { type InventoryRow, profileOf } from '#apps/inventory/machine/inventory.ts';
import { readHours, shareOfHours } from '#apps/inventory/reading/read-hours.ts';
import { holds } from '#core/advisor/condition.ts';
import type { Profile } from '#core/advisor/profile.ts';
import type { CapacityRule, PatternId, RuleBook } from '#core/advisor/rule-book.ts';
import type { DecidedRow } from './decided-row.ts';

/** Records an hour of all interfaces that one published figure is about, against that figure. */
export interface DayLoad {
  rule: string;
  /** Records in each hour of the day. */
  hours: readonly number[];
  /** Interfaces that are counted. */
  interfaces: number;
}

/** The day's volume of a row, spread evenly over its window; nothing where either is missing. */
function hoursOf({ cells }: InventoryRow, { volume_per_day: volume }: Profile): number[] | undefined {
  const window = readHours(cells.window ?? '');
  if (volume === undefined || !window) return undefined;
  const shares = shareOfHours(window);
  const total = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share) => (share / total) * volume);
}

const ruleFor = (primary: PatternId, profile: Profile, hourly: readonly CapacityRule[]): CapacityRule | undefined =>
  hourly.find(({ pattern, when }) => pattern === primary && (!when || when.some((clause) => holds(clause, profile))));

/**
 * Load through the day by published figure, where volume and window are given. What shares a pattern shares the
 * environment, so the interfaces of one figure are added up; only a figure of an hour says something about their sum.
 *
 * @param shared what is said once for all and fills the rows' blanks, by `sharedAnswers`
 */
export function loadThroughTheDay(decided: readonly DecidedRow[], shared: Profile, book: RuleBook): DayLoad[] {
  const hourly = book.capacity.filter(({ per }) => per === 'hour');
  const loads = new Map<string, { hours: number[]; interfaces: number }>();
  for (const { row, outcome } of decided) {
    const profile = profileOf(row, shared);
    const hours = hoursOf(row, profile);
    const rule = hours && outcome.primary && ruleFor(outcome.primary, profile, hourly);
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
