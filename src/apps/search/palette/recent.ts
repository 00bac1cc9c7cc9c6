import { setAside, setAsideKey } from '#apps/storage/set-aside.ts';

const KEY = 'recent-searches';
const KEPT = 5;

/** Where recent searches are kept; a browser may refuse it. */
type RecentStorage = Pick<globalThis.Storage, 'getItem' | 'setItem' | 'removeItem'>;

const isText = (value: unknown): value is string => typeof value === 'string';

/** The list that is kept; `undefined` where storage is refused or holds something else. */
function keptList(storage: () => RecentStorage): unknown[] | undefined {
  try {
    const kept: unknown = JSON.parse(storage().getItem(KEY) ?? '[]');
    return Array.isArray(kept) ? kept : undefined;
  } catch {
    return undefined;
  }
}

/** What was searched for lately in this browser, the latest first; nothing where storage is refused or holds rubbish. */
export const recentSearches = (storage: () => RecentStorage): string[] =>
  (keptList(storage) ?? []).filter(isText).slice(0, KEPT);

/**
 * Keeps a search in front of the others; where storage is refused nothing is kept, and nothing else happens. What is no
 * list, as a later version may have written it, is set aside.
 */
export function keepSearch(query: string, storage: () => RecentStorage): void {
  const kept = [query, ...recentSearches(storage).filter((other) => other.toLowerCase() !== query.toLowerCase())];
  try {
    if (!keptList(storage)) setAside(storage(), KEY);
    storage().setItem(KEY, JSON.stringify(kept.slice(0, KEPT)));
  } catch {
    // Recent searches are a convenience; a full or refused storage takes nothing else away.
  }
}

/** Removes every kept search of this browser, and what was set aside; does nothing where storage is refused. */
export function forgetSearches(storage: () => RecentStorage): void {
  try {
    storage().removeItem(KEY);
    storage().removeItem(setAsideKey(KEY));
  } catch {
    // What could not be kept need not be forgotten.
  }
}
