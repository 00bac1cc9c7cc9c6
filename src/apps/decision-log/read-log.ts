import { tidyName } from '#apps/questionnaire/name.ts';
import { certainties } from '#core/advisor/certainty.ts';
import { parseProfile } from '#core/advisor/parse-profile.ts';
import { fields } from '#core/advisor/profile.ts';
import { middlewareVerdicts, patternIds } from '#core/advisor/rule-book.ts';
import { type Decision, MAX_DECISIONS, statuses, tidyNote, type Verdict } from './decision.ts';

/** Of kept and exported logs; raised when a reader has to change. */
export const LOG_VERSION = 1;

/** One decision as files and the browser's database hold it. */
export type DecisionData = Record<string, unknown>;

/** What was made of untrusted data. */
export interface ReadLog {
  decisions: Decision[];
  /** What could not be read, each as a sentence that says where; the rest of the log stands. */
  faults: string[];
}

/** Data that is no log of this version; it is left as it is. */
export interface NoLog {
  /** A sentence that says why. */
  reason: string;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const textIn = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Whether a text is a day of the calendar, written `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** The decision as plain data, in the spelling of all JSON that leaves the product. */
export const dataOf = ({ answers, verdict, ...rest }: Decision): DecisionData => ({
  ...rest,
  profile: answers.profile,
  not_sure: answers.unsure,
  verdict: {
    primary: verdict.primary ?? null,
    middleware: verdict.middleware,
    certainty: verdict.certainty,
    rules_version: verdict.rulesVersion,
  },
});

function readVerdict(raw: unknown): Verdict | undefined {
  if (!isRecord(raw)) return undefined;
  const middleware = middlewareVerdicts.find((one) => one === raw.middleware);
  const certainty = certainties.find((one) => one === raw.certainty);
  const primary = patternIds.find((one) => one === raw.primary);
  const isKnown = primary !== undefined || raw.primary === null;
  return middleware && certainty && isKnown
    ? { primary, middleware, certainty, rulesVersion: textIn(raw.rules_version) }
    : undefined;
}

const allowed = (words: readonly string[]): string => `allowed: ${words.join(', ')}`;

/** What is wrong with one decision; nothing where it can be read. */
function faultIn(raw: Record<string, unknown>): string | undefined {
  const { id, number, status, date = '', profile, verdict } = raw;
  if (typeof id !== 'string' || !/^[\w-]{1,64}$/.test(id)) return '"id" must be a text of letters, digits and hyphens';
  if (!Number.isSafeInteger(number) || Number(number) < 1) return '"number" must be a whole number from 1';
  if (!(statuses as readonly unknown[]).includes(status))
    return `"status" is ${JSON.stringify(status)}; ${allowed(statuses)}`;
  if (date !== '' && !isDay(textIn(date)))
    return `"date" is ${JSON.stringify(date)}; allowed: a day such as 2026-11-28, or nothing`;
  if (!isRecord(profile)) return '"profile" must be an object';
  const [fault] = parseProfile(profile).faults;
  if (fault) return `"profile": ${fault.field} is "${fault.found}"; allowed: ${fault.allowed}`;
  return readVerdict(verdict) ? undefined : '"verdict" must hold primary, middleware, certainty and rules_version';
}

/** @returns the decision, or what is wrong with it */
export function readDecision(raw: unknown): Decision | { fault: string } {
  if (!isRecord(raw)) return { fault: 'it must be an object' };
  const fault = faultIn(raw);
  const verdict = readVerdict(raw.verdict);
  if (fault || !verdict) return { fault: fault ?? '' };
  const { profile } = parseProfile(raw.profile as Record<string, unknown>);
  const listed: readonly unknown[] = Array.isArray(raw.not_sure) ? raw.not_sure : [];
  return {
    id: textIn(raw.id),
    number: Number(raw.number),
    name: tidyName(textIn(raw.name)),
    owner: tidyName(textIn(raw.owner)),
    status: statuses.find((one) => one === raw.status) ?? 'draft',
    date: textIn(raw.date),
    note: tidyNote(textIn(raw.note)),
    answers: { profile, unsure: fields.filter((field) => listed.includes(field) && profile[field] === undefined) },
    sentence: tidyNote(textIn(raw.sentence)),
    verdict,
  };
}

/** The decisions of a log as data, unread; or why it is none. */
export function entriesOf(raw: unknown): readonly unknown[] | NoLog {
  if (!isRecord(raw) || !Array.isArray(raw.decisions)) {
    return { reason: 'It holds no decision log: there is no list called "decisions" in it.' };
  }
  const { schema_version: version } = raw;
  if (version !== LOG_VERSION) {
    return {
      reason:
        typeof version === 'number' && version > LOG_VERSION
          ? `It was written by a newer version of this page (${version}; this one reads ${LOG_VERSION}). Reload the page, and try again.`
          : `"schema_version" must be ${LOG_VERSION}.`,
    };
  }
  return raw.decisions;
}

/** Reads a log from untrusted data: a file, or the browser's database. What cannot be read is said, the rest stands. */
export function readLog(raw: unknown): ReadLog | NoLog {
  const entries = entriesOf(raw);
  if ('reason' in entries) return entries;
  if (entries.length > MAX_DECISIONS) {
    return { reason: `It holds ${entries.length} decisions; at most ${MAX_DECISIONS} can be kept.` };
  }
  const read: ReadLog = { decisions: [], faults: [] };
  const seen = new Set<string>();
  for (const [index, entry] of entries.entries()) {
    const decision = readDecision(entry);
    if ('fault' in decision) read.faults.push(`Decision ${index + 1} of ${entries.length}: ${decision.fault}.`);
    else if (seen.has(decision.id))
      read.faults.push(`Decision ${index + 1} of ${entries.length}: its "id" stands twice.`);
    else read.decisions.push(decision);
    if ('id' in decision) seen.add(decision.id);
  }
  return read;
}

/** Reads a log from the text of a file. */
export function readLogText(text: string): ReadLog | NoLog {
  try {
    return readLog(JSON.parse(text));
  } catch {
    return { reason: 'It is no JSON. Choose the file that “Save as JSON” of a decision log wrote.' };
  }
}
