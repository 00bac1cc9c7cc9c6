import { createStore, del, delMany, get, getMany, keys, setMany, type UseStore, update } from 'idb-keyval';
import type { Inventory, InventoryRow } from './inventory.ts';
import { inventoryIn, isRecord } from './kept-data.ts';

/**
 * Where the inventory is kept: in this browser and nowhere else.
 *
 * Rows lie in bundles under keys that are never written twice, and one entry, the head, says which bundles make up the
 * inventory. The head is written last and only if nobody wrote one in between: so a browser that is closed half way
 * leaves the last whole inventory, an edit writes one bundle, and another tab's work is never written over unseen.
 */
export interface Kept {
  inventory: Inventory;
  revision: number;
  /** When it was written, in milliseconds. */
  at: number;
}

interface Head extends Omit<Inventory, 'rows'> {
  schemaVersion: 1;
  revision: number;
  at: number;
  bundles: readonly string[];
}

export type Saved =
  | { result: 'saved'; revision: number }
  /** Somebody else, another tab, has written since. */
  | { result: 'outdated' }
  | { result: 'refused'; reason: 'full' | 'denied' };

const HEAD = 'head';
const BUNDLE = 500;

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) > 0;

/** The revision of what is kept, whatever build wrote it; 0 where none of ours did. */
const revisionOf = (there: unknown): number =>
  isRecord(there) && isCount(there.schemaVersion) && isCount(there.revision) ? there.revision : 0;

/** What stands at the head's place, where it is a head that this build understands. */
function headIn(there: unknown): Pick<Head, 'revision' | 'at' | 'bundles'> | undefined {
  if (!isRecord(there) || there.schemaVersion !== 1 || revisionOf(there) === 0) return undefined;
  const { bundles } = there;
  const isList = Array.isArray(bundles) && bundles.every((name) => typeof name === 'string');
  return isList ? (there as unknown as Head) : undefined;
}

/** The rows of each bundle; none where some had to be left out, so that all are written anew. */
function namedBundles(
  names: readonly string[],
  bundles: readonly (readonly unknown[])[],
  rows: readonly InventoryRow[],
): [string, InventoryRow[]][] {
  const isWhole = rows.length === bundles.flat().length;
  let from = 0;
  return names.map((name, place) => {
    const to = from + (bundles[place]?.length ?? 0);
    const own = isWhole ? rows.slice(from, to) : [];
    from = to;
    return [name, own];
  });
}

const bundlesOf = (rows: readonly InventoryRow[]): InventoryRow[][] =>
  Array.from({ length: Math.ceil(rows.length / BUNDLE) }, (_, place) =>
    rows.slice(place * BUNDLE, (place + 1) * BUNDLE),
  );

const isSame = (a: readonly InventoryRow[], b: readonly InventoryRow[] | undefined): boolean =>
  a.length === b?.length && a.every((row, place) => row === b[place]);

const reasonOf = (error: unknown): 'full' | 'denied' =>
  error instanceof DOMException && error.name === 'QuotaExceededError' ? 'full' : 'denied';

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

export interface Store {
  read(): Promise<Kept | 'nothing' | 'denied'>;
  /** The revision that is kept now; 0 where nothing is. */
  revision(): Promise<number>;
  /** @param over the revision that this one follows; any other one in the store makes it outdated */
  save(inventory: Inventory, over: number): Promise<Saved>;
  clear(): Promise<void>;
}

/** @param now the clock, so that tests can set it */
export function openStore(name = 'interface-inventory', now = Date.now): Store {
  let opened: UseStore | undefined;
  const at = (): UseStore => {
    opened ??= createStore(name, 'kept');
    return opened;
  };
  let written = new Map<string, InventoryRow[]>();

  /** Writes the bundles that are not there yet, a few at a time, and names all of them. */
  async function writeBundles(rows: readonly InventoryRow[], store: UseStore): Promise<Map<string, InventoryRow[]>> {
    const named = new Map<string, InventoryRow[]>();
    const before = [...written];
    for (const [place, bundle] of bundlesOf(rows).entries()) {
      const known = before[place];
      if (known && isSame(bundle, known[1])) {
        named.set(known[0], bundle);
        continue;
      }
      const key = crypto.randomUUID();
      await setMany([[key, bundle]], store);
      named.set(key, bundle);
      await pause();
    }
    return named;
  }

  /** Puts the new head in place of the one that it follows, and of no other. */
  async function writeHead(head: Head, over: number, store: UseStore): Promise<boolean> {
    let isOurs = false;
    const replace = (there: Head | undefined): Head => {
      isOurs = revisionOf(there) === over;
      return isOurs ? head : (there as Head);
    };
    await update(HEAD, replace, store);
    return isOurs;
  }

  /** Another tab may drop bundles between the reading of the head and theirs; the next head is whole again. */
  async function readWhole(
    store: UseStore,
    attempts = 3,
  ): Promise<{ head: Pick<Head, 'revision' | 'at' | 'bundles'>; bundles: unknown[][] } | undefined> {
    const head = headIn(await get(HEAD, store));
    if (!head) return undefined;
    const bundles = await getMany<unknown>([...head.bundles], store);
    if (bundles.includes(undefined) && attempts > 1) return readWhole(store, attempts - 1);
    return { head, bundles: bundles.map((bundle) => (Array.isArray(bundle) ? bundle : [])) };
  }

  return {
    async read() {
      try {
        const whole = await readWhole(at());
        if (!whole) return 'nothing';
        const { head, bundles } = whole;
        const inventory = inventoryIn({ ...head }, bundles.flat());
        written = new Map(namedBundles(head.bundles, bundles, inventory.rows));
        return { inventory, revision: head.revision, at: isCount(head.at) ? head.at : 0 };
      } catch {
        return 'denied';
      }
    },

    async revision() {
      try {
        return revisionOf(await get(HEAD, at()));
      } catch {
        return 0;
      }
    },

    async save({ rows, ...rest }, over) {
      try {
        const store = at();
        const named = await writeBundles(rows, store);
        const head: Head = { ...rest, schemaVersion: 1, revision: over + 1, at: now(), bundles: [...named.keys()] };
        const isOurs = await writeHead(head, over, store);
        const before = [...written.keys()];
        // Only what this tab wrote itself: bundles of another one may be about to get their head.
        const unused = isOurs
          ? before.filter((key) => !named.has(key))
          : head.bundles.filter((key) => !written.has(key));
        await delMany(unused, store);
        if (!isOurs) return { result: 'outdated' };
        written = named;
        return { result: 'saved', revision: head.revision };
      } catch (error) {
        return { result: 'refused', reason: reasonOf(error) };
      }
    },

    async clear() {
      try {
        const store = at();
        written = new Map();
        await del(HEAD, store);
        await delMany((await keys<string>(store)) as string[], store);
      } catch {
        // Nothing was kept, so nothing has to go.
      }
    },
  };
}
