import { inventorySetup } from './machine-setup.ts';

/** Whether the inventory is kept in this browser, and what stands in the way. */
export const keeping = inventorySetup.createStateConfig({
  initial: 'idle',
  states: {
    idle: {
      on: { 'inventory.changed': { guard: 'isUnkept', target: 'waiting' } },
    },
    /** Several edits in a row are kept at once. */
    waiting: {
      after: { 300: 'saving' },
      on: { 'inventory.changed': { target: 'waiting', reenter: true } },
    },
    saving: {
      invoke: {
        src: 'save',
        input: ({ context }) => context,
        onDone: [
          {
            guard: ({ event }) => event.output.result === 'saved',
            target: 'saved',
            actions: [
              {
                type: 'patch',
                params: ({ event: { output } }) => ({
                  patch: {
                    kept: output.inventory,
                    revision: output.result === 'saved' ? output.revision : 0,
                  },
                }),
              },
              'announce',
            ],
          },
          { guard: ({ event }) => event.output.result === 'outdated', target: 'outdated' },
          {
            guard: ({ event }) => event.output.result === 'refused' && event.output.reason === 'full',
            target: 'full',
          },
          { target: 'denied' },
        ],
        onError: 'denied',
      },
    },
    /** What another tab wrote is known now, and may be written over. */
    catchingUp: {
      invoke: {
        src: 'catchUp',
        input: ({ context }) => context,
        onDone: {
          target: 'saving',
          actions: { type: 'patch', params: ({ event }) => ({ patch: { revision: event.output } }) },
        },
        onError: 'denied',
      },
    },
    saved: {
      always: { guard: 'isUnkept', target: 'waiting' },
      on: { 'inventory.changed': { guard: 'isUnkept', target: 'waiting' } },
    },
    full: { on: { 'inventory.changed': 'waiting' } },
    denied: { on: { 'inventory.changed': 'waiting' } },
    /** Another tab has saved since; nothing is written until a person says which one counts. */
    outdated: {
      on: {
        'theirs.taken': 'idle',
        'mine.kept': 'catchingUp',
      },
    },
  },
  on: {
    'other.saved': {
      guard: { type: 'isNewer', params: ({ event }) => ({ revision: event.revision }) },
      target: '.outdated',
    },
    'inventory.cleared': '.idle',
  },
});
