import { startHistory } from './history.ts';
import { emptyInventory } from './inventory.ts';
import { noSource } from './machine-context.ts';
import { deciding } from './machine-deciding.ts';
import { document } from './machine-document.ts';
import { keeping } from './machine-keeping.ts';
import { inventorySetup } from './machine-setup.ts';

/**
 * Drives the inventory: what is open, what is being decided, and whether it is kept, side by side.
 *
 * Reading, deciding and writing are done elsewhere; the machine keeps the place and the history of edits.
 */
export const inventoryMachine = inventorySetup.createMachine({
  id: 'inventory',
  type: 'parallel',
  context: ({ input }) => ({
    ...noSource,
    services: input.services,
    corrections: input.corrections,
    history: startHistory(emptyInventory),
    isSample: false,
    isAdding: false,
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
    document,
    deciding,
    keeping,
  },
});
