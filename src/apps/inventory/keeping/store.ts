import { createStore, promisifyRequest, type UseStore } from 'idb-keyval';
import type { Inventory, InventoryRow } from '#apps/inventory/machine/inventory.ts';
import { BUNDLE_ROWS, type Bundle, bundlesOf, bundlesRead } from './bundles.ts';
import { inventoryIn, type ReadInventory } from './kept-data.ts';
import { type Head, type Holding, headIn, holdingIn, isCount, type KnownHead, revisionAfter } from './kept-head.ts';

/**
 * Where the inventory is kept: in this browser and nowhere else.
 *
 * Rows lie in bundles under keys that never stand for other rows, and one entry, the head, says which bundles make up the
 * inventory. Bundles and head are written in one transaction, which first looks whether the head is still the one that
 * the writer knows and which of its bundles are there: so a browser that is closed half way leaves the last whole
 * inventory, an edit writes one bundle, and another tab's work is never written over unseen.
 */
export interface Store {
  read(): Promise<Kept | Foreign | 'nothing' | 'denied'>;
  /** What is kept now, without its rows. */
  look(): Promise<Holding | 'denied'>;
  /** @param over the revision that this one follows; any other one in the store makes it outdated */
  save(inventory: Inventory, over: number): Promise<Saved>;
  /** @param over the revision that may go; any other one stays */
  clear(over: number): Promise<Cleared>;
}

/** An inventory that was kept, as far as it could be read. */
export interface Kept {
  inventory: Inventory;
  revision: number;
  /** When it was written, in milliseconds. */
  at: number;
  /** What could not be read of it, where anything could not. */
  missing?: Missing | undefined;
}

/** Something is kept that this build cannot read. */
export type Foreign = Holding & { holds: 'newer' | 'unreadable' };

/** How much of a kept inventory could not be read. */
export interface Missing {
  parts: number;
  ofParts: number;
  rows: number;
  ofRows: number;
  /** Whether the numbers of rows are exact; earlier builds did not write down how many there were, so these are the most. */
  isExact: boolean;
  cells: number;
}

type Refused = { result: 'refused'; reason: 'full' | 'denied' };

/** Somebody else, another tab or another version of the page, has written since. */
type Outdated = { result: 'outdated'; there: Holding };

/**
 * What became of a saving: done under a new revision, not done because somebody else had written, or refused by the
 * browser.
 */
export type Saved = { result: 'saved'; revision: number } | Outdated | Refused;

/**
 * What became of a clearing: all is gone, or all is still there because somebody else had written or the browser
 * refused.
 */
export type Cleared = { result: 'cleared' } | Outdated | Refused;

const HEAD = 'head';

const reasonOf = (error: unknown): 'full' | 'denied' =>
  error instanceof DOMException && error.name === 'QuotaExceededError' ? 'full' : 'denied';

const refused = (error: unknown): Refused => ({ result: 'refused', reason: reasonOf(error) });

const whenCommitted = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.addEventListener('complete', () => resolve());
    transaction.addEventListener('abort', () => reject(transaction.error));
  });

/** Takes back what a transaction has done, if it is not over already. */
function abort(transaction: IDBTransaction): void {
  try {
    transaction.abort();
  } catch {
    // It has ended by itself.
  }
}

/** Does all of some work in one transaction, and none of it where any of it fails. */
function inOne<Result>(
  store: UseStore,
  mode: IDBTransactionMode,
  work: (entries: IDBObjectStore) => Promise<Result>,
): Promise<Result> {
  return store(mode, async (entries) => {
    const committed = whenCommitted(entries.transaction);
    try {
      const result = await work(entries);
      await committed;
      return result;
    } catch (error) {
      committed.catch(() => undefined);
      abort(entries.transaction);
      throw error;
    }
  });
}

/** The rows of a bundle; `undefined` where it is gone, is no list, or cannot be read from the disk. */
const rowsUnder = (key: string, entries: IDBObjectStore): Promise<readonly unknown[] | undefined> =>
  new Promise((resolve) => {
    const request = entries.get(key);
    request.addEventListener('success', () => resolve(Array.isArray(request.result) ? request.result : undefined));
    request.addEventListener('error', (event) => {
      // One bundle that cannot be read must not end the transaction that reads the others.
      event.preventDefault();
      event.stopPropagation();
      resolve(undefined);
    });
  });

async function readEntries(entries: IDBObjectStore) {
  const found: unknown = await promisifyRequest(entries.get(HEAD));
  const head = headIn(found);
  const bundles = await Promise.all(head?.bundles.map((key) => rowsUnder(key, entries)) ?? []);
  return { found, head, bundles };
}

function foreignOr<Otherwise>(otherwise: Otherwise, found: unknown): Foreign | Otherwise {
  const { holds, revision } = holdingIn(found);
  return holds === 'newer' || holds === 'unreadable' ? { holds, revision } : otherwise;
}

/** What is missing of an inventory; nothing where all of it was read. */
function missingOf(
  { bundles: keys, ...head }: KnownHead,
  bundles: readonly unknown[],
  { inventory, leftOut }: ReadInventory,
): Missing | undefined {
  const parts = bundles.filter((rows) => rows === undefined).length;
  const read = inventory.rows.length;
  const expected = read + leftOut.rows + parts * BUNDLE_ROWS;
  const isExact = parts === 0 || (isCount(head.rowCount) && head.rowCount >= read);
  const ofRows = isExact && isCount(head.rowCount) ? Math.max(head.rowCount, read) : expected;
  const missing = { parts, ofParts: keys.length, rows: ofRows - read, ofRows, isExact, cells: leftOut.cells };
  return parts + missing.rows + missing.cells > 0 ? missing : undefined;
}

/** Writes the bundles that are not there, or no longer since another tab dropped them, one after the other so that the page can move in between. */
async function writeBundles(
  rows: readonly InventoryRow[],
  before: readonly Bundle[],
  entries: IDBObjectStore,
): Promise<Bundle[]> {
  const present = new Set(await promisifyRequest(entries.getAllKeys()));
  const bundles = bundlesOf(rows, before);
  for (const bundle of bundles) {
    if (!present.has(bundle.key)) await promisifyRequest(entries.put(bundle.rows, bundle.key));
  }
  return bundles;
}

function dropOthers(keys: readonly string[], kept: readonly Bundle[], entries: IDBObjectStore): void {
  const needed = new Set(kept.map(({ key }) => key));
  for (const key of keys) if (!needed.has(key)) entries.delete(key);
}

/** @param now the clock, so that tests can set it */
export function openStore(name = 'interface-inventory', now = Date.now): Store {
  let opened: UseStore | undefined;
  const at = (): UseStore => {
    opened ??= createStore(name, 'kept');
    return opened;
  };
  let written: readonly Bundle[] = [];
  /** The revision that this tab wrote last: nobody else's, even if the page gave up waiting for it. */
  let own = 0;
  const isSeen = ({ revision }: Holding, over: number): boolean =>
    revision === over || (revision > 0 && revision === own);

  return {
    async read() {
      try {
        const { found, head, bundles } = await inOne(at(), 'readonly', readEntries);
        if (!head) return foreignOr('nothing', found);
        const read = inventoryIn(
          { ...head },
          bundles.flatMap((rows) => rows ?? []),
        );
        const missing = missingOf(head, bundles, read);
        // Where anything is missing, all that is left is written anew.
        const sizes = bundles.map((rows) => rows?.length ?? 0);
        written = missing ? [] : bundlesRead(head.bundles, sizes, read.inventory.rows);
        return { inventory: read.inventory, revision: head.revision, at: isCount(head.at) ? head.at : 0, missing };
      } catch {
        return 'denied';
      }
    },

    async look() {
      try {
        return await inOne(at(), 'readonly', async (entries) => holdingIn(await promisifyRequest(entries.get(HEAD))));
      } catch {
        return 'denied';
      }
    },

    async save({ rows, ...rest }, over) {
      try {
        const saved = await inOne(at(), 'readwrite', async (entries) => {
          const found: unknown = await promisifyRequest(entries.get(HEAD));
          const there = holdingIn(found);
          if (!isSeen(there, over)) return { result: 'outdated' as const, there };
          const bundles = await writeBundles(rows, written, entries);
          dropOthers(headIn(found)?.bundles ?? [], bundles, entries);
          const revision = revisionAfter(there.revision);
          const keys = bundles.map(({ key }) => key);
          const head: Head = { ...rest, schemaVersion: 1, revision, at: now(), bundles: keys, rowCount: rows.length };
          entries.put(head, HEAD);
          return { result: 'saved' as const, revision, bundles };
        });
        if (saved.result === 'outdated') return saved;
        written = saved.bundles;
        own = saved.revision;
        return { result: 'saved', revision: saved.revision };
      } catch (error) {
        return refused(error);
      }
    },

    async clear(over) {
      try {
        const cleared = await inOne(at(), 'readwrite', async (entries): Promise<Cleared> => {
          const there = holdingIn(await promisifyRequest(entries.get(HEAD)));
          if (there.holds !== 'nothing' && !isSeen(there, over)) return { result: 'outdated', there };
          entries.clear();
          return { result: 'cleared' };
        });
        if (cleared.result === 'cleared') written = [];
        return cleared;
      } catch (error) {
        return refused(error);
      }
    },
  };
}
