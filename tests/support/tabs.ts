import { createActor, SimulatedClock, waitFor } from 'xstate';
import { openStore, type Store } from '#apps/inventory/keeping/store.ts';
import type { Inventory } from '#apps/inventory/machine/inventory.ts';
import { inventoryMachine } from '#apps/inventory/machine/machine.ts';
import type { Services } from '#apps/inventory/machine/services.ts';
import { noCorrections } from '#apps/inventory/reading/vocabulary.ts';
import { hasUnkeptWork, isBegun } from '#apps/inventory/view/kept-state.ts';

/** Tabs of one browser: each with a machine and a store of its own, over one database and one channel. */

const nothingDecided: Services['decisions'] = {
  update: () => Promise.resolve(undefined),
  write: () => Promise.reject(new Error('nothing is exported here')),
  compare: () => Promise.reject(new Error('nothing is compared here')),
  openProject: () => Promise.reject(new Error('nothing is opened here')),
  draw: () => Promise.reject(new Error('nothing is drawn here')),
  markSent: () => undefined,
  forget: () => undefined,
};

const noWorker: Services['worker'] = { ask: () => Promise.reject(new Error('nothing is read in here')) };

/** Long enough for a machine that is loaded by others; only what never ends is ended by it. */
const HANG_MS = 120_000;

export interface TabOptions {
  store?: Store;
  /** Tells the other tabs. */
  announce?: (revision: number) => void;
  forgetCorrections?: () => boolean;
}

/** Opens the page of the inventory in one tab. */
export function openTab({
  store = openStore(),
  announce = () => undefined,
  forgetCorrections = () => true,
}: TabOptions = {}) {
  const clock = new SimulatedClock();
  const services: Services = {
    worker: noWorker,
    decisions: nothingDecided,
    store,
    announce,
    forgetCorrections,
    stop: () => undefined,
  };
  const actor = createActor(inventoryMachine, { input: { services, corrections: noCorrections }, clock }).start();
  const inventory = (): Inventory => actor.getSnapshot().context.history.present.inventory;
  return {
    actor,
    send: actor.send,
    inventory,
    names: (): string[] => inventory().rows.flatMap(({ cells }) => cells.name ?? []),
    context: () => actor.getSnapshot().context,
    isIn: (state: Parameters<ReturnType<typeof actor.getSnapshot>['matches']>[0]) => actor.getSnapshot().matches(state),
    isBegun: () => isBegun(actor.getSnapshot()),
    hasUnkeptWork: () => hasUnkeptWork(actor.getSnapshot()),
    /** Lets time pass for this tab. */
    pass: (ms: number) => clock.increment(ms),
    /** Waits until everything that was begun is done. */
    async settle(): Promise<void> {
      await waitFor(
        actor,
        (snapshot) => {
          if (snapshot.matches({ keeping: 'waiting' })) queueMicrotask(() => clock.increment(300));
          const isKeeping = ['waiting', 'saving', 'checking'].some((keeping) => snapshot.matches({ keeping } as never));
          const isOpening = ['restoring', 'clearing'].some((document) => snapshot.matches({ document } as never));
          return !isKeeping && !isOpening;
        },
        { timeout: HANG_MS },
      );
    },
    /** Types a row with a name. */
    add(name: string): void {
      actor.send({ type: 'row.added' });
      const key = inventory().rows.at(-1)?.key ?? 0;
      actor.send({ type: 'cell.edited', key, column: 'name', text: name, done: 'Name' });
    },
    rename(key: number, name: string): void {
      actor.send({ type: 'cell.edited', key, column: 'name', text: name, done: 'Name' });
    },
    close: () => actor.stop(),
  };
}

export type Tab = ReturnType<typeof openTab>;
