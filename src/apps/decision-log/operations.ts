import { type Decision, type DecisionChange, MAX_DECISIONS, type NewDecision } from './decision.ts';
import { type DecisionData, dataOf, entriesOf, LOG_VERSION, readDecision } from './read-log.ts';

/**
 * One step of work on a log. Steps are kept small, and each is applied to what the database holds at that moment: two
 * tabs that work on one log then never write over one another's decisions.
 */
export type Operation =
  | { type: 'add'; decisions: readonly NewDecision[] }
  | { type: 'change'; id: string; change: DecisionChange }
  | { type: 'remove'; ids: readonly string[] }
  /** Puts decisions back, or in place of those with the same id, as they are. */
  | { type: 'put'; decisions: readonly Decision[] };

/** A log as the database holds it. */
export interface LogData {
  schema_version: typeof LOG_VERSION;
  decisions: readonly unknown[];
}

export const emptyLog: LogData = { schema_version: LOG_VERSION, decisions: [] };

const idOf = (entry: unknown): unknown => (entry as DecisionData | null)?.id;

const numbersIn = (entries: readonly unknown[]): number[] =>
  entries.map((entry) => Number((entry as DecisionData | null)?.number)).filter(Number.isSafeInteger);

function added(entries: readonly unknown[], decisions: readonly NewDecision[]): unknown[] {
  const there = new Set(entries.map(idOf));
  const first = Math.max(0, ...numbersIn(entries)) + 1;
  const fresh = decisions.filter(({ id }) => !there.has(id));
  return [...entries, ...fresh.map((decision, index) => dataOf({ ...decision, number: first + index }))];
}

function changed(entries: readonly unknown[], id: string, change: DecisionChange): unknown[] {
  return entries.map((entry) => {
    if (idOf(entry) !== id) return entry;
    const decision = readDecision(entry);
    return 'fault' in decision ? entry : dataOf({ ...decision, ...change });
  });
}

function put(entries: readonly unknown[], decisions: readonly Decision[]): unknown[] {
  const byId = new Map(decisions.map((decision) => [decision.id as unknown, decision]));
  const kept = entries.map((entry) => {
    const decision = byId.get(idOf(entry));
    return decision ? dataOf(decision) : entry;
  });
  const there = new Set(entries.map(idOf));
  return [...kept, ...decisions.filter(({ id }) => !there.has(id)).map(dataOf)];
}

function entriesAfter(entries: readonly unknown[], operation: Operation): readonly unknown[] {
  switch (operation.type) {
    case 'add':
      return added(entries, operation.decisions);
    case 'change':
      return changed(entries, operation.id, operation.change);
    case 'remove':
      return entries.filter((entry) => !operation.ids.includes(String(idOf(entry))));
    case 'put':
      return put(entries, operation.decisions);
  }
}

/**
 * The log after one step. Entries that this version cannot read stay as they are.
 *
 * @returns `undefined` where the data is no log of this version, or the log would hold too many decisions: then nothing
 *   may be written
 */
export function applied(raw: unknown, operation: Operation): LogData | undefined {
  const entries = raw === undefined ? [] : entriesOf(raw);
  if ('reason' in entries) return undefined;
  const decisions = entriesAfter(entries, operation);
  return decisions.length > MAX_DECISIONS && decisions.length > entries.length
    ? undefined
    : { schema_version: LOG_VERSION, decisions };
}
