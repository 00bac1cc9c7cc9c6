import Papa from 'papaparse';
import { safeCell } from './safe-cell.ts';

/**
 * A table as CSV: the mark by which Excel recognises UTF-8, and Windows line ends, which every reader takes. No cell can
 * be taken for a formula.
 */
export const writeCsv = (table: readonly (readonly string[])[]): string =>
  `\uFEFF${Papa.unparse(
    table.map((cells) => cells.map(safeCell)),
    { newline: '\r\n' },
  )}\r\n`;
