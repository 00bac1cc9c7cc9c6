import { fromFragment, type Position, type Resumed, toFragment } from './address.ts';

const KEY = 'advisor-draft';

/** The part of `Storage` that a draft needs; `undefined` where the browser refuses it. */
export type DraftStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | undefined;

/** The browser's storage, or `undefined` where it is switched off: the questionnaire works without. */
export function browserStorage(): DraftStorage {
  try {
    return window.localStorage;
  } catch {
    return undefined;
  }
}

/** Keeps the answers in the form of a link, which outlives changes of the machine and says which rules it is from. */
export function saveDraft(storage: DraftStorage, position: Position, rulesVersion: string): void {
  try {
    storage?.setItem(KEY, toFragment(position, rulesVersion));
  } catch {
    // A full or forbidden storage costs the draft and nothing else: the address holds the answers as well.
  }
}

export function readDraft(storage: DraftStorage): Resumed {
  try {
    return fromFragment(storage?.getItem(KEY) ?? '');
  } catch {
    return { kind: 'fresh' };
  }
}

export function clearDraft(storage: DraftStorage): void {
  try {
    storage?.removeItem(KEY);
  } catch {
    // Nothing was kept, so nothing has to go.
  }
}
