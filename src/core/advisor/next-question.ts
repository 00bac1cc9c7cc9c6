import { type CompiledBook, compile, outcomeOf, type Room, roomOf, UNKNOWN } from './compiled.ts';
import { withImplied } from './contradictions.ts';
import { type Feasible, feasibleFrom } from './feasible.ts';
import { mattersIn } from './matters.ts';
import { type Field, isCount, type Profile } from './profile.ts';
import type { Question, RuleBook } from './rule-book.ts';
import { isSettled, settledIn } from './settle.ts';

/** Completions looked at to order the questions; more changes the order hardly ever, see `docs/decisions`. */
const SAMPLES = 200;

/** How much more a question may leave open than the best one, and still be asked in its own place in a person's order. */
const SLACK = 0.15;

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

/** A room in which every field that may stay unknown does. */
const withNothingSaid = (room: Room): Room => room.map((left) => left & UNKNOWN || left & -left);

/** How likely it is that something can still change the outcome once a field is known; each answer is tried and proved. */
function chanceOfMore(room: Room, index: number, choices: readonly Choice[], { narrow }: Feasible, book: CompiledBook) {
  let more = 0;
  let all = 0;
  for (const { bit, share } of choices) {
    const narrowed = narrow(room.with(index, bit));
    if (!narrowed) continue;
    all += share;
    const now = outcomeOf(withNothingSaid(narrowed), book);
    if (!settledIn(narrowed, now, book).middleware) more += share;
  }
  return all === 0 ? 1 : more / all;
}

/**
 * The question to ask next, or `undefined` when no remaining answer could change the primary or the middleware verdict.
 *
 * Of the questions that bring one about as far as the best does, the first in the book's order is asked, which is the order
 * in which a person thinks of an interface. How far one brings is estimated over a fixed sample of completions, together
 * with how likely it ends the questions, which is proved for each of its answers: without that, rare cases that the sample
 * does not hold would be asked about last, in no order. Questions that cannot matter any more are left out, which is proved
 * (see `settle` and `mattersIn`). The same answers always lead to the same question.
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
  const feasible = feasibleFrom(start, compiled);
  const { narrow, contradicts } = feasible;
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
  const samples = Array.from({ length: SAMPLES }, (): { room: Room; outcome: string } => {
    let full = draw();
    for (let tries = 1; tries < TRIES && contradicts(full); tries += 1) full = draw();
    const { primary, middleware } = outcomeOf(full, compiled);
    return { room: full, outcome: `${primary} ${middleware}` };
  });
  const ranked = places
    .filter(({ question }) => matters.has(question.field))
    .map(({ question, index, choices }) => ({
      question,
      left: remainingUncertainty(samples, index) + chanceOfMore(room, index, choices, feasible, compiled),
    }));
  const least = Math.min(...ranked.map(({ left }) => left));
  return ranked.find(({ left }) => left <= least + SLACK)?.question;
}
