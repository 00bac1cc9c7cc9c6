import { type ContextUpdate, type Current, noSource, present } from '#apps/inventory/machine/context.ts';
import {
  addExtraColumn,
  addRow,
  fillColumn,
  removeRow,
  setCell,
  setExtra,
  setShared,
} from '#apps/inventory/machine/edits.ts';
import { change, redo, startHistory, undo } from '#apps/inventory/machine/history.ts';
import type { Inventory, Shared } from '#apps/inventory/machine/inventory.ts';
import type { Column } from '#apps/inventory/reading/columns.ts';

/** What becomes of the context by each edit; `done` says what the person did, as it follows "Undo:". */

const edited = ({ context: { history } }: Current, inventory: Inventory, done: string): ContextUpdate => ({
  history: change(history, inventory, done),
});

/** Writes a cell; an empty text clears it. A key that no row has changes no row. */
export const editCell = (
  { context }: Current,
  { key, column, text, done }: { key: number; column: Column; text: string; done: string },
): ContextUpdate => edited({ context }, setCell(present(context), key, column, text), done);

/** Writes a cell of a column that says nothing to the advisor, by the column's index among these. */
export const editExtra = (
  { context }: Current,
  { key, index, text, done }: { key: number; index: number; text: string; done: string },
): ContextUpdate => edited({ context }, setExtra(present(context), key, index, text), done);

/** Adds a blank column that says nothing to the advisor. */
export const addColumn = ({ context }: Current, { header }: { header: string }): ContextUpdate =>
  edited({ context }, addExtraColumn(present(context), header), `adding the column ${header}`);

/** Writes the proposed order of work into the column of this header, which is added where it is missing. */
export const takeWaves = (
  { context }: Current,
  { header, texts }: { header: string; texts: ReadonlyMap<number, string> },
): ContextUpdate => edited({ context }, fillColumn(present(context), header, texts), 'taking over the waves');

/** Takes over the inventory into which entries of the decision log were written. */
export const takeLog = ({ context }: Current, { inventory }: { inventory: Inventory }): ContextUpdate =>
  edited({ context }, inventory, 'taking over from the decision log');

/** Shows the inventory of a project file; one that was open before is a step back. */
export function showProject({ context }: Current, { inventory }: { inventory: Inventory }): ContextUpdate {
  const { history } = context;
  const isFirst = present(context).rows.length === 0;
  return {
    history: isFirst ? startHistory(inventory) : change(history, inventory, `opening ${inventory.title}`),
    faults: [],
    failure: '',
    again: undefined,
    ...noSource,
  };
}

/** Adds a blank row at the end. */
export const addBlankRow = ({ context }: Current): ContextUpdate =>
  edited({ context }, addRow(present(context)), 'adding a row');

/** Begins an inventory by a first blank row; there is nothing before it that could be undone to. */
export const beginTyping = ({ context }: Current): ContextUpdate => ({
  history: startHistory(addRow(present(context))),
});

/** Takes a row out. */
export const dropRow = ({ context }: Current, { key, done }: { key: number; done: string }): ContextUpdate =>
  edited({ context }, removeRow(present(context), key), done);

/** Changes what is said once for the whole programme. */
export const changeShared = ({ context }: Current, { shared, done }: { shared: Shared; done: string }): ContextUpdate =>
  edited({ context }, setShared(present(context), shared), done);

/** Takes the last change back; nothing where there is none. */
export const undoChange = ({ context: { history } }: Current): ContextUpdate => ({ history: undo(history) });

/** Makes the change again that was taken back last; nothing where there is none. */
export const redoChange = ({ context: { history } }: Current): ContextUpdate => ({ history: redo(history) });
