import { IDBFactory } from 'fake-indexeddb';
import fc from 'fast-check';
import { expect, vi } from 'vitest';
import { openStore, type Store } from '#apps/inventory/keeping/store.ts';
import type { Inventory } from '#apps/inventory/machine/inventory.ts';
import { openTab, type Tab } from './tabs.ts';

const does = [
  'adds',
  'adds at once',
  'renames',
  'clears',
  'keeps',
  'takes',
  'undoes',
  'redoes',
  'reloads',
  'hears',
] as const;

/** What somebody does in one of two tabs; what one tab tells the other arrives when that one `hears`. */
export interface Deed {
  tab: 0 | 1;
  does: (typeof does)[number];
}

export const deeds: fc.Arbitrary<Deed[]> = fc.array(
  fc.record({
    tab: fc.constantFrom(0 as const, 1 as const),
    does: fc.oneof(
      { weight: 1, arbitrary: fc.constantFrom(...does) },
      // What leads to two inventories and to the choice between them, more often than chance would.
      { weight: 2, arbitrary: fc.constantFrom<Deed['does'][]>('adds', 'reloads', 'hears', 'keeps') },
    ),
  }),
  { minLength: 1, maxLength: 25 },
);

const namesIn = ({ rows }: Inventory): string[] => rows.flatMap(({ cells }) => cells.name ?? []);

/** What a tab sees that is opened now. */
async function keptNames(): Promise<string[]> {
  const found = await openStore().read();
  expect(found).not.toBe('denied');
  if (typeof found !== 'object') return [];
  expect(found).toMatchObject({ missing: undefined });
  return 'inventory' in found ? namesIn(found.inventory) : [];
}

/**
 * Two tabs, and a record of what must not be lost: every name that was typed, until a person gives it up by an edit, by
 * clearing, or by saying which of two inventories counts.
 */
function startPlay() {
  const live = new Set<string>();
  const contents = new Map<number, readonly string[]>([[0, []]]);
  const unheard: [number[], number[]] = [[], []];
  let lastName = 0;

  const giveUp = (names: readonly string[]): void => {
    for (const name of names) live.delete(name);
  };

  function newName(): string {
    lastName += 1;
    live.add(`n${lastName}`);
    return `n${lastName}`;
  }

  /** A store that remembers what stood in each revision. */
  function watched(store: Store): Store {
    return {
      ...store,
      async save(inventory, over) {
        const saved = await store.save(inventory, over);
        if (saved.result === 'saved') contents.set(saved.revision, namesIn(inventory));
        return saved;
      },
    };
  }

  const open = (index: 0 | 1): Tab =>
    openTab({ store: watched(openStore()), announce: (revision) => unheard[index === 0 ? 1 : 0].push(revision) });

  const tabs: [Tab, Tab] = [open(0), open(1)];

  /** What the tab knows to be kept in the place of its own. */
  const knownIn = (tab: Tab): readonly string[] => {
    const { theirs, revision } = tab.context();
    return contents.get(theirs?.revision ?? revision) ?? [];
  };

  /** Does something, and gives up what the tab shows no more because of it. */
  async function giveUpWhatGoes(tab: Tab, act: () => void): Promise<void> {
    const before = tab.names();
    act();
    await tab.settle();
    giveUp(before.filter((name) => !tab.names().includes(name)));
  }

  const acts: Record<Deed['does'], (tab: Tab, index: 0 | 1) => void | Promise<void>> = {
    adds: (tab) => tab.add(newName()),
    'adds at once': () => {
      for (const tab of tabs) tab.add(newName());
    },
    renames: async (tab) => {
      const [row] = tab.inventory().rows;
      if (row) await giveUpWhatGoes(tab, () => tab.rename(row.key, newName()));
    },
    undoes: (tab) => giveUpWhatGoes(tab, () => tab.send({ type: 'undo.requested' })),
    redoes: (tab) => giveUpWhatGoes(tab, () => tab.send({ type: 'redo.requested' })),
    keeps: (tab) => {
      if (!tab.isIn({ keeping: 'halted' })) return;
      // An empty page is not offered to be kept.
      if (tab.isBegun()) giveUp(knownIn(tab).filter((name) => !tab.names().includes(name)));
      tab.send({ type: 'mine.kept' });
    },
    takes: async (tab) => {
      if (tab.isIn({ keeping: 'halted' })) await giveUpWhatGoes(tab, () => tab.send({ type: 'theirs.taken' }));
    },
    clears: async (tab) => {
      const given = [...tab.names(), ...knownIn(tab)];
      if (!tab.isIn({ document: 'open' })) return;
      tab.send({ type: 'inventory.cleared' });
      await tab.settle();
      if (tab.isIn({ document: 'empty' })) giveUp(given);
    },
    reloads: (tab, index) => {
      // The browser asks before it leaves a page with work that is not kept.
      const { kept } = tab.context();
      const safe = kept ? namesIn(kept) : [];
      if (tab.hasUnkeptWork()) giveUp(tab.names().filter((name) => !safe.includes(name)));
      tab.close();
      unheard[index] = [];
      tabs[index] = open(index);
    },
    hears: (tab, index) => {
      for (const revision of unheard[index].splice(0)) tab.send({ type: 'other.saved', revision });
    },
  };

  const settle = (): Promise<unknown> => Promise.all(tabs.map((tab) => tab.settle()));

  return {
    async act(deed: Deed): Promise<void> {
      await settle();
      await acts[deed.does](tabs[deed.tab], deed.tab);
      await settle();
    },
    /** Names that stand neither in the database nor in a tab that knows, says and warns that it holds what is not kept. */
    async lost(): Promise<string[]> {
      const unkept = tabs.flatMap((tab) => (tab.hasUnkeptWork() ? tab.names() : []));
      const safe = new Set([...(await keptNames()), ...unkept]);
      return [...live].filter((name) => !safe.has(name));
    },
    end: () => tabs.forEach((tab) => void tab.close()),
  };
}

/** Plays deeds in two tabs over a new database; fails after the first one by which anything is lost unsaid. */
export async function playTabs(played: readonly Deed[]): Promise<void> {
  vi.stubGlobal('indexedDB', new IDBFactory());
  const play = startPlay();
  for (const deed of played) {
    await play.act(deed);
    expect({ after: deed, lost: await play.lost() }).toEqual({ after: deed, lost: [] });
  }
  play.end();
}
