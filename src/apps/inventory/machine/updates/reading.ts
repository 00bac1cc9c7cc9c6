import {
  type ContextUpdate,
  type Current,
  type InventoryEvent,
  noSource,
  present,
} from '#apps/inventory/machine/context.ts';
import { append, replaceBy } from '#apps/inventory/machine/edits.ts';
import { change, startHistory } from '#apps/inventory/machine/history.ts';
import type { Inventory } from '#apps/inventory/machine/inventory.ts';
import { MissingPart, messageOf } from '#apps/inventory/machine/missing-part.ts';
import type { Column, ColumnMeaning } from '#apps/inventory/reading/columns.ts';
import type { Mapping, OpenedFile, Preview, SheetSummary, Source } from '#apps/inventory/reading/import-session.ts';
import type { Interpretation } from '#apps/inventory/reading/interpret.ts';
import {
  chooseAside,
  chooseColumn,
  chooseOwnName,
  chooseTogether,
  chooseWord,
  mappingOf,
} from '#apps/inventory/reading/mapping.ts';
import type { WhyAside } from '#apps/inventory/reading/rows-aside.ts';

/** What becomes of the context while a spreadsheet is read in; the statechart assigns what these return. */

/** The events by which somebody chooses what to read: a spreadsheet of their own, or the sample. */
type SourceChoice = Extract<InventoryEvent, { source: Source }>;

/** Begins with a spreadsheet, and takes back what was said of the one before. */
export const startReading = (_: Current, { source }: { source: Source }): ContextUpdate => ({
  ...noSource,
  source,
  failure: '',
  again: undefined,
});

/** Shows how an opened file is understood: the likeliest of its sheets, by earlier corrections too. */
export const showMapping = (
  { context: { corrections } }: Current,
  { opened }: { opened: OpenedFile },
): ContextUpdate => ({
  opened,
  mapping: mappingOf(opened, corrections),
  failure: '',
});

/** Shows the rows and words as they would be read with the mapping of now. */
export const showPreview = (_: Current, { preview }: { preview: Preview }): ContextUpdate => ({ preview });

/** Drops the spreadsheet that was being read in; what is open stays as it is. */
export const dropSource = (): ContextUpdate => noSource;

/** Drops a spreadsheet that holds nothing below its header, and says so. */
export const refuseEmpty = (): ContextUpdate => ({
  ...noSource,
  failure: 'There is a header at most, and no row below it.',
});

/**
 * Gives up a spreadsheet and says why. Where a part of the program is missing, and not the spreadsheet at fault, the
 * same choice can be made again.
 *
 * @param by the event that chooses the spreadsheet again
 */
export const giveUpReading = (
  { context: { source } }: Current,
  { error, by }: { error: unknown; by: SourceChoice['type'] },
): ContextUpdate => ({
  ...noSource,
  failure: messageOf(error),
  again: error instanceof MissingPart && source ? { type: by, source } : undefined,
});

/** Shows another sheet of the workbook, mapped as it was found; sheets that are read together stay together. */
export function switchSheet(
  { context: { opened, mapping, corrections } }: Current,
  { sheet }: { sheet: number },
): ContextUpdate {
  if (!opened) return {};
  const next = mappingOf({ ...opened, likeliest: sheet }, corrections);
  const together = mapping?.together?.includes(sheet)
    ? [mapping.sheet, ...mapping.together].filter((other) => other !== sheet)
    : [];
  return { mapping: chooseTogether(next, together) };
}

/** Reads other sheets together with the one that is shown. */
export const joinSheets = (
  { context: { mapping } }: Current,
  { together }: { together: readonly number[] },
): ContextUpdate => (mapping ? { mapping: chooseTogether(mapping, together) } : {});

/** Shows the sheet with another row for its header; meanings of columns are found anew. */
export function showSheetAnew(
  { context: { opened, mapping, corrections } }: Current,
  { sheet }: { sheet: SheetSummary },
): ContextUpdate {
  if (!opened || !mapping) return {};
  const next = { ...opened, sheets: opened.sheets.with(mapping.sheet, sheet) };
  return { opened: next, mapping: mappingOf({ ...next, likeliest: mapping.sheet }, corrections) };
}

/** Says what the list calls F&O. */
export const nameOwnSystem = ({ context: { mapping } }: Current, { name }: { name: string }): ContextUpdate =>
  mapping ? { mapping: chooseOwnName(mapping, name) } : {};

/** Reads a kind of rows that was left out, or leaves it out again. */
export const chooseRowsAside = (
  { context: { mapping } }: Current,
  { why, isTaken }: { why: WhyAside; isTaken: boolean },
): ContextUpdate => (mapping ? { mapping: chooseAside(mapping, why, isTaken) } : {});

/** Gives a column of the sheet another meaning, by the column's index in the sheet; the correction is remembered. */
export const remapColumn = (
  { context: { opened, mapping } }: Current,
  { index, column }: { index: number; column: ColumnMeaning },
): ContextUpdate => (opened && mapping ? chooseColumn(opened, mapping, index, column) : {});

/** Gives a word of a column another meaning; the correction is remembered. */
export const correctWord = (
  { context: { mapping } }: Current,
  correction: { column: Column; word: string; value: string },
): ContextUpdate => (mapping ? chooseWord(mapping, correction) : {});

/** The inventory of before becomes a step that can be taken back, unless there was nothing in it. */
function showRead(
  { context: { history, opened } }: Current,
  { faults }: Interpretation,
  before: Inventory,
  next: Inventory,
): ContextUpdate {
  const done = `reading ${opened?.title ?? before.title}`;
  return {
    ...noSource,
    history: before.rows.length === 0 ? startHistory(next) : change(history, next, done),
    faults,
    failure: '',
  };
}

/** Puts the rows of a spreadsheet behind those there are. */
export function appendRead({ context }: Current, { found }: { found: Interpretation }): ContextUpdate {
  const before = present(context);
  return showRead({ context }, found, before, append(before, found));
}

/**
 * Puts the rows of a spreadsheet in the place of those there are.
 *
 * @param isSample whether they are the invented programme that the page brings along
 */
export function replaceByRead(
  { context }: Current,
  { found, isSample }: { found: Interpretation; isSample: boolean },
): ContextUpdate {
  const before = present(context);
  const title = context.opened?.title ?? before.title;
  return showRead({ context }, found, before, replaceBy(before, title, found, isSample));
}

/** What the machine reads next where it reads at all; asked for only while a spreadsheet is chosen. */
export const sourceOf = ({ context: { source } }: Current): Source => needed(source, 'a spreadsheet');

/** The mapping to read by; asked for only while an opened file is shown or taken. */
export const mappingIn = ({ context: { mapping } }: Current): Mapping => needed(mapping, 'a mapping');

/** @throws {TypeError} where a state of the machine was entered without what it works with */
function needed<Thing>(thing: Thing | undefined, what: string): Thing {
  if (thing === undefined) throw new TypeError(`The inventory's machine has no ${what} to work with.`);
  return thing;
}
