import type { Holding } from '#apps/inventory/keeping/kept-head.ts';
import type { Cleared, Foreign, Kept, Saved } from '#apps/inventory/keeping/store.ts';
import { type ContextUpdate, type Current, nothingOpen, present } from '#apps/inventory/machine/context.ts';
import { change, startHistory } from '#apps/inventory/machine/history.ts';
import type { Inventory } from '#apps/inventory/machine/inventory.ts';
import { noCorrections } from '#apps/inventory/reading/vocabulary.ts';

/** What becomes of the context by what the browser keeps, and by what the store answers. */

/** What the store found when it was read. */
export type Found = Kept | Foreign | 'nothing' | 'denied';

/** Whether what was found is an inventory that can be shown, in whole or in part. */
export const isKept = (found: Found): found is Kept => typeof found === 'object' && 'inventory' in found;

/** Whether what was found is something that this build cannot read. */
export const isForeign = (found: Found): found is Foreign => typeof found === 'object' && 'holds' in found;

/** Shows what was kept; where rows stood here before, they are one step back. */
export function showKept({ context }: Current, { found }: { found: Found }): ContextUpdate {
  if (!isKept(found)) return {};
  const { inventory, revision, missing } = found;
  const history =
    present(context).rows.length > 0
      ? change(context.history, inventory, 'showing what was kept in another tab')
      : startHistory(inventory);
  return { history, kept: inventory, revision, missing, theirs: undefined, faults: [] };
}

/** Notes that something is kept which this build cannot read. */
export const noteForeign = (_: Current, { found }: { found: Found }): ContextUpdate =>
  isForeign(found) ? { theirs: found } : {};

/** Shows an empty page, and forgets all that came of an inventory before. */
export const showNothing = (): ContextUpdate => nothingOpen;

/** Shows an empty page, and forgets what was corrected in earlier spreadsheets as well. */
export const forgetEverything = (): ContextUpdate => ({ ...nothingOpen, corrections: noCorrections });

/** Notes which inventory is kept now, and under which revision. */
export const noteSaved = (
  { context: { revision } }: Current,
  { saved }: { saved: Saved & { inventory: Inventory } },
): ContextUpdate => ({
  kept: saved.inventory,
  revision: saved.result === 'saved' ? saved.revision : revision,
  theirs: undefined,
  missing: undefined,
});

/** What stands in the store instead of ours, by an answer that calls ours outdated; `denied` by any other answer. */
export const thereBy = (answer: Saved | Cleared): Holding | 'denied' =>
  answer.result === 'outdated' ? answer.there : 'denied';

/** Notes what is kept instead of ours; nothing where the store did not let us see it. */
export const noteTheirs = (_: Current, { there }: { there: Holding | 'denied' }): ContextUpdate =>
  there === 'denied' ? {} : { theirs: there, missing: undefined };

/** Follows the revision of the other inventory, which may then be written over. */
export const followTheirs = ({ context: { theirs, revision } }: Current): ContextUpdate => ({
  revision: theirs?.revision ?? revision,
});

/** Why not everything is gone, though somebody wanted it, and whether it helps to try again. */
const notCleared = {
  changed: {
    canTryAgain: false,
    text: 'Nothing was cleared: what this browser keeps was changed in another tab since.',
  },
  refused: {
    canTryAgain: true,
    text: 'Nothing was cleared: the browser did not let the page delete what it keeps, so it is all still there. You can also delete the data of this site in the settings of your browser.',
  },
  unanswered: {
    canTryAgain: true,
    text: 'The browser has not answered for 8 seconds, so it is not certain that anything was cleared. You can also delete the data of this site in the settings of your browser.',
  },
  unreachable: {
    canTryAgain: false,
    text: 'The table is empty now. But this browser does not let the page reach its storage: if an earlier visit kept an inventory there, it is still there, and the settings of your browser can delete it.',
  },
} as const;

/** The cases in which not everything was cleared. */
export type NotCleared = keyof typeof notCleared;

/** Says why not everything was cleared; where it may help, it can be tried again. */
export function sayNotCleared(_: Current, { because }: { because: NotCleared }): ContextUpdate {
  const { text, canTryAgain } = notCleared[because];
  return canTryAgain ? { failure: text, again: { type: 'inventory.cleared' } } : { failure: text };
}

/** Takes back what was said of a failure, and the offer to try again. */
export const forgetFailureAndOffer = (): ContextUpdate => ({ failure: '', again: undefined });
