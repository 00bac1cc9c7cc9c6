import { rowTitle, systemsOf } from '#apps/inventory/machine/inventory.ts';
import { isMeant, type RowFilter } from '#apps/inventory/machine/row-filter.ts';
import type { Profile } from '#core/advisor/profile.ts';
import type { RuleBook } from '#core/advisor/rule-book.ts';
import type { DayLoad } from './day-load.ts';
import type { DecidedRow } from './decided-row.ts';

/** Something that a person has to decide, and the interfaces that it is about. */
export interface Decision {
  /** How bad it is to leave it open: 1 stops the interface, 4 only leaves a doubt. */
  severity: 1 | 2 | 3 | 4;
  title: string;
  text: string;
  /** Interfaces concerned; none where it is about the programme. */
  count: number;
  examples: readonly string[];
  filter: RowFilter | undefined;
  /** The rule that it comes from, for its sources. */
  rule?: string;
}

type Draft = Omit<Decision, 'count' | 'examples' | 'filter'> & { filter: RowFilter };

const EXAMPLES = 3;

/** Patterns to one system from which on somebody should ask whether it needs so many. */
const MANY_PATTERNS = 3;

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

const conflictDrafts = (book: RuleBook): Draft[] =>
  book.conflicts.map(({ id, title, reason }) => ({
    severity: 1,
    title: `Requirements that do not go together: ${title}`,
    text: reason,
    filter: { by: 'conflict', rule: id },
    rule: id,
  }));

const loadDrafts = (book: RuleBook): Draft[] =>
  book.capacity.map(({ id, kind, limitText, over }) => ({
    severity: kind === 'limit' ? 1 : 3,
    title: `Beyond a published figure: ${limitText}`,
    text: over,
    filter: { by: 'load', rule: id },
    rule: id,
  }));

const contradictionDrafts = (book: RuleBook): Draft[] =>
  book.contradictions.map(({ id, reason }) => ({
    severity: 2,
    title: 'Answers that cannot both be true',
    text: reason,
    filter: { by: 'contradiction', rule: id },
    rule: id,
  }));

const generalDrafts: readonly Draft[] = [
  {
    severity: 2,
    title: 'A hub is required and nobody runs one',
    text: 'Find an owner, or give up what makes the hub necessary.',
    filter: { by: 'hub-without-owner' },
  },
  {
    severity: 2,
    title: 'Cells that could not be read',
    text: 'They count as not known. Correct them in the table.',
    filter: { by: 'unread' },
  },
  {
    severity: 3,
    title: 'Nothing is known that a rule asks for',
    text: 'Say at least what happens and how soon the other side must have it.',
    filter: { by: 'nothing-known' },
  },
  {
    severity: 4,
    title: 'Close calls',
    text: 'One more fact could tip the pattern. Look at these before the others.',
    filter: { by: 'close' },
  },
  {
    severity: 4,
    title: 'Not certain yet',
    text: 'An answer that is still open could change the pattern or the middleware verdict.',
    filter: { by: 'uncertain' },
  },
];

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

function sharedSystems(decided: readonly DecidedRow[], shared: Profile): Decision[] {
  return groupsBy(decided, ({ row }) => row.cells.system).flatMap((group) => {
    const patterns = new Set(group.map(({ outcome }) => outcome.primary));
    const [system = ''] = systemsOf(group.map(({ row }) => row));
    if (patterns.size < MANY_PATTERNS) return [];
    return complete(
      {
        severity: 3,
        title: `${patterns.size} patterns to one system: ${system}`,
        text: 'Each has its own monitoring, retries and failures. Ask whether fewer would do.',
        filter: { by: 'system', system },
      },
      group,
      shared,
    );
  });
}

function sameNames(decided: readonly DecidedRow[], shared: Profile): Decision[] {
  return groupsBy(decided, ({ row }) => row.cells.name).flatMap((group) =>
    complete(
      {
        severity: 3,
        title: 'The same name more than once',
        text: 'Two interfaces, or one that was entered twice?',
        filter: { by: 'name', name: group[0]?.row.cells.name ?? '' },
      },
      group,
      shared,
    ),
  );
}

const hourName = (hour: number): string => `${String(hour).padStart(2, '0')}:00`;

/** Hours in which the interfaces of one figure, each within it perhaps, go beyond it together. */
function sharedHours(loads: readonly DayLoad[], book: RuleBook): Decision[] {
  return loads.flatMap(({ rule: id, hours, interfaces }): Decision[] => {
    const rule = book.capacity.find((one) => one.id === id);
    const over = hours.flatMap((records, hour) => (rule && records > rule.limit ? [hour] : []));
    if (!rule || over.length === 0 || interfaces < 2) return [];
    return [
      {
        severity: rule.kind === 'limit' ? 1 : 3,
        title: `Together beyond a published figure: ${rule.limitText}`,
        text: `${interfaces} interfaces add up to more from ${hourName(over[0] ?? 0)} on, ${over.length} hours a day. ${rule.over}`,
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
 */
export function decisionsToTake(
  decided: readonly DecidedRow[],
  shared: Profile,
  loads: readonly DayLoad[],
  book: RuleBook,
): Decision[] {
  const drafts = [...conflictDrafts(book), ...contradictionDrafts(book), ...loadDrafts(book), ...generalDrafts];
  return [
    ...drafts.flatMap((draft) => complete(draft, decided, shared)),
    ...sharedHours(loads, book),
    ...sharedSystems(decided, shared),
    ...sameNames(decided, shared),
  ].toSorted((a, b) => a.severity - b.severity || b.count - a.count);
}
