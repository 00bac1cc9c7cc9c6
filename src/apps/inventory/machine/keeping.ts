import { inventorySetup } from './setup.ts';
import { thereBy } from './updates/keeping.ts';

/** Whether the inventory is kept in this browser, and what stands in the way. */
export const keepingRegion = inventorySetup.createStateConfig({
  initial: 'idle',
  states: {
    idle: {
      on: { 'inventory.changed': { guard: 'isUnkept', target: 'waiting' } },
    },
    waiting: {
      after: { pause: 'saving' },
      on: { 'inventory.changed': { target: 'waiting', reenter: true } },
    },
    saving: {
      invoke: {
        src: 'save',
        input: ({ context }) => context,
        onDone: [
          {
            guard: { type: 'isDone', params: ({ event }) => ({ answer: event.output }) },
            target: 'saved',
            actions: [{ type: 'noteSaved', params: ({ event }) => ({ saved: event.output }) }, 'announce'],
          },
          {
            guard: { type: 'isOutdated', params: ({ event }) => ({ answer: event.output }) },
            target: 'halted',
            actions: { type: 'noteTheirs', params: ({ event }) => ({ there: thereBy(event.output) }) },
          },
          { guard: { type: 'isFull', params: ({ event }) => ({ answer: event.output }) }, target: 'full' },
          { target: 'denied' },
        ],
        onError: 'denied',
      },
      initial: 'prompt',
      states: {
        prompt: { after: { patience: 'slow' } },
        /** The browser has not answered; whatever it says later still counts. */
        slow: {},
      },
      // Whether another tab was first is what the saving itself finds out.
      on: { 'other.saved': {} },
    },
    /** Another tab says that it has written; the store knows whether that is still so. */
    checking: {
      invoke: {
        src: 'look',
        input: ({ context }) => context,
        onDone: [
          {
            guard: { type: 'isTheirs', params: ({ event }) => ({ there: event.output }) },
            target: 'halted',
            actions: { type: 'noteTheirs', params: ({ event }) => ({ there: event.output }) },
          },
          { guard: 'isDamaged', target: 'halted' },
          { guard: 'isBegun', target: 'saved' },
          { target: 'idle' },
        ],
        onError: 'idle',
      },
    },
    saved: { always: { guard: 'isUnkept', target: 'waiting' } },
    full: { on: { 'inventory.changed': 'waiting' } },
    denied: { on: { 'inventory.changed': 'waiting' } },
    /** What is kept could not be read when the page opened; it stays as it is, and new work may still be kept. */
    unread: { on: { 'inventory.changed': 'waiting' } },
    /**
     * Another tab has written since, or what is kept cannot be read in whole; nothing is written until a person says
     * what counts.
     */
    halted: {
      on: {
        'theirs.taken': 'idle',
        'mine.kept': { guard: 'isBegun', target: 'saving', actions: 'followTheirs' },
      },
    },
  },
  on: {
    'other.saved': {
      guard: { type: 'isNewer', params: ({ event }) => event },
      target: '.checking',
    },
    'store.halted': '.halted',
    'store.unread': '.unread',
    'inventory.cleared': '.idle',
  },
});
