import type { Outcome } from '#apps/inventory/deciding/decide.ts';
import { type InventoryRow, readRow } from '#apps/inventory/machine/inventory.ts';
import { isOwnColumn } from '#apps/inventory/reading/columns.ts';
import { type Field, isCount, type Profile } from '#core/advisor/profile.ts';
import type { RuleBook } from '#core/advisor/rule-book.ts';
import { answerText, certaintyText, middlewareText, patternName } from '#core/advisor/wording.ts';
import type { GridColumn } from './grid-columns.ts';

/** What stands in a cell, and in what manner. */
export interface CellText {
  text: string;
  /** `shared`: filled for the whole programme; `unread`: as it was written, and not understood. */
  manner: 'given' | 'shared' | 'unread' | 'result';
  /** What may stand there instead of what could not be read. */
  allowed?: string;
}

const given = (text: string): CellText => ({ text, manner: 'given' });

function resultText(
  result: 'pattern' | 'middleware' | 'certain',
  outcome: Outcome | undefined,
  book: RuleBook,
): string {
  if (!outcome) return '…';
  if (result === 'pattern') return patternName(outcome.primary, book);
  if (result === 'middleware') return middlewareText[outcome.middleware].replace(/^Middleware is /, '');
  return certaintyText[outcome.certainty].toLowerCase();
}

function fieldText(field: Field, row: InventoryRow, shared: Profile, book: RuleBook): CellText {
  const raw = row.cells[field] ?? '';
  if (raw === '') {
    const value = shared[field];
    return value === undefined ? given('') : { text: answerText(field, value, book), manner: 'shared' };
  }
  const { profile, faults } = readRow({ ...row, cells: { [field]: raw } });
  const fault = faults[0];
  if (fault) return { text: raw, manner: 'unread', allowed: fault.allowed };
  return given(answerText(field, profile[field], book));
}

/** What a cell of the table shows. */
export function cellText(
  column: GridColumn,
  row: InventoryRow,
  outcome: Outcome | undefined,
  shared: Profile,
  book: RuleBook,
): CellText {
  if (column.kind === 'result') return { text: resultText(column.result, outcome, book), manner: 'result' };
  if (column.kind === 'extra') return given(row.extras[column.index] ?? '');
  if (!isOwnColumn(column.column)) return fieldText(column.column, row, shared, book);
  const text = row.cells[column.column] ?? '';
  const fault = readRow({ ...row, cells: { [column.column]: text } }).faults[0];
  return fault ? { text, manner: 'unread', allowed: fault.allowed } : given(text);
}

/** Whether a column holds amounts, which are set to the right. */
export const isNumeric = (column: GridColumn): boolean =>
  column.kind === 'cell' && !isOwnColumn(column.column) && isCount(column.column);
