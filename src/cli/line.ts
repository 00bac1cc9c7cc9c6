import { summaryLine } from '#apps/inventory/deciding/summary-line.ts';
import type { Profile, RuleBook } from '#core/advisor/index.ts';
import type { InputRow, SheetRow } from './read-input.ts';

/** What a row of a spreadsheet says besides its recommendation. */
function sheetParts({ row, notRead, guessed, leftOut }: SheetRow, profile: Profile, withReasons: boolean) {
  const { system } = row.cells;
  return {
    not_read: notRead,
    guessed,
    ...(withReasons && { understood: { ...(system !== undefined && { system }), ...profile } }),
    ...(leftOut !== undefined && { left_out: leftOut }),
  };
}

/**
 * One interface as a line of JSON tells it: the recommendation with what was understood and what was not, or the error
 * that stands in its place. The command prints it and the server of the Model Context Protocol sends it.
 */
export function lineFor(input: InputRow, book: RuleBook, withReasons: boolean): Record<string, unknown> {
  if ('error' in input) return { id: input.id, error: input.error };
  const { id, profile, sheet, described } = input;
  const line =
    sheet?.leftOut === undefined
      ? summaryLine(id, profile, book, withReasons)
      : { id, primary: null, middleware: null };
  return { ...line, ...(sheet && sheetParts(sheet, profile, withReasons)), ...described };
}
