import type { Holding } from '#apps/inventory/keeping/kept-head.ts';
import type { Cleared, Saved } from '#apps/inventory/keeping/store.ts';
import type { OpenedFile } from '#apps/inventory/reading/import-session.ts';
import { type Current, present } from './context.ts';
import { type Found, isForeign as isFoundForeign, isKept as isFoundKept } from './updates/keeping.ts';

/** What the machine's ways depend on. */

type Answer = { answer: Saved | Cleared };

/** Whether any interface is open. */
export const hasRows = ({ context }: Current): boolean => present(context).rows.length > 0;

/** Whether a file has no row below a header in any of its sheets, not even one that is left out. */
export const isEmptyFile = (_: Current, { opened }: { opened: OpenedFile }): boolean =>
  opened.sheets.every(({ rows, aside }) => rows === 0 && aside.length === 0);

/** Whether the rows of a spreadsheet go behind those there are, instead of taking their place. */
export const isAdding = (_: Current, { isAdding: adds }: { isAdding: boolean }): boolean => adds;

/** Whether what is open differs from what is kept. */
export const isUnkept = ({ context }: Current): boolean => context.kept !== present(context);

/** Whether there is anything that could be kept: an empty page must not take the place of another tab's work. */
export const isBegun = ({ context }: Current): boolean =>
  context.kept !== undefined || present(context).rows.length > 0;

/** Whether nothing of this inventory was ever read from the browser or kept in it. */
export const wasNeverKept = ({ context }: Current): boolean => context.kept === undefined;

/** Whether part of what is kept could not be read, and nobody has said yet that the rest counts. */
export const isDamaged = ({ context }: Current): boolean => context.missing !== undefined;

/** Whether another tab has written a revision that this one does not follow. */
export const isNewer = ({ context }: Current, { revision }: { revision: number }): boolean =>
  revision !== context.revision;

/** Whether the store holds another revision than the one followed here. */
export const isTheirs = ({ context }: Current, { there }: { there: Holding | 'denied' }): boolean =>
  there !== 'denied' && there.revision !== context.revision;

/** Whether an inventory was found that can be shown, in whole or in part. */
export const isKept = (_: Current, { found }: { found: Found }): boolean => isFoundKept(found);

/** Whether something was found that this build cannot read. */
export const isForeign = (_: Current, { found }: { found: Found }): boolean => isFoundForeign(found);

/** Whether the browser keeps nothing. */
export const isNothing = (_: Current, { found }: { found: Found }): boolean => found === 'nothing';

/** Whether the store has done what it was asked to. */
export const isDone = (_: Current, { answer }: Answer): boolean =>
  answer.result === 'saved' || answer.result === 'cleared';

/** Whether somebody else has written since, so that nothing was done. */
export const isOutdated = (_: Current, { answer }: Answer): boolean => answer.result === 'outdated';

/** Whether the storage that the browser allows is used up. */
export const isFull = (_: Current, { answer }: Answer): boolean =>
  answer.result === 'refused' && answer.reason === 'full';
