import { createStore, del, delMany, get, getMany, keys, setMany, type UseStore, update } from 'idb-keyval';
import type { Inventory, InventoryRow } from './inventory.ts';

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
      isOurs = (there?.revision ?? 0) === over;
      return isOurs ? head : (there as Head);
    };
    await update(HEAD, replace, store);
    return isOurs;
  }

  /** Another tab may drop bundles between the reading of the head and theirs; the next head is whole again. */
  async function readWhole(
    store: UseStore,
    attempts = 3,
  ): Promise<{ head: Head; bundles: InventoryRow[][] } | undefined> {
    const head = await get<Head>(HEAD, store);
    if (head?.schemaVersion !== 1) return undefined;
    const bundles = await getMany<InventoryRow[] | undefined>([...head.bundles], store);
    if (bundles.includes(undefined) && attempts > 1) return readWhole(store, attempts - 1);
    return { head, bundles: bundles.map((bundle) => bundle ?? []) };
  }

  return {
    async read() {
      try {
        const whole = await readWhole(at());
        if (!whole) return 'nothing';
        const { schemaVersion, revision, at: writtenAt, bundles: names, ...inventory } = whole.head;
        written = new Map(names.map((key, place) => [key, whole.bundles[place] ?? []]));
        return { inventory: { ...inventory, rows: whole.bundles.flat() }, revision, at: writtenAt };
      } catch {
        return 'denied';
      }
    },

    async revision() {
      try {
        return (await get<Head>(HEAD, at()))?.revision ?? 0;
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
