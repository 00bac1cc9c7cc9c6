import {
  type ClauseSets,
  type CompiledBook,
  type CompiledPattern,
  type CompiledRule,
  clausesIn,
  compile,
  mayFire,
  mustFire,
  type Room,
  roomOf,
  verdictRank,
  type WeighingRule,
} from './compiled.ts';
import { withImplied } from './contradictions.ts';
import { feasibleFrom } from './feasible.ts';
import type { Field, Profile } from './profile.ts';
import type { MiddlewareVerdict, RuleBook } from './rule-book.ts';
import { contendersIn, isSettled } from './settle.ts';

/** Statements of one list that can still make a difference: those that may fire, down to the first that must. */
function openIn(rules: readonly WeighingRule[], sets: ClauseSets): CompiledRule[] {
  const open: CompiledRule[] = [];
  for (const rule of rules) {
    if (mustFire(rule, sets)) break;
    if (mayFire(rule, sets)) open.push(rule);
  }
  return open;
}

/** Open statements about a contender that decide whether it is recommended, and before which others. */
function openAbout({ criteria, excluding, forTask }: CompiledPattern, sets: ClauseSets): CompiledRule[] {
  // Nothing that excludes a contender fires in any case, or it would be none.
  const isOpen = (rule: CompiledRule): boolean => mayFire(rule, sets);
  const hasTask = forTask.some((rule) => mustFire(rule, sets));
  return [
    ...criteria.flatMap(({ favouring, opposing }) => [...openIn(favouring, sets), ...openIn(opposing, sets)]),
    ...excluding.filter(isOpen),
    ...(hasTask ? [] : forTask.filter(isOpen)),
  ];
}

/** Open statements about middleware that ask for more than what is asked for in any case. */
function openVerdicts(room: Room, compiled: CompiledBook): CompiledRule[] {
  const sets = clausesIn(room, compiled);
  let least: MiddlewareVerdict = 'optional';
  for (const rule of compiled.verdicts) {
    if (verdictRank[rule.verdict] > verdictRank[least] && mustFire(rule, sets)) least = rule.verdict;
  }
  return compiled.verdicts.filter(
    (rule) => verdictRank[rule.verdict] > verdictRank[least] && mayFire(rule, sets) && !mustFire(rule, sets),
  );
}

/** Fields on which an open statement still depends. */
function fieldsOf({ when, unless }: CompiledRule, room: Room, compiled: CompiledBook): number[] {
  const left = (field: number): number => room[field] as number;
  return [...when, ...unless].flatMap((clause) => {
    const tests = compiled.clauses[clause] ?? [];
    if (!tests.every(({ field, passes }) => (left(field) & passes) !== 0)) return [];
    return tests.filter(({ field, passes }) => (left(field) & ~passes) !== 0).map(({ field }) => field);
  });
}

/**
 * Fields whose answer may still make a difference to pattern or verdict in a room. A cautious list: what is left out
 * cannot matter, what stands in it nearly always can.
 *
 * @param room narrowed to answers that do not contradict each other
 */
export function mattersIn(room: Room, compiled: CompiledBook): ReadonlySet<Field> {
  const sets = clausesIn(room, compiled);
  const contenders = contendersIn(room, compiled);
  const bits = contenders.reduce((all, { id }) => all | (2 << compiled.patternIds.indexOf(id)), 1);
  const open = [
    ...contenders.flatMap((one) => openAbout(one, sets)),
    ...openVerdicts([...room.slice(0, -1), bits], compiled),
  ];
  const places = new Set(open.flatMap((rule) => fieldsOf(rule, room, compiled)));
  return new Set([...places].map((place) => compiled.fields[place]).filter((field) => field !== 'primary') as Field[]);
}

/**
 * The questions that can still change the recommendation, in the book's order: not all need to be asked, and no other.
 *
 * @param unsure fields answered by "not sure", which are not asked again
 */
export function questionsThatMatter(profile: Profile, unsure: readonly Field[], book: RuleBook): readonly Field[] {
  if (isSettled(profile, unsure, book)) return [];
  const known = withImplied(profile, unsure, book);
  const compiled = compile(book);
  const start = roomOf(known, unsure, compiled);
  const room = feasibleFrom(start, compiled).narrow(start) ?? start;
  const fields = mattersIn(room, compiled);
  return book.questions.map(({ field }) => field).filter((field) => fields.has(field));
}
