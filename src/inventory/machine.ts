import { assign, enqueueActions, fromCallback, fromPromise, setup } from 'xstate';
import type { Blank } from './blanks.ts';
import type { Column } from './columns.ts';
import type { Outcome } from './decide.ts';
import { addRow, append, nextKey, removeRow, replaceBy, setCell, setShared } from './edits.ts';
import { change, type History, redo, startHistory, undo } from './history.ts';
import type { Mapping, OpenedFile, Preview, Source } from './import-desk.ts';
import type { Interpretation, PlacedFault } from './interpret.ts';
import { emptyInventory, type Inventory, type Shared } from './inventory.ts';
import { chooseColumn, chooseWord, mappingOf } from './mapping.ts';
import type { Programme } from './programme.ts';
import { type Services, withOutcomes } from './services.ts';
import type { Kept, Saved } from './store.ts';
import type { Corrections } from './vocabulary.ts';

export interface InventoryContext {
  services: Services;
  history: History;
  corrections: Corrections;
  /** The spreadsheet being read in, from its choice to its confirmation. */
  source: Source | undefined;
  opened: OpenedFile | undefined;
  mapping: Mapping | undefined;
  preview: Preview | undefined;
  /** Whether its rows go behind those there are. */
  isAdding: boolean;
  /** Cells of the last spreadsheet that could not be read. */
  faults: readonly PlacedFault[];
  /** Why the last spreadsheet could not be read. */
  failure: string;
  outcomes: ReadonlyMap<number, Outcome>;
  programme: Programme | undefined;
  blanks: readonly Blank[] | undefined;
  /** The part of the rows that is decided, from 0 to 1. */
  decided: number;
  /** The inventory as it was last kept. */
  kept: Inventory | undefined;
  revision: number;
}

export type InventoryEvent =
  | { type: 'source.chosen'; source: Source }
  | { type: 'sample.requested'; source: Source }
  | { type: 'sheet.chosen'; sheet: number }
  | { type: 'column.chosen'; place: number; column: Column | 'extra' }
  | { type: 'word.corrected'; column: Column; word: string; value: string }
  | { type: 'mapping.confirmed'; isAdding: boolean }
  | { type: 'reading.cancelled' }
  | { type: 'mapping.cancelled' }
  | { type: 'deciding.cancelled' }
  | { type: 'deciding.resumed' }
  | { type: 'export.cancelled' }
  | { type: 'cell.edited'; key: number; column: Column; text: string; done: string }
  | { type: 'row.added' }
  | { type: 'row.removed'; key: number; done: string }
  | { type: 'shared.changed'; shared: Shared; done: string }
  | { type: 'undo.requested' }
  | { type: 'redo.requested' }
  | { type: 'inventory.cleared' }
  | { type: 'inventory.changed' }
  | { type: 'outcomes.arrived'; outcomes: readonly (readonly [number, Outcome])[]; done: number }
  | { type: 'programme.arrived'; programme: Programme }
  | { type: 'blanks.arrived'; blanks: readonly Blank[] }
  | { type: 'deciding.ended' }
  | { type: 'deciding.failed'; message: string }
  | { type: 'other.saved'; revision: number }
  | { type: 'theirs.taken' }
  | { type: 'mine.kept' };

const noSource = { source: undefined, opened: undefined, mapping: undefined, preview: undefined };

const nothingOpen: Partial<InventoryContext> = {
  history: startHistory(emptyInventory),
  outcomes: new Map(),
  programme: undefined,
  blanks: undefined,
  decided: 0,
  kept: undefined,
  revision: 0,
  faults: [],
  failure: '',
};

const present = ({ history }: InventoryContext): Inventory => history.present.inventory;

const changed = (context: InventoryContext, inventory: Inventory, done: string) => ({
  history: change(context.history, inventory, done),
});

/** The inventory with the rows of a spreadsheet, instead of its own or behind them. */
function withSpreadsheet(context: InventoryContext, found: Interpretation) {
  const before = present(context);
  const title = context.opened?.title ?? before.title;
  const next = context.isAdding ? append(before, found) : replaceBy(before, title, found);
  const history = before.rows.length === 0 ? startHistory(next) : change(context.history, next, `reading ${title}`);
  return { ...noSource, history, faults: found.faults, failure: '' };
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/**
 * Drives the inventory: what is open, what is being decided, and whether it is kept, side by side.
 *
 * Reading, deciding and writing are done elsewhere; the machine keeps the place and the history of edits.
 */
export const inventoryMachine = setup({
  types: {
    context: {} as InventoryContext,
    events: {} as InventoryEvent,
    input: {} as { services: Services; corrections: Corrections },
  },
  actors: {
    restore: fromPromise<Kept | 'nothing' | 'denied', InventoryContext>(({ input }) => input.services.store.read()),
    open: fromPromise<OpenedFile, InventoryContext>(({ input: { services, source, corrections } }) =>
      services.worker.ask('open', { source: source as Source, corrections }),
    ),
    preview: fromPromise<Preview, InventoryContext>(({ input: { services, mapping } }) =>
      services.worker.ask('preview', mapping as Mapping),
    ),
    take: fromPromise<Interpretation, InventoryContext>(({ input }) =>
      input.services.worker.ask('take', {
        mapping: input.mapping as Mapping,
        firstKey: nextKey(present(input)),
      }),
    ),
    decide: fromCallback<InventoryEvent, InventoryContext>(({ input, sendBack }) => {
      let isCurrent = true;
      const send = (event: InventoryEvent): void => {
        if (isCurrent) sendBack(event);
      };
      input.services.decisions
        .update(present(input), (part) => {
          if (part.of === 'outcomes') send({ type: 'outcomes.arrived', outcomes: part.outcomes, done: part.done });
          if (part.of === 'programme') send({ type: 'programme.arrived', programme: part.programme });
          if (part.of === 'blanks') send({ type: 'blanks.arrived', blanks: part.blanks });
        })
        .then(
          () => send({ type: 'deciding.ended' }),
          (error) => send({ type: 'deciding.failed', message: messageOf(error) }),
        );
      return () => {
        isCurrent = false;
      };
    }),
    save: fromPromise<Saved & { inventory: Inventory }, InventoryContext>(async ({ input }) => {
      const inventory = present(input);
      return { ...(await input.services.store.save(inventory, input.revision)), inventory };
    }),
    catchUp: fromPromise<number, InventoryContext>(({ input }) => input.services.store.revision()),
  },
  guards: {
    hasRows: ({ context }) => present(context).rows.length > 0,
    isUnkept: ({ context }) => context.kept !== present(context),
    isNewer: ({ context }, { revision }: { revision: number }) => revision !== context.revision,
  },
  actions: {
    changeTo: enqueueActions(({ enqueue }, { patch }: { patch: Partial<InventoryContext> }) => {
      enqueue.assign(patch);
      enqueue.raise({ type: 'inventory.changed' });
    }),
    patch: assign((_, { patch }: { patch: Partial<InventoryContext> }) => patch),
    stopWorker: ({ context }) => {
      context.services.stop();
      context.services.decisions.forget();
    },
    clearStore: ({ context }) => {
      context.services.store.clear().then(() => context.services.announce(0));
    },
    announce: ({ context }) => context.services.announce(context.revision),
  },
}).createMachine({
  id: 'inventory',
  type: 'parallel',
  context: ({ input }) => ({
    ...noSource,
    services: input.services,
    corrections: input.corrections,
    history: startHistory(emptyInventory),
    isAdding: false,
    faults: [],
    failure: '',
    outcomes: new Map(),
    programme: undefined,
    blanks: undefined,
    decided: 0,
    kept: undefined,
    revision: 0,
  }),
  states: {
    document: {
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
                params: ({ event }) => ({ patch: { ...noSource, failure: messageOf(event.error) } }),
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
                params: ({ event }) => ({ patch: { ...noSource, failure: messageOf(event.error) } }),
              },
            },
          },
        },
        mapping: {
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
                    params: ({ event }) => ({ patch: { ...noSource, failure: messageOf(event.error) } }),
                  },
                },
              },
            },
            shown: {},
          },
          on: {
            'sheet.chosen': {
              target: '.previewing',
              reenter: true,
              actions: {
                type: 'patch',
                params: ({ context, event }) => ({
                  patch: {
                    mapping: mappingOf(
                      { ...(context.opened as OpenedFile), likeliest: event.sheet },
                      context.corrections,
                    ),
                  },
                }),
              },
            },
            'column.chosen': {
              target: '.previewing',
              reenter: true,
              actions: {
                type: 'patch',
                params: ({ context, event }) => ({
                  patch: chooseColumn(
                    context.opened as OpenedFile,
                    context.mapping as Mapping,
                    event.place,
                    event.column,
                  ),
                }),
              },
            },
            'word.corrected': {
              target: '.previewing',
              reenter: true,
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
        },
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
                params: ({ event }) => ({ patch: { ...noSource, failure: messageOf(event.error) } }),
              },
            },
          },
        },
        open: {
          on: {
            'cell.edited': {
              actions: {
                type: 'changeTo',
                params: ({ context, event: { key, column, text, done } }) => ({
                  patch: changed(context, setCell(present(context), key, column, text), done),
                }),
              },
            },
            'row.added': {
              actions: {
                type: 'changeTo',
                params: ({ context }) => ({ patch: changed(context, addRow(present(context)), 'adding a row') }),
              },
            },
            'row.removed': {
              actions: {
                type: 'changeTo',
                params: ({ context, event }) => ({
                  patch: changed(context, removeRow(present(context), event.key), event.done),
                }),
              },
            },
            'shared.changed': {
              actions: {
                type: 'changeTo',
                params: ({ context, event }) => ({
                  patch: changed(context, setShared(present(context), event.shared), event.done),
                }),
              },
            },
            'undo.requested': {
              actions: { type: 'changeTo', params: ({ context }) => ({ patch: { history: undo(context.history) } }) },
            },
            'redo.requested': {
              actions: { type: 'changeTo', params: ({ context }) => ({ patch: { history: redo(context.history) } }) },
            },
            'inventory.cleared': {
              target: 'empty',
              actions: [
                'clearStore',
                {
                  type: 'patch',
                  params: { patch: nothingOpen },
                },
              ],
            },
          },
        },
        returning: {
          always: [{ guard: 'hasRows', target: 'open' }, { target: 'empty' }],
        },
      },
      on: {
        'source.chosen': {
          target: '.reading',
          actions: { type: 'patch', params: ({ event }) => ({ patch: { ...noSource, source: event.source } }) },
        },
        'sample.requested': {
          target: '.sampling',
          actions: { type: 'patch', params: ({ event }) => ({ patch: { ...noSource, source: event.source } }) },
        },
        'theirs.taken': '.restoring',
      },
    },
    deciding: {
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
              actions: { type: 'patch', params: ({ event }) => ({ patch: { blanks: event.blanks } }) },
            },
            'deciding.ended': 'idle',
            'deciding.failed': {
              target: 'stopped',
              actions: { type: 'patch', params: ({ event }) => ({ patch: { failure: event.message } }) },
            },
            'deciding.cancelled': { target: 'stopped', actions: 'stopWorker' },
          },
        },
        stopped: { on: { 'deciding.resumed': 'working' } },
      },
      on: {
        'inventory.changed': { target: '.working', reenter: true },
        'inventory.cleared': '.idle',
        // The worker was stopped and has forgotten the rows.
        'reading.cancelled': { guard: 'hasRows', target: '.working', reenter: true },
        'export.cancelled': { target: '.working', reenter: true, actions: 'stopWorker' },
      },
    },
    keeping: {
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
    },
  },
});
