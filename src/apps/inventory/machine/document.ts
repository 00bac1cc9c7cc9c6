import type { Source } from '#apps/inventory/reading/import-session.ts';
import type { Interpretation } from '#apps/inventory/reading/interpret.ts';
import { mappingOf } from '#apps/inventory/reading/mapping.ts';
import { type InventoryContext, noSource, nothingOpen, present } from './context.ts';
import { open } from './editing.ts';
import { append, replaceBy } from './edits.ts';
import { change, startHistory } from './history.ts';
import { mapping } from './mapping.ts';
import { type Found, failedAs, inventorySetup } from './setup.ts';

/** The inventory with the rows of a spreadsheet, instead of its own or behind them. */
function withSpreadsheet(context: InventoryContext, found: Interpretation) {
  const before = present(context);
  const title = context.opened?.title ?? before.title;
  const next = context.isAdding ? append(before, found) : replaceBy(before, title, found, context.isSample);
  const history = before.rows.length === 0 ? startHistory(next) : change(context.history, next, `reading ${title}`);
  return { ...noSource, history, faults: found.faults, failure: '' };
}

/** A new choice takes back what was said of the one before. */
const chosen = ({ event }: { event: { source: Source } }) => ({
  patch: { ...noSource, source: event.source, isSample: false, failure: '', again: undefined },
});

const chosenSample = ({ event }: { event: { source: Source } }) => ({
  patch: { ...chosen({ event }).patch, isSample: true },
});

const found = ({ event }: { event: { output: Found } }) => ({ found: event.output });

/** Why not everything is gone, though somebody wanted it. */
const notCleared = {
  changed: 'Nothing was cleared: what this browser keeps was changed in another tab since.',
  refused:
    'Nothing was cleared: the browser did not let the page delete what it keeps, so it is all still there. You can also delete the data of this site in the settings of your browser.',
  unanswered:
    'The browser has not answered for 8 seconds, so it is not certain that anything was cleared. You can also delete the data of this site in the settings of your browser.',
  unreachable:
    'The table is empty now. But this browser does not let the page reach its storage: if an earlier visit kept an inventory there, it is still there, and the settings of your browser can delete it.',
};

const clearAgain = (failure: string) => ({ patch: { failure, again: { type: 'inventory.cleared' as const } } });

/** What is open: nothing, a spreadsheet that is being read in, or the inventory. */
export const document = inventorySetup.createStateConfig({
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
            actions: { type: 'showKept', params: found },
          },
          {
            guard: { type: 'isNothing', params: found },
            target: 'empty',
            actions: { type: 'patch', params: { patch: nothingOpen } },
          },
          {
            guard: { type: 'isForeign', params: found },
            target: 'returning',
            actions: { type: 'haltAtForeign', params: found },
          },
          { target: 'returning', actions: 'sayUnread' },
        ],
        onError: { target: 'returning', actions: 'sayUnread' },
      },
      initial: 'prompt',
      states: {
        prompt: { after: { patience: 'slow' } },
        /** Somebody may begin without waiting for longer; what is kept is not written over unseen. */
        slow: { on: { 'row.added': { target: '#inventory.document.open', actions: 'beginTyping' } } },
      },
    },
    empty: {
      on: { 'row.added': { target: 'open', actions: 'beginTyping' } },
    },
    /** What is kept is being deleted; the inventory is gone from the page when it is gone from the browser. */
    clearing: {
      invoke: {
        src: 'clear',
        input: ({ context }) => context,
        onDone: [
          {
            guard: ({ event }) => event.output.result === 'cleared',
            target: 'empty',
            actions: ['forgetAll', 'announce'],
          },
          {
            guard: ({ event }) => event.output.result === 'outdated',
            target: 'open',
            actions: [
              {
                type: 'noteTheirs',
                params: ({ event: { output } }) => ({ there: output.result === 'outdated' ? output.there : 'denied' }),
              },
              { type: 'patch', params: { patch: { failure: notCleared.changed } } },
              'goOn',
            ],
          },
          {
            guard: 'wasNeverKept',
            target: 'empty',
            actions: ['forgetAll', { type: 'patch', params: { patch: { failure: notCleared.unreachable } } }],
          },
          { target: 'open', actions: [{ type: 'patch', params: clearAgain(notCleared.refused) }, 'goOn'] },
        ],
        onError: { target: 'open', actions: [{ type: 'patch', params: clearAgain(notCleared.refused) }, 'goOn'] },
      },
      after: {
        patience: { target: 'open', actions: [{ type: 'patch', params: clearAgain(notCleared.unanswered) }, 'goOn'] },
      },
    },
    reading: {
      invoke: {
        src: 'open',
        input: ({ context }) => context,
        onDone: [
          {
            guard: ({ event }) => event.output.sheets.every(({ rows }) => rows === 0),
            target: 'returning',
            actions: {
              type: 'patch',
              params: { patch: { ...noSource, failure: 'There is a header at most, and no row below it.' } },
            },
          },
          {
            target: 'mapping',
            actions: {
              type: 'patch',
              params: ({ context, event }) => ({
                patch: { opened: event.output, mapping: mappingOf(event.output, context.corrections), failure: '' },
              }),
            },
          },
        ],
        onError: {
          target: 'returning',
          actions: {
            type: 'patch',
            params: failedAs('source.chosen'),
          },
        },
      },
      on: { 'reading.cancelled': { target: 'returning', actions: 'stopWorker' } },
    },
    /** The sample is ours, and read without asking. */
    sampling: {
      invoke: {
        src: 'open',
        input: ({ context }) => context,
        onDone: {
          target: 'taking',
          actions: {
            type: 'patch',
            params: ({ context, event }) => ({
              patch: {
                opened: event.output,
                mapping: mappingOf(event.output, context.corrections),
                isAdding: false,
              },
            }),
          },
        },
        onError: {
          target: 'returning',
          actions: {
            type: 'patch',
            params: failedAs('sample.requested'),
          },
        },
      },
      on: { 'reading.cancelled': { target: 'returning', actions: 'stopWorker' } },
    },
    mapping,
    taking: {
      invoke: {
        src: 'take',
        input: ({ context }) => context,
        onDone: {
          target: 'open',
          actions: {
            type: 'changeTo',
            params: ({ context, event }) => ({ patch: withSpreadsheet(context, event.output) }),
          },
        },
        onError: {
          target: 'returning',
          actions: {
            type: 'patch',
            params: failedAs('source.chosen'),
          },
        },
      },
      on: { 'reading.cancelled': { target: 'returning', actions: 'stopWorker' } },
    },
    open,
    returning: {
      always: [{ guard: 'hasRows', target: 'open' }, { target: 'empty' }],
    },
  },
  on: {
    'source.chosen': {
      target: '.reading',
      actions: { type: 'patch', params: chosen },
    },
    'sample.requested': {
      target: '.sampling',
      actions: { type: 'patch', params: chosenSample },
    },
    'theirs.taken': '.restoring',
  },
});
