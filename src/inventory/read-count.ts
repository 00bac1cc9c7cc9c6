import type { CountField } from '#advisor/profile.ts';

/** How a text about an amount was read; a range counts with its upper end, because the peak decides. */
export interface CountReading {
  value: number;
  isExact: boolean;
}

const multiplier: Readonly<Record<string, number>> = {
  '': 1,
  k: 1_000,
  thousand: 1_000,
  t: 1_000,
  m: 1_000_000,
  mio: 1_000_000,
  mil: 1_000_000,
  million: 1_000_000,
  millions: 1_000_000,
};

const NUMBER = String.raw`(\d[\d.,'’_ \u00a0\u202f]*)\s*(k|thousand|t|millions?|mio|mil|m)?`;
const SINGLE = new RegExp(`^${NUMBER}$`);
const RANGE = new RegExp(`^${NUMBER}\\s*(?:-|–|—|to|until|\\.\\.+)\\s*${NUMBER}$`);
/** Units that change nothing: what is counted, and the hour, run or day that the column is about anyway. */
const UNITS =
  /\s*(?:(?:records?|rows?|lines?|messages?|msgs?|transactions?|orders?|documents?|docs?|recs?|events?|items?)\b\.?\s*)?(?:(?:\/|per|a|an|each)\s*(?:day|d|run|batch|hour|hr|h)\b\.?)?$/;

const isGrouped = (digits: string): boolean => /^\d{1,3}(?:[.,'’_ \u00a0\u202f]\d{3})+$/.test(digits);

/** A number with separators of any country; three digits behind a point or comma make it a separator of thousands. */
function plainNumber(text: string, suffix = ''): number | undefined {
  const digits = text.trim();
  const scale = multiplier[suffix] ?? 1;
  if (isGrouped(digits) && scale === 1) return Number(digits.replaceAll(/\D/g, ''));
  const decimal = digits.replace(',', '.');
  if (/^\d+(?:\.\d+)?$/.test(decimal)) return Number(decimal) * scale;
  return isGrouped(digits) ? Number(digits.replaceAll(/\D/g, '')) * scale : undefined;
}

/** `10k-50k` counts thousands at both ends, and so does `10-50k`. */
function upperEnd(match: RegExpExecArray): number | undefined {
  const [, , , to = '', toSuffix] = match;
  return plainNumber(to, toSuffix);
}

function unitNames(column: CountField): RegExp | undefined {
  if (column === 'volume_per_day') return /(?:\/|per|a|an|each)\s*(?:hour|hr|h|run|batch|week|month|year)\b/;
  if (column === 'peak_batch_records') return /(?:\/|per|a|each)\s*(?:day|d|week|month|year)\b/;
  return undefined;
}

/**
 * Reads an amount as people write it: `20,000`, `1.5m`, `10k-50k`, `> 200k`, `about 500 orders/day`.
 *
 * A unit that the column is not about (`per hour` in a daily volume) is not converted: the text is then no amount.
 */
export function readCount(raw: string, column: CountField): CountReading | undefined {
  const text = raw.trim().toLowerCase();
  if (/^\d+$/.test(text)) return reading(Number(text), true);
  if (unitNames(column)?.test(text)) return undefined;
  const bare = text.replace(UNITS, '').replace(/^(?:about|approx\.?|approximately|circa|ca\.?|~|≈|around)\s*/, '');
  const range = RANGE.exec(bare);
  if (range) return reading(upperEnd(range));
  const above = /^(?:>|more than|over|above)\s*(?!=)/.exec(bare);
  const from =
    /^(?:>=|≥|at least|from|min\.?)\s*/.exec(bare) ??
    /^(?:<=?|≤|up to|at most|less than|under|below|max\.?)\s*/.exec(bare);
  const start = from ?? above;
  const single = SINGLE.exec(bare.slice(start?.[0].length ?? 0).replace(/\s*(?:\+|or more)$/, ''));
  const value = single?.[1] === undefined ? undefined : plainNumber(single[1], single[2]);
  if (value === undefined) return undefined;
  return reading(above && !from ? value + 1 : value, isGrouped(bare));
}

const reading = (value: number | undefined, isExact = false): CountReading | undefined =>
  value === undefined || value > Number.MAX_SAFE_INTEGER ? undefined : { value: Math.round(value), isExact };
