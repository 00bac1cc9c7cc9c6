import { type InventoryRow, rowTitle } from '#apps/inventory/machine/inventory.ts';
import {
  normaliseWord,
  type Vocabulary,
  type WaveCondition,
  type WaveRule,
} from '#apps/inventory/reading/vocabulary.ts';
import type { Profile } from '#core/advisor/profile.ts';
import type { Outcome } from './decide.ts';

/** A row with what it is decided by and what came out. */
export interface WaveRow {
  row: InventoryRow;
  profile: Profile;
  outcome: Outcome;
}

/** When an interface is built, and why then. */
export interface Planned {
  key: number;
  title: string;
  system: string;
  /** Index of the wave, from 0 on. */
  wave: number;
  /** Sentences, the rule that put it there first. */
  because: readonly string[];
}

type Test = (one: WaveRow, words: ReadonlySet<string>) => boolean;

const isUnsettled: Test = ({ outcome }) =>
  outcome.primary === undefined || outcome.conflicts.length > 0 || outcome.contradictions.length > 0;

/** Words of the rules, ready to be looked up. */
const setOf = (words: readonly string[] | undefined): ReadonlySet<string> => new Set((words ?? []).map(normaliseWord));

/** Whether the name of an interface has one of these words, or two or three in a row that are one. */
const hasWord: Test = ({ row }, words) => {
  const parts = normaliseWord(row.cells.name ?? '').split(' ');
  return parts.some((_, at) => [1, 2, 3].some((length) => words.has(parts.slice(at, at + length).join(' '))));
};

const tests: Readonly<Record<WaveCondition, Test>> = {
  unsettled: isUnsettled,
  words: hasWord,
  migration: ({ profile }) => profile.purpose === 'migration',
  critical: ({ profile }) => profile.sla === 'critical',
  'beyond-figure': ({ outcome }) => outcome.loads.some(({ status }) => status === 'over'),
  'hub-required': ({ outcome }) => outcome.middleware === 'required',
  uncertain: ({ outcome }) => outcome.certainty !== 'certain',
  complex: ({ profile }) => profile.transformation === 'complex',
  always: () => true,
};

/** A rule with its words as sets. */
interface WordedRule extends Omit<WaveRule, 'words' | 'unlessWords'> {
  words: ReadonlySet<string>;
  unlessWords: ReadonlySet<string>;
}

const worded = (rule: WaveRule): WordedRule => ({
  ...rule,
  words: setOf(rule.words),
  unlessWords: setOf(rule.unlessWords),
});

const ruleFor = (one: WaveRow, rules: readonly WordedRule[]): WordedRule | undefined =>
  rules.find(
    ({ when, words, unlessWords }) =>
      when.every((condition) => tests[condition](one, words)) && !hasWord(one, unlessWords),
  );

/** Systems without regard to case and spaces. */
const systemOf = ({ row }: WaveRow): string => normaliseWord(row.cells.system ?? '');

/**
 * Puts interfaces into an order of work: each by the first rule that holds, and never before the master data of the same
 * system. The rules and the sentences stand in the content.
 */
export function planWaves(rows: readonly WaveRow[], { waves }: Pick<Vocabulary, 'waves'>): Planned[] {
  const rules = waves.rules.map(worded);
  const placed = rows.map((one, index) => ({ one, index, rule: ruleFor(one, rules) }));
  const masters = new Map<string, { wave: number; title: string }>();
  for (const { one, index, rule } of placed) {
    const system = systemOf(one);
    if (!rule?.isMasterData || system === '') continue;
    const before = masters.get(system);
    if (!before || before.wave < rule.wave) masters.set(system, { wave: rule.wave, title: rowTitle(one.row, index) });
  }
  return placed.map(({ one, index, rule }): Planned => {
    const own = rule?.wave ?? waves.names.length - 1;
    const master = masters.get(systemOf(one));
    const waits = master !== undefined && !rule?.isMasterData && !rule?.isFirst && own <= master.wave;
    const after = waves.after.replaceAll('{interface}', () => master?.title ?? '');
    return {
      key: one.row.key,
      title: rowTitle(one.row, index),
      system: one.row.cells.system ?? '',
      wave: waits ? Math.min(master.wave + 1, waves.names.length - 1) : own,
      because: [...(rule ? [rule.reason] : []), ...(waits ? [after] : [])],
    };
  });
}
