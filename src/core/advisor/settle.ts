import {
  type ClauseSets,
  type CompiledBook,
  type CompiledPattern,
  type CompiledRule,
  clausesIn,
  compile,
  mayFire,
  mustFire,
  openTest,
  type Room,
  roomOf,
  split,
  verdictRank,
  withPrimary,
} from './compiled.ts';
import { withImplied } from './contradictions.ts';
import { type Feasible, feasibleFrom } from './feasible.ts';
import type { Field, Profile } from './profile.ts';
import { recommend } from './recommend.ts';
import type { MiddlewareVerdict, PatternId, RuleBook } from './rule-book.ts';

/** What the remaining answers can no longer change. */
export interface Settled {
  primary: boolean;
  middleware: boolean;
}

/** Where the search for another verdict takes place. */
export interface Search {
  compiled: CompiledBook;
  feasible: Feasible;
}

/** The most that rules could add up to in a room, and the weightiest of them that is still open there. */
interface Bound {
  most: number;
  open: CompiledRule | undefined;
  openWeight: number;
}

function addBound(bound: Bound, { weighing }: CompiledPattern, sign: 1 | -1, sets: ClauseSets): void {
  for (const rule of weighing) {
    if (!mayFire(rule, sets)) continue;
    const gain = sign * rule.weight;
    if (mustFire(rule, sets)) {
      bound.most += gain;
      continue;
    }
    bound.most += Math.max(0, gain);
    if (Math.abs(gain) > Math.abs(bound.openWeight)) [bound.open, bound.openWeight] = [rule, gain];
  }
}

/**
 * Whether some completion puts the rival in front, by branch and bound: each open rule counts for what it could add at
 * best, and the room is split on a test of the weightiest open rule until the bound says no or nothing is open.
 */
function canOvertake(
  rival: CompiledPattern,
  leader: CompiledPattern,
  needed: number,
  wide: Room,
  search: Search,
): boolean {
  const { compiled, feasible } = search;
  const room = feasible.narrow(wide);
  if (!room) return false;
  const sets = clausesIn(room, compiled);
  if (rival.excluding.some((rule) => mustFire(rule, sets))) return false;
  const bound: Bound = { most: 0, open: undefined, openWeight: 0 };
  addBound(bound, rival, 1, sets);
  addBound(bound, leader, -1, sets);
  if (bound.most < needed) return false;
  const open = bound.open ?? rival.excluding.find((rule) => mayFire(rule, sets));
  const test = open && openTest(open, room, compiled);
  if (!test) return !feasible.isEmpty(room);
  const [passing, failing] = split(room, test);
  const likelierFirst = bound.openWeight > 0 ? [passing, failing] : [failing, passing];
  return likelierFirst.some((part) => canOvertake(rival, leader, needed, part, search));
}

/** Whether a rule fires in some completion of a room. */
function canFire(rule: CompiledRule, wide: Room, search: Search): boolean {
  const { compiled, feasible } = search;
  const room = feasible.narrow(wide);
  if (!room) return false;
  const sets = clausesIn(room, compiled);
  if (mustFire(rule, sets)) return !feasible.isEmpty(room);
  const test = mayFire(rule, sets) ? openTest(rule, room, compiled) : undefined;
  return test !== undefined && split(room, test).some((part) => canFire(rule, part, search));
}

/** Whether some completion of a room gives another pattern than `leader`, which must be the pattern of one of them. */
export function primaryCanChange(leader: PatternId, room: Room, search: Search): boolean {
  const { patterns } = search.compiled;
  const place = patterns.findIndex(({ id }) => id === leader);
  const ahead = patterns[place] as CompiledPattern;
  if (ahead.excluding.some((rule) => canFire(rule, room, search))) return true;
  // A tie goes to whichever stands first in the book.
  return patterns.some(
    (rival, index) => rival !== ahead && canOvertake(rival, ahead, index < place ? 0 : 1, room, search),
  );
}

/** Whether some completion gives another verdict than the one now, given that the primary stays. */
export function verdictCanChange(now: MiddlewareVerdict, wide: Room, search: Search): boolean {
  const { compiled, feasible } = search;
  const room = feasible.narrow(wide);
  if (!room) return false;
  const sets = clausesIn(room, compiled);
  let settled: MiddlewareVerdict = 'optional';
  for (const rule of compiled.verdicts) {
    if (verdictRank[rule.verdict] > verdictRank[settled] && mustFire(rule, sets)) settled = rule.verdict;
  }
  const stronger = compiled.verdicts.find(
    (rule) => verdictRank[rule.verdict] > verdictRank[settled] && mayFire(rule, sets),
  );
  const test = stronger && openTest(stronger, room, compiled);
  if (!test) return settled !== now && !feasible.isEmpty(room);
  return split(room, test).some((part) => verdictCanChange(now, part, search));
}

/** A search among the completions of a room that do not contradict themselves. */
export const searchFrom = (room: Room, compiled: CompiledBook): Search => ({
  compiled,
  feasible: feasibleFrom(room, compiled),
});

/**
 * Whether any way of answering the remaining questions, "not sure" included, could still change the verdict. Answers
 * that contradict each other are not counted among the ways.
 *
 * Exact: it searches the same space as trying every completion, and tests compare the two. The verdict compared with
 * is the one for what is known.
 *
 * @param unsure fields that the person cannot answer; they stay unknown
 */
export function settle(profile: Profile, unsure: readonly Field[], book: RuleBook): Settled {
  const compiled = compile(book);
  const known = withImplied(profile, unsure, book);
  const room = roomOf(known, unsure, compiled);
  const search = searchFrom(room, compiled);
  const now = recommend(known, book);
  if (primaryCanChange(now.primary, room, search)) return { primary: false, middleware: false };
  const fixed = withPrimary(room, now.primary);
  return { primary: true, middleware: !verdictCanChange(now.middleware, fixed, search) };
}

/** Whether nothing can change any more; the verdict is never settled before the primary is. */
export const isSettled = (profile: Profile, unsure: readonly Field[], book: RuleBook): boolean =>
  settle(profile, unsure, book).middleware;
