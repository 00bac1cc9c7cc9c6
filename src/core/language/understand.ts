import { choices, type Field, fields, type Guarantee, isCount, type Profile } from '#core/advisor/profile.ts';
import { AmountReader, sizeOf, systemCount } from './amounts.ts';
import { agreeing, type Candidate, phraseCandidates, systemCandidates } from './candidates.ts';
import { cronCandidates, FrequencyReader } from './frequency.ts';
import type { Certainty, Lexicon } from './lexicon.ts';
import { type Amount, amountsIn } from './numbers.ts';
import type { Range } from './phrases.ts';
import { type Scene, sceneOf } from './scene.ts';
import type { Consequence } from './tables.ts';
import type { Span } from './tokens.ts';

/** One thing that was understood: an answer to a question, and the words it rests on. */
export interface Reading {
  field: Field;
  value: NonNullable<Profile[Field]>;
  certainty: Certainty;
  /** Where the words stand in the text, from left to right. */
  words: readonly Span[];
  /** The arithmetic behind a number, or what the answer follows from. */
  because?: string;
}

/** A system that is named, as the table spells it. */
export interface SystemReading {
  name: string;
  certainty: Certainty;
  words: readonly Span[];
}

/** What could be understood of a text. */
export interface Understanding {
  /** At most one for each field, in the order of the fields. */
  readings: readonly Reading[];
  /** Fields of which the text says more than one thing; none of them is taken. */
  unsettled: readonly { field: Field; readings: readonly Reading[] }[];
  /** Systems other than F&O, in the order of the text. */
  systems: readonly SystemReading[];
  /** Words that nothing was made of, joined where they stand side by side. */
  notUnderstood: readonly Span[];
  /** The readings as answers. */
  profile: Profile;
}

const spanOf = ({ tokens }: Scene, { from, to }: Range): Span => ({
  start: tokens[from]?.start ?? 0,
  end: tokens[to - 1]?.end ?? 0,
});

/** Spans in order, those that touch or overlap made one. */
function joined(spans: readonly Span[]): Span[] {
  const result: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    const last = result.at(-1);
    if (last && span.start <= last.end + 1)
      result[result.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    else result.push(span);
  }
  return result;
}

const valueKey = ({ value }: Candidate): string => String(value);

function readingOf(scene: Scene, all: readonly Candidate[]): Reading {
  const [first] = all as [Candidate, ...Candidate[]];
  const value = first.field === 'guarantees' ? [first.value as Guarantee] : first.value;
  const because = all.find((one) => one.because !== undefined)?.because;
  return {
    field: first.field,
    value: value as Reading['value'],
    certainty: all.some(({ certainty }) => certainty === 'certain') ? 'certain' : 'guess',
    words: joined(all.flatMap(({ parts }) => parts.map((part) => spanOf(scene, part)))),
    ...(because !== undefined && { because }),
  };
}

type Settled = { taken?: Reading; unsettled?: Reading[] };

/**
 * One value for certain wins over guesses. Several for certain leave the question open; of several guesses one is taken
 * where more phrases of the text speak for it than for all others together.
 */
function settle(scene: Scene, candidates: readonly Candidate[]): Settled {
  const certain = candidates.filter(({ certainty }) => certainty === 'certain');
  const deciding = certain.length > 0 ? certain : candidates;
  const byValue = [...Map.groupBy(deciding, valueKey).values()];
  const [only, ...others] = byValue;
  if (!only) return {};
  if (others.length === 0) return { taken: readingOf(scene, only) };
  const ahead = certain.length === 0 && byValue.find((all) => all.length * 2 > deciding.length);
  return ahead ? { taken: readingOf(scene, ahead) } : { unsettled: byValue.map((all) => readingOf(scene, all)) };
}

/** Data that go in and come out go both ways, as long as there is but one other system that they can go to. */
function settleDirection(scene: Scene, candidates: readonly Candidate[]): Settled {
  const settled = settle(scene, candidates);
  const others = new Set(scene.systems.filter(({ meaning }) => !meaning.isOwn).map(({ meaning }) => meaning.name));
  if (!settled.unsettled || others.size > 1) return settled;
  const words = joined(settled.unsettled.flatMap((reading) => reading.words));
  return {
    taken: {
      field: 'direction',
      value: 'bidirectional',
      certainty: 'guess',
      words,
      because: 'data go in and come out',
    },
  };
}

/** How fields are settled that are not settled like the others. */
const settlers: Readonly<Partial<Record<Field, typeof settle>>> = {
  direction: settleDirection,
  guarantees: (scene, candidates) => settleGuarantees(scene, candidates),
};

/** Promises do not exclude one another: each that is told is kept. */
function settleGuarantees(scene: Scene, candidates: readonly Candidate[]): Settled {
  const [first] = candidates;
  if (!first) return {};
  const reading = readingOf(scene, candidates);
  const certain = candidates.filter(({ certainty }) => certainty === 'certain');
  const kept = certain.length > 0 ? certain : candidates;
  return { taken: { ...reading, value: [...new Set(kept.map(({ value }) => value as Guarantee))] } };
}

const isAllowed = ({ field, value }: Candidate): boolean =>
  isCount(field) ? Number.isSafeInteger(value) && Number(value) > 0 : field in choices || field === 'guarantees';

function measured(
  scene: Scene,
  lexicon: Lexicon,
): { candidates: Candidate[]; loose: { loose: Amount; parts: Range[] }[] } {
  const amounts = amountsIn(scene, lexicon);
  const reader = new AmountReader(scene, lexicon);
  const frequency = new FrequencyReader(scene, lexicon);
  const clock = frequency.clock();
  const isClock = ({ from }: Amount): boolean =>
    clock.some(({ parts }) => parts.some((part) => part.from <= from && from < part.to));
  const candidates: Candidate[] = [...clock, ...frequency.twice(), ...cronCandidates(scene)];
  const loose: { loose: Amount; parts: Range[] }[] = [];
  for (const amount of amounts.filter((one) => !isClock(one))) {
    const own = [systemCount(amount, scene, lexicon, reader), sizeOf(amount, scene)].filter((one) => one !== undefined);
    const timed = [...own, ...frequency.of(amount)];
    candidates.push(...timed);
    const volume = timed.length > 0 ? undefined : reader.volumeOf(amount);
    if (volume && 'loose' in volume) loose.push(volume);
    else if (volume) candidates.push(volume);
  }
  return { candidates, loose };
}

/** A number of records without a time counts for what moves at once: a night's run, or a one-off load. */
function looseVolume({ loose, parts }: { loose: Amount; parts: Range[] }, profile: Profile): Candidate | undefined {
  const value = Math.round(loose.value);
  if (profile.latency === 'nightly' && profile.purpose !== 'migration') {
    return { field: 'volume_per_day', value, certainty: 'guess', parts, because: 'it moves once a day' };
  }
  const isAtOnce = profile.purpose === 'migration' || profile.latency === 'hourly' || profile.operation === 'bulk-load';
  return isAtOnce
    ? { field: 'peak_batch_records', value, certainty: 'guess', parts, because: 'they move in one run' }
    : undefined;
}

class Reckoning {
  readonly #scene: Scene;
  readonly taken = new Map<Field, Reading>();
  readonly unsettled = new Map<Field, Reading[]>();

  constructor(scene: Scene) {
    this.#scene = scene;
  }

  get profile(): Profile {
    return Object.fromEntries([...this.taken].map(([field, { value }]) => [field, value]));
  }

  add(candidates: readonly Candidate[]): void {
    for (const [field, own] of Map.groupBy(candidates.filter(isAllowed), (one) => one.field)) {
      const { taken, unsettled } = (settlers[field] ?? settle)(this.#scene, own);
      if (taken) this.taken.set(field, taken);
      if (unsettled) this.unsettled.set(field, unsettled);
    }
  }

  isOpen(field: Field): boolean {
    return !this.taken.has(field) && !this.unsettled.has(field);
  }

  /** The words that a consequence rests on, where all that it asks for was read. */
  #wordsFor({ when }: Consequence): Span[] | undefined {
    const causes = Object.entries(when).map(([field, value]) => ({ reading: this.taken.get(field as Field), value }));
    if (!causes.every(({ reading, value }) => reading?.value === value)) return undefined;
    return joined(causes.flatMap(({ reading }) => reading?.words ?? []));
  }

  /** What follows fills what is open, and decides between things that the text says both of. */
  #canTake(field: Field, value: unknown): boolean {
    const said = this.unsettled.get(field);
    return said ? said.some((reading) => reading.value === value) : !this.taken.has(field);
  }

  #take(one: Consequence): boolean {
    const words = this.#wordsFor(one);
    if (!words) return false;
    const open = Object.entries(one.gives).filter(([field, value]) => this.#canTake(field as Field, value));
    for (const [name, value] of open) {
      const field = name as Field;
      this.unsettled.delete(field);
      this.taken.set(field, {
        field,
        value: value as Reading['value'],
        certainty: 'guess',
        words,
        because: one.because,
      });
    }
    return open.length > 0;
  }

  /** Takes what follows from what was read, until nothing more does. */
  follow(follows: readonly Consequence[]): void {
    while (follows.map((one) => this.#take(one)).includes(true));
  }
}

/** Words that carry something and that no reading rests on. */
function restOf(scene: Scene, understood: readonly Span[], { passedOver }: Lexicon): Span[] {
  const covered = ({ start, end }: Span): boolean => understood.some((span) => span.start < end && start < span.end);
  const rest: Span[] = [];
  let isOpen = false;
  scene.tokens.forEach((token, at) => {
    const kinds = scene.kindsAt[at];
    const isPlain = token.kind !== 'word' && token.kind !== 'number' && token.kind !== 'arrow';
    if (isPlain || passedOver.has(token.norm) || kinds?.has('FNO') || covered(token)) {
      isOpen = false;
      return;
    }
    const last = rest.at(-1);
    if (isOpen && last) last.end = token.end;
    else rest.push({ start: token.start, end: token.end });
    isOpen = true;
  });
  return rest;
}

/** Several times a day says how often "daily" is: the word alone would say once. */
function withoutPlainDaily(phrases: Candidate[], measures: readonly Candidate[], scene: Scene, lexicon: Lexicon) {
  const isSeveral = measures.some(
    ({ field, value, certainty }) => field === 'latency' && value !== 'nightly' && certainty === 'certain',
  );
  if (!isSeveral) return phrases;
  const isDaily = ({ from, to }: Range): boolean =>
    scene.tokens.slice(from, to).every(({ norm }) => lexicon.adverbs.get(norm) === 'day');
  return phrases.filter(
    ({ field, value, parts }) => field !== 'latency' || value !== 'nightly' || !parts.every(isDaily),
  );
}

/**
 * Understands what somebody writes of an interface: a sentence or some, in English and, for the words that spreadsheets
 * use, in German, French, Dutch and Spanish.
 *
 * Nothing is taken from a word that is denied; what is only supposed, or follows from other readings, is a guess; a field
 * of which the text says two things is left open.
 */
export function understand(text: string, lexicon: Lexicon): Understanding {
  const scene = sceneOf(text, lexicon);
  const { candidates, loose } = measured(scene, lexicon);
  const reckoning = new Reckoning(scene);
  const all = agreeing(
    [
      ...withoutPlainDaily(phraseCandidates(scene, lexicon), candidates, scene, lexicon),
      ...systemCandidates(scene, lexicon),
      ...candidates,
    ],
    lexicon,
  );
  reckoning.add(all.filter(({ certainty }) => certainty === 'certain'));
  reckoning.follow(lexicon.words.follows.filter(({ strong }) => strong));
  reckoning.add(all.filter(({ field }) => reckoning.isOpen(field)));
  reckoning.follow(lexicon.words.follows);
  const late = loose.flatMap((one) => looseVolume(one, reckoning.profile) ?? []);
  reckoning.add(late.filter(({ field }) => reckoning.isOpen(field)));
  const { taken, unsettled } = reckoning;
  const systems = scene.systems
    .filter(({ meaning }) => !meaning.isOwn)
    .map((system): SystemReading => {
      const certainty = system.isSlip || system.meaning.isUnsure ? 'guess' : 'certain';
      return { name: system.meaning.name, certainty, words: [spanOf(scene, system)] };
    });
  const readings = fields.flatMap((field) => taken.get(field) ?? []);
  const open = fields.flatMap((field) => {
    const own = unsettled.get(field);
    return own ? [{ field, readings: own }] : [];
  });
  const understood = [...readings, ...open.flatMap((one) => one.readings), ...systems].flatMap(({ words }) => words);
  return {
    readings,
    unsettled: open,
    systems,
    notUnderstood: restOf(scene, understood, lexicon),
    profile: Object.fromEntries(readings.map(({ field, value }) => [field, value])),
  };
}
