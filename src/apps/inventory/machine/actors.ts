import { fromCallback, fromPromise } from 'xstate';
import type { Holding } from '#apps/inventory/keeping/kept-head.ts';
import type { Cleared, Saved } from '#apps/inventory/keeping/store.ts';
import type { HeaderChoice } from '#apps/inventory/reading/header.ts';
import type { OpenedFile, Preview, SheetSummary } from '#apps/inventory/reading/import-session.ts';
import type { Interpretation } from '#apps/inventory/reading/interpret.ts';
import { type InventoryContext, type InventoryEvent, present } from './context.ts';
import { nextKey } from './edits.ts';
import type { Inventory, InventoryRow } from './inventory.ts';
import { messageOf } from './missing-part.ts';
import type { Found } from './updates/keeping.ts';
import { mappingIn, sourceOf } from './updates/reading.ts';

/** What the machine waits for: the worker's and the store's answers. */
export const actors = {
  /** Reads what the browser keeps. */
  restore: fromPromise<Found, InventoryContext>(({ input }) => input.services.store.read()),

  /** Has the chosen spreadsheet opened; refused where it cannot be read. */
  open: fromPromise<OpenedFile, InventoryContext>(({ input }) =>
    input.services.worker.ask('open', { source: sourceOf({ context: input }), corrections: input.corrections }),
  ),

  /** Has the sheet looked at again with the row that a person says is its header. */
  chooseHeader: fromPromise<SheetSummary, { context: InventoryContext; choice: HeaderChoice }>(({ input }) => {
    const { sheet, corrections } = mappingIn(input);
    return input.context.services.worker.ask('chooseHeader', { sheet, choice: input.choice, corrections });
  }),

  /** Has the opened spreadsheet read as it is mapped just now, to be looked at. */
  preview: fromPromise<Preview, InventoryContext>(({ input }) =>
    input.services.worker.ask('preview', mappingIn({ context: input })),
  ),

  /** Has all rows of the opened spreadsheet read; they come in parts and are put together here. */
  take: fromPromise<Interpretation, InventoryContext>(async ({ input }) => {
    const { worker, decisions } = input.services;
    const rows: InventoryRow[] = [];
    const request = { mapping: mappingIn({ context: input }), firstKey: nextKey(present(input)) };
    const found = await worker.ask('take', request, (part) => {
      if (part.of === 'rows') rows.push(...part.rows);
    });
    decisions.markSent(rows);
    return { ...found, rows };
  }),

  /** Has the inventory decided; results come as events, and none comes after the state was left. */
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

  /** Keeps the inventory over the revision that it follows. */
  save: fromPromise<Saved & { inventory: Inventory }, InventoryContext>(async ({ input }) => {
    const inventory = present(input);
    return { ...(await input.services.store.save(inventory, input.revision)), inventory };
  }),

  /** Looks what is kept now, without reading its rows. */
  look: fromPromise<Holding | 'denied', InventoryContext>(({ input }) => input.services.store.look()),

  /** Forgets corrections first, then the inventory: where the first is refused, nothing is gone. */
  clear: fromPromise<Cleared, InventoryContext>(async ({ input: { services, theirs, revision } }) => {
    if (!services.forgetCorrections()) return { result: 'refused', reason: 'denied' };
    return services.store.clear(theirs?.revision ?? revision);
  }),
};
