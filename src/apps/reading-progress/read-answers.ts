import { setAside } from '#apps/storage/set-aside.ts';

const KEY = 'answers-read';

const isText = (value: unknown): value is string => typeof value === 'string';

/** What is kept, and whether all of it could be read. */
function keptAnswers(): { ids: Set<string>; isWhole: boolean } {
  const text = localStorage.getItem(KEY);
  if (text === null) return { ids: new Set(), isWhole: true };
  try {
    const stored: unknown = JSON.parse(text);
    const list: readonly unknown[] = Array.isArray(stored) ? stored : [];
    return { ids: new Set(list.filter(isText)), isWhole: Array.isArray(stored) && list.every(isText) };
  } catch {
    return { ids: new Set(), isWhole: false };
  }
}

/** Ids of the answers that were marked as read in this browser; none where storage is refused or holds something else. */
export function readAnswers(): Set<string> {
  try {
    return keptAnswers().ids;
  } catch {
    return new Set();
  }
}

/**
 * Marks answers as read or unread. Whatever stands there instead of a list, as a later version may have written it, is
 * set aside.
 *
 * @returns whether the browser kept it
 */
export function keepRead(ids: readonly string[], isRead: boolean): boolean {
  try {
    const { ids: kept, isWhole } = keptAnswers();
    for (const id of ids) {
      if (isRead) kept.add(id);
      else kept.delete(id);
    }
    if (!isWhole) setAside(localStorage, KEY);
    localStorage.setItem(KEY, JSON.stringify([...kept]));
    return true;
  } catch {
    return false;
  }
}
