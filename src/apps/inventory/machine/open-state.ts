import { inventorySetup } from './setup.ts';

/** The inventory is open, and each change of it can be taken back. */
export const openState = inventorySetup.createStateConfig({
  on: {
    'cell.edited': { actions: [{ type: 'editCell', params: ({ event }) => event }, 'reportChange'] },
    'extra.edited': { actions: [{ type: 'editExtra', params: ({ event }) => event }, 'reportChange'] },
    'column.added': { actions: [{ type: 'addColumn', params: ({ event }) => event }, 'reportChange'] },
    'wave.taken': { actions: [{ type: 'takeWaves', params: ({ event }) => event }, 'reportChange'] },
    'log.taken': { actions: [{ type: 'takeLog', params: ({ event }) => event }, 'reportChange'] },
    'row.added': { actions: ['addBlankRow', 'reportChange'] },
    'row.removed': { actions: [{ type: 'dropRow', params: ({ event }) => event }, 'reportChange'] },
    'shared.changed': { actions: [{ type: 'changeShared', params: ({ event }) => event }, 'reportChange'] },
    'undo.requested': { actions: ['undoChange', 'reportChange'] },
    'redo.requested': { actions: ['redoChange', 'reportChange'] },
    'inventory.cleared': { target: 'clearing', actions: 'forgetFailureAndOffer' },
  },
});
