import { Cron } from 'croner';
import type { Candidate } from './candidates.ts';
import type { Certainty, Lexicon } from './lexicon.ts';
import type { Amount } from './numbers.ts';
import type { Range } from './phrases.ts';
import type { Scene } from './scene.ts';
import type { Period } from './tables.ts';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const seconds: Readonly<Record<Period, number>> = {
  second: 1,
  minute: MINUTE,
  hour: HOUR,
  day: DAY,
  week: 7 * DAY,
  month: 30 * DAY,
  quarter: 91 * DAY,
  year: 365 * DAY,
  run: Number.POSITIVE_INFINITY,
};

type Latency = 'realtime' | 'near-realtime' | 'hourly' | 'nightly';

/** How soon data are there that move every so many seconds. Several times a day is nearer to hourly than to nightly. */
export function latencyOfInterval(interval: number): Latency {
  if (interval <= 15 * MINUTE) return 'near-realtime';
  return interval <= 12 * HOUR ? 'hourly' : 'nightly';
}

/** How soon data are there that may take so many seconds. */
function latencyOfDelay(delay: number): Latency {
  if (delay <= 5) return 'realtime';
  if (delay <= 30 * MINUTE) return 'near-realtime';
  return delay <= 12 * HOUR ? 'hourly' : 'nightly';
}

const everyWords: ReadonlySet<string> = new Set(
  'every each alle jede jeden toutes tous chaque elke iedere om cada'.split(' '),
);
const withinWords: ReadonlySet<string> = new Set(
  'within in under inside after than most binnen innerhalb nach dans apres moins dentro menos na max maximum latency delay'.split(
    ' ',
  ),
);
const timesWords: ReadonlySet<string> = new Set('times time x mal fois keer maal veces'.split(' '));
const skipped: ReadonlySet<string> = new Set(
  'about around roughly some les los las de circa etwa environ ongeveer the a'.split(' '),
);
const laterWords: ReadonlySet<string> = new Set('later delay latency old lag'.split(' '));
const batchWords: ReadonlySet<string> = new Set('batch batches interval intervals polling poll takt'.split(' '));

interface Reading {
  value: Latency;
  certainty: Certainty;
  parts: Range[];
  because?: string;
}

const schedule = (parts: readonly Range[]): Candidate => ({
  field: 'initiator',
  value: 'schedule',
  certainty: 'guess',
  parts,
});

const latency = ({ value, certainty, parts, because }: Reading): Candidate => ({
  field: 'latency',
  value,
  certainty,
  parts,
  ...(because !== undefined && { because }),
});

/** Reads how often something happens, or how long it may take, from the numbers of a text. */
export class FrequencyReader {
  readonly #scene: Scene;
  readonly #lexicon: Lexicon;

  constructor(scene: Scene, lexicon: Lexicon) {
    this.#scene = scene;
    this.#lexicon = lexicon;
  }

  #norm(at: number): string {
    return this.#scene.tokens[at]?.norm ?? '';
  }

  #wordBefore(at: number): { norm: string; at: number } {
    let index = at - 1;
    while (skipped.has(this.#norm(index))) index -= 1;
    return { norm: this.#norm(index), at: index };
  }

  /** `every 15 minutes`, `within four hours`, `5 min batch`. */
  #duration(amount: Amount, period: Period): Candidate[] {
    const before = this.#wordBefore(amount.from);
    const length = amount.value * seconds[period];
    const behind = this.#norm(amount.to + 1);
    const parts = [{ from: amount.from, to: amount.to + 1 }];
    const led = [{ from: before.at, to: before.at + 1 }, ...parts];
    if (everyWords.has(before.norm)) {
      return [latency({ value: latencyOfInterval(length), certainty: 'certain', parts: led }), schedule(led)];
    }
    if (batchWords.has(before.norm) || batchWords.has(behind) || this.#isInBrackets(amount)) {
      return [latency({ value: latencyOfInterval(length), certainty: 'guess', parts }), schedule(parts)];
    }
    if (withinWords.has(before.norm) || laterWords.has(behind)) {
      const certainty = length > 90 * MINUTE && length < 20 * HOUR ? 'guess' : 'certain';
      return [latency({ value: latencyOfDelay(length), certainty, parts: withinWords.has(before.norm) ? led : parts })];
    }
    return [];
  }

  #isInBrackets({ from, to }: Amount): boolean {
    return this.#norm(from - 1) === '(' && this.#norm(to + 1) === ')';
  }

  /** `3 times a day`, `2x daily`. */
  #times(amount: Amount): Candidate[] {
    const at = amount.to + 1;
    const direct = this.#lexicon.adverbs.get(this.#norm(at));
    const behindPer = this.#lexicon.per.has(this.#norm(at)) ? this.#lexicon.periods.get(this.#norm(at + 1)) : undefined;
    const period = direct ?? this.#lexicon.periods.get(this.#norm(at)) ?? behindPer;
    if (!period || amount.value <= 0) return [];
    const parts = [{ from: amount.from, to: direct || !behindPer ? at + 1 : at + 2 }];
    const value = latencyOfInterval(seconds[period] / amount.value);
    return [latency({ value, certainty: 'certain', parts }), schedule(parts)];
  }

  /** What a number says of time. */
  of(amount: Amount): Candidate[] {
    if (timesWords.has(this.#norm(amount.to))) return this.#times(amount);
    const period = this.#lexicon.periods.get(this.#norm(amount.to));
    return period && period !== 'run' ? this.#duration(amount, period) : [];
  }

  /** `twice a day`. */
  twice(): Candidate[] {
    return this.#scene.tokens.flatMap(({ norm }, at) =>
      norm === 'twice' || norm === 'zweimal' ? this.#times({ value: 2, from: at, to: at }) : [],
    );
  }

  /** Times of the day: several of them are several times a day; a single one says when, which a guess may rest on. */
  clock(): Candidate[] {
    const times = this.#scene.tokens.flatMap((_, at) => {
      const to = this.#timeEnd(at);
      return to === undefined ? [] : [{ from: at, to }];
    });
    const [first, second] = times;
    if (!first) return [];
    const isWindow = times.length === 2 && second && this.#isWindow(first, second);
    const value: Latency = times.length > 1 && !isWindow ? 'hourly' : 'nightly';
    return [
      latency({ value, certainty: times.length > 1 && !isWindow ? 'certain' : 'guess', parts: times }),
      schedule(times),
    ];
  }

  #isWindow(first: Range, second: Range): boolean {
    const between = this.#scene.text.slice(
      this.#scene.tokens[first.to - 1]?.end,
      this.#scene.tokens[second.from]?.start,
    );
    return /^(?:\s?[-–]\s?| to | until | bis )$/.test(between);
  }

  /** Where the time that begins at a token ends: `6:00`, `2 am`, `02:30h`. */
  #timeEnd(at: number): number | undefined {
    const [hour, colon, minute] = [0, 1, 2].map((offset) => this.#scene.tokens[at + offset]);
    if (hour?.kind !== 'number' || !/^\d{1,2}$/.test(hour.norm) || Number(hour.norm) > 24) return undefined;
    if (/^[ap]m$/.test(colon?.norm ?? '')) return at + 2;
    const isTime = colon?.norm === ':' && colon.start === hour.end && /^[0-5]\d$/.test(minute?.norm ?? '');
    return isTime && minute?.start === colon.end ? at + 3 : undefined;
  }
}

/** Five fields of a cron expression: digits, stars, lists, ranges and steps. */
const CRON = /(?<![\w*/,-])[\d*/,-]{1,40}(?: [\d*/,?LW#-]{1,40}){3} [\d*/,?L#A-Z-]{1,40}(?![\w*/,-])/g;

/** The longest gap between runs that a week shows. */
function intervalOf(expression: string): number | undefined {
  try {
    const runs = new Cron(expression, { paused: true, timezone: 'UTC' }).nextRuns(8, new Date(Date.UTC(2026, 0, 5)));
    const gaps = runs.slice(1).map((run, index) => (run.getTime() - (runs[index]?.getTime() ?? 0)) / 1000);
    return gaps.length === 0 ? undefined : Math.min(...gaps);
  } catch {
    return undefined;
  }
}

/** What a cron expression says: how often it runs. */
export function cronCandidates({ text, tokens }: Scene): Candidate[] {
  return [...text.matchAll(CRON)].flatMap(([expression], index) => {
    if (!expression.includes('*')) return [];
    const interval = intervalOf(expression);
    if (interval === undefined) return [];
    const start = [...text.matchAll(CRON)][index]?.index ?? 0;
    const from = tokens.findIndex((token) => token.start >= start);
    const behind = tokens.findIndex((token) => token.start >= start + expression.length);
    const parts = [{ from, to: behind === -1 ? tokens.length : behind }];
    return [latency({ value: latencyOfInterval(interval), certainty: 'certain', parts }), schedule(parts)];
  });
}
