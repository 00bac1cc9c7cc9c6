import { MAX_CELL } from './excel-text.ts';
import { typedCell } from './safe-cell.ts';

/** Where something stands in a table that was written. */
interface Cell {
  /** The number of the row as the spreadsheet shows it. */
  row: number;
  header: string;
  text: string;
}

/** Cells named one by one; of more it is enough to know where to look first. */
const NAMED = 5;

const number = new Intl.NumberFormat('en-GB');

const cellsThat = (table: readonly (readonly string[])[], isMeant: (text: string) => boolean): Cell[] =>
  table.flatMap((cells, index) =>
    cells.flatMap((text, column) =>
      isMeant(text) ? [{ row: index + 1, header: table[0]?.[column] ?? '', text }] : [],
    ),
  );

/** `row 3, column Note; row 9, column Owner; and 4 more`. */
function namedCells(cells: readonly Cell[], detail: (text: string) => string = () => ''): string {
  const named = cells
    .slice(0, NAMED)
    .map(({ row, header, text }) => `row ${number.format(row)}, column ${header.slice(0, 60)}${detail(text)}`);
  const left = cells.length - named.length;
  return [...named, ...(left > 0 ? [`and ${number.format(left)} more`] : [])].join('; ');
}

const count = (cells: readonly Cell[]): string =>
  cells.length === 1 ? 'One cell' : `${number.format(cells.length)} cells`;

const lengthOf = (text: string): string => ` (${number.format(text.length)} characters)`;

const limit = number.format(MAX_CELL);

/** Without the line breaks and tabs that every spreadsheet shows. */
const hasControl = (text: string): boolean => /(?![\t\n\r])\p{Cc}/u.test(text);

const isBroken = (text: string): boolean => !text.isWellFormed();

/** One sentence, where there is anything to say. */
const sentenceFor = (cells: readonly Cell[], sentence: (cells: readonly Cell[]) => string): string[] =>
  cells.length > 0 ? [sentence(cells)] : [];

const is = (cells: readonly Cell[], one: string, many: string): string => (cells.length === 1 ? one : many);

function workbookLosses(table: readonly (readonly string[])[]): string[] {
  return sentenceFor(
    cellsThat(table, (text) => typedCell(text).length > MAX_CELL),
    (cells) =>
      `${count(cells)} had to be cut, because a cell in Excel holds at most ${limit} characters: ${namedCells(cells, lengthOf)}. ` +
      'The CSV file holds the whole text.',
  );
}

function csvLosses(table: readonly (readonly string[])[]): string[] {
  return [
    ...sentenceFor(
      cellsThat(table, (text) => text.length > MAX_CELL),
      (cells) =>
        `${count(cells)} ${is(cells, 'is', 'are')} complete in this file but longer than the ${limit} characters that Excel shows, ` +
        `so Excel will cut ${is(cells, 'it', 'them')} if you open and save the file there: ${namedCells(cells, lengthOf)}.`,
    ),
    ...sentenceFor(
      cellsThat(table, hasControl),
      (cells) =>
        `${count(cells)} ${is(cells, 'contains', 'contain')} control characters, which are in this file but which a spreadsheet may ` +
        `drop or show as boxes: ${namedCells(cells)}.`,
    ),
    ...sentenceFor(
      cellsThat(table, isBroken),
      (cells) =>
        `${count(cells)} ${is(cells, 'contains', 'contain')} half a character, which no text file can hold; it is written as �: ` +
        `${namedCells(cells)}. The Excel file keeps it.`,
    ),
  ];
}

/**
 * What a file of this kind, or the program that opens it, cannot keep of a table, in sentences that count and name the
 * cells; empty where everything comes through.
 *
 * @param table with its header in the first row
 */
export const lossesIn = (kind: 'csv' | 'xlsx', table: readonly (readonly string[])[]): string[] =>
  kind === 'csv' ? csvLosses(table) : workbookLosses(table);
