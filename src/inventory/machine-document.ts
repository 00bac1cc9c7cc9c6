import { addRow, append, replaceBy } from './edits.ts';
import { change, startHistory } from './history.ts';
import type { Source } from './import-desk.ts';
import type { Interpretation } from './interpret.ts';
import { type InventoryContext, noSource, nothingOpen, present } from './machine-context.ts';
import { open } from './machine-editing.ts';
import { mapping } from './machine-mapping.ts';
import { failedAs, inventorySetup } from './machine-setup.ts';
import { mappingOf } from './mapping.ts';
import type { Kept } from './store.ts';

/** The inventory with the rows of a spreadsheet, instead of its own or behind them. */
function withSpreadsheet(context: InventoryContext, found: Interpretation) {
  const before = present(context);
  const title = context.opened?.title ?? before.title;
  const next = context.isAdding ? append(before, found) : replaceBy(before, title, found);
  const history = before.rows.length === 0 ? startHistory(next) : change(context.history, next, `reading ${title}`);
  return { ...noSource, history, faults: found.faults, failure: '' };
}

/** A new choice takes back what was said of the one before. */
const chosen = ({ event }: { event: { source: Source } }) => ({
  patch: { ...noSource, source: event.source, failure: '', again: undefined },
});

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
            guard: ({ event }) => typeof event.output === 'object',
            target: 'open',
            actions: {
              type: 'changeTo',
              params: ({ event }) => {
                const { inventory, revision } = event.output as Kept;
                return { patch: { history: startHistory(inventory), kept: inventory, revision } };
              },
            },
          },
          {
            guard: ({ event }) => event.output === 'nothing',
            target: 'empty',
            actions: { type: 'patch', params: { patch: nothingOpen } },
          },
          { target: 'empty' },
        ],
        onError: 'empty',
      },
      // A store that never answers, as some browsers have in private windows, is no store.
      after: { 8000: 'empty' },
    },
    empty: {
      on: {
        'row.added': {
          target: 'open',
          actions: {
            type: 'changeTo',
            params: ({ context }) => ({ patch: { history: startHistory(addRow(present(context))) } }),
          },
        },
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
                opened: { ...event.output, title: 'Sample programme' },
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
      actions: { type: 'patch', params: chosen },
    },
    'theirs.taken': '.restoring',
  },
});
