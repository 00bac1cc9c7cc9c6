import { withOutcomes } from './services.ts';
import { inventorySetup } from './setup.ts';

/** What is recommended, worked out anew after every change; it can be stopped and taken up again. */
export const deciding = inventorySetup.createStateConfig({
  initial: 'idle',
  states: {
    idle: {},
    working: {
      invoke: { src: 'decide', input: ({ context }) => context },
      on: {
        'outcomes.arrived': {
          actions: {
            type: 'patch',
            params: ({ context, event }) => ({
              patch: { outcomes: withOutcomes(context.outcomes, event.outcomes), decided: event.done },
            }),
          },
        },
        'programme.arrived': {
          actions: { type: 'patch', params: ({ event }) => ({ patch: { programme: event.programme } }) },
        },
        'blanks.arrived': {
          actions: {
            type: 'patch',
            params: ({ event }) => ({ patch: { blanks: event.blanks, looked: event.looked } }),
          },
        },
        'deciding.ended': 'idle',
        'deciding.failed': {
          target: 'stopped',
          actions: { type: 'patch', params: ({ event }) => ({ patch: { failure: event.message } }) },
        },
        'deciding.cancelled': { target: 'stopped', actions: 'stopWorker' },
      },
    },
    stopped: {
      on: {
        'deciding.resumed': { target: 'working', actions: { type: 'patch', params: { patch: { failure: '' } } } },
      },
    },
  },
  on: {
    'inventory.changed': '.working',
    'inventory.cleared': '.idle',
    // The worker was stopped and has forgotten the rows.
    'reading.cancelled': { guard: 'hasRows', target: '.working' },
    'export.cancelled': { target: '.working', actions: 'stopWorker' },
  },
});
