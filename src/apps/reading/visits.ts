/** What this browser keeps of a reader's visits: when they were here, and what they read last. It leaves the browser never. */

const KEY = 'visits';
/** Where each answer notes that it was opened last; see `visit.ts`. */
const LAST_KEY = 'last-read';
/** What is kept in place of visits once somebody does not want them kept. */
const OFF = 'off';
/** A page opened later than this belongs to another visit. */
const SAME_VISIT_MS = 4 * 60 * 60 * 1000;

/** An answer that was opened. */
export interface LastRead {
  path: string;
  title: string;
}

/** What is kept under a key, where it is an object; nothing where it cannot be read or the browser refuses. */
function kept(key: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(key) ?? '');
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

const timeIn = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isFinite(value) ? value : undefined;

/** Whether this browser may keep visits: not where somebody has switched it off, and not where storage is refused. */
export function mayKeep(): boolean {
  try {
    return localStorage.getItem(KEY) !== OFF;
  } catch {
    return false;
  }
}

/**
 * Notes that somebody is here.
 *
 * @param now milliseconds since 1970
 * @returns when the visit before this one ended; nothing on a first visit, and where visits are not kept
 */
export function noteVisit(now: number): number | undefined {
  if (!mayKeep()) return undefined;
  const visits = kept(KEY);
  const seen = timeIn(visits?.seen);
  const isSame = seen !== undefined && now - seen < SAME_VISIT_MS;
  const before = isSame ? timeIn(visits?.before) : seen;
  try {
    localStorage.setItem(KEY, JSON.stringify({ seen: now, before }));
  } catch {
    // A full or refused store: the next visit is as good as a first one.
  }
  return before;
}

/** The answer that was opened last; only a path of this site counts, since anything may stand in the store. */
export function lastRead(): LastRead | undefined {
  const { path, title } = (mayKeep() && kept(LAST_KEY)) || {};
  return typeof path === 'string' && /^\/(?![/\\])/.test(path) && typeof title === 'string'
    ? { path, title }
    : undefined;
}

/** Forgets all visits and keeps none from now on; or begins to keep them. */
export function keepVisits(isOn: boolean): void {
  try {
    localStorage.removeItem(LAST_KEY);
    if (isOn) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, OFF);
  } catch {
    // Where nothing can be kept, nothing is kept.
  }
}
