import type { CountField } from '#core/advisor/profile.ts';
import { closeUp } from './close-up.ts';

/** How a text about an amount was read; a range counts with its upper end, because the peak decides. */
export interface CountReading {
  value: number;
  isExact: boolean;
  /** Whether the text may mean another amount: `5m` may be five million, or five minutes. */
  isGuess?: boolean;
}

const multiplier: Readonly<Record<string, number>> = {
  '': 1,
  k: 1_000,
  thousand: 1_000,
  t: 1_000,
  m: 1_000_000,
  mio: 1_000_000,
  million: 1_000_000,
  millions: 1_000_000,
};

/** Spaces are gone but for those between digits, see `closeUp`. */
const NUMBER = String.raw`(\d(?:[.,'’_ ]?\d)*)(k|thousand|t|millions?|mio|m)?`;
const SINGLE = new RegExp(`^${NUMBER}$`);
const RANGE = new RegExp(`^${NUMBER}(?:-|–|—|to|until|\\.{2,3})${NUMBER}$`);
/** Units that change nothing: what is counted, and the hour, run or day that the column is about anyway; `thousand` ends in none. */
const UNITS =
  /(?:(?:records?|rows?|lines?|messages?|msgs?|transactions?|orders?|documents?|docs?|recs?|events?|items?)\.?)?(?:(?:\/|per|a|an(?!d)|each)(?:day|d|run|batch|hour|hr|h)\.?)?$/;
const ABOUT = /^(?:about|approximately|approx\.?|circa|ca\.?|~|≈|around)/;
const ABOVE = /^(?:>|morethan|over|above)(?!=)/;
const AT_LEAST = /^(?:>=|≥|atleast|from|min\.?)/;
const AT_MOST = /^(?:<=?|≤|upto|atmost|lessthan|under|below|max\.?)/;

const isGrouped = (digits: string): boolean => /^[1-9]\d{0,2}(?:[.,'’_ ]\d{3})+$/.test(digits);

/** A number with separators of any country; three digits behind a point or comma make it a separator of thousands. */
function plainNumber(digits: string, suffix = ''): number | undefined {
  const scale = multiplier[suffix] ?? 1;
  if (isGrouped(digits) && scale === 1) return Number(digits.replaceAll(/\D/g, ''));
  // `0,500` may be a half or five hundred.
  if (/^0[.,]\d{3}$/.test(digits)) return undefined;
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
  if (column === 'volume_per_day') return /(?:\/|per|an?|each) ?(?:hour|hr|h|run|batch|week|month|year)\b/;
  if (column === 'peak_batch_records') return /(?:\/|per|a|each) ?(?:day|d|week|month|year)\b/;
  return undefined;
}

/**
 * Reads an amount as people write it: `20,000`, `1.5m`, `10k-50k`, `> 200k`, `about 500 orders/day`.
 *
 * A unit that the column is not about (`per hour` in a daily volume) is not converted: the text is then no amount.
 */
export function readCount(raw: string, column: CountField): CountReading | undefined {
  const text = closeUp(raw);
  if (text === undefined) return undefined;
  if (/^\d+$/.test(text)) return reading(Number(text), true);
  // Where words were run together, the end of one cannot be seen any more.
  if (unitNames(column)?.test(raw.trim().toLowerCase().replaceAll(/\s+/g, ' '))) return undefined;
  const bare = text.replace(UNITS, '').replace(ABOUT, '');
  const range = RANGE.exec(bare);
  if (range) return reading(upperEnd(range));
  const above = ABOVE.exec(bare);
  const from = AT_LEAST.exec(bare) ?? AT_MOST.exec(bare);
  const start = from ?? above;
  const single = SINGLE.exec(bare.slice(start?.[0].length ?? 0).replace(/(?:\+|ormore)$/, ''));
  const value = single?.[1] === undefined ? undefined : plainNumber(single[1], single[2]);
  if (value === undefined) return undefined;
  const amount = reading(above && !from ? value + 1 : value, isGrouped(bare));
  return doubted(amount, single?.[2]);
}

const reading = (value: number | undefined, isExact = false): CountReading | undefined =>
  value === undefined || value > Number.MAX_SAFE_INTEGER ? undefined : { value: Math.round(value), isExact };

/** `m` stands for millions here, for thousands or minutes elsewhere. */
const doubted = (amount: CountReading | undefined, suffix: string | undefined): CountReading | undefined =>
  amount && suffix === 'm' ? { ...amount, isGuess: true } : amount;
