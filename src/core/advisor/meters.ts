import type { Chain } from './chain.ts';
import { holds } from './condition.ts';
import type { Field, Profile } from './profile.ts';
import { canBeRecommended, type Recommendation } from './recommend.ts';
import type { MeterRule, MiddlewareKind, PatternId, RuleBook } from './rule-book.ts';

/** Days of the month that all units are given for. */
export const DAYS_OF_MONTH = 30;

/** Patterns whose meters are told: the recommended one, and the next that could be. */
const TOLD = 2;

/** One meter at the volume that was answered. */
export interface MeterReading {
  rule: MeterRule;
  /** Units in a month of 30 days; `undefined` where an answer is missing. */
  units: number | undefined;
  /** Questions that have to be answered first; empty where there are units. */
  missing: readonly Field[];
  /** The sum as one would write it down, or what is missing for it. */
  arithmetic: string;
}

/** The meters of one pattern. */
export interface PatternMeters {
  pattern: PatternId;
  readings: readonly MeterReading[];
}

const amount = (value: number): string =>
  new Intl.NumberFormat(
    'en-GB',
    value > 0 && value < 10 ? { maximumSignificantDigits: 2 } : { maximumFractionDigits: 0 },
  ).format(value);

function read(rule: MeterRule, { volume_per_day: volume }: Profile): MeterReading {
  if (volume === undefined) {
    const arithmetic = 'How many records a day is not answered, so nothing can be counted';
    return { rule, units: undefined, missing: ['volume_per_day'], arithmetic };
  }
  const records = volume * DAYS_OF_MONTH;
  const { each = 1, rate } = rule;
  const units = rate === undefined ? records * each : records / rate;
  const factor = rate === undefined ? (each === 1 ? '' : ` × ${amount(each)}`) : ` ÷ ${amount(rate)} records an hour`;
  const arithmetic = `${amount(volume)} records a day × ${DAYS_OF_MONTH} days${factor} = ${amount(units)} ${rule.unit} a month (${rule.counts})`;
  return { rule, units, missing: [], arithmetic };
}

/** The kind of hub in a design; where the hub is the pattern itself, the kind that fits best. */
function hubIn(chain: Chain | undefined, { middlewareKinds: [best] }: Recommendation): MiddlewareKind | undefined {
  if (chain?.pattern === 'middleware') return best?.kind;
  return chain?.hub === 'open' ? undefined : chain?.hub;
}

/**
 * The meters that turn with the volume, for the recommended pattern and the next one that could be recommended.
 *
 * Units are those of a month of 30 days, worked out from records a day alone: more records never give fewer units. A hub
 * is counted beside the recommended pattern, where the design has one.
 *
 * @param chain the design for the recommendation
 * @returns nothing for a pattern that no meter is known for; no entry at all where no pattern can be recommended
 */
export function metersOf(
  profile: Profile,
  recommendation: Recommendation,
  chain: Chain | undefined,
  book: RuleBook,
): PatternMeters[] {
  const hub = hubIn(chain, recommendation);
  return recommendation.standings
    .filter(canBeRecommended)
    .slice(0, TOLD)
    .map(({ pattern }) => {
      const isHubs = (rule: MeterRule): boolean =>
        pattern === recommendation.primary && rule.kinds.some((kind) => kind === hub);
      const readings = book.meters.rules
        .filter((rule) => rule.patterns.includes(pattern) || isHubs(rule))
        .filter(({ when }) => !when || when.some((clause) => holds(clause, profile)))
        .map((rule) => read(rule, profile));
      return { pattern, readings };
    })
    .filter(({ readings }) => readings.length > 0);
}

/** What a person's price comes to, or why the price cannot be read. */
export type Price = { kind: 'none' } | { kind: 'read'; price: number } | { kind: 'unreadable'; reason: string };

/**
 * Reads a price a unit as people type it, with a point or a comma before the decimals.
 *
 * A comma before three digits could stand for thousands (`1,234`), so it is asked about, not guessed.
 *
 * @param text what stands in the field, in any currency and without its sign
 */
export function readPrice(text: string): Price {
  const typed = text.trim();
  if (typed === '') return { kind: 'none' };
  const isAmbiguous = /^[1-9]\d*,\d{3}$/.test(typed);
  if (/^\d{1,12}(?:[.,]\d{1,12})?$/.test(typed) && !isAmbiguous)
    return { kind: 'read', price: Number(typed.replace(',', '.')) };
  const shown = typed.length > 30 ? `${typed.slice(0, 30)}…` : typed;
  const hint = isAmbiguous
    ? `write ${typed.replace(',', '')} for thousands or ${typed.replace(',', '.')} for decimals`
    : 'write a number of zero or more without a currency sign, such as 0.0004';
  return { kind: 'unreadable', reason: `“${shown}” cannot be read as a price for one unit: ${hint}.` };
}

/** What a month costs at a price a unit, as a number for people, in the currency of the price. */
export const costText = (units: number, price: number): string =>
  new Intl.NumberFormat('en-GB', { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(units * price);
