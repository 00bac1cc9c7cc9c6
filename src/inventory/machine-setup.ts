import { assign, enqueueActions, fromCallback, fromPromise, setup } from 'xstate';
import { nextKey } from './edits.ts';
import type { Mapping, OpenedFile, Preview, Source } from './import-desk.ts';
import type { Interpretation } from './interpret.ts';
import type { Inventory, InventoryRow } from './inventory.ts';
import { type InventoryContext, type InventoryEvent, noSource, present } from './machine-context.ts';
import { MissingPart } from './missing-part.ts';
import type { Services } from './services.ts';
import type { Kept, Saved } from './store.ts';
import type { Corrections } from './vocabulary.ts';

export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

type Choice = Extract<InventoryEvent, { source: Source }>;

/** What lets somebody choose the same spreadsheet again. */
const chosenAgain = (type: Choice['type'], source: Source | undefined): Choice | undefined =>
  source && { type, source };

/** The spreadsheet is given up, and why; where only a part of the program is missing, it can be tried again. */
export const failedAs =
  (type: Choice['type']) =>
  ({ context, event }: { context: InventoryContext; event: { error: unknown } }) => ({
    patch: {
      ...noSource,
      failure: messageOf(event.error),
      again: event.error instanceof MissingPart ? chosenAgain(type, context.source) : undefined,
    },
  });

/** What the regions of the machine are made of. */
export const inventorySetup = setup({
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
    take: fromPromise<Interpretation, InventoryContext>(async ({ input }) => {
      const { worker, decisions } = input.services;
      const rows: InventoryRow[] = [];
      const request = { mapping: input.mapping as Mapping, firstKey: nextKey(present(input)) };
      const found = await worker.ask('take', request, (part) => {
        if (part.of === 'rows') rows.push(...part.rows);
      });
      decisions.isTold(rows);
      return { ...found, rows };
    }),
    decide: fromCallback<InventoryEvent, InventoryContext>(({ input, sendBack }) => {
      let isCurrent = true;
      const send = (event: InventoryEvent): void => {
        if (isCurrent) sendBack(event);
      };
      input.services.decisions
        .update(present(input), (part) => {
          if (part.of === 'outcomes') send({ type: 'outcomes.arrived', outcomes: part.outcomes, done: part.done });
          if (part.of === 'programme') send({ type: 'programme.arrived', programme: part.programme });
          if (part.of === 'blanks') send({ type: 'blanks.arrived', blanks: part.blanks, looked: part.looked });
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
});
