import { type Expression, type Gathering, parseFormula } from './expression.ts';
import { clockStart, type Layout } from './layout.ts';
import { enteredColumns, type Table, type WorkedColumn } from './tool.ts';
import { type Style, writeFormula } from './write-formula.ts';

/** Where a formula stands: in a row of a table, or on the sheet of results. */
interface Place {
  table: Table;
  /** As the sheet counts, from 1. */
  row: number;
}

const isWorked = (table: Table, id: string): boolean =>
  table.columns.some((each) => each.id === id && each.kind === 'worked');

/** A column of this row. */
function cellHere(layout: Layout, { table, row }: Place, id: string): string {
  const [letter = ''] = layout.letters(table.id, id);
  return `$${letter}${row}`;
}

function cellOf(name: string, layout: Layout, place?: Place): string {
  if (place?.table.columns.some(({ id }) => id === name)) return cellHere(layout, place, name);
  const input = layout.rowOf('inputs', name);
  if (input !== undefined) return `Inputs!$B$${input}`;
  return `Results!$B$${layout.rowOf('results', name)}`;
}

/** 1 for each row that is gathered, 0 for the others. */
function mask({ table, where }: Gathering, values: readonly string[], layout: Layout): string {
  const conditions = where.map(({ column, sign }, index) => {
    const range = layout.range(table, layout.letters(table, column)[0] ?? '');
    const holds = `(${range}${sign}${values[index]})`;
    return sign === '=' || sign === '<>' ? holds : `ISNUMBER(${range})*${holds}`;
  });
  return [`(${layout.range(table, layout.countsLetter(table))}=1)`, ...conditions].join('*');
}

/** Pairs of a range and what must stand in it, as functions that end in `IFS` take them. */
function criteria({ table, where }: Gathering, values: readonly string[], layout: Layout): string {
  const counts = `${layout.range(table, layout.countsLetter(table))},1`;
  const others = where.map(
    ({ column }, index) => `${layout.range(table, layout.letters(table, column)[0] ?? '')},${values[index]}`,
  );
  return [counts, ...others].join(',');
}

function gathered(expression: Gathering, values: readonly string[], layout: Layout): string {
  const { how, table, column, where } = expression;
  if (column === undefined) return `SUMPRODUCT(${mask(expression, values, layout)}*1)`;
  const range = layout.range(table, layout.letters(table, column)[0] ?? '');
  const isPlain = where.length === 0 && isWorked(layout.sheetOf(table).table, column);
  if (how === 'sum') return isPlain ? `SUM(${range})` : `SUMPRODUCT(${mask(expression, values, layout)}*1,${range})`;
  const best = isPlain
    ? `${how.toUpperCase()}(${range})`
    : `_xlfn.${how.toUpperCase()}IFS(${range},${criteria(expression, values, layout)})`;
  if (how === 'max') return best;
  return `IF(SUMPRODUCT(${mask(expression, values, layout)}*ISNUMBER(${range}))=0,"",${best})`;
}

/** Rows above this one only: a formula that looked at its own row or below would wait for itself. */
function latest(column: string, otherwise: string, layout: Layout, { table, row }: Place): string {
  const [end = ''] = layout.letters(table.id, column);
  const after = table.columns.find(({ kind }) => kind === 'after');
  const ends = layout
    .letters(table.id, after?.id ?? '', 'before')
    .map(
      (letter) =>
        `IF($${letter}${row}="",0,N(INDEX($${end}$1:$${end}${row - 1},MATCH($${letter}${row},$A$1:$A${row - 1},0))))`,
    );
  return `MAX(${[otherwise, ...ends].join(',')})`;
}

function holds({ marked, ready, end }: Expression & { kind: 'holds' }, layout: Layout, place: Place): string {
  const { table, row } = place;
  const last = layout.sheetOf(table.id).lastRow + 1;
  const below = (letter: string): string => `$${letter}${row + 1}:$${letter}$${last}`;
  const after = table.columns.find(({ kind }) => kind === 'after');
  const named = layout.letters(table.id, after?.id ?? '', 'before').map((letter) => `(${below(letter)}=$A${row})`);
  const [mark = ''] = layout.letters(table.id, marked);
  const [start = ''] = layout.letters(table.id, ready);
  return `SUMPRODUCT((${named.join('+')})*(${below(mark)}=TRUE)*(${below(start)}=${cellHere(layout, place, end)}))>0`;
}

function excelStyle(layout: Layout, place?: Place): Style {
  const here = (): Place => {
    if (!place) throw new RangeError('Only a row of a table can come after others');
    return place;
  };
  return {
    number: String,
    text: (value) => `"${value.replaceAll('"', '""')}"`,
    truth: (value) => (value ? 'TRUE' : 'FALSE'),
    none: '""',
    name: (name) => cellOf(name, layout, place),
    sign: (sign) => sign,
    junction: (sign, left, right) => `${sign.toUpperCase()}(${left},${right})`,
    call: ({ name }, parts) => {
      if (name === 'up') return `ROUNDUP(ROUND(${parts[0]},9),0)`;
      if (name === 'down') return `INT(ROUND(${parts[0]},9))`;
      if (name === 'known') return `(${parts[0]}<>"")`;
      const names = { if: 'IF', not: 'NOT', lower: 'MIN', higher: 'MAX' } as const;
      return `${names[name]}(${parts.join(',')})`;
    },
    gathering: (expression, values) => gathered(expression, values, layout),
    latest: ({ column }, otherwise) => latest(column, otherwise, layout, here()),
    holds: (expression) => holds(expression, layout, here()),
  };
}

/** A result's formula, for the sheet of results. */
export const excelResult = (formula: string, layout: Layout): string =>
  writeFormula(parseFormula(formula), excelStyle(layout));

/** Whether a row has all that the sums need: 1 or 0. */
export function excelCounts(layout: Layout, place: Place): string {
  const required = enteredColumns(place.table).filter(({ isRequired }) => isRequired);
  const cells = required.map(({ id }) => cellHere(layout, place, id));
  return `IF(COUNTA(${cells.join(',')})=${cells.length},1,0)`;
}

/** The formula of a column in one row; the cell stays empty as long as the row does not count. */
export function excelCell(column: WorkedColumn, layout: Layout, place: Place): string {
  const formula = writeFormula(parseFormula(column.formula), excelStyle(layout, place));
  return `IF($${layout.countsLetter(place.table.id)}${place.row}=0,"",${formula})`;
}

/** The clock beside hours, as a date of the spreadsheet's calendar. */
export function excelClock(column: WorkedColumn, layout: Layout, place: Place): string {
  const hours = cellHere(layout, place, column.id);
  return `IF(${hours}="","",${clockStart(column.format)}+${hours}/24)`;
}
