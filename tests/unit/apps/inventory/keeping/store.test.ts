import 'fake-indexeddb/auto';
import { IDBFactory, IDBObjectStore } from 'fake-indexeddb';
import { createStore, del, keys } from 'idb-keyval';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openStore, type Store } from '#apps/inventory/keeping/store.ts';
import { emptyInventory, type Inventory } from '#apps/inventory/machine/inventory.ts';
import { head, inventoryOf, putEntry, renamed, rowOf } from '#tests/support/kept-inventory.ts';

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory());
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const dropEntry = (key: string): Promise<void> => del(key, createStore('interface-inventory', 'kept'));
const allKeys = (): Promise<string[]> => keys(createStore('interface-inventory', 'kept'));

async function saved(store: Store, inventory: Inventory, over: number): Promise<number> {
  const answer = await store.save(inventory, over);
  if (answer.result !== 'saved') throw new Error(`not saved: ${JSON.stringify(answer)}`);
  return answer.revision;
}

/** What a tab sees that is opened now. */
async function reloaded() {
  const found = await openStore().read();
  if (typeof found !== 'object' || !('inventory' in found)) throw new Error(`no inventory: ${JSON.stringify(found)}`);
  return found;
}

describe('one tab', () => {
  test.each([0, 1, 500, 501, 1200])('%i interfaces come back as they were kept', async (count) => {
    const inventory = inventoryOf(count, 'Ours');
    const revision = await saved(openStore(), inventory, 0);
    expect(await openStore(undefined, () => 7).read()).toMatchObject({ inventory, revision });
    expect((await reloaded()).missing).toBeUndefined();
  });

  test('what the page brought along is still known as such', async () => {
    await saved(openStore(), { ...inventoryOf(1), origin: 'sample' }, 0);
    expect((await reloaded()).inventory.origin).toBe('sample');
  });

  test('an edit writes one bundle, and drops the one that it replaces', async () => {
    const store = openStore();
    const inventory = inventoryOf(1200);
    const revision = await saved(store, inventory, 0);
    const before = (await head()).bundles;
    await saved(store, renamed(inventory, 700, 'Changed'), revision);
    const after = (await head()).bundles;
    expect([after[0], after[2]]).toEqual([before[0], before[2]]);
    expect(after[1]).not.toBe(before[1]);
    expect((await allKeys()).sort()).toEqual([...after, 'head'].sort());
  });

  test('an edit of what was read writes one bundle too', async () => {
    await saved(openStore(), inventoryOf(1200), 0);
    const before = (await head()).bundles;
    const store = openStore();
    const found = await store.read();
    if (typeof found !== 'object' || !('inventory' in found)) throw new Error('nothing was kept');
    await saved(store, renamed(found.inventory, 3, 'Changed'), found.revision);
    expect((await head()).bundles.slice(1)).toEqual(before.slice(1));
  });

  test('what fails in the middle leaves everything as it was', async () => {
    const store = openStore();
    const inventory = inventoryOf(1200);
    const revision = await saved(store, inventory, 0);
    const before = await allKeys();
    const unkeepable = { ...rowOf(3), cells: { name: (() => 'a function') as unknown as string } };
    // The first bundle can be written, the second cannot.
    const rows = renamed(inventory, 3, 'Changed').rows.with(699, unkeepable);
    expect(await store.save({ ...inventory, rows }, revision)).toMatchObject({
      result: 'refused',
    });
    expect(await allKeys()).toEqual(before);
    expect((await reloaded()).inventory).toEqual(inventory);
    await saved(store, renamed(inventory, 700, 'Changed'), revision);
    expect((await reloaded()).inventory.rows[699]?.cells.name).toBe('Changed');
  });

  test('a full storage is called full, and anything else denied', async () => {
    const put = vi.spyOn(IDBObjectStore.prototype, 'put');
    put.mockImplementationOnce(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    expect(await openStore().save(inventoryOf(1), 0)).toEqual({ result: 'refused', reason: 'full' });
    put.mockImplementationOnce(() => {
      throw new DOMException('broken', 'UnknownError');
    });
    expect(await openStore().save(inventoryOf(1), 0)).toEqual({ result: 'refused', reason: 'denied' });
    expect(await openStore().read()).toBe('nothing');
  });

  test('a browser without storage is called so, whatever is asked of it', async () => {
    vi.stubGlobal('indexedDB', {
      open: () => {
        throw new DOMException('denied', 'SecurityError');
      },
    });
    const store = openStore();
    expect(await store.read()).toBe('denied');
    expect(await store.look()).toBe('denied');
    expect(await store.save(inventoryOf(1), 0)).toEqual({ result: 'refused', reason: 'denied' });
    expect(await store.clear(0)).toEqual({ result: 'refused', reason: 'denied' });
  });

  test('plain http in a local network, where there is no randomUUID, keeps all the same', async () => {
    vi.stubGlobal('crypto', { getRandomValues: crypto.getRandomValues.bind(crypto) });
    await saved(openStore(), inventoryOf(3), 0);
    expect((await reloaded()).inventory.rows).toHaveLength(3);
  });
});

describe('two tabs', () => {
  test('what another tab wrote is not written over', async () => {
    const [a, b] = [openStore(), openStore()];
    const first = await saved(a, inventoryOf(24), 0);
    await b.read();
    const theirs = await saved(b, inventoryOf(25), first);
    expect(await a.save(renamed(inventoryOf(24), 1, 'Mine'), first)).toEqual({
      result: 'outdated',
      there: { holds: 'inventory', revision: theirs },
    });
    expect((await reloaded()).inventory).toEqual(inventoryOf(25));
  });

  test('of two first inventories the second is outdated', async () => {
    const [a, b] = [openStore(), openStore()];
    await saved(a, inventoryOf(2), 0);
    expect(await b.save(inventoryOf(3), 0)).toMatchObject({ result: 'outdated' });
    expect((await reloaded()).inventory.rows).toHaveLength(2);
  });

  test.each([24, 1200])('%i rows stay as many where one tab is kept after the other has written', async (count) => {
    const [a, b] = [openStore(), openStore()];
    const mine = inventoryOf(count);
    const first = await saved(a, mine, 0);
    await b.read();
    const theirs = await saved(b, { ...mine, rows: [rowOf(9999), ...mine.rows] }, first);
    await saved(a, mine, theirs);
    expect(await reloaded()).toMatchObject({ inventory: mine, missing: undefined });
  });

  test.each([24, 1200])('%i rows stay as many where one tab is kept after the other has cleared', async (count) => {
    const [a, b] = [openStore(), openStore()];
    const mine = inventoryOf(count);
    const first = await saved(a, mine, 0);
    await b.read();
    expect(await b.clear(first)).toEqual({ result: 'cleared' });
    expect(await a.save(mine, first)).toEqual({ result: 'outdated', there: { holds: 'nothing', revision: 0 } });
    await saved(a, mine, 0);
    expect(await reloaded()).toMatchObject({ inventory: mine, missing: undefined });
  });

  test('an inventory begun after a clearing is never taken for the one before it', async () => {
    const [a, b] = [openStore(), openStore()];
    const first = await saved(a, inventoryOf(24), 0);
    await b.clear(first);
    await b.read();
    await saved(b, inventoryOf(3), 0);
    expect(await a.save(inventoryOf(24), first)).toMatchObject({ result: 'outdated' });
    expect((await reloaded()).inventory.rows).toHaveLength(3);
  });

  test('what another tab wrote unseen is not cleared either', async () => {
    const [a, b] = [openStore(), openStore()];
    const first = await saved(a, inventoryOf(24), 0);
    const theirs = await saved(b, inventoryOf(25), first);
    expect(await a.clear(first)).toEqual({ result: 'outdated', there: { holds: 'inventory', revision: theirs } });
    expect((await reloaded()).inventory.rows).toHaveLength(25);
    expect(await a.clear(theirs)).toEqual({ result: 'cleared' });
    expect(await allKeys()).toEqual([]);
  });

  test('a saving that the page gave up waiting for is its own all the same', async () => {
    const store = openStore();
    const first = await saved(store, inventoryOf(2), 0);
    await saved(store, inventoryOf(3), first);
    expect(await store.save(inventoryOf(4), first)).toMatchObject({ result: 'saved' });
    expect(await store.clear(first)).toEqual({ result: 'cleared' });
  });

  test('a look tells what is kept now', async () => {
    const [a, b] = [openStore(), openStore()];
    expect(await a.look()).toEqual({ holds: 'nothing', revision: 0 });
    const revision = await saved(b, inventoryOf(1), 0);
    expect(await a.look()).toEqual({ holds: 'inventory', revision });
  });
});

describe('what cannot be read', () => {
  test('bundles that are gone are counted, and the rest is shown', async () => {
    await saved(openStore(), inventoryOf(1200), 0);
    const [first = '', , third = ''] = (await head()).bundles;
    await dropEntry(first);
    await dropEntry(third);
    const { inventory, missing } = await reloaded();
    expect(inventory.rows.map(({ key }) => key)).toEqual(Array.from({ length: 500 }, (_, index) => index + 501));
    expect(missing).toEqual({ parts: 2, ofParts: 3, rows: 700, ofRows: 1200, isExact: true, cells: 0 });
  });

  test('a head of an earlier build does not say how many rows there were: then the most is named', async () => {
    await saved(openStore(), inventoryOf(1200), 0);
    const { rowCount: _unknown, ...older } = await head();
    await putEntry('head', older);
    expect((await reloaded()).missing).toBeUndefined();
    await dropEntry(older.bundles[2] ?? '');
    expect((await reloaded()).missing).toEqual({
      parts: 1,
      ofParts: 3,
      rows: 500,
      ofRows: 1500,
      isExact: false,
      cells: 0,
    });
  });

  test.each([
    ['is no list', 'rubbish', { parts: 1, rows: 2 }],
    ['holds something that is no row', [rowOf(1), 'rubbish'], { parts: 0, rows: 1 }],
    ['has a column of a later version', [rowOf(1), { ...rowOf(2), cells: { name: 'B', wave: '3' } }], { cells: 1 }],
    ['has a cell that is no text', [rowOf(1), { ...rowOf(2), cells: { name: 7 } }], { rows: 0, cells: 1 }],
    ['has an extra cell that is no text', [rowOf(1), { ...rowOf(2), extras: [7] }], { rows: 0, cells: 1 }],
  ])('a bundle that %s is reported', async (_story, bundle, expected) => {
    await saved(openStore(), inventoryOf(2), 0);
    await putEntry((await head()).bundles[0] ?? '', bundle);
    expect((await reloaded()).missing).toMatchObject(expected);
  });

  test('a bundle that the disk does not give back does not hide the others', async () => {
    await saved(openStore(), inventoryOf(1200), 0);
    const [lost] = (await head()).bundles;
    const original = IDBObjectStore.prototype.get;
    vi.spyOn(IDBObjectStore.prototype, 'get').mockImplementation(function (this: IDBObjectStore, key) {
      const request = original.call(this, key);
      if (key === lost) {
        // As a browser does that finds the file damaged: the request fails after it was made.
        const addEventListener = request.addEventListener.bind(request) as typeof request.addEventListener;
        request.addEventListener = ((type: string, listener: (event: Event) => void) => {
          if (type === 'error') addEventListener('success', () => listener(new Event('error', { cancelable: true })));
        }) as typeof request.addEventListener;
      }
      return request;
    });
    expect(await reloaded()).toMatchObject({ missing: { parts: 1, rows: 500, ofRows: 1200 } });
  });

  test('two rows under one key are both kept', async () => {
    await saved(openStore(), inventoryOf(2), 0);
    await putEntry((await head()).bundles[0] ?? '', [rowOf(2, 'A'), rowOf(2, 'B')]);
    const { rows } = (await reloaded()).inventory;
    expect(rows.map(({ cells }) => cells.name)).toEqual(['A', 'B']);
    expect(new Set(rows.map(({ key }) => key)).size).toBe(2);
  });

  test('what is left is written whole where a person keeps it', async () => {
    await saved(openStore(), inventoryOf(1200), 0);
    await dropEntry((await head()).bundles[1] ?? '');
    const store = openStore();
    const found = await store.read();
    if (typeof found !== 'object' || !('inventory' in found)) throw new Error('nothing was kept');
    await saved(store, found.inventory, found.revision);
    expect(await reloaded()).toMatchObject({ inventory: found.inventory, missing: undefined });
  });

  test.each([
    ['a later version', { schemaVersion: 2, revision: 9, parts: [] }, { holds: 'newer', revision: 9 }],
    ['a later version that counts otherwise', { schemaVersion: 2, revision: 'x' }, { holds: 'newer', revision: -1 }],
    ['somebody else', 'rubbish', { holds: 'unreadable', revision: -1 }],
    ['nobody knows', { schemaVersion: 1, revision: 3, bundles: 'a' }, { holds: 'unreadable', revision: 3 }],
  ])('what %s wrote is neither read nor written over unseen', async (_story, there, expected) => {
    await putEntry('head', there);
    const store = openStore();
    expect(await store.read()).toEqual(expected);
    expect(await store.save(emptyInventory, 0)).toEqual({ result: 'outdated', there: expected });
    expect(await store.clear(0)).toEqual({ result: 'outdated', there: expected });
    expect(await head()).toEqual(there);
    await saved(store, inventoryOf(1), expected.revision);
    expect((await reloaded()).inventory.rows).toHaveLength(1);
  });
});

test('a failed clearing is no success, and leaves all that was kept', async () => {
  const store = openStore();
  const revision = await saved(store, inventoryOf(24), 0);
  vi.spyOn(IDBObjectStore.prototype, 'clear').mockImplementationOnce(() => {
    throw new DOMException('broken', 'UnknownError');
  });
  expect(await store.clear(revision)).toEqual({ result: 'refused', reason: 'denied' });
  expect((await reloaded()).inventory.rows).toHaveLength(24);
});
