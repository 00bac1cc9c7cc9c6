import { bodyOf, counted, isBlankRow, lastFilled, quoted, rowList, type Table } from './table.ts';

/** What became of the rows of a sheet that hold anything. */
export interface RowAccount {
  /** Counted when the file was read, before any was left out. */
  inFile: number;
  aboveHeader: readonly number[];
  header: number;
  interfaces: number;
  leftOut: number;
}

/** Counts what became of the rows of a sheet, so that any difference can be said. */
export function accountOf(table: Table, headerRow: number): RowAccount {
  const { rows, numbers, filledRows, leftOut } = table;
  const above = rows.slice(0, headerRow).flatMap((row, index) => (isBlankRow(row) ? [] : [numbers[index] ?? 0]));
  return {
    inFile: filledRows,
    aboveHeader: above,
    header: Number(!isBlankRow(rows[headerRow] ?? [])),
    interfaces: bodyOf(table, headerRow).length,
    leftOut: leftOut?.count ?? 0,
  };
}

/** Rows that hold something and are neither header nor interface, each kind with its numbers. */
function otherRows({ inFile, aboveHeader, header, interfaces, leftOut }: RowAccount, table: Table): string[] {
  const remarks: string[] = [];
  if (aboveHeader.length > 0) {
    const isOne = aboveHeader.length === 1;
    remarks.push(
      `The header was found below ${rowList(aboveHeader)}, which ${isOne ? 'is' : 'are'} taken for ${isOne ? 'a title' : 'titles'} and not for ${isOne ? 'an interface' : 'interfaces'}.`,
    );
  }
  if (table.leftOut) {
    const { first, last } = table.leftOut;
    remarks.push(
      `Of ${counted(inFile, 'row')}, ${counted(interfaces, 'interface')} were read, and ${counted(leftOut, 'row')} behind them left out (row ${first.toLocaleString('en-GB')} to ${last.toLocaleString('en-GB')}), because no more can be worked with at once. Split the spreadsheet to read them too.`,
    );
  }
  const missing = inFile - aboveHeader.length - header - interfaces - leftOut;
  if (missing !== 0) {
    remarks.push(
      `The file has ${counted(inFile, 'row')} that hold something, but ${counted(interfaces, 'interface')} were read; what became of ${counted(Math.abs(missing), 'row')} is not clear. Compare the rows with your spreadsheet.`,
    );
  }
  return remarks;
}

/** Rows with something behind the last header: mostly a cell with a delimiter in it that lacks its quotation marks. */
function widerRows(table: Table, headerRow: number): string[] {
  const width = lastFilled(table.rows[headerRow] ?? []) + 1;
  const wider = bodyOf(table, headerRow).filter(({ cells }) => lastFilled(cells) >= width);
  const [first] = wider;
  if (!first) return [];
  const numbers = wider.map(({ number }) => number);
  const isOne = wider.length === 1;
  return [
    `The header has ${counted(width, 'column')}, but ${rowList(numbers)} ${isOne ? 'has' : 'have'} cells behind the last of them, such as ${quoted(first.cells[lastFilled(first.cells)] ?? '')}. They are kept as extra columns and say nothing to the advisor; check whether ${isOne ? 'the row is' : 'the rows are'} shifted.`,
  ];
}

/**
 * What a person should know about the rows of a sheet: rows in the file are header, interfaces, blank ones, and others,
 * which are said with their numbers; so is any difference that is left.
 */
export const rowRemarks = (table: Table, headerRow: number): string[] => [
  ...otherRows(accountOf(table, headerRow), table),
  ...widerRows(table, headerRow),
];
