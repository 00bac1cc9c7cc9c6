import { type Behind, type FoundRow, isBlankText } from './table.ts';

/** What was found beside the rows. */
export interface CsvAccount {
  rows: number;
  /** Whether the last row ends with the text and not with a line break. */
  endsOpen: boolean;
  /** Line breaks inside quotation marks, which end no row. */
  breaksInCells: number;
  /** Rows with a quotation mark that ends no cell; the mark is kept as it stands. */
  strayQuotes: number[];
  /** The row of a quotation mark that nothing closes: all behind it stands in that cell. */
  unclosed: number | undefined;
}

const QUOTE = '"';
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

/** Line breaks of any kind; a carriage return and its line feed are one. */
export function countBreaks(text: string): number {
  let breaks = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === LINE_FEED || (code === CARRIAGE_RETURN && text.charCodeAt(at + 1) !== LINE_FEED)) breaks += 1;
  }
  return breaks;
}

/**
 * Reads delimited text in one pass, whatever ends its lines: files that were put together from several have more than
 * one kind of line end. Papa Parse takes the first kind for all of them, and needs quadratic time for stray quotation
 * marks.
 *
 * A quotation mark at the start of a cell opens it, and closes it where a delimiter, a line end or the end follows,
 * spaces aside.
 *
 * @param width cells that are kept of a row
 * @param onRow called with each row in turn; a line end at the very end begins no row
 */
export function parseCsv(text: string, delimiter: string, width: number, onRow: (row: FoundRow) => void): CsvAccount {
  const split = delimiter.charCodeAt(0);
  const account: CsvAccount = { rows: 0, endsOpen: false, breaksInCells: 0, strayQuotes: [], unclosed: undefined };
  let at = 0;
  let cells: string[] = [];
  let behind: Behind | undefined;

  function addCell(cell: string): void {
    if (cells.length < width) cells.push(cell);
    else if (!isBlankText(cell)) behind = { count: (behind?.count ?? 0) + 1, first: behind?.first ?? cell };
  }

  function endRow(): void {
    account.rows += 1;
    onRow({ number: account.rows, cells, behind });
    cells = [];
    behind = undefined;
  }

  const isLineEnd = (code: number): boolean => code === LINE_FEED || code === CARRIAGE_RETURN;
  const isSpace = (code: number): boolean => (code === 32 || code === 9 || code === 160) && code !== split;

  /** The place behind the spaces from here. */
  function skipSpaces(from: number): number {
    let end = from;
    while (isSpace(text.charCodeAt(end))) end += 1;
    return end;
  }

  function noteStray(): void {
    const row = account.rows + 1;
    if (account.strayQuotes.at(-1) !== row) account.strayQuotes.push(row);
  }

  /** Reads a cell from behind its opening mark, and stops at what ends it. */
  function readQuoted(): string {
    let cell = '';
    for (;;) {
      const mark = text.indexOf(QUOTE, at);
      if (mark === -1) {
        account.unclosed = account.rows + 1;
        const rest = text.slice(at);
        at = text.length;
        return cell + rest;
      }
      cell += text.slice(at, mark);
      at = mark + 1;
      if (text[at] === QUOTE) {
        cell += QUOTE;
        at += 1;
        continue;
      }
      const next = skipSpaces(at);
      if (next === text.length || text.charCodeAt(next) === split || isLineEnd(text.charCodeAt(next))) {
        at = next;
        return cell;
      }
      noteStray();
      cell += QUOTE;
    }
  }

  function readPlain(): string {
    const start = at;
    for (; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (code === split || isLineEnd(code)) break;
    }
    return text.slice(start, at);
  }

  function readCell(): string {
    if (text[at] !== QUOTE) return readPlain();
    at += 1;
    const cell = readQuoted();
    account.breaksInCells += countBreaks(cell);
    return cell;
  }

  let isOpen = false;
  while (at < text.length || isOpen) {
    addCell(readCell());
    isOpen = at < text.length && text.charCodeAt(at) === split;
    if (isOpen) {
      at += 1;
      continue;
    }
    endRow();
    account.endsOpen = at === text.length;
    if (!account.endsOpen)
      at += text.charCodeAt(at) === CARRIAGE_RETURN && text.charCodeAt(at + 1) === LINE_FEED ? 2 : 1;
  }
  return account;
}
