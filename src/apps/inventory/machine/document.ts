import { mappingState } from './mapping-state.ts';
import { openState } from './open-state.ts';
import { inventorySetup } from './setup.ts';
import { type Found, thereBy } from './updates/keeping.ts';

const found = ({ event }: { event: { output: Found } }) => ({ found: event.output });

/** What is open: nothing, a spreadsheet that is being read in, or the inventory. */
export const documentRegion = inventorySetup.createStateConfig({
  initial: 'restoring',
  states: {
    restoring: {
      invoke: {
        src: 'restore',
        input: ({ context }) => context,
        onDone: [
          {
            guard: { type: 'isKept', params: found },
            target: 'open',
            actions: [{ type: 'showKept', params: found }, 'reportChange', 'haltWhereUndecided'],
          },
          { guard: { type: 'isNothing', params: found }, target: 'empty', actions: 'showNothing' },
          {
            guard: { type: 'isForeign', params: found },
            target: 'returning',
            actions: [{ type: 'noteForeign', params: found }, 'haltWhereUndecided'],
          },
          { target: 'returning', actions: 'reportUnread' },
        ],
        onError: { target: 'returning', actions: 'reportUnread' },
      },
      initial: 'prompt',
      states: {
        prompt: { after: { patience: 'slow' } },
        /** Somebody may begin without waiting for longer; what is kept is not written over unseen. */
        slow: {
          on: { 'row.added': { target: '#inventory.document.open', actions: ['beginTyping', 'reportChange'] } },
        },
      },
    },
    empty: {
      on: { 'row.added': { target: 'open', actions: ['beginTyping', 'reportChange'] } },
    },
    /** What is kept is being deleted; the inventory is gone from the page when it is gone from the browser. */
    clearing: {
      invoke: {
        src: 'clear',
        input: ({ context }) => context,
        onDone: [
          {
            guard: { type: 'isDone', params: ({ event }) => ({ answer: event.output }) },
            target: 'empty',
            actions: ['forgetEverything', 'announce'],
          },
          {
            guard: { type: 'isOutdated', params: ({ event }) => ({ answer: event.output }) },
            target: 'open',
            actions: [
              { type: 'noteTheirs', params: ({ event }) => ({ there: thereBy(event.output) }) },
              { type: 'sayNotCleared', params: { because: 'changed' } },
              'reportChange',
              'haltWhereUndecided',
            ],
          },
          {
            guard: 'wasNeverKept',
            target: 'empty',
            actions: ['forgetEverything', { type: 'sayNotCleared', params: { because: 'unreachable' } }],
          },
          {
            target: 'open',
            actions: [{ type: 'sayNotCleared', params: { because: 'refused' } }, 'reportChange', 'haltWhereUndecided'],
          },
        ],
        onError: {
          target: 'open',
          actions: [{ type: 'sayNotCleared', params: { because: 'refused' } }, 'reportChange', 'haltWhereUndecided'],
        },
      },
      after: {
        patience: {
          target: 'open',
          actions: [{ type: 'sayNotCleared', params: { because: 'unanswered' } }, 'reportChange', 'haltWhereUndecided'],
        },
      },
    },
    reading: {
      tags: 'reading',
      invoke: {
        src: 'open',
        input: ({ context }) => context,
        onDone: [
          {
            guard: { type: 'isEmptyFile', params: ({ event }) => ({ opened: event.output }) },
            target: 'returning',
            actions: 'refuseEmpty',
          },
          { target: 'mapping', actions: { type: 'showMapping', params: ({ event }) => ({ opened: event.output }) } },
        ],
        onError: {
          target: 'returning',
          actions: { type: 'giveUpReading', params: ({ event }) => ({ error: event.error, by: 'source.chosen' }) },
        },
      },
      on: { 'reading.cancelled': { target: 'returning', actions: 'stopWorker' } },
    },
    mapping: mappingState,
    adding: {
      tags: 'reading',
      invoke: {
        src: 'take',
        input: ({ context }) => context,
        onDone: {
          target: 'open',
          actions: [{ type: 'appendRead', params: ({ event }) => ({ found: event.output }) }, 'reportChange'],
        },
        onError: {
          target: 'returning',
          actions: { type: 'giveUpReading', params: ({ event }) => ({ error: event.error, by: 'source.chosen' }) },
        },
      },
      on: { 'reading.cancelled': { target: 'returning', actions: 'stopWorker' } },
    },
    replacing: {
      tags: 'reading',
      invoke: {
        src: 'take',
        input: ({ context }) => context,
        onDone: {
          target: 'open',
          actions: [
            { type: 'replaceByRead', params: ({ event }) => ({ found: event.output, isSample: false }) },
            'reportChange',
          ],
        },
        onError: {
          target: 'returning',
          actions: { type: 'giveUpReading', params: ({ event }) => ({ error: event.error, by: 'source.chosen' }) },
        },
      },
      on: { 'reading.cancelled': { target: 'returning', actions: 'stopWorker' } },
    },
    /** The sample is ours: it is read without asking what its columns mean, and is marked as what it is. */
    sampling: {
      tags: 'reading',
      initial: 'opening',
      states: {
        opening: {
          invoke: {
            src: 'open',
            input: ({ context }) => context,
            onDone: {
              target: 'taking',
              actions: { type: 'showMapping', params: ({ event }) => ({ opened: event.output }) },
            },
            onError: {
              target: '#inventory.document.returning',
              actions: {
                type: 'giveUpReading',
                params: ({ event }) => ({ error: event.error, by: 'sample.requested' }),
              },
            },
          },
        },
        taking: {
          invoke: {
            src: 'take',
            input: ({ context }) => context,
            onDone: {
              target: '#inventory.document.open',
              actions: [
                { type: 'replaceByRead', params: ({ event }) => ({ found: event.output, isSample: true }) },
                'reportChange',
              ],
            },
            onError: {
              target: '#inventory.document.returning',
              actions: {
                type: 'giveUpReading',
                params: ({ event }) => ({ error: event.error, by: 'sample.requested' }),
              },
            },
          },
        },
      },
      on: { 'reading.cancelled': { target: 'returning', actions: 'stopWorker' } },
    },
    open: openState,
    returning: {
      always: [{ guard: 'hasRows', target: 'open' }, { target: 'empty' }],
    },
  },
  on: {
    'source.chosen': { target: '.reading', actions: { type: 'startReading', params: ({ event }) => event } },
    'sample.requested': { target: '.sampling', actions: { type: 'startReading', params: ({ event }) => event } },
    'project.opened': {
      target: '.open',
      actions: [{ type: 'showProject', params: ({ event }) => event }, 'reportChange'],
    },
    'theirs.taken': '.restoring',
  },
});
