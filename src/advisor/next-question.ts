import { type CompiledBook, type CompiledRule, compile, type Room, roomOf, statusOf, withPrimary } from './compiled.ts';
import { type Field, isCount, type Profile } from './profile.ts';
import {
  type PatternId,
  type PatternRule,
  patternIds,
  type Question,
  type RuleBook,
  type VerdictRule,
} from './rule-book.ts';
import { isSettled } from './settle.ts';

/** Completions looked at to order the questions; more changes the order hardly ever, see `docs/decisions`. */
const SAMPLES = 256;

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
  return values.map((value, place) => {
    const bit = 2 << place;
    if (Array.isArray(value)) return { bit, share: setShare(value.length) };
    const below = place === 0 ? Number.NEGATIVE_INFINITY : Number(values[place - 1]);
    const last = place === values.length - 1;
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

const holds = (rule: CompiledRule, room: Room): boolean => statusOf(rule, room) === 'holds';

/** The primary and the verdict of a room in which every field has one value, as one short text. */
function outcomeOf(room: Room, { book, rules, verdicts }: CompiledBook): string {
  const scores = new Map<PatternId, number>(patternIds.map((id) => [id, 0]));
  for (const rule of rules) {
    if (!holds(rule, room)) continue;
    const { pattern, effect, weight } = rule.source as PatternRule;
    const change = effect === 'exclude' ? Number.NEGATIVE_INFINITY : effect === 'favour' ? weight : -weight;
    scores.set(pattern, (scores.get(pattern) ?? 0) + change);
  }
  const primary = book.patterns.reduce<PatternId>(
    (best, { id }) => ((scores.get(id) ?? 0) > (scores.get(best) ?? 0) ? id : best),
    (book.patterns[0] as { id: PatternId }).id,
  );
  const chosen = withPrimary(room, primary);
  const asked = new Set(
    verdicts.filter((rule) => holds(rule, chosen)).map(({ source }) => (source as VerdictRule).verdict),
  );
  const verdict = (['required', 'avoid', 'advised'] as const).find((one) => asked.has(one)) ?? 'optional';
  return `${primary} ${verdict}`;
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
 * sample of completions, so the same answers always lead to the same question. Ties go to the order of the questions.
 *
 * @param unsure fields that the person could not answer; they are not asked again
 */
export function nextQuestion(profile: Profile, unsure: readonly Field[], book: RuleBook): Question | undefined {
  if (isSettled(profile, unsure, book)) return undefined;
  const compiled = compile(book);
  const room = roomOf(profile, unsure, compiled);
  const open = book.questions.filter(
    ({ field }) => field !== 'sla' && profile[field] === undefined && !unsure.includes(field),
  );
  const places = open.map((question) => ({
    question,
    index: compiled.fields.indexOf(question.field),
    choices: choicesOf(question.field, question, compiled),
  }));
  const random = generator(20261123);
  const samples = Array.from({ length: SAMPLES }, () => {
    const full = [...room];
    for (const { index, choices } of places) full[index] = pick(choices, random());
    return { room: full, outcome: outcomeOf(full, compiled) };
  });
  let best: { question: Question; left: number } | undefined;
  for (const { question, index } of places) {
    const left = remainingUncertainty(samples, index);
    if (best === undefined || left < best.left - 1e-9) best = { question, left };
  }
  return best?.question;
}
