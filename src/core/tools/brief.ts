import type { Worked, WorkedRow } from './evaluate.ts';
import type { ReadEntries } from './read-entries.ts';
import type { Column, Table, Tool, WorkedColumn } from './tool.ts';
import { valueText, withUnit } from './words.ts';

/** A list of rows for those who decide, in words. */
export interface BriefLines {
  title: string;
  rows: readonly { name: string; details: readonly string[] }[];
  /** What is said where there is no row. */
  none: string;
}

const cellOf = (row: WorkedRow, id: string) => (Object.hasOwn(row.worked, id) ? row.worked[id] : row.values[id]);

const formatOf = (column: Column): WorkedColumn['format'] => (column.kind === 'worked' ? column.format : 'number');

/** One detail with what it is called, `Owner: Controller`; nothing where there is no value. */
function detailOf(row: WorkedRow, id: string, table: Table): string[] {
  const column = table.columns.find((each) => each.id === id);
  const value = cellOf(row, id);
  if (!column || value === undefined) return [];
  return [`${column.label}: ${withUnit(valueText(value, formatOf(column)), column.unit)}`];
}

/**
 * What was typed and is left out, because it cannot be read or its row lacks something; nothing where all of it counts. A
 * verdict that is handed on must say so, or it would pass for the whole.
 */
export function leftOutText({ faults, tables }: ReadEntries): string {
  const rows = Object.values(tables)
    .flat()
    .filter(({ isComplete }) => !isComplete).length;
  const parts = [
    ...(faults.length > 0
      ? [faults.length === 1 ? 'one entry cannot be read' : `${faults.length} entries cannot be read`]
      : []),
    ...(rows > 0 ? [rows === 1 ? 'one row lacks something' : `${rows} rows lack something`] : []),
  ];
  return parts.length === 0 ? '' : `Not everything is counted: ${parts.join(', and ')}.`;
}

/** The lists of a tool's page for those who decide, with the rows that are complete; none where it has no such page. */
export function briefOf(tool: Tool, worked: Worked): BriefLines[] {
  return (tool.brief?.lists ?? []).flatMap(({ title, table: id, column, equals, name, details, none }) => {
    const table = tool.tables.find((each) => each.id === id);
    if (!table) return [];
    const rows = (worked.tables[id] ?? []).filter((row) => row.isComplete && cellOf(row, column) === equals);
    return [
      {
        title,
        none,
        rows: rows.map((row) => ({
          name: valueText(cellOf(row, name)),
          details: details.flatMap((detail) => detailOf(row, detail, table)),
        })),
      },
    ];
  });
}
