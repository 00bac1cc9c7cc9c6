import { MOST_BEFORE } from './read-entries.ts';
import type { Column, Format, Table, Tool } from './tool.ts';

/** Empty rows below those of a table, with their formulas, for what a programme adds. */
export const SPARE_ROWS = 30;

/** A column of a sheet: what of a table's column it shows. */
export interface SheetColumn {
  /** Missing for the number of the row and for whether it counts. */
  column?: Column;
  part: 'number' | 'value' | 'before' | 'clock' | 'counts';
  header: string;
}

/** A table as a sheet holds it. */
export interface TableSheet {
  table: Table;
  name: string;
  columns: readonly SheetColumn[];
  /** The last row with formulas; rows are counted from 1, and the first holds the headers. */
  lastRow: number;
}

const withUnit = ({ label, unit }: Column): string => (unit ? `${label} (${unit})` : label);

/** What a spreadsheet adds to hours to show them as a clock; none for what is no clock. Day 6 of its calendar is a Friday. */
export const clockStart = (format: Format): number | undefined => ({ clock: 6, time: 0 })[format as 'clock' | 'time'];

function sheetColumnsOf(column: Column, { isFixed }: Table): SheetColumn[] {
  if (column.kind === 'after') {
    // Rows that content gives come after no more than the row above.
    return Array.from({ length: isFixed ? 1 : MOST_BEFORE }, (_, index) => ({
      column,
      part: 'before',
      header: `${column.label} ${index + 1}`,
    }));
  }
  const value: SheetColumn = { column, part: 'value', header: withUnit(column) };
  if (column.kind !== 'worked' || clockStart(column.format) === undefined) return [value];
  return [
    { column, part: 'clock', header: column.label },
    { ...value, header: `${column.label}, ${hoursSince(column.format)}` },
  ];
}

/** From when the hours of a clock are counted, as a workbook says it. */
export const hoursSince = (format: Format): string => `hours since ${format === 'time' ? 'midnight' : 'Friday 0:00'}`;

/** What Excel does not take in the name of a sheet. */
const unusable = /[[\]:*?/\\']/g;

/** Where everything of a tool stands in its workbook. */
export class Layout {
  readonly tool: Tool;
  readonly sheets: readonly TableSheet[];

  /** @param rows how many rows each table has, by its id */
  constructor(tool: Tool, rows: Readonly<Record<string, number>>) {
    this.tool = tool;
    this.sheets = tool.tables.map((table) => ({
      table,
      name: table.label.replaceAll(unusable, '').slice(0, 31),
      columns: [
        { part: 'number', header: 'No.' },
        ...table.columns.flatMap((column) => sheetColumnsOf(column, table)),
        { part: 'counts', header: 'Counts' },
      ],
      lastRow: 1 + (rows[table.id] ?? 0) + (table.isFixed ? 0 : SPARE_ROWS),
    }));
  }

  sheetOf(table: string): TableSheet {
    const sheet = this.sheets.find((each) => each.table.id === table);
    if (!sheet) throw new RangeError(`There is no table "${table}"`);
    return sheet;
  }

  /** Row of an input on its sheet, or of a result on its own; `undefined` for what is neither. */
  rowOf(list: 'inputs' | 'results', id: string): number | undefined {
    const index = this.tool[list].findIndex((each) => each.id === id);
    return index < 0 ? undefined : index + 2;
  }

  /** The letters of a table's column, one for each part of it. */
  letters(table: string, id: string, part: SheetColumn['part'] = 'value'): string[] {
    return this.sheetOf(table).columns.flatMap((each, index) =>
      each.column?.id === id && each.part === part ? [letterOf(index)] : [],
    );
  }

  /** The letter of the last column of a table, which says whether a row counts. */
  countsLetter(table: string): string {
    return letterOf(this.sheetOf(table).columns.length - 1);
  }

  /** All cells of a column, as a formula on any sheet names them. */
  range(table: string, letter: string): string {
    const { name, lastRow } = this.sheetOf(table);
    return `'${name}'!$${letter}$2:$${letter}$${lastRow}`;
  }
}

/** The letters of a column of a spreadsheet, from 0: `A`, `Z`, `AA`. */
export function letterOf(index: number): string {
  const before = index < 26 ? '' : letterOf(Math.floor(index / 26) - 1);
  return before + String.fromCharCode(65 + (index % 26));
}
