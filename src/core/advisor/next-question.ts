import { type CompiledBook, compile, outcomeOf, type Room, roomOf } from './compiled.ts';
import { withImplied } from './contradictions.ts';
import { feasibleFrom } from './feasible.ts';
import { mattersIn } from './matters.ts';
import type { Field, Profile } from './profile.ts';
import type { Question, RuleBook } from './rule-book.ts';
import { isSettled } from './settle.ts';
import { isCountIn } from './vocabulary.ts';

/** Completions looked at to order the questions; more changes the order hardly ever, see `docs/decisions`. */
const SAMPLES = 200;

/** What a question has to tell, in bits, to be asked in its own place; one that tells less comes after those that do. */
const WORTH = 0.1;

/** How often a completion that contradicts itself is drawn again before it is taken all the same. */
const TRIES = 8;

/** A small generator of pseudo-random numbers in [0, 1): the same answers must lead to the same question. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

interface Choice {
  bit: number;
  share: number;
}

/** Several answers at once are rarer than one or none. */
const setShare = (size: number): number => (size === 0 ? 8 : size === 1 ? 2 : 0.25);

/** The ways in which an open field may be answered, and how often each is. */
function choicesOf(field: Field, question: Question | undefined, { domain, book }: CompiledBook): Choice[] {
  const values = domain.get(field) ?? [];
  return values.map((value, place) => {
    const bit = 2 << place;
    if (Array.isArray(value)) return { bit, share: setShare(value.length) };
    const below = place === 0 ? Number.NEGATIVE_INFINITY : Number(values[place - 1]);
    const last = place === values.length - 1;
    const matching = question?.options.filter((option) =>
      isCountIn(field, book)
        ? Number(option.value) > below && (last || Number(option.value) <= Number(value))
        : option.value === value,
    );
    return { bit, share: matching?.reduce((sum, { share }) => sum + (share ?? 1), 0) || 0.5 };
  });
}

function pick(choices: readonly Choice[], random: number): number {
  let left = random * choices.reduce((sum, { share }) => sum + share, 0);
  for (const { bit, share } of choices) {
    left -= share;
    if (left < 0) return bit;
  }
  return (choices.at(-1) as Choice).bit;
}

const entropy = (counts: Iterable<number>, total: number): number => {
  let sum = 0;
  for (const count of counts) sum -= (count / total) * Math.log2(count / total);
  return sum;
};

interface Sample {
  room: Room;
  outcome: string;
}

/**
 * How much an answer to a field tells of the outcome, in bits. What a sample of this size would seem to tell by chance,
 * the more so the more answers and outcomes there are, is taken off (Miller and Madow's correction).
 */
function toldBy(index: number, samples: readonly Sample[]): number {
  const outcomes = new Map<string, number>();
  const groups = new Map<number, Map<string, number>>();
  for (const { room, outcome } of samples) {
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    const group = groups.get(room[index] as number) ?? new Map<string, number>();
    group.set(outcome, (group.get(outcome) ?? 0) + 1);
    groups.set(room[index] as number, group);
  }
  let remaining = 0;
  for (const group of groups.values()) {
    const size = [...group.values()].reduce((a, b) => a + b, 0);
    remaining += (size / samples.length) * entropy(group.values(), size);
  }
  const byChance = ((groups.size - 1) * (outcomes.size - 1)) / (2 * samples.length * Math.LN2);
  return entropy(outcomes.values(), samples.length) - remaining - byChance;
}

/**
 * The question to ask next, or `undefined` when no remaining answer could change the primary or the middleware verdict.
 *
 * Questions come in the book's order, which is the one in which a person thinks of an interface. One that cannot matter
 * any more is left out, which is proved (see `settle` and `mattersIn`); one that tells next to nothing waits until those
 * that tell more are answered, which is estimated over a fixed sample of completions. So the same answers always lead to
 * the same question.
 *
 * @param unsure fields that the person could not answer; they are not asked again
 */
export function nextQuestion(profile: Profile, unsure: readonly Field[], book: RuleBook): Question | undefined {
  if (isSettled(profile, unsure, book)) return undefined;
  const known = withImplied(profile, unsure, book);
  // The first question frames all others, so people get the one that says what the interface does.
  if (Object.keys(known).length === 0 && unsure.length === 0) return book.questions[0];
  const compiled = compile(book);
  const start = roomOf(known, unsure, compiled);
  const { narrow, contradicts } = feasibleFrom(start, compiled);
  const room = narrow(start) ?? start;
  const matters = mattersIn(room, compiled);
  const places = book.questions
    .filter(({ field }) => known[field] === undefined && !unsure.includes(field))
    .map((question) => {
      const index = compiled.fields.indexOf(question.field);
      const choices = choicesOf(question.field, question, compiled);
      return { question, index, choices: choices.filter(({ bit }) => ((room[index] as number) & bit) !== 0) };
    })
    .filter(({ choices }) => choices.length > 0);
  const random = generator(20261123);
  const draw = (): Room => {
    const full = [...room];
    for (const { index, choices } of places) full[index] = pick(choices, random());
    return full;
  };
  const samples = Array.from({ length: SAMPLES }, (): Sample => {
    let full = draw();
    for (let tries = 1; tries < TRIES && contradicts(full); tries += 1) full = draw();
    const { primary, middleware } = outcomeOf(full, compiled);
    return { room: full, outcome: `${primary} ${middleware}` };
  });
  const ranked = places
    .filter(({ question }) => matters.has(question.field))
    .map(({ question, index }) => ({ question, told: toldBy(index, samples) }));
  const most = Math.max(...ranked.map(({ told }) => told));
  return ranked.find(({ told }) => told >= Math.min(WORTH, most))?.question;
}
