import { type Inventory, readRow, sharedAnswers, systemsOf } from '#apps/inventory/machine/inventory.ts';
import type { ProgrammeRule, Vocabulary } from '#apps/inventory/reading/vocabulary.ts';
import type { Profile } from '#core/advisor/profile.ts';
import type { MiddlewareVerdict, PatternId, RuleBook } from '#core/advisor/rule-book.ts';
import { type DayLoad, loadThroughTheDay } from './day-load.ts';
import { isCertain } from './decide.ts';
import type { DecidedRow } from './decided-row.ts';
import { type Decision, decisionsToTake, meantRows } from './decisions.ts';

/** What the whole programme says about middleware, and by which of its rules. */
export interface ProgrammeVerdict {
  verdict: MiddlewareVerdict;
  because: readonly ProgrammeRule[];
  /** Rules by which interfaces cannot work without a hub, the one that binds most of them first. */
  forcedBy: readonly { rule: string; count: number; examples: readonly string[] }[];
  /** What the rules looked at. */
  forced: number;
  interfaces: number;
  systems: number;
}

/** Connections if every system talked to every other, and if all talked to one hub; F&O counts as a system. */
export interface Connections {
  systems: number;
  direct: number;
  throughHub: number;
}

/** What the interfaces amount to together. */
export interface Programme {
  interfaces: number;
  systems: number;
  certain: number;
  /** Cells that could not be read. */
  unread: number;
  /** Interfaces for which no pattern can be recommended. */
  unknown: number;
  /** Patterns with the number of their interfaces, the most frequent first. */
  mix: readonly { pattern: PatternId; count: number }[];
  middleware: Readonly<Record<MiddlewareVerdict, number>>;
  verdict: ProgrammeVerdict;
  connections: Connections;
  loads: readonly DayLoad[];
  decisions: readonly Decision[];
}

/** Every pair of `systems` connected directly, against one connection each to a hub. */
export const connectionsOf = (systems: number): Connections => ({
  systems,
  direct: (systems * (systems - 1)) / 2,
  throughHub: systems,
});

function mixOf(decided: readonly DecidedRow[]): Programme['mix'] {
  const counts = new Map<PatternId, number>();
  for (const { outcome } of decided) {
    if (outcome.primary) counts.set(outcome.primary, (counts.get(outcome.primary) ?? 0) + 1);
  }
  return [...counts].map(([pattern, count]) => ({ pattern, count })).toSorted((a, b) => b.count - a.count);
}

const forcingRules = (decided: readonly DecidedRow[], shared: Profile, book: RuleBook): ProgrammeVerdict['forcedBy'] =>
  book.verdicts
    .filter(({ verdict }) => verdict === 'required')
    .map(({ id }) => ({ rule: id, ...meantRows({ by: 'hub-rule', rule: id }, decided, shared) }))
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count);

function verdictOf(
  decided: readonly DecidedRow[],
  shared: Profile,
  rules: readonly ProgrammeRule[],
  book: RuleBook,
): ProgrammeVerdict {
  const carried = decided.filter(({ outcome }) => outcome.middleware !== 'avoid');
  const forcedBy = forcingRules(decided, shared, book);
  const counts = {
    forced: decided.filter(({ outcome }) => outcome.middleware === 'required').length,
    interfaces: carried.length,
    systems: systemsOf(carried.map(({ row }) => row)).length,
  };
  const fired = rules.filter(({ when }) =>
    (Object.entries(when) as [keyof typeof counts, number][]).every(([name, least]) => counts[name] >= least),
  );
  for (const verdict of ['required', 'advised'] as const) {
    const because = fired.filter((rule) => rule.verdict === verdict);
    if (because.length > 0) return { verdict, because, forcedBy, ...counts };
  }
  const onlyNative = decided.length > 0 && carried.length === 0;
  return { verdict: onlyNative ? 'avoid' : 'optional', because: [], forcedBy, ...counts };
}

/** Adds up a decided inventory. Rows that are not decided are left out. */
export function programmeOf(
  decided: readonly DecidedRow[],
  inventory: Pick<Inventory, 'rows' | 'shared'>,
  vocabulary: Vocabulary,
  book: RuleBook,
): Programme {
  const systems = systemsOf(inventory.rows).length;
  const shared = sharedAnswers(inventory);
  const count = (verdict: MiddlewareVerdict): number =>
    decided.filter(({ outcome }) => outcome.middleware === verdict).length;
  const verdict = verdictOf(decided, shared, vocabulary.programme, book);
  const loads = loadThroughTheDay(decided, shared, book);
  return {
    interfaces: decided.length,
    systems,
    certain: decided.filter(({ outcome }) => isCertain(outcome)).length,
    unread: decided.reduce((sum, { row }) => sum + readRow(row).faults.length, 0),
    unknown: decided.filter(({ outcome }) => outcome.primary === undefined).length,
    mix: mixOf(decided),
    middleware: {
      required: count('required'),
      advised: count('advised'),
      optional: count('optional'),
      avoid: count('avoid'),
    },
    verdict,
    connections: connectionsOf(systems + 1),
    loads,
    decisions: decisionsToTake(decided, shared, loads, book, vocabulary.decisions),
  };
}
