import { assertEvent } from 'xstate';
import { inventorySetup } from './setup.ts';

/** A spreadsheet was read; what its columns and words mean is shown, and shown again after each correction. */
export const mappingState = inventorySetup.createStateConfig({
  initial: 'previewing',
  states: {
    previewing: {
      invoke: {
        src: 'preview',
        input: ({ context }) => context,
        onDone: {
          target: 'shown',
          actions: { type: 'showPreview', params: ({ event }) => ({ preview: event.output }) },
        },
        onError: {
          target: '#inventory.document.returning',
          actions: { type: 'giveUpReading', params: ({ event }) => ({ error: event.error, by: 'source.chosen' }) },
        },
      },
    },
    shown: {},
    choosingHeader: {
      invoke: {
        src: 'chooseHeader',
        input: ({ context, event }) => {
          assertEvent(event, 'header.chosen');
          return { context, choice: event.choice };
        },
        onDone: {
          target: 'previewing',
          actions: { type: 'showSheetAnew', params: ({ event }) => ({ sheet: event.output }) },
        },
        onError: {
          target: '#inventory.document.returning',
          actions: { type: 'giveUpReading', params: ({ event }) => ({ error: event.error, by: 'source.chosen' }) },
        },
      },
    },
  },
  on: {
    'sheet.chosen': { target: '.previewing', actions: { type: 'switchSheet', params: ({ event }) => event } },
    'sheets.joined': { target: '.previewing', actions: { type: 'joinSheets', params: ({ event }) => event } },
    'header.chosen': '.choosingHeader',
    'aside.chosen': { target: '.previewing', actions: { type: 'chooseRowsAside', params: ({ event }) => event } },
    'own.named': { target: '.previewing', actions: { type: 'nameOwnSystem', params: ({ event }) => event } },
    'column.chosen': { target: '.previewing', actions: { type: 'remapColumn', params: ({ event }) => event } },
    'word.corrected': { target: '.previewing', actions: { type: 'correctWord', params: ({ event }) => event } },
    'mapping.confirmed': [
      { guard: { type: 'isAdding', params: ({ event }) => event }, target: 'adding' },
      { target: 'replacing' },
    ],
    'mapping.cancelled': { target: 'returning', actions: 'dropSource' },
  },
});
