import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { openStore, type Store } from '#apps/inventory/keeping/store.ts';
import type { Inventory } from '#apps/inventory/machine/inventory.ts';
import { changedSince, isHeldUp } from '#apps/inventory/view/kept-state.ts';
import { entry, head, inventoryOf, putEntry } from '#tests/support/kept-inventory.ts';
import { openTab, type Tab } from '#tests/support/tabs.ts';

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory());
});

async function openSettled(options?: Parameters<typeof openTab>[0]): Promise<Tab> {
  const tab = openTab(options);
  await tab.settle();
  return tab;
}

async function add(tab: Tab, ...names: string[]): Promise<void> {
  for (const name of names) tab.add(name);
  await tab.settle();
}

/** What a tab shows that is opened now. */
const reloaded = async (): Promise<string[]> => (await openSettled()).names();

const keep = async (inventory: Inventory, over = 0): Promise<void> => {
  expect(await openStore().save(inventory, over)).toMatchObject({ result: 'saved' });
};

const never = (): Promise<never> => new Promise(() => undefined);

/** A store of which some answers are given by a test. */
const storeWith = (answers: Partial<Store>): Store => ({ ...openStore(), ...answers });

describe('an inventory that another tab changed', () => {
  async function conflict() {
    const a = await openSettled();
    await add(a, 'first');
    const b = await openSettled();
    await add(b, "B's");
    return { a, b };
  }

  test('is not written over, and the edit is marked as not kept', async () => {
    const { a } = await conflict();
    await add(a, "A's");
    expect(a.isIn({ keeping: 'halted' })).toBe(true);
    expect(await reloaded()).toEqual(['first', "B's"]);
    const { kept } = a.context();
    expect(isHeldUp(a.actor.getSnapshot())).toBe(true);
    const last = a.inventory().rows.at(-1);
    expect(changedSince(kept, a.inventory())).toEqual(new Set([last?.key]));
    expect(a.hasUnkeptWork()).toBe(true);
  });

  test('is known of as soon as the other tab says so, before anything is edited here', async () => {
    const { a, b } = await conflict();
    a.send({ type: 'other.saved', revision: b.context().revision });
    await a.settle();
    expect(a.isIn({ keeping: 'halted' })).toBe(true);
    expect(isHeldUp(a.actor.getSnapshot())).toBe(false);
  });

  test('gives way where a person keeps this one, and a reload shows all of this one', async () => {
    const { a, b } = await conflict();
    a.send({ type: 'other.saved', revision: b.context().revision });
    await a.settle();
    a.send({ type: 'mine.kept' });
    await a.settle();
    expect(await reloaded()).toEqual(['first']);
    expect(a.context().theirs).toBeUndefined();
  });

  test('does not give way where it was changed once more since: that is said first', async () => {
    const { a, b } = await conflict();
    await add(a, "A's");
    await add(b, "B's second");
    a.send({ type: 'mine.kept' });
    await a.settle();
    expect(a.isIn({ keeping: 'halted' })).toBe(true);
    expect(await reloaded()).toEqual(['first', "B's", "B's second"]);
    a.send({ type: 'mine.kept' });
    await a.settle();
    expect(await reloaded()).toEqual(['first', "A's"]);
  });

  test('can be shown, and Undo brings back what stood here', async () => {
    const { a } = await conflict();
    await add(a, "A's");
    a.send({ type: 'theirs.taken' });
    await a.settle();
    expect(a.names()).toEqual(['first', "B's"]);
    a.send({ type: 'undo.requested' });
    await a.settle();
    expect(a.names()).toEqual(['first', "A's"]);
    expect(await reloaded()).toEqual(['first', "A's"]);
    a.send({ type: 'redo.requested' });
    await a.settle();
    expect(await reloaded()).toEqual(['first', "B's"]);
  });

  test('word of what this tab wrote itself is no conflict', async () => {
    const { b } = await conflict();
    b.send({ type: 'other.saved', revision: 12_345 });
    await b.settle();
    expect(b.isIn({ keeping: 'saved' })).toBe(true);
  });

  test('a page with nothing on it never takes its place', async () => {
    const empty = await openSettled();
    const b = await openSettled();
    await add(b, "B's");
    empty.send({ type: 'other.saved', revision: b.context().revision });
    await empty.settle();
    empty.send({ type: 'mine.kept' });
    await empty.settle();
    expect(await reloaded()).toEqual(["B's"]);
  });

  test('word of an inventory that is gone again makes an empty page keep nothing', async () => {
    const empty = await openSettled();
    empty.send({ type: 'other.saved', revision: 7 });
    await empty.settle();
    expect(empty.isIn({ document: 'empty', keeping: 'idle' } as never)).toBe(true);
    expect(await entry('head')).toBeUndefined();
  });

  test.each([24, 1200])('cleared there and kept here, %i interfaces are as many after a reload', async (count) => {
    await keep(inventoryOf(count));
    const [a, b] = [await openSettled(), await openSettled()];
    b.send({ type: 'inventory.cleared' });
    await b.settle();
    expect(b.isIn({ document: 'empty' })).toBe(true);
    a.send({ type: 'other.saved', revision: 0 });
    await a.settle();
    expect(a.context().theirs).toEqual({ holds: 'nothing', revision: 0 });
    a.send({ type: 'mine.kept' });
    await a.settle();
    expect(await reloaded()).toHaveLength(count);
  });
});

describe('what is kept cannot be read in whole', () => {
  test('it is said with its numbers, what is left is shown, and nothing is written until a person keeps it', async () => {
    await keep(inventoryOf(1200));
    const [lost = ''] = (await head()).bundles;
    await putEntry(lost, 'rubbish');
    const tab = await openSettled();
    expect(tab.isIn({ document: 'open' })).toBe(true);
    expect(tab.inventory().rows).toHaveLength(700);
    expect(tab.isIn({ keeping: 'halted' })).toBe(true);
    expect(tab.context().missing).toMatchObject({ parts: 1, ofParts: 3, rows: 500, ofRows: 1200 });
    await add(tab, 'new');
    expect(await entry(lost)).toBe('rubbish');
    tab.send({ type: 'mine.kept' });
    await tab.settle();
    expect(tab.isIn({ keeping: 'saved' })).toBe(true);
    expect(tab.context().missing).toBeUndefined();
    expect(await reloaded()).toHaveLength(701);
  });

  test('what a later version kept is not touched by what is typed here', async () => {
    const later = { schemaVersion: 2, revision: 5, sheets: ['all of it'] };
    await putEntry('head', later);
    const tab = await openSettled();
    expect(tab.isIn({ document: 'empty', keeping: 'halted' } as never)).toBe(true);
    expect(tab.context().theirs).toEqual({ holds: 'newer', revision: 5 });
    await add(tab, 'mine');
    expect(await head()).toEqual(later);
    tab.send({ type: 'mine.kept' });
    await tab.settle();
    expect(await reloaded()).toEqual(['mine']);
  });

  test('a browser that refuses the reading is not one that kept nothing', async () => {
    const tab = await openSettled({ store: storeWith({ read: () => Promise.resolve('denied') }) });
    expect(tab.isIn({ document: 'empty', keeping: 'unread' } as never)).toBe(true);
  });

  test('what was kept then and could not be read is not written over', async () => {
    await keep(inventoryOf(3));
    const tab = await openSettled({ store: storeWith({ read: () => Promise.resolve('denied') }) });
    await add(tab, 'mine');
    expect(tab.isIn({ keeping: 'halted' })).toBe(true);
    expect(await reloaded()).toHaveLength(3);
  });
});

describe('a database that never answers', () => {
  test('lets the page begin after a while, and says so', async () => {
    const tab = openTab({ store: storeWith({ read: never }) });
    expect(tab.isIn({ document: { restoring: 'prompt' } })).toBe(true);
    tab.pass(8000);
    expect(tab.isIn({ document: { restoring: 'slow' } })).toBe(true);
    tab.add('typed all the same');
    expect(tab.names()).toEqual(['typed all the same']);
  });

  test('is taken at its word where it answers late', async () => {
    await keep(inventoryOf(3));
    let answer = (): void => undefined;
    const late = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const store = openStore();
    const tab = openTab({ store: { ...store, read: () => late.then(store.read) } });
    tab.pass(8000);
    answer();
    await tab.settle();
    expect(tab.inventory().rows).toHaveLength(3);
  });

  test('keeps nothing, and that is said while the page goes on', async () => {
    const tab = await openSettled({ store: storeWith({ save: never }) });
    tab.add('a');
    tab.pass(300);
    expect(tab.isIn({ keeping: { saving: 'prompt' } })).toBe(true);
    tab.pass(8000);
    expect(tab.isIn({ keeping: { saving: 'slow' } })).toBe(true);
    expect(isHeldUp(tab.actor.getSnapshot())).toBe(true);
    tab.add('b');
    expect(tab.names()).toEqual(['a', 'b']);
  });
});

describe('clearing', () => {
  const refused = { result: 'refused', reason: 'denied' } as const;

  test('is told to other tabs when it is done, and leaves nothing', async () => {
    const told: number[] = [];
    const tab = await openSettled({ announce: (revision) => told.push(revision) });
    await add(tab, 'a');
    tab.send({ type: 'inventory.cleared' });
    await tab.settle();
    expect(tab.isIn({ document: 'empty' })).toBe(true);
    expect(told.at(-1)).toBe(0);
    expect(await entry('head')).toBeUndefined();
  });

  test('that fails is said, announced to nobody, and everything stays', async () => {
    const told: number[] = [];
    const clear = vi.fn<Store['clear']>().mockResolvedValueOnce(refused);
    const store = openStore();
    clear.mockImplementation(store.clear);
    const tab = await openSettled({ store: { ...store, clear }, announce: (revision) => told.push(revision) });
    await add(tab, 'a');
    tab.send({ type: 'inventory.cleared' });
    await tab.settle();
    expect(tab.names()).toEqual(['a']);
    expect(tab.context().failure).toMatch(/^Nothing was cleared/);
    expect(told).not.toContain(0);
    await add(tab, 'b');
    expect(await reloaded()).toEqual(['a', 'b']);
    tab.send(tab.context().again ?? { type: 'undo.requested' });
    await tab.settle();
    expect(await reloaded()).toEqual([]);
  });

  test('fails where corrections cannot be forgotten, before anything else is gone', async () => {
    const tab = await openSettled({ forgetCorrections: () => false });
    await add(tab, 'a');
    tab.send({ type: 'inventory.cleared' });
    await tab.settle();
    expect(tab.context().failure).toMatch(/^Nothing was cleared/);
    expect(await reloaded()).toEqual(['a']);
  });

  test('that is never answered is not called a success', async () => {
    const tab = await openSettled({ store: storeWith({ clear: never }) });
    await add(tab, 'a');
    tab.send({ type: 'inventory.cleared' });
    expect(tab.isIn({ document: 'clearing' })).toBe(true);
    tab.pass(8000);
    await tab.settle();
    expect(tab.names()).toEqual(['a']);
    expect(tab.context().failure).toMatch(/not answered for 8 seconds/);
  });

  test('in a browser that keeps nothing empties the table, and says what it cannot know', async () => {
    const denied = storeWith({ save: () => Promise.resolve(refused), clear: () => Promise.resolve(refused) });
    const tab = await openSettled({ store: denied });
    await add(tab, 'a');
    tab.send({ type: 'inventory.cleared' });
    await tab.settle();
    expect(tab.isIn({ document: 'empty' })).toBe(true);
    expect(tab.context().failure).toMatch(/^The table is empty now. But/);
  });

  test('does not take what another tab has written unseen', async () => {
    const a = await openSettled();
    await add(a, 'first');
    const b = await openSettled();
    await add(b, "B's");
    a.send({ type: 'inventory.cleared' });
    await a.settle();
    expect(a.context().failure).toMatch(/changed in another tab/);
    expect(a.isIn({ document: 'open', keeping: 'halted' } as never)).toBe(true);
    expect(await reloaded()).toEqual(['first', "B's"]);
  });

  test('right after an edit clears that edit too', async () => {
    const tab = await openSettled();
    await add(tab, 'a');
    tab.add('b');
    tab.pass(300);
    expect(tab.isIn({ keeping: 'saving' })).toBe(true);
    tab.send({ type: 'inventory.cleared' });
    await tab.settle();
    expect(tab.isIn({ document: 'empty' })).toBe(true);
    expect(await reloaded()).toEqual([]);
  });
});
