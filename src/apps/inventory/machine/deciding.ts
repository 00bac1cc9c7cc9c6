import { inventorySetup } from './setup.ts';

/** What is recommended, worked out anew after every change; it can be stopped and taken up again. */
export const decidingRegion = inventorySetup.createStateConfig({
  initial: 'idle',
  states: {
    idle: {},
    working: {
      invoke: { src: 'decide', input: ({ context }) => context },
      on: {
        'outcomes.arrived': { actions: { type: 'showOutcomes', params: ({ event }) => event } },
        'programme.arrived': { actions: { type: 'showProgramme', params: ({ event }) => event } },
        'blanks.arrived': { actions: { type: 'showBlanks', params: ({ event }) => event } },
        'deciding.ended': 'idle',
        'deciding.failed': { target: 'stopped', actions: { type: 'keepFailure', params: ({ event }) => event } },
        'deciding.cancelled': { target: 'stopped', actions: 'stopWorker' },
      },
    },
    stopped: {
      on: { 'deciding.resumed': { target: 'working', actions: 'forgetFailure' } },
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
