import { rowTitle, systemsOf } from '#apps/inventory/machine/inventory.ts';
import { isMeant, type RowFilter } from '#apps/inventory/machine/row-filter.ts';
import type { DecisionWordings, Severity } from '#apps/inventory/reading/vocabulary.ts';
import type { Profile } from '#core/advisor/profile.ts';
import type { RuleBook } from '#core/advisor/rule-book.ts';
import type { DayLoad } from './day-load.ts';
import type { DecidedRow } from './decided-row.ts';

/** Something that a person has to decide, and the interfaces that it is about. */
export interface Decision {
  severity: Severity;
  title: string;
  text: string;
  /** Interfaces concerned; none where it is about the programme. */
  count: number;
  examples: readonly string[];
  filter: RowFilter | undefined;
  /** The rule that it comes from, for its sources. */
  rule?: string;
}

/** How bad it is to leave a decision open, in two or three words. */
export const severityText: Readonly<Record<Severity, string>> = {
  1: 'stops it',
  2: 'must be settled',
  3: 'look into it',
  4: 'leaves a doubt',
};

type Draft = Omit<Decision, 'count' | 'examples' | 'filter'> & { filter: RowFilter };

/** Names of interfaces that stand beside a decision; a count says how many there are. */
const EXAMPLES = 3;

/** How many rows a filter means, and the names of the first. */
export function meantRows(
  filter: RowFilter,
  decided: readonly DecidedRow[],
  shared: Profile,
): Pick<Decision, 'count' | 'examples'> {
  let count = 0;
  const examples: string[] = [];
  decided.forEach(({ row, outcome }, index) => {
    if (!isMeant(filter, row, outcome, shared)) return;
    count += 1;
    if (examples.length < EXAMPLES) examples.push(rowTitle(row, index));
  });
  return { count, examples };
}

function complete(draft: Draft, decided: readonly DecidedRow[], shared: Profile): Decision[] {
  const meant = meantRows(draft.filter, decided, shared);
  return meant.count > 0 ? [{ ...draft, ...meant }] : [];
}

/** A text with the names in braces filled in. */
const filled = (template: string, values: Readonly<Record<string, string | number>>): string =>
  template.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));

const conflictDrafts = (book: RuleBook, { conflict }: DecisionWordings): Draft[] =>
  book.conflicts.map(({ id, title, reason }) => ({
    severity: conflict.severity,
    title: filled(conflict.title, { rule: title }),
    text: reason,
    filter: { by: 'conflict', rule: id },
    rule: id,
  }));

const loadDrafts = (book: RuleBook, wordings: DecisionWordings): Draft[] =>
  book.capacity.map(({ id, kind, limitText, over }) => {
    const { severity, title } = wordings[kind === 'limit' ? 'beyond-limit' : 'beyond-guidance'];
    return {
      severity,
      title: filled(title, { figure: limitText }),
      text: over,
      filter: { by: 'load', rule: id },
      rule: id,
    };
  });

const contradictionDrafts = (book: RuleBook, { contradiction }: DecisionWordings): Draft[] =>
  book.contradictions.map(({ id, reason }) => ({
    ...contradiction,
    text: reason,
    filter: { by: 'contradiction', rule: id },
    rule: id,
  }));

/** What is decided without a rule: rows are meant by the filter of the same name. */
const generalDrafts = (wordings: DecisionWordings): Draft[] =>
  (['hub-without-owner', 'unread', 'no-pattern', 'close', 'uncertain'] as const).map((by) => ({
    ...wordings[by],
    filter: { by },
  }));

/** Groups of rows by a text, without case; groups of one say nothing. */
function groupsBy(decided: readonly DecidedRow[], textOf: (one: DecidedRow) => string | undefined) {
  const groups = new Map<string, DecidedRow[]>();
  for (const one of decided) {
    const text = textOf(one)?.trim().replaceAll(/\s+/g, ' ').toLowerCase();
    if (!text) continue;
    const group = groups.get(text);
    if (group) group.push(one);
    else groups.set(text, [one]);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}

function sharedSystems(
  decided: readonly DecidedRow[],
  shared: Profile,
  { 'many-patterns': many }: DecisionWordings,
): Decision[] {
  return groupsBy(decided, ({ row }) => row.cells.system).flatMap((group) => {
    const patterns = new Set(group.map(({ outcome }) => outcome.primary));
    const [system = ''] = systemsOf(group.map(({ row }) => row));
    if (patterns.size < many.patterns) return [];
    return complete(
      {
        severity: many.severity,
        title: filled(many.title, { patterns: patterns.size, system }),
        text: filled(many.text, { patterns: patterns.size, system }),
        filter: { by: 'system', system },
      },
      group,
      shared,
    );
  });
}

function sameNames(
  decided: readonly DecidedRow[],
  shared: Profile,
  { 'same-name': wording }: DecisionWordings,
): Decision[] {
  return groupsBy(decided, ({ row }) => row.cells.name).flatMap((group) =>
    complete({ ...wording, filter: { by: 'name', name: group[0]?.row.cells.name ?? '' } }, group, shared),
  );
}

const hourName = (hour: number): string => `${String(hour).padStart(2, '0')}:00`;

/** Hours in which the interfaces of one figure, each within it perhaps, go beyond it together. */
function sharedHours(loads: readonly DayLoad[], book: RuleBook, wordings: DecisionWordings): Decision[] {
  return loads.flatMap(({ rule: id, hours, interfaces }): Decision[] => {
    const rule = book.capacity.find((one) => one.id === id);
    const over = hours.flatMap((records, hour) => (rule && records > rule.limit ? [hour] : []));
    if (!rule || over.length === 0 || interfaces < 2) return [];
    const { severity, title, text } =
      wordings[rule.kind === 'limit' ? 'together-beyond-limit' : 'together-beyond-guidance'];
    const values = { figure: rule.limitText, interfaces, from: hourName(over[0] ?? 0), hours: over.length };
    return [
      {
        severity,
        title: filled(title, values),
        text: `${filled(text, values)} ${rule.over}`,
        count: interfaces,
        examples: [],
        filter: rule.pattern === 'hub' ? undefined : { by: 'pattern', pattern: rule.pattern },
        rule: id,
      },
    ];
  });
}

/**
 * Everything that has to be decided, what stops an interface first, then what concerns most of them.
 *
 * @param shared what is said once for all and fills the rows' blanks, by `sharedAnswers`
 * @param wordings severity and words of each kind, from the content
 */
export function decisionsToTake(
  decided: readonly DecidedRow[],
  shared: Profile,
  loads: readonly DayLoad[],
  book: RuleBook,
  wordings: DecisionWordings,
): Decision[] {
  const drafts = [
    ...conflictDrafts(book, wordings),
    ...contradictionDrafts(book, wordings),
    ...loadDrafts(book, wordings),
    ...generalDrafts(wordings),
  ];
  return [
    ...drafts.flatMap((draft) => complete(draft, decided, shared)),
    ...sharedHours(loads, book, wordings),
    ...sharedSystems(decided, shared, wordings),
    ...sameNames(decided, shared, wordings),
  ].toSorted((a, b) => a.severity - b.severity || b.count - a.count);
}
