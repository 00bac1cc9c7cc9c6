/** A sheet of a file as texts, row by row; what a reader of any file type hands on. */
export interface Table {
  /** The sheet's name in a workbook; empty for a text file. */
  name: string;
  rows: readonly (readonly string[])[];
  /** The number of each row as the spreadsheet shows it, from 1; blank rows of a workbook are not among the rows. */
  numbers: readonly number[];
  /** Rows of the file that hold anything in a column that is kept, counted before any was left out. */
  filledRows: number;
  /** Rows that hold something and stand behind the last that is kept. */
  leftOut?: LeftOut | undefined;
  /** What the person should know about how it was read, such as rows that were left out. */
  remarks: readonly string[];
  /** Whether the workbook hides the sheet. */
  isHidden?: boolean | undefined;
  /** Numbers of the rows that the workbook hides. */
  hiddenRows?: ReadonlySet<number> | undefined;
}

/** A row as a reader finds it: as many cells as are kept, and what stands behind them. */
export interface FoundRow {
  /** The number of the row as the spreadsheet shows it. */
  number: number;
  cells: readonly string[];
  behind?: Behind | undefined;
}

/** Cells of one row behind the last column that is kept: how many hold anything, and what the first of them says. */
export interface Behind {
  count: number;
  first: string;
}

/** How many rows were left out, and the numbers of the first and the last. */
export interface LeftOut {
  count: number;
  first: number;
  last: number;
}

/** A file that cannot be read at all, and why, in words for the person who chose it. */
export class UnreadableFile extends Error {
  override name = 'UnreadableFile';
}

/** More than any programme has, and what a browser still holds with ease. */
export const MAX_ROWS = 100_000;
/** Columns that are kept of a sheet; cells behind them are counted and said. */
export const MAX_COLUMNS = 200;
/** Cells of all sheets together, blank ones between others included: some 100 MB in a browser. */
export const MAX_CELLS = 10_000_000;
/** The largest file that is read, in bytes. */
export const MAX_BYTES = 50_000_000;

/** Numbers of rows as people read them: the first few, and how many there are besides. */
export function rowList(numbers: readonly number[], count = numbers.length): string {
  const shown = numbers.slice(0, 5).map((number) => number.toLocaleString('en-GB'));
  const more = count - shown.length;
  const last = more > 0 ? `${more.toLocaleString('en-GB')} more` : shown.pop();
  return `${count === 1 ? 'row' : 'rows'} ${shown.length === 0 ? last : `${shown.join(', ')} and ${last}`}`;
}

/** A number with what it counts, in the singular for one: `1 row`, `1,200 rows`. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;

/** Whether nothing can be seen in a text: characters that only format do not count. */
export const isBlankText = (text: string): boolean => text.trim() === '' || /^[\s\p{Cf}]+$/u.test(text);

/** Whether nothing can be seen in any cell of a row. */
export const isBlankRow = (row: readonly string[]): boolean => row.every(isBlankText);

/** The index of the last cell that holds anything; -1 where none does. */
export const lastFilled = (row: readonly string[]): number => row.findLastIndex((cell) => !isBlankText(cell));

const MAX_SHOWN = 80;

/** How a row begins, for a person who looks for it in the spreadsheet. */
export const rowText = (cells: readonly string[]): string =>
  cells
    .filter((cell) => !isBlankText(cell))
    .slice(0, 6)
    .join(' · ')
    .slice(0, MAX_SHOWN);

/** A cell's text as it is quoted in a sentence. */
export const quoted = (text: string): string => `“${text.length > 40 ? `${text.slice(0, 40)}…` : text}”`;

/** Remembers of the cells behind the last column how many there are, in which rows, and what the first says. */
function behindNote() {
  const numbers: number[] = [];
  let rows = 0;
  let cells = 0;
  let example = '';
  return {
    add(number: number, { count, first }: Behind): void {
      if (rows === 0) example = first;
      if (numbers.length < 5) numbers.push(number);
      rows += 1;
      cells += count;
    },
    remarks: (): string[] =>
      cells === 0
        ? []
        : [
            `Columns behind the first ${MAX_COLUMNS} were left out: ${counted(cells, 'cell')} in ${rowList(numbers, rows)}, of which the first says ${quoted(example)}.`,
          ],
  };
}

/** Rows left out in two steps, the second of which came behind the first. */
const together = (first: LeftOut | undefined, second: LeftOut | undefined): LeftOut | undefined =>
  first && second ? { count: first.count + second.count, first: first.first, last: second.last } : (first ?? second);

/** Collects rows into a table, up to what is worked with; what is left out is counted. */
export function collectTable(name: string) {
  const rows: (readonly string[])[] = [];
  const numbers: number[] = [];
  const behindColumns = behindNote();
  let leftOut: LeftOut | undefined;
  let cells = 0;
  let filledRows = 0;
  return {
    add({ number, cells: own, behind }: FoundRow): void {
      const isFilled = !isBlankRow(own);
      // Once a row is left out, so are all behind it: a gap in the middle would be seen by nobody.
      const isFull = leftOut !== undefined || rows.length > MAX_ROWS || cells + own.length > MAX_CELLS;
      if (isFull && !isFilled && !behind) return;
      filledRows += Number(isFilled || isFull);
      if (isFull) {
        leftOut = together(leftOut, { count: 1, first: number, last: number });
        return;
      }
      rows.push(own);
      numbers.push(number);
      cells += own.length;
      if (behind) behindColumns.add(number, behind);
    },
    /** @param before rows that were left out before any was added, which stood behind all of them */
    table(remarks: readonly string[] = [], before?: LeftOut): Table {
      return {
        name,
        rows,
        numbers,
        filledRows: filledRows + (before?.count ?? 0),
        leftOut: together(leftOut, before),
        remarks: [...behindColumns.remarks(), ...remarks],
      };
    },
  };
}
