import { assign, enqueueActions, raise, setup } from 'xstate';
import type { Corrections } from '#apps/inventory/reading/vocabulary.ts';
import { actors } from './actors.ts';
import type { InventoryContext, InventoryEvent } from './context.ts';
import * as guards from './guards.ts';
import type { Services } from './services.ts';
import * as deciding from './updates/deciding.ts';
import * as editing from './updates/editing.ts';
import * as keeping from './updates/keeping.ts';
import * as reading from './updates/reading.ts';

/** Edits in quick succession are kept at once, this long after the last of them. */
const PAUSE_MS = 300;

/** A database that has not answered for so long may never do so, as in private windows of some browsers. */
const PATIENCE_MS = 8000;

/**
 * What the regions of the machine are made of. An action says what happens; how the context changes by it stands in the
 * function of the same name in `updates/`.
 */
export const inventorySetup = setup({
  types: {
    context: {} as InventoryContext,
    events: {} as InventoryEvent,
    input: {} as { services: Services; corrections: Corrections },
    tags: {} as 'reading',
  },
  actors,
  delays: { pause: PAUSE_MS, patience: PATIENCE_MS },
  guards,
  actions: {
    startReading: assign(reading.startReading),
    showMapping: assign(reading.showMapping),
    showPreview: assign(reading.showPreview),
    dropSource: assign(reading.dropSource),
    refuseEmpty: assign(reading.refuseEmpty),
    giveUpReading: assign(reading.giveUpReading),
    switchSheet: assign(reading.switchSheet),
    joinSheets: assign(reading.joinSheets),
    showSheetAnew: assign(reading.showSheetAnew),
    nameOwnSystem: assign(reading.nameOwnSystem),
    chooseRowsAside: assign(reading.chooseRowsAside),
    remapColumn: assign(reading.remapColumn),
    correctWord: assign(reading.correctWord),
    appendRead: assign(reading.appendRead),
    replaceByRead: assign(reading.replaceByRead),

    editCell: assign(editing.editCell),
    editExtra: assign(editing.editExtra),
    addColumn: assign(editing.addColumn),
    takeWaves: assign(editing.takeWaves),
    takeLog: assign(editing.takeLog),
    showProject: assign(editing.showProject),
    addBlankRow: assign(editing.addBlankRow),
    beginTyping: assign(editing.beginTyping),
    dropRow: assign(editing.dropRow),
    changeShared: assign(editing.changeShared),
    undoChange: assign(editing.undoChange),
    redoChange: assign(editing.redoChange),

    showOutcomes: assign(deciding.showOutcomes),
    showProgramme: assign(deciding.showProgramme),
    showBlanks: assign(deciding.showBlanks),
    keepFailure: assign(deciding.keepFailure),
    forgetFailure: assign(deciding.forgetFailure),

    showKept: assign(keeping.showKept),
    noteForeign: assign(keeping.noteForeign),
    showNothing: assign(keeping.showNothing),
    forgetEverything: assign(keeping.forgetEverything),
    noteSaved: assign(keeping.noteSaved),
    noteTheirs: assign(keeping.noteTheirs),
    followTheirs: assign(keeping.followTheirs),
    sayNotCleared: assign(keeping.sayNotCleared),
    forgetFailureAndOffer: assign(keeping.forgetFailureAndOffer),

    /** Lets deciding and keeping begin anew with the inventory as it is now. */
    reportChange: raise({ type: 'inventory.changed' }),
    /** Lets keeping know that what the browser keeps could not be read. */
    reportUnread: raise({ type: 'store.unread' }),
    /** Keeps nothing more where something else is kept, or part of it is missing, until a person says what counts. */
    haltWhereUndecided: enqueueActions(({ context: { theirs, missing }, enqueue }) => {
      if (theirs || missing) enqueue.raise({ type: 'store.halted' });
    }),
    stopWorker: ({ context }) => {
      context.services.stop();
      context.services.decisions.forget();
    },
    announce: ({ context }) => context.services.announce(context.revision),
  },
});
