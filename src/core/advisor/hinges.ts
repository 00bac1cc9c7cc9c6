import {
  bitsOf,
  type CompiledBook,
  clausesIn,
  compile,
  outcomeOf,
  type Room,
  roomOf,
  UNKNOWN,
  withPrimary,
} from './compiled.ts';
import { withImplied } from './contradictions.ts';
import type { Value } from './domain.ts';
import type { Field, Profile } from './profile.ts';
import type { MiddlewareVerdict, PatternId, RuleBook } from './rule-book.ts';
import { primaryCanChange, type Search, searchFrom, verdictCanChange } from './settle.ts';
import { decidingIn } from './vocabulary.ts';

/** One question, and the answers to it that are meant. */
export interface AnyAnswer {
  field: Field;
  /** In the field's own order; a count stands for its interval. */
  values: readonly Value[];
}

/** What comes out where all of these answers are given. */
export interface Exception<Outcome extends string> {
  when: readonly AnyAnswer[];
  outcome: Outcome;
}

/** "Whatever the volume, Business Events; unless it may wait till tomorrow, then DMF." */
export interface Hinge<Outcome extends string> {
  /** What comes out unless one of the exceptions holds. */
  usually: Outcome;
  /** Open questions that make no difference, whatever the answer. */
  whatever: readonly Field[];
  /** Each true by itself; they may overlap. Empty where nothing open makes a difference. */
  unless: readonly Exception<Outcome>[];
}

/** What the open questions can still change: of the pattern, and of the verdict on middleware. */
export interface Hinges {
  primary: Hinge<PatternId | 'none'>;
  middleware: Hinge<MiddlewareVerdict>;
}

/** With more questions open than this a statement is hardly ever found, and it would list most of them. */
const MOST_OPEN = 12;

/** A search that has to look at more parts than this is given up: its statement would be too long to read. */
const MOST_PARTS = 200;

/** Stands for the outcome that no pattern can be recommended. */
const NONE = 'none';

interface Leaf {
  /** The open fields that were split, and the values of each that lead here. */
  room: Room;
  outcome: string;
}

interface Task {
  what: 'primary' | 'middleware';
  search: Search;
  /** Fields that may still be answered. */
  open: readonly number[];
  left: number;
}

/** Some completion of a room that does not contradict itself. */
function someCompletion(room: Room, { feasible }: Search): Room | undefined {
  const narrowed = feasible.narrow(room);
  const field = narrowed?.findIndex((left, index) => index < room.length - 1 && bitsOf(left).length > 1) ?? -1;
  if (!narrowed || field < 0) return narrowed;
  for (const bit of bitsOf(narrowed[field] as number)) {
    const found = someCompletion(narrowed.with(field, bit), { feasible } as Search);
    if (found) return found;
  }
  return undefined;
}

/** The outcome that all completions of a room share; `undefined` where they differ. */
function commonOutcome(room: Room, completion: Room, { what, search }: Task): string | undefined {
  const { primary, middleware } = outcomeOf(completion, search.compiled);
  if (what === 'primary') return primaryCanChange(primary, room, search) ? undefined : (primary ?? NONE);
  if (!verdictCanChange(middleware, room, search)) return middleware;
  if (primaryCanChange(primary, room, search)) return undefined;
  return verdictCanChange(middleware, withPrimary(room, primary, search.compiled), search) ? undefined : middleware;
}

/** Values of a field in groups that no clause which is still possible tells apart. */
function groupsOf(field: number, room: Room, compiled: CompiledBook): number[] {
  const { possible } = clausesIn(room, compiled);
  const tests = compiled.clauses.flatMap((clause, index) =>
    ((possible[index >>> 5] as number) >>> (index & 31)) & 1 ? clause.filter((test) => test.field === field) : [],
  );
  const ruled = compiled.contradictions.flat().filter((test) => test.field === field);
  const groups = new Map<string, number>();
  for (const bit of bitsOf(room[field] as number)) {
    const signature = [...tests, ...ruled].map(({ passes }) => (passes & bit ? '1' : '0')).join('');
    groups.set(signature, (groups.get(signature) ?? 0) | bit);
  }
  return [...groups.values()];
}

/** The parts of a room by the answers to the question that leaves the smallest share of them unsettled. */
function bestSplit(room: Room, task: Task): Room[] {
  const splits = task.open
    .map((field) => groupsOf(field, room, task.search.compiled).map((bits) => room.with(field, bits)))
    .filter((parts) => parts.length > 1);
  const unsettled = (part: Room): boolean => {
    const some = someCompletion(part, task.search);
    return some !== undefined && commonOutcome(part, some, task) === undefined;
  };
  let best: { parts: Room[]; share: number } | undefined;
  for (const parts of splits) {
    const share = parts.filter(unsettled).length / parts.length;
    if (!best || share < best.share) best = { parts, share };
  }
  return best?.parts ?? [];
}

/** Splits a room until each part has one outcome; `undefined` when that takes too many parts. */
function leavesOf(room: Room, task: Task): Leaf[] | undefined {
  task.left -= 1;
  if (task.left < 0) return undefined;
  const completion = someCompletion(room, task.search);
  if (!completion) return [];
  const outcome = commonOutcome(room, completion, task);
  if (outcome) return [{ room, outcome }];
  const leaves: Leaf[] = [];
  for (const part of bestSplit(room, task)) {
    const below = leavesOf(part, task);
    if (!below) return undefined;
    leaves.push(...below);
  }
  return leaves;
}

const isWithin = (inner: Room, outer: Room): boolean =>
  inner.every((left, field) => (left & ~(outer[field] as number)) === 0);

/** Widens a leaf as far as its outcome stays the only one: first whole questions, then single answers. */
function widen({ room, outcome }: Leaf, whole: Room, task: Task): Leaf {
  let widest = room;
  const take = (candidate: Room): void => {
    const some = someCompletion(candidate, task.search);
    if (some && commonOutcome(candidate, some, task) === outcome) widest = candidate;
  };
  for (const field of task.open) {
    if (widest[field] !== whole[field]) take(widest.with(field, whole[field] as number));
  }
  for (const field of task.open) {
    for (const bits of groupsOf(field, widest.with(field, whole[field] as number), task.search.compiled)) {
      if ((bits & ~(widest[field] as number)) !== 0) take(widest.with(field, (widest[field] as number) | bits));
    }
  }
  return { room: widest, outcome };
}

/** Few wide parts that hold all of these leaves: the one that holds most of what is left comes first. */
function cover(leaves: readonly Leaf[], whole: Room, task: Task): Leaf[] {
  const wide: Leaf[] = [];
  for (const leaf of leaves) {
    if (!wide.some(({ room }) => isWithin(leaf.room, room))) wide.push(widen(leaf, whole, task));
  }
  const chosen: Leaf[] = [];
  let left = [...leaves];
  const gain = ({ room }: Leaf): number => left.filter((leaf) => isWithin(leaf.room, room)).length;
  while (left.length > 0) {
    const next = wide.reduce((best, one) => (gain(one) > gain(best) ? one : best));
    chosen.push(next);
    left = left.filter((leaf) => !isWithin(leaf.room, next.room));
  }
  return chosen;
}

function toException(leaf: Leaf, whole: Room, { open, search }: Task): Exception<string> {
  const { compiled } = search;
  const when = open
    .filter((field) => leaf.room[field] !== whole[field])
    .map((index) => {
      const field = compiled.fields[index] as Field;
      const values = compiled.domain.get(field) ?? [];
      return { field, values: values.filter((_, bit) => ((leaf.room[index] as number) & (2 << bit)) !== 0) };
    });
  return { when, outcome: leaf.outcome };
}

function hingeOf(whole: Room, now: string, task: Task): Hinge<string> | undefined {
  const leaves = leavesOf(whole, task);
  if (!leaves) return undefined;
  const usually = leaves.some(({ outcome }) => outcome === now) ? now : (leaves[0]?.outcome ?? now);
  const exceptions = cover(
    leaves.filter(({ outcome }) => outcome !== usually),
    whole,
    task,
  );
  const unless = exceptions
    .map((leaf) => toException(leaf, whole, task))
    .toSorted((a, b) => a.when.length - b.when.length);
  const told = new Set(unless.flatMap(({ when }) => when.map(({ field }) => field)));
  const whatever = task.open.map((field) => task.search.compiled.fields[field] as Field);
  return { usually, whatever: whatever.filter((field) => !told.has(field)), unless };
}

/**
 * The recommendation under every way of answering the open questions, in the shortest true statement found: what comes
 * out usually, which questions make no difference, and the answers that lead elsewhere.
 *
 * Exact, by splitting what is open until each part has one outcome. Ways that contradict themselves are left out. Every
 * question without an answer counts as open, those answered by "not sure" too. `undefined` where so much is open that a
 * statement would not help.
 */
export function whatItHingesOn(profile: Profile, book: RuleBook): Hinges | undefined {
  const compiled = compile(book);
  const known = withImplied(profile, [], book);
  const start = roomOf(known, [], compiled);
  const search = searchFrom(start, compiled);
  const answers = start.map((left) => (left === UNKNOWN ? left : left & ~UNKNOWN));
  const whole = search.feasible.narrow(answers) ?? answers;
  const open = decidingIn(book)
    .map((_, field) => field)
    .filter((field) => bitsOf(whole[field] as number).length > 1);
  if (open.length > MOST_OPEN) return undefined;
  const now = outcomeOf(roomOf(known, decidingIn(book), compiled), compiled);
  const hinge = (what: Task['what']) => hingeOf(whole, now[what] ?? NONE, { what, search, open, left: MOST_PARTS });
  const primary = hinge('primary');
  const middleware = hinge('middleware');
  if (!primary || !middleware) return undefined;
  return { primary: primary as Hinges['primary'], middleware: middleware as Hinge<MiddlewareVerdict> };
}
