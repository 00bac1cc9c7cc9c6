import Papa from 'papaparse';

/** A table as CSV: the mark by which Excel recognises UTF-8, and Windows line ends, which every reader takes. */
export const writeCsv = (table: readonly (readonly string[])[]): string =>
  `\uFEFF${Papa.unparse(table as string[][], { newline: '\r\n' })}\r\n`;
