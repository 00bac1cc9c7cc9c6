/** The part of a browser's storage that is needed to put something aside. */
export type SetAsideStorage = Pick<Storage, 'getItem' | 'setItem'>;

export const setAsideKey = (key: string): string => `${key}-set-aside`;

/**
 * Copies what stands under a key to a key of its own, before something else takes its place: a later version of the site
 * may have written it, or another tab. Only the latest is held.
 *
 * @throws where the browser has no room for it; then nothing should be written over either
 */
export function setAside(storage: SetAsideStorage, key: string): void {
  const text = storage.getItem(key);
  if (text !== null && text !== '') storage.setItem(setAsideKey(key), text);
}
