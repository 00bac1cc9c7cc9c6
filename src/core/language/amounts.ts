import type { CountField } from '#core/advisor/profile.ts';
import type { Candidate } from './candidates.ts';
import type { Certainty, Lexicon } from './lexicon.ts';
import type { Amount } from './numbers.ts';
import type { Range } from './phrases.ts';
import type { Scene } from './scene.ts';
import type { Period } from './tables.ts';
import type { Token } from './tokens.ts';

/** Days in each period, for what is spread over an ordinary day. */
const days: Readonly<Partial<Record<Period, number>>> = {
  day: 1,
  week: 7,
  month: 365 / 12,
  quarter: 365 / 4,
  year: 365,
};

/** How often each period passes in an hour, for what is measured by the busiest hour. */
const anHour: Readonly<Partial<Record<Period, number>>> = { second: 3600, minute: 60, hour: 1, run: 1 };

const names: Readonly<Record<Period, string>> = {
  second: 'a second',
  minute: 'a minute',
  hour: 'an hour',
  day: 'a day',
  week: 'a week',
  month: 'a month',
  quarter: 'a quarter',
  year: 'a year',
  run: 'a run',
};

const shown = (value: number): string => value.toLocaleString('en-GB', { maximumFractionDigits: 2 });

/** How far from a number what it counts and over what time may stand. */
const REACH = 7;

interface FoundPeriod extends Range {
  period: Period;
}

/** In front of a number, these say that it counts what each of several runs carries. */
const eachWords: ReadonlySet<string> = new Set(['each', 'jeweils', 'chacun', 'elk', 'cada']);

const endsPart = ({ kind }: Token): boolean => kind === 'stop' || kind === 'pause';

/** Reads what stands around a number: what it counts, and in what time. */
export class AmountReader {
  readonly #scene: Scene;
  readonly #lexicon: Lexicon;

  constructor(scene: Scene, lexicon: Lexicon) {
    this.#scene = scene;
    this.#lexicon = lexicon;
  }

  #norm(at: number): string {
    return this.#scene.tokens[at]?.norm ?? '';
  }

  /** `a second system` is another one; only behind what is counted is `a second` a time: `20 calls a second`. */
  #isPer(at: number, period: Period): boolean {
    const word = this.#norm(at);
    if (!this.#lexicon.per.has(word)) return false;
    if (period !== 'second' || !['a', 'in', 'am', 'the', 'la'].includes(word)) return true;
    return word === 'a' && this.#dataAt(at - 1) === at;
  }

  #hasSlashBefore(at: number): boolean {
    const [before, here] = [this.#scene.tokens[at - 1], this.#scene.tokens[at]];
    return before !== undefined && here !== undefined && this.#scene.text.slice(before.end, here.start).includes('/');
  }

  /** The period that ends with a token: `per day`, `/day`, `daily`, `in the busiest hour`. */
  #periodAt(at: number): FoundPeriod | undefined {
    const adverb = this.#lexicon.adverbs.get(this.#norm(at));
    if (adverb) return { period: adverb, from: at, to: at + 1 };
    const period = this.#lexicon.periods.get(this.#norm(at));
    if (!period) return undefined;
    if (this.#hasSlashBefore(at)) return { period, from: at, to: at + 1 };
    for (const back of [1, 2, 3]) {
      const between = Array.from({ length: back - 1 }, (_, index) => this.#norm(at - back + 1 + index));
      const skipped = between.every(
        (word) =>
          this.#lexicon.peak.has(word) ||
          ['the', 'single', 'one', 'business', 'working', 'year', 'calendar'].includes(word),
      );
      if (skipped && this.#isPer(at - back, period)) return { period, from: at - back, to: at + 1 };
    }
    return undefined;
  }

  #periodBehind(amount: Amount): FoundPeriod | undefined {
    const { tokens } = this.#scene;
    for (let at = amount.to; at < Math.min(tokens.length, amount.to + REACH + 3); at += 1) {
      const token = tokens[at];
      if (!token || token.kind === 'stop' || token.kind === 'number') return undefined;
      const found = this.#periodAt(at);
      if (found && found.from >= amount.to) return found;
    }
    return undefined;
  }

  #periodBefore(amount: Amount): FoundPeriod | undefined {
    const { tokens } = this.#scene;
    for (let at = amount.from - 1; at >= Math.max(0, amount.from - REACH); at -= 1) {
      const token = tokens[at];
      if (!token || token.kind === 'stop' || token.kind === 'number') return undefined;
      const found = this.#periodAt(at);
      if (found) return found;
    }
    return undefined;
  }

  /** The noun that a number counts, as far as it is one of a kind; adjectives may stand between. */
  nounBehind(amount: Amount, isNoun: (at: number) => number | undefined, reach = 4): Range | undefined {
    const { tokens } = this.#scene;
    for (let at = amount.to; at < Math.min(tokens.length, amount.to + reach); at += 1) {
      const to = isNoun(at);
      if (to !== undefined) return { from: at, to };
      const token = tokens[at];
      if (!token || endsPart(token) || token.kind === 'number') return undefined;
    }
    return undefined;
  }

  #dataAt(at: number): number | undefined {
    return this.#scene.kindsAt[at]?.get('DATA')?.[0];
  }

  #isNoRecords(amount: Amount): boolean {
    const [next, before] = [this.#norm(amount.to), this.#norm(amount.from - 1)];
    if (this.#lexicon.notRecords.has(next) || ['%', '$', '€', '£'].includes(next)) return true;
    return ['$', '€', '£', 'version', 'tls', 'from'].includes(before) && !this.#dataAt(amount.to);
  }

  #isPeak(amount: Amount, end: number): boolean {
    const { tokens } = this.#scene;
    return tokens
      .slice(Math.max(0, amount.from - 5), Math.min(tokens.length, end + 3))
      .some(({ norm }) => this.#lexicon.peak.has(norm));
  }

  /** `batches of 2,000`, `a file with 5,000 lines`, `four files, each about 5,000 lines`. */
  #runBefore(amount: Amount): Range | undefined {
    for (let at = amount.from - 1; at >= Math.max(0, amount.from - 4); at -= 1) {
      const token = this.#scene.tokens[at];
      if (!token || endsPart(token)) return undefined;
      if (this.#lexicon.periods.get(token.norm) === 'run' || eachWords.has(token.norm)) return { from: at, to: at + 1 };
    }
    return undefined;
  }

  #volume(amount: Amount, { period, from, to }: FoundPeriod, noun: Range | undefined): Candidate {
    const parts = [{ from: amount.from, to: amount.to }, ...(noun ? [noun] : []), { from, to }].toSorted(
      (a, b) => a.from - b.from,
    );
    const hours = anHour[period];
    if (hours !== undefined) {
      const value = Math.round(amount.value * hours);
      return count(
        'peak_batch_records',
        value,
        'certain',
        parts,
        hours > 1 ? `${shown(amount.value)} ${names[period]} × ${hours} = ${shown(value)} an hour` : undefined,
      );
    }
    const length = days[period] ?? 1;
    const value = Math.round(amount.value / length);
    if (length === 1) return count('volume_per_day', value, 'certain', parts);
    const because = `${shown(amount.value)} ${names[period]} ÷ ${shown(length)} days = ${shown(value)} a day`;
    return count('volume_per_day', value, 'guess', parts, because);
  }

  /**
   * What a number says of volume: records a day or in the busiest hour or run.
   *
   * @returns `loose` where it counts records but nobody says in what time
   */
  volumeOf(amount: Amount): Candidate | { loose: Amount; parts: Range[] } | undefined {
    if (this.#isNoRecords(amount)) return undefined;
    const noun = this.nounBehind(amount, (at) => this.#dataAt(at));
    const timed = this.#timed(amount, noun);
    if (timed || !noun || amount.value < 20) return timed;
    const parts = [{ from: amount.from, to: amount.to }, noun];
    if (this.#isPeak(amount, noun.to)) return count('peak_batch_records', Math.round(amount.value), 'guess', parts);
    return { loose: amount, parts };
  }

  /** A number with its time: behind it, as the size of a run, or in front of it. */
  #timed(amount: Amount, noun: Range | undefined): Candidate | undefined {
    const behind = this.#periodBehind(amount);
    if (behind && (noun || behind.from - amount.to <= 1)) return this.#volume(amount, behind, noun);
    const run = noun && this.#runBefore(amount);
    if (run) {
      const parts = [run, { from: amount.from, to: amount.to }, noun];
      return count('peak_batch_records', Math.round(amount.value), 'certain', parts);
    }
    const before = this.#periodBefore(amount);
    const isLabelled = noun !== undefined || this.#norm(amount.from - 1) === ':';
    return before && isLabelled ? this.#volume(amount, before, noun) : undefined;
  }
}

const count = (
  field: CountField,
  value: number,
  certainty: Certainty,
  parts: readonly Range[],
  because?: string,
): Candidate => ({
  field,
  value,
  certainty,
  parts,
  ...(because !== undefined && { because }),
});

/** How many systems take part, or receive each message. */
export function systemCount(
  amount: Amount,
  scene: Scene,
  lexicon: Lexicon,
  reader: AmountReader,
): Candidate | undefined {
  if (amount.value < 2 || !Number.isInteger(amount.value) || amount.value > 5_000) return undefined;
  const nounIn = (nouns: ReadonlySet<string>) => (at: number) =>
    nouns.has(scene.tokens[at]?.norm ?? '') ? at + 1 : undefined;
  const receivers = reader.nounBehind(amount, nounIn(lexicon.receiverNouns));
  if (receivers) return count('subscribers', amount.value, 'certain', [{ from: amount.from, to: receivers.to }]);
  const systems = reader.nounBehind(amount, nounIn(lexicon.systemNouns));
  return systems && count('systems', amount.value, 'certain', [{ from: amount.from, to: systems.to }]);
}

const KILOBYTES: Readonly<Record<string, number>> = {
  kb: 1,
  kilobytes: 1,
  kilobyte: 1,
  mb: 1_000,
  megabytes: 1_000,
  megabyte: 1_000,
  gb: 1_000_000,
  gigabytes: 1_000_000,
  gigabyte: 1_000_000,
};

/** The size of a message: up to 64 KB is small, up to a megabyte medium. */
export function sizeOf(amount: Amount, { tokens }: Scene): Candidate | undefined {
  const unit = KILOBYTES[tokens[amount.to]?.norm ?? ''];
  if (unit === undefined) return undefined;
  const kilobytes = amount.value * unit;
  const value = kilobytes <= 64 ? 'small' : kilobytes <= 1_000 ? 'medium' : 'large';
  return { field: 'payload', value, certainty: 'guess', parts: [{ from: amount.from, to: amount.to + 1 }] };
}
