import { type CompiledBook, compile, outcomeOf, type Room, roomOf } from './compiled.ts';
import { withImplied } from './contradictions.ts';
import { feasibleFrom } from './feasible.ts';
import { type Field, isCount, type Profile } from './profile.ts';
import type { Question, RuleBook } from './rule-book.ts';
import { isSettled } from './settle.ts';

/** Completions looked at to order the questions; more changes the order hardly ever, see `docs/decisions`. */
const SAMPLES = 200;

/** Questions whose difference is no more than the sample's noise, in bits, count as equal. */
const TIE = 0.02;

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
function choicesOf(field: Field, question: Question | undefined, { domain }: CompiledBook): Choice[] {
  const values = domain.get(field) ?? [];
  return values.map((value, index) => {
    const bit = 2 << index;
    if (Array.isArray(value)) return { bit, share: setShare(value.length) };
    const below = index === 0 ? Number.NEGATIVE_INFINITY : Number(values[index - 1]);
    const last = index === values.length - 1;
    const matching = question?.options.filter((option) =>
      isCount(field)
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

/** How uncertain the outcome stays on average once a field is known, in bits. */
function remainingUncertainty(samples: readonly { room: Room; outcome: string }[], index: number): number {
  const groups = new Map<number, Map<string, number>>();
  for (const { room, outcome } of samples) {
    const group = groups.get(room[index] as number) ?? new Map<string, number>();
    group.set(outcome, (group.get(outcome) ?? 0) + 1);
    groups.set(room[index] as number, group);
  }
  let sum = 0;
  for (const group of groups.values()) {
    const size = [...group.values()].reduce((a, b) => a + b, 0);
    sum += (size / samples.length) * entropy(group.values(), size);
  }
  return sum;
}

/**
 * The question that leaves the recommendation least uncertain, or `undefined` when no remaining answer could change
 * the primary or the middleware verdict.
 *
 * That nothing can change any more is proved (see `settle`); which question splits best is estimated over a fixed
 * sample of completions, so the same answers always lead to the same question. Ties go to the order of the questions,
 * and so does the very first one.
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
  const samples = Array.from({ length: SAMPLES }, () => {
    let full = draw();
    for (let tries = 1; tries < TRIES && contradicts(full); tries += 1) full = draw();
    const { primary, middleware } = outcomeOf(full, compiled);
    return { room: full, outcome: `${primary} ${middleware}` };
  });
  const ranked = places.map(({ question, index }) => ({ question, left: remainingUncertainty(samples, index) }));
  const least = Math.min(...ranked.map(({ left }) => left));
  return ranked.find(({ left }) => left <= least + TIE)?.question;
}
