import { type InventoryContext, present } from './context.ts';
import { addRow, removeRow, setCell, setShared } from './edits.ts';
import { change, redo, undo } from './history.ts';
import type { Inventory } from './inventory.ts';
import { inventorySetup } from './setup.ts';

const changed = (context: InventoryContext, inventory: Inventory, done: string) => ({
  history: change(context.history, inventory, done),
});

/** The inventory is open, and each change of it can be taken back. */
export const open = inventorySetup.createStateConfig({
  on: {
    'cell.edited': {
      actions: {
        type: 'changeTo',
        params: ({ context, event: { key, column, text, done } }) => ({
          patch: changed(context, setCell(present(context), key, column, text), done),
        }),
      },
    },
    'row.added': {
      actions: {
        type: 'changeTo',
        params: ({ context }) => ({ patch: changed(context, addRow(present(context)), 'adding a row') }),
      },
    },
    'row.removed': {
      actions: {
        type: 'changeTo',
        params: ({ context, event }) => ({
          patch: changed(context, removeRow(present(context), event.key), event.done),
        }),
      },
    },
    'shared.changed': {
      actions: {
        type: 'changeTo',
        params: ({ context, event }) => ({
          patch: changed(context, setShared(present(context), event.shared), event.done),
        }),
      },
    },
    'undo.requested': {
      actions: { type: 'changeTo', params: ({ context }) => ({ patch: { history: undo(context.history) } }) },
    },
    'redo.requested': {
      actions: { type: 'changeTo', params: ({ context }) => ({ patch: { history: redo(context.history) } }) },
    },
    'inventory.cleared': {
      target: 'clearing',
      actions: { type: 'patch', params: { patch: { failure: '', again: undefined } } },
    },
  },
});
