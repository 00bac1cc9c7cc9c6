import {
  type CompiledBook,
  type CompiledRule,
  compile,
  openTest,
  type Room,
  roomOf,
  split,
  statusOf,
  withPrimary,
} from './compiled.ts';
import type { Field, Profile } from './profile.ts';
import { recommend } from './recommend.ts';
import type { MiddlewareVerdict, PatternId, PatternRule, RuleBook, VerdictRule } from './rule-book.ts';

/** What the remaining answers can no longer change. */
export interface Settled {
  primary: boolean;
  middleware: boolean;
}

interface Weighed {
  rule: CompiledRule;
  /** What the rule adds to the rival's lead when it fires; minus infinity where it excludes the rival. */
  gain: number;
}

const patternOf = ({ source }: CompiledRule): PatternId => (source as PatternRule).pattern;
const effectOf = ({ source }: CompiledRule): PatternRule['effect'] => (source as PatternRule).effect;

/** What one rule adds to the lead of `rival` over `leader`. */
function gainOf(rule: CompiledRule, rival: PatternId): number {
  const { effect, weight } = rule.source as PatternRule;
  if (effect === 'exclude') return Number.NEGATIVE_INFINITY;
  return (effect === 'favour' ? 1 : -1) * (patternOf(rule) === rival ? 1 : -1) * (weight ?? 0);
}

/** The most the rival's lead can become in a room, and the weightiest rule that is still open there. */
function bestCase(room: Room, weighed: readonly Weighed[]): { bound: number; open: Weighed | undefined } {
  let bound = 0;
  let open: Weighed | undefined;
  for (const entry of weighed) {
    const status = statusOf(entry.rule, room);
    if (status === 'fails') continue;
    bound += status === 'holds' ? entry.gain : Math.max(0, entry.gain);
    if (status === 'open' && Math.abs(entry.gain) > Math.abs(open?.gain ?? 0)) open = entry;
  }
  return { bound, open };
}

/**
 * Whether some completion puts the rival in front, by branch and bound: each open rule counts for what it could add at
 * best, and the room is split on a test of the weightiest open rule until the bound says no or nothing is open.
 */
function canOvertake(room: Room, weighed: readonly Weighed[], needed: number): boolean {
  const { bound, open } = bestCase(room, weighed);
  if (bound < needed) return false;
  const test = open && openTest(open.rule, room);
  if (!test) return true;
  const [passing, failing] = split(room, test);
  const likelierFirst = open.gain > 0 ? [passing, failing] : [failing, passing];
  return likelierFirst.some((part) => canOvertake(part, weighed, needed));
}

function canExclude(pattern: PatternId, room: Room, compiled: CompiledBook): boolean {
  return compiled.rules.some(
    (rule) => patternOf(rule) === pattern && effectOf(rule) === 'exclude' && statusOf(rule, room) !== 'fails',
  );
}

function primaryCanChange(leader: PatternId, room: Room, compiled: CompiledBook): boolean {
  if (canExclude(leader, room, compiled)) return true;
  const order = compiled.book.patterns.map(({ id }) => id);
  return order.some((rival) => {
    if (rival === leader) return false;
    const weighed = compiled.rules
      .filter((rule) => patternOf(rule) === rival || (patternOf(rule) === leader && effectOf(rule) !== 'exclude'))
      .map((rule) => ({ rule, gain: gainOf(rule, rival) }));
    // A tie goes to whichever stands first in the book.
    const needed = order.indexOf(rival) < order.indexOf(leader) ? 0 : 1;
    return canOvertake(room, weighed, needed);
  });
}

const strength: Record<MiddlewareVerdict, number> = { optional: 0, advised: 1, avoid: 2, required: 3 };

/** Whether some completion gives another verdict than the one now, given that the primary stays. */
function verdictCanChange(now: MiddlewareVerdict, room: Room, rules: readonly CompiledRule[]): boolean {
  const verdictOf = ({ source }: CompiledRule): MiddlewareVerdict => (source as VerdictRule).verdict;
  let settled: MiddlewareVerdict = 'optional';
  const open: CompiledRule[] = [];
  for (const rule of rules) {
    const status = statusOf(rule, room);
    if (status === 'open') open.push(rule);
    else if (status === 'holds' && strength[verdictOf(rule)] > strength[settled]) settled = verdictOf(rule);
  }
  const stronger = open.filter((rule) => strength[verdictOf(rule)] > strength[settled]);
  const test = stronger[0] && openTest(stronger[0], room);
  if (!test) return settled !== now;
  return split(room, test).some((part) => verdictCanChange(now, part, rules));
}

/**
 * Whether any way of answering the remaining questions, "not sure" included, could still change the verdict.
 *
 * Exact: it searches the same space as trying every completion, and tests compare the two. The verdict compared with
 * is the one for what is known.
 *
 * @param unsure fields that the person cannot answer; they stay unknown
 */
export function settle(profile: Profile, unsure: readonly Field[], book: RuleBook): Settled {
  const compiled = compile(book);
  const room = roomOf(profile, unsure, compiled);
  const now = recommend(profile, book);
  if (primaryCanChange(now.primary, room, compiled)) return { primary: false, middleware: false };
  const fixed = withPrimary(room, now.primary);
  return { primary: true, middleware: !verdictCanChange(now.middleware, fixed, compiled.verdicts) };
}

export const isSettled = (profile: Profile, unsure: readonly Field[], book: RuleBook): boolean => {
  const { primary, middleware } = settle(profile, unsure, book);
  return primary && middleware;
};
