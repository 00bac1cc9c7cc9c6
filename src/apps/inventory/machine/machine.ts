import type { ActorRefFrom, SnapshotFrom } from 'xstate';
import { noSource } from './context.ts';
import { decidingRegion } from './deciding.ts';
import { documentRegion } from './document.ts';
import { startHistory } from './history.ts';
import { emptyInventory } from './inventory.ts';
import { keepingRegion } from './keeping.ts';
import { inventorySetup } from './setup.ts';

/**
 * Drives the inventory: what is open, what is being decided, and whether it is kept, side by side.
 *
 * Reading, deciding and writing are done elsewhere; the machine keeps where somebody is, and the history of edits.
 */
export const inventoryMachine = inventorySetup.createMachine({
  id: 'inventory',
  type: 'parallel',
  context: ({ input }) => ({
    ...noSource,
    services: input.services,
    corrections: input.corrections,
    history: startHistory(emptyInventory),
    faults: [],
    failure: '',
    again: undefined,
    outcomes: new Map(),
    programme: undefined,
    blanks: undefined,
    looked: 0,
    decided: 0,
    kept: undefined,
    revision: 0,
    theirs: undefined,
    missing: undefined,
  }),
  states: {
    document: documentRegion,
    deciding: decidingRegion,
    keeping: keepingRegion,
  },
});

/** A running machine of the inventory. */
export type InventoryActor = ActorRefFrom<typeof inventoryMachine>;
/** What the view draws: the states that the machine is in, and its context. */
export type InventorySnapshot = SnapshotFrom<typeof inventoryMachine>;
/** Sends the machine what a person does. */
export type Send = InventoryActor['send'];
