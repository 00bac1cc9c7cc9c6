import { isBlankRow, isBlankText, lastFilled, type Table } from './table.ts';
import { normaliseWord } from './vocabulary.ts';

/** Where the headers of a sheet stand, and what they say. */
export interface Header {
  /** Index in the table's rows of the first row of headers; where there are none, of the first interface. */
  first: number;
  /** Rows of headers: two where a row of groups stands above them, none where the list begins at once. */
  rows: 0 | 1 | 2;
  /** What stands above each column; empty texts where there is no header. */
  labels: readonly string[];
}

/** How many cells of a row name a column for certain, by which a row of headers is known. */
export type KnownIn = (row: readonly string[]) => number;

/** What a person says about the header: the number of its row as the spreadsheet shows it, or that there is none. */
export type HeaderChoice = number | 'none';

/** Titles, dates and legends stand above a header, seldom more than this. */
const LOOKED_AT = 20;

/** Interfaces below a row, as many as it takes to see whether it is one of them. */
const COMPARED = 40;

const SHORT = 40;

/** What a cell looks like: `INT-0042` and `INT-7` both are letters, a sign and digits. */
const shapeOf = (text: string): string =>
  text
    .trim()
    .replaceAll(/\p{L}+/gu, 'a')
    .replaceAll(/\p{N}+/gu, '9');

/** Whether a cell looks like most of those below it, by a shape with a digit in it: a code, a number, a date. */
function isShapedLike(cell: string, below: readonly string[]): boolean {
  const shape = shapeOf(cell);
  return shape.includes('9') && below.filter((other) => shapeOf(other) === shape).length * 2 > below.length;
}

/**
 * Whether a row says in several columns what rows below it say in the same column, or what looks like it. A row of
 * headers names what stands below, and is like none of it.
 */
export function looksLikeData(rows: Table['rows'], index: number): boolean {
  const row = rows[index] ?? [];
  const below = rows.slice(index + 1, index + 1 + COMPARED);
  const filled = row.flatMap((cell, column) => (isBlankText(cell) ? [] : [{ cell, column }]));
  const alike = filled.filter(({ cell, column }) => {
    const cells = below.map((other) => other[column] ?? '').filter((text) => !isBlankText(text));
    return cells.some((text) => normaliseWord(text) === normaliseWord(cell)) || isShapedLike(cell, cells);
  });
  return alike.length >= 2 && alike.length * 3 >= filled.length;
}

/** A group stands in the first of the cells that belong to it, and speaks for the blank ones behind it. */
function groupsOf(row: readonly string[], width: number): string[] {
  let group = '';
  return Array.from({ length: width }, (_, column) => {
    const own = (row[column] ?? '').trim();
    if (own !== '') group = own;
    return group;
  });
}

/** Headers of two rows: `Source` above `System` is `Source System`, where that says more than either. */
function joinLabels(rows: Table['rows'], first: number, knownIn: KnownIn): string[] {
  const [top = [], sub = []] = [rows[first], rows[first + 1]];
  const width = Math.max(top.length, sub.length);
  const groups = groupsOf(top, width);
  const isKnown = (label: string): boolean => label !== '' && knownIn([label]) > 0;
  return Array.from({ length: width }, (_, column) => {
    const own = (sub[column] ?? '').trim();
    if (own === '') return (top[column] ?? '').trim();
    const group = groups[column] ?? '';
    const both = group === '' ? own : `${group} ${own}`;
    if (isKnown(both)) return both;
    const repeats = sub.filter((cell) => normaliseWord(cell) === normaliseWord(own)).length > 1;
    return isKnown(own) && !repeats ? own : both;
  });
}

/** Whether a row could be the lower one of two rows of headers: short words of which none stands below it again. */
function couldBeLower(rows: Table['rows'], index: number): boolean {
  const row = (rows[index] ?? []).filter((cell) => !isBlankText(cell));
  return (
    row.length > 1 &&
    row.every((cell) => cell.length <= SHORT && !/^[\d.,\s%-]+$/.test(cell)) &&
    !looksLikeData(rows, index)
  );
}

/** Whether a row could name groups of columns: several names, with blanks between where a group spans columns. */
function couldBeGroups(row: readonly string[], below: readonly string[]): boolean {
  const filled = row.filter((cell) => !isBlankText(cell)).length;
  const width = lastFilled(below) + 1;
  const blanksAbove = below.filter((cell, column) => !isBlankText(cell) && isBlankText(row[column] ?? '')).length;
  return filled >= 2 && filled < width && blanksAbove > 0;
}

const trimmed = (row: readonly string[]): string[] => row.map((cell) => cell.trim());

/** The header in one row or two at an index, whichever says more. */
function headerAt(rows: Table['rows'], first: number, knownIn: KnownIn): Header {
  const single: Header = { first, rows: 1, labels: trimmed(rows[first] ?? []) };
  if (!couldBeGroups(rows[first] ?? [], rows[first + 1] ?? []) || !couldBeLower(rows, first + 1)) return single;
  const labels = joinLabels(rows, first, knownIn);
  const alone = Math.max(knownIn(rows[first] ?? []), knownIn(rows[first + 1] ?? []));
  const isDistinct = new Set(labels.map(normaliseWord)).size > new Set((rows[first + 1] ?? []).map(normaliseWord)).size;
  return knownIn(labels) > alone || (knownIn(labels) === alone && isDistinct) ? { first, rows: 2, labels } : single;
}

const withoutHeader = (rows: Table['rows'], first: number): Header => ({
  first,
  rows: 0,
  labels: Array.from({ length: rows[first]?.length ?? 0 }, () => ''),
});

/**
 * Finds the headers of a sheet: among its first rows those in which most cells are known, because titles and dates
 * often stand above. Where nothing is known, the first row that is not blank is the header, unless it looks like the
 * rows below it: then the list has none.
 */
export function findHeader({ rows }: Pick<Table, 'rows'>, knownIn: KnownIn): Header {
  const filled = Math.max(
    rows.findIndex((row) => !isBlankRow(row)),
    0,
  );
  let best: Header = headerAt(rows, filled, knownIn);
  let most = knownIn(best.labels);
  for (let index = filled + 1; index < Math.min(rows.length, filled + LOOKED_AT); index += 1) {
    const header = headerAt(rows, index, knownIn);
    const known = knownIn(header.labels);
    if (known > most) [best, most] = [header, known];
  }
  return most <= 1 && looksLikeData(rows, filled) ? withoutHeader(rows, filled) : best;
}

/**
 * The header that a person chose.
 *
 * @param choice a row's number as the spreadsheet shows it; one that the sheet does not have means the header found
 */
export function chosenHeader(table: Pick<Table, 'rows' | 'numbers'>, choice: HeaderChoice, knownIn: KnownIn): Header {
  const { rows, numbers } = table;
  if (choice === 'none') {
    return withoutHeader(
      rows,
      Math.max(
        rows.findIndex((row) => !isBlankRow(row)),
        0,
      ),
    );
  }
  const index = numbers.indexOf(choice);
  return index === -1 ? findHeader(table, knownIn) : headerAt(rows, index, knownIn);
}
