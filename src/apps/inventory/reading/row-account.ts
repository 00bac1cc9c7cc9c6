import type { Header } from './header.ts';
import { type AsideRow, asideTexts, type DividedRows } from './rows-aside.ts';
import { counted, isBlankRow, lastFilled, quoted, rowList, type Table } from './table.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What became of the rows of a sheet that hold anything. */
export interface RowAccount {
  /** Counted when the file was read, before any was left out. */
  inFile: number;
  aboveHeader: readonly number[];
  header: number;
  interfaces: number;
  /** Rows below the header that are no interface. */
  aside: number;
  leftOut: number;
}

/** Counts what became of the rows of a sheet, so that any difference can be said. */
export function accountOf(table: Table, header: Header, { interfaces, aside }: DividedRows): RowAccount {
  const { rows, numbers, filledRows, leftOut } = table;
  const filled = rows.flatMap((row, index) => (isBlankRow(row) ? [] : [{ index, number: numbers[index] ?? 0 }]));
  return {
    inFile: filledRows,
    aboveHeader: filled.filter(({ index }) => index < header.first).map(({ number }) => number),
    header: filled.filter(({ index }) => index >= header.first && index < header.first + header.rows).length,
    interfaces: interfaces.length,
    aside: aside.length,
    leftOut: leftOut?.count ?? 0,
  };
}

/** Rows that hold something and are neither header nor interface, each kind with its numbers. */
function otherRows(account: RowAccount, table: Table): string[] {
  const { inFile, aboveHeader, header, interfaces, aside, leftOut } = account;
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
  const missing = inFile - aboveHeader.length - header - interfaces - aside - leftOut;
  if (missing !== 0) {
    remarks.push(
      `The file has ${counted(inFile, 'row')} that hold something, but ${counted(interfaces, 'interface')} were read; what became of ${counted(Math.abs(missing), 'row')} is not clear. Compare the rows with your spreadsheet.`,
    );
  }
  return remarks;
}

/** Rows that are no interface, each kind with its numbers and why. */
export function asideRemarks(aside: readonly AsideRow[], vocabulary: Vocabulary): string[] {
  const texts = asideTexts(vocabulary);
  return [...Map.groupBy(aside, ({ why }) => why)].map(([why, rows]) => {
    const [first] = rows;
    const words = first?.because ? ` (${quoted(first.because.header)} says ${quoted(first.because.word)})` : '';
    return `Left out as rows that ${texts.get(why) ?? why}${words}: ${rowList(rows.map(({ number }) => number))}.`;
  });
}

/** Says that a list has no header, or that its header has two rows. */
function headerRemarks({ first, rows }: Header, { numbers }: Table): string[] {
  const number = (numbers[first] ?? first + 1).toLocaleString('en-GB');
  if (rows === 0) return [`The list seems to have no header: its first interface stands in row ${number}.`];
  if (rows === 1) return [];
  return [`The header has two rows, ${number} and ${(numbers[first + 1] ?? first + 2).toLocaleString('en-GB')}.`];
}

/** Rows with something behind the last header: mostly a cell with a delimiter in it that lacks its quotation marks. */
function widerRows({ labels, rows }: Header, { interfaces }: DividedRows): string[] {
  if (rows === 0) return [];
  const width = lastFilled(labels) + 1;
  const wider = interfaces.filter(({ cells }) => lastFilled(cells) >= width);
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
 * which are said with their numbers; so is any difference that is left. Rows left out have remarks of their own.
 */
export const rowRemarks = (table: Table, header: Header, divided: DividedRows): string[] => [
  ...otherRows(accountOf(table, header, divided), table),
  ...headerRemarks(header, table),
  ...widerRows(header, divided),
];
