const KEY = 'answers-read';

/** Ids of the answers that were marked as read in this browser; none where storage is refused or holds something else. */
export function readAnswers(): Set<string> {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return new Set(Array.isArray(stored) ? stored.filter((id) => typeof id === 'string') : []);
  } catch {
    return new Set();
  }
}

/**
 * Marks answers as read or unread.
 *
 * @returns whether the browser kept it
 */
export function keepRead(ids: readonly string[], isRead: boolean): boolean {
  const kept = readAnswers();
  for (const id of ids) {
    if (isRead) kept.add(id);
    else kept.delete(id);
  }
  try {
    localStorage.setItem(KEY, JSON.stringify([...kept]));
    return true;
  } catch {
    return false;
  }
}
