/** A sheet of a file as texts, row by row; what a reader of any file type hands on. */
export interface Table {
  /** The sheet's name in a workbook; empty for a text file. */
  name: string;
  rows: readonly (readonly string[])[];
  /** What the person should know about how it was read, such as rows that were left out. */
  remarks: readonly string[];
}

/** A file that cannot be read at all, and why, in words for the person who chose it. */
export class UnreadableFile extends Error {
  override name = 'UnreadableFile';
}

/** More than any programme has, and what a browser still holds with ease. */
export const MAX_ROWS = 100_000;
export const MAX_COLUMNS = 200;
export const MAX_BYTES = 50_000_000;

const isBlankRow = (row: readonly string[]): boolean => row.every((cell) => cell.trim() === '');

/** Cuts a table down to what is worked with, and says what was cut. */
export function boundTable(name: string, all: readonly (readonly string[])[]): Table {
  const remarks: string[] = [];
  const tooWide = all.some((row) => row.length > MAX_COLUMNS);
  if (tooWide) remarks.push(`Columns behind the first ${MAX_COLUMNS} were left out.`);
  if (all.length > MAX_ROWS + 1) remarks.push(`Rows behind the first ${MAX_ROWS} were left out.`);
  const kept = all.length > MAX_ROWS + 1 ? all.slice(0, MAX_ROWS + 1) : all;
  return { name, rows: tooWide ? kept.map((row) => row.slice(0, MAX_COLUMNS)) : kept, remarks };
}

/**
 * The row that holds the headers: of the first ten the one in which most cells are known, because titles and dates
 * often stand above it. The first row that is not blank where none is known.
 */
export function headerRowOf(rows: Table['rows'], knownIn: (row: readonly string[]) => number): number {
  const first = Math.max(
    rows.findIndex((row) => !isBlankRow(row)),
    0,
  );
  let best = first;
  let most = 0;
  rows.slice(0, 10).forEach((row, place) => {
    const known = knownIn(row);
    if (known > most) [best, most] = [place, known];
  });
  return best;
}

/** Rows below the header that hold anything, with their numbers as the spreadsheet shows them. */
export const bodyOf = (rows: Table['rows'], headerRow: number): { number: number; cells: readonly string[] }[] =>
  rows.flatMap((cells, place) => (place > headerRow && !isBlankRow(cells) ? [{ number: place + 1, cells }] : []));
