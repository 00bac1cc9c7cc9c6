import { assign, enqueueActions, fromCallback, fromPromise, raise, setup } from 'xstate';
import type { Holding } from '#apps/inventory/keeping/kept-head.ts';
import type { Cleared, Foreign, Kept, Saved } from '#apps/inventory/keeping/store.ts';
import type { Mapping, OpenedFile, Preview, Source } from '#apps/inventory/reading/import-session.ts';
import type { Interpretation } from '#apps/inventory/reading/interpret.ts';
import { type Corrections, noCorrections } from '#apps/inventory/reading/vocabulary.ts';
import { type InventoryContext, type InventoryEvent, noSource, nothingOpen, present } from './context.ts';
import { addRow, nextKey } from './edits.ts';
import { change, startHistory } from './history.ts';
import type { Inventory, InventoryRow } from './inventory.ts';
import { MissingPart } from './missing-part.ts';
import type { Services } from './services.ts';

export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

export type Found = Kept | Foreign | 'nothing' | 'denied';

export const isKept = (found: Found): found is Kept => typeof found === 'object' && 'inventory' in found;

const isForeign = (found: Found): found is Foreign => typeof found === 'object' && 'holds' in found;

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

const PATIENCE_MS = 8000;

/** What the regions of the machine are made of. */
export const inventorySetup = setup({
  types: {
    context: {} as InventoryContext,
    events: {} as InventoryEvent,
    input: {} as { services: Services; corrections: Corrections },
  },
  actors: {
    restore: fromPromise<Found, InventoryContext>(({ input }) => input.services.store.read()),
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
      decisions.markSent(rows);
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
    look: fromPromise<Holding | 'denied', InventoryContext>(({ input }) => input.services.store.look()),
    clear: fromPromise<Cleared, InventoryContext>(async ({ input: { services, theirs, revision } }) => {
      if (!services.forgetCorrections()) return { result: 'refused', reason: 'denied' };
      return services.store.clear(theirs?.revision ?? revision);
    }),
  },
  delays: {
    /** Several edits in a row are kept at once. */
    pause: 300,
    /** A database that has not answered for so long may never do so, as in private windows of some browsers. */
    patience: PATIENCE_MS,
  },
  guards: {
    hasRows: ({ context }) => present(context).rows.length > 0,
    isUnkept: ({ context }) => context.kept !== present(context),
    /** There is something here that could be kept: an empty page must not take the place of another tab's work. */
    isBegun: ({ context }) => context.kept !== undefined || present(context).rows.length > 0,
    isNewer: ({ context }, { revision }: { revision: number }) => revision !== context.revision,
    isTheirs: ({ context }, { there }: { there: Holding | 'denied' }) =>
      there !== 'denied' && there.revision !== context.revision,
    isDamaged: ({ context }) => context.missing !== undefined,
    wasNeverKept: ({ context }) => context.kept === undefined,
    isKept: (_, { found }: { found: Found }) => isKept(found),
    isForeign: (_, { found }: { found: Found }) => isForeign(found),
    isNothing: (_, { found }: { found: Found }) => found === 'nothing',
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
    beginTyping: enqueueActions(({ context, enqueue }) => {
      enqueue.assign({ history: startHistory(addRow(present(context))) });
      enqueue.raise({ type: 'inventory.changed' });
    }),
    /** Shows what was kept; what stood here before is one step back. */
    showKept: enqueueActions(({ context, enqueue }, { found }: { found: Found }) => {
      if (!isKept(found)) return;
      const { inventory, revision, missing } = found;
      const isBegun = present(context).rows.length > 0;
      const history = isBegun
        ? change(context.history, inventory, 'showing what was kept in another tab')
        : startHistory(inventory);
      enqueue.assign({ history, kept: inventory, revision, missing, theirs: undefined, faults: [] });
      enqueue.raise({ type: 'inventory.changed' });
      if (missing) enqueue.raise({ type: 'store.halted' });
    }),
    haltAtForeign: enqueueActions(({ enqueue }, { found }: { found: Found }) => {
      if (!isForeign(found)) return;
      enqueue.assign({ theirs: found });
      enqueue.raise({ type: 'store.halted' });
    }),
    sayUnread: raise({ type: 'store.unread' }),
    noteSaved: assign(({ context }, { saved }: { saved: Saved & { inventory: Inventory } }) => ({
      kept: saved.inventory,
      revision: saved.result === 'saved' ? saved.revision : context.revision,
      theirs: undefined,
      missing: undefined,
    })),
    noteTheirs: assign((_, { there }: { there: Holding | 'denied' }) =>
      there === 'denied' ? {} : { theirs: there, missing: undefined },
    ),
    /** What another tab wrote is known now, and may be written over. */
    followTheirs: assign(({ context: { theirs, revision } }) => ({ revision: theirs?.revision ?? revision })),
    forgetAll: assign({ ...nothingOpen, corrections: noCorrections }),
    /** Keeping and deciding, which ended for the clearing, go on. */
    goOn: enqueueActions(({ context: { theirs, missing }, enqueue }) => {
      enqueue.raise({ type: 'inventory.changed' });
      if (theirs || missing) enqueue.raise({ type: 'store.halted' });
    }),
    announce: ({ context }) => context.services.announce(context.revision),
  },
});
