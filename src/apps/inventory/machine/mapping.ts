import type { Mapping, OpenedFile } from '#apps/inventory/reading/import-session.ts';
import { chooseColumn, chooseWord, mappingOf } from '#apps/inventory/reading/mapping.ts';
import { noSource } from './context.ts';
import { failedAs, inventorySetup } from './setup.ts';

/** A spreadsheet was read; what its columns and words mean is shown, and shown again after each correction. */
export const mapping = inventorySetup.createStateConfig({
  initial: 'previewing',
  states: {
    previewing: {
      invoke: {
        src: 'preview',
        input: ({ context }) => context,
        onDone: {
          target: 'shown',
          actions: { type: 'patch', params: ({ event }) => ({ patch: { preview: event.output } }) },
        },
        onError: {
          target: '#inventory.document.returning',
          actions: {
            type: 'patch',
            params: failedAs('source.chosen'),
          },
        },
      },
    },
    shown: {},
  },
  on: {
    'sheet.chosen': {
      target: '.previewing',
      actions: {
        type: 'patch',
        params: ({ context, event }) => ({
          patch: {
            mapping: mappingOf({ ...(context.opened as OpenedFile), likeliest: event.sheet }, context.corrections),
          },
        }),
      },
    },
    'column.chosen': {
      target: '.previewing',
      actions: {
        type: 'patch',
        params: ({ context, event }) => ({
          patch: chooseColumn(context.opened as OpenedFile, context.mapping as Mapping, event.place, event.column),
        }),
      },
    },
    'word.corrected': {
      target: '.previewing',
      actions: {
        type: 'patch',
        params: ({ context, event }) => ({ patch: chooseWord(context.mapping as Mapping, event) }),
      },
    },
    'mapping.confirmed': {
      target: 'taking',
      actions: { type: 'patch', params: ({ event }) => ({ patch: { isAdding: event.isAdding } }) },
    },
    'mapping.cancelled': {
      target: 'returning',
      actions: { type: 'patch', params: { patch: noSource } },
    },
  },
});
