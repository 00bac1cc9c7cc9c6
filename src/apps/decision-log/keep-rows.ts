import { tidyName } from '#apps/questionnaire/name.ts';
import { fields, type Profile } from '#core/advisor/profile.ts';
import type { RuleBook } from '#core/advisor/rule-book.ts';
import {
  type Decision,
  type NewDecision,
  newDecision,
  type Status,
  statuses,
  statusNames,
  tidyNote,
} from './decision.ts';
import { dayOf } from './keep.ts';
import { type LogStore, openStore } from './store.ts';
import { numberText } from './write-log.ts';

/** A row of a list of interfaces as the log takes it. */
export interface OfferedRow {
  name: string;
  /** The number it has in its list; empty where it has none. */
  number: string;
  owner: string;
  /** As somebody wrote it in the list, in whatever words. */
  status: string;
  note: string;
  profile: Profile;
}

/** An interface of the log, by the name and the number it has there. */
export interface Named {
  name: string;
  number: string;
}

/** What became of rows that were put into the log, in their order; or why none of them was. */
export type KeptRows =
  | {
      added: readonly Named[];
      /** In the log already, with the same answers: left as they were. */
      there: readonly Named[];
      /** Added beside an earlier decision of the same name that was taken on other answers. */
      beside: readonly (Named & { earlier: string })[];
    }
  | { refused: string };

const refusals = {
  full: 'The browser has no room left for them.',
  denied: 'The browser keeps nothing for this page, or its log cannot be read.',
  'too-many': 'The log would hold more than it can, or was written by a newer version of this page.',
} as const;

/** Rows that are decided before the page may draw again. */
const AT_ONCE = 10;
const breath = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

const sameText = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();

const hasSameAnswers = ({ answers }: Pick<Decision, 'answers'>, profile: Profile): boolean =>
  fields.every((field) => String(answers.profile[field]) === String(profile[field]));

/** A status in the words of the log; what it has no word for is told in the note, so that nothing is lost. */
const statusOf = (text: string): Status | undefined =>
  statuses.find((status) => sameText(status, text) || sameText(statusNames[status], text));

function decisionOf(row: OfferedRow, book: RuleBook, day: string): NewDecision {
  const status = statusOf(row.status);
  const note = [
    row.note,
    ...(row.number.trim() === '' || /^D-\d+$/.test(row.number) ? [] : [`Number in the inventory: ${row.number}`]),
    ...(status || row.status.trim() === '' ? [] : [`Status in the inventory: ${row.status}`]),
  ];
  return {
    ...newDecision(
      { name: row.name, answers: { profile: row.profile, unsure: [] }, sentence: '' },
      book,
      crypto.randomUUID(),
      day,
    ),
    owner: tidyName(row.owner),
    status: status ?? 'draft',
    note: tidyNote(note.filter(Boolean).join('\n')),
  };
}

/**
 * Puts rows of a list into the log of this browser as decisions of today. What the log holds is never changed: a row
 * whose interface is there with the same answers is left out, and one whose answers differ is kept beside it.
 */
export async function keepRows(
  rows: readonly OfferedRow[],
  book: RuleBook,
  store: LogStore = openStore(),
  now = new Date(),
): Promise<KeptRows> {
  const kept = await store.read();
  if (kept === 'denied') return { refused: refusals.denied };
  if ('reason' in kept) return { refused: kept.reason };
  const there: Named[] = [];
  const fresh: { decision: NewDecision; earlier: string | undefined }[] = [];
  for (const [index, row] of rows.entries()) {
    const name = tidyName(row.name);
    const named = kept.decisions.filter((decision) => sameText(decision.name, name));
    const same = named.find((decision) => hasSameAnswers(decision, row.profile));
    if (same) there.push({ name, number: numberText(same) });
    else {
      const last = named.at(-1);
      fresh.push({ decision: decisionOf(row, book, dayOf(now)), earlier: last && numberText(last) });
    }
    if (index % AT_ONCE === AT_ONCE - 1) await breath();
  }
  if (fresh.length === 0) return { added: [], there, beside: [] };
  const done = await store.apply({ type: 'add', decisions: fresh.map(({ decision }) => decision) });
  if (done.result === 'refused') return { refused: refusals[done.reason] };
  const numbers = new Map(done.log.decisions.map((decision) => [decision.id, numberText(decision)]));
  const added = fresh.map(({ decision, earlier }) => ({
    name: decision.name,
    number: numbers.get(decision.id) ?? '',
    earlier,
  }));
  return {
    added: added.filter(({ earlier }) => earlier === undefined).map(({ name, number }) => ({ name, number })),
    there,
    beside: added.flatMap(({ name, number, earlier }) => (earlier === undefined ? [] : [{ name, number, earlier }])),
  };
}
