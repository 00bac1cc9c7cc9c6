import Papa from 'papaparse';
import { type CsvAccount, countBreaks, parseCsv } from './parse-csv.ts';
import { collectTable, counted, MAX_COLUMNS, rowList, type Table } from './table.ts';

/** Excel writes the separator on a line of its own above the header. */
const separatorLine = /^sep=([^"\r\n])(?:\r\n|\r|\n)/i;

/** Enough for twenty rows of any list; guessing reads them once for each delimiter. */
const SAMPLE = 100_000;

/** Blank lines keep their place, so that rows have the numbers of the file; but they say nothing about the delimiter. */
const delimiterOf = (text: string): string =>
  Papa.parse(sampleOf(text), {
    preview: 20,
    skipEmptyLines: 'greedy',
    delimitersToGuess: [',', ';', '\t', '|'],
    newline: '\n',
  }).meta.delimiter;

/** Whole lines from the beginning: a row that is cut off has fewer cells than the others, by any delimiter. */
function sampleOf(text: string): string {
  const sample = text.slice(0, SAMPLE).replaceAll('\r\n', '\n').replaceAll('\r', '\n');
  const end = text.length > SAMPLE ? sample.lastIndexOf('\n') : -1;
  return end === -1 ? sample : sample.slice(0, end);
}

function quoteRemarks({ strayQuotes, unclosed }: CsvAccount): string[] {
  const stray =
    strayQuotes.length > 0 &&
    `A quotation mark stands in the middle of a cell in ${rowList(strayQuotes)}; it was kept as it stands.`;
  const unclosedQuote =
    unclosed !== undefined &&
    `A quotation mark in row ${unclosed.toLocaleString('en-GB')} is not closed: all that follows, up to the end of the file, stands in that one cell.`;
  return [stray, unclosedQuote].filter((remark) => remark !== false);
}

/** Says where lines and rows of a text are not as many; the lines are counted apart from the rows. */
export function lineRemarks(
  text: string,
  { rows, endsOpen, breaksInCells }: Pick<CsvAccount, 'rows' | 'endsOpen' | 'breaksInCells'>,
): string[] {
  const breaks = countBreaks(text);
  const lines = counted(breaks + Number(text !== '' && !/[\r\n]$/.test(text)), 'line');
  const unexplained = Math.abs(breaks - (rows - Number(endsOpen)) - breaksInCells);
  if (unexplained > 0) {
    return [
      `The file has ${lines} and ${counted(rows, 'row')}; what became of ${counted(unexplained, 'line')} is not clear. Compare the rows with your spreadsheet.`,
    ];
  }
  if (breaksInCells === 0) return [];
  return [
    `The file has ${lines} and ${counted(rows, 'row')}: ${counted(breaksInCells, 'line break stands', 'line breaks stand')} inside quotation marks.`,
  ];
}

/**
 * Reads text with any of the usual delimiters and line ends; quotes may hold line breaks. Pasted cells are such a text
 * with tabs.
 *
 * @param onRows called from time to time with how many rows were read
 */
export function readCsv(text: string, onRows: (rows: number) => void = () => undefined): Table {
  const named = separatorLine.exec(text);
  const content = named ? text.slice(named[0].length) : text;
  const collected = collectTable('');
  const account = parseCsv(content, named?.[1] ?? delimiterOf(content), MAX_COLUMNS, (row) => {
    collected.add(row);
    if (row.number % 10_000 === 0) onRows(row.number);
  });
  return collected.table([...lineRemarks(content, account), ...quoteRemarks(account)]);
}
