const KEY = 'recent-searches';
const KEPT = 5;

/** Where recent searches are kept; a browser may refuse it. */
type Storage = Pick<globalThis.Storage, 'getItem' | 'setItem' | 'removeItem'>;

const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string');

/** What was searched for lately in this browser, the latest first; nothing where storage is refused or holds rubbish. */
export function recentSearches(storage: () => Storage): string[] {
  try {
    const kept: unknown = JSON.parse(storage().getItem(KEY) ?? '[]');
    return isTexts(kept) ? kept.slice(0, KEPT) : [];
  } catch {
    return [];
  }
}

/** Keeps a search in front of the others; where storage is refused nothing is kept, and nothing else happens. */
export function keepSearch(query: string, storage: () => Storage): void {
  const kept = [query, ...recentSearches(storage).filter((other) => other.toLowerCase() !== query.toLowerCase())];
  try {
    storage().setItem(KEY, JSON.stringify(kept.slice(0, KEPT)));
  } catch {
    // Recent searches are a convenience; a full or refused storage takes nothing else away.
  }
}

export function forgetSearches(storage: () => Storage): void {
  try {
    storage().removeItem(KEY);
  } catch {
    // What could not be kept need not be forgotten.
  }
}
