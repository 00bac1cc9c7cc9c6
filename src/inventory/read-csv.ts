import Papa from 'papaparse';
import { boundTable, MAX_ROWS, type Table } from './table.ts';

/** Excel writes the separator on a line of its own above the header. */
const separatorLine = /^sep=(.)\r?\n/i;

/** Blank lines keep their place, so that rows have the numbers of the file; but they say nothing about the delimiter. */
const delimiterOf = (text: string): string =>
  Papa.parse(text, { preview: 20, skipEmptyLines: 'greedy', delimitersToGuess: [',', ';', '\t', '|'] }).meta.delimiter;

/** Reads text with any of the usual delimiters; quotes may hold line breaks. Pasted cells are such a text with tabs. */
export function readCsv(text: string): Table {
  const named = separatorLine.exec(text);
  const { data, errors } = Papa.parse<string[]>(named ? text.slice(named[0].length) : text, {
    delimiter: named?.[1] ?? delimiterOf(text),
    // One more than is kept, so that it shows when something was left out.
    preview: MAX_ROWS + 2,
  });
  const table = boundTable('', data);
  const broken = errors.filter(({ type }) => type === 'Quotes');
  if (broken.length === 0) return table;
  const where = [...new Set(broken.map(({ row }) => (row ?? 0) + 1))].slice(0, 5).join(', ');
  return {
    ...table,
    remarks: [...table.remarks, `A quotation mark is not closed or stands in the middle of a cell near row ${where}.`],
  };
}
