import {
  type EnteredColumn,
  type Entries,
  enteredColumns,
  type Input,
  type Row,
  rowsIn,
  type Table,
  type Tool,
} from './tool.ts';

/** A value of a cell; missing where there is none. */
export type Value = number | string | boolean | undefined;

/** Something typed that cannot be used: where it stands, and what is wrong with it and allowed, in a sentence. */
export interface Fault {
  /** Missing for an input. */
  table?: string;
  /** The row from 0, as it stands in the table with its empty rows. */
  row?: number;
  /** Id of the input or the column. */
  field: string;
  text: string;
}

/** A row with what can be used of it. */
export interface ReadRow {
  /** The row from 0, as it stands in the table with its empty rows. */
  index: number;
  values: Readonly<Record<string, Value>>;
  /** Indices, among the rows read, of those that this one comes after. */
  after: readonly number[];
  /** Whether all that the sums need is there. */
  isComplete: boolean;
}

/** All that was typed, as far as it can be used. */
export interface ReadEntries {
  inputs: Readonly<Record<string, Value>>;
  tables: Readonly<Record<string, readonly ReadRow[]>>;
  faults: readonly Fault[];
}

const number = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 6 });

interface Bounds {
  min: number;
  max: number;
  isWhole: boolean;
}

/** What may stand in a field for a number, in words. */
export const allowedNumber = ({ min, max, isWhole }: Bounds): string =>
  `a ${isWhole ? 'whole ' : ''}number from ${number.format(min)} to ${number.format(max)}`;

/** A number as people write it: `120000`, `120,000`, `120 000`, `1.5`. */
function numberIn(text: string): number | undefined {
  const plain = text.trim();
  if (/^-?\d{1,3}(?:[, \u00a0\u202f]\d{3})+(?:\.\d+)?$/.test(plain)) return Number(plain.replaceAll(/[^\d.-]/g, ''));
  return /^-?(?:\d+(?:\.\d*)?|\.\d+)$/.test(plain) ? Number(plain) : undefined;
}

/** A value, or why there is none. */
type Reading = { value: Value } | { fault: string };

function readNumber(text: string, bounds: Bounds): Reading {
  const value = numberIn(text);
  const isRight =
    value !== undefined && value >= bounds.min && value <= bounds.max && (!bounds.isWhole || Number.isInteger(value));
  if (isRight) return { value };
  const comma = /^\d+,\d{1,2}$/.test(text.trim()) ? ', with a point before the decimals' : '';
  return { fault: `“${text.trim()}” is not allowed: write ${allowedNumber(bounds)}${comma}.` };
}

function readChoice(text: string, options: readonly string[]): Reading {
  const value = options.find((option) => option.toLowerCase() === text.trim().toLowerCase());
  return value === undefined
    ? { fault: `“${text.trim()}” is not allowed: choose one of ${options.join(', ')}.` }
    : { value };
}

function readInput(input: Input, text: string): Reading {
  if (text.trim() === '') return { value: undefined };
  return input.kind === 'number' ? readNumber(text, input) : readChoice(text, input.options);
}

function readCell(column: EnteredColumn, text: string): Reading {
  if (text.trim() === '') return { value: undefined };
  if (column.kind === 'number') return readNumber(text, column);
  if (column.kind === 'choice') return readChoice(text, column.options);
  return { value: text.trim() };
}

/** A row in which nothing was typed. */
const isEmpty = (row: Row, columns: readonly EnteredColumn[]): boolean =>
  columns.every(({ id, default: initial }) => ['', initial].includes((row[id] ?? '').trim()));

/** A workbook has this many columns for what a row comes after. */
export const MOST_BEFORE = 4;

/** The rows, by their numbers from 1, that a row comes after, or what is wrong with them. */
function readAfter(text: string, own: number, count: number): { numbers: number[]; fault?: string } {
  const parts = text.split(/[\s,;]+/).filter((part) => part !== '');
  const numbers = [...new Set(parts.map(Number))];
  const wrong = parts.find((part) => !/^\d+$/.test(part) || Number(part) < 1 || Number(part) > count);
  const range = `the numbers of other rows, 1 to ${count}, with commas between them`;
  if (wrong !== undefined) return { numbers: [], fault: `“${wrong}” is no row: write ${range}.` };
  if (numbers.includes(own)) return { numbers: [], fault: `Row ${own} cannot come after itself: write ${range}.` };
  if (numbers.length > MOST_BEFORE)
    return { numbers: [], fault: `A row can come after at most ${MOST_BEFORE} others; the latest of them are enough.` };
  return { numbers };
}

/** Rows that wait for one another in a ring, in the order of the ring; none where there is no ring. */
function ringIn(after: readonly (readonly number[])[]): number[] | undefined {
  const done = new Set<number>();
  const visit = (row: number, path: readonly number[]): number[] | undefined => {
    const at = path.indexOf(row);
    if (at >= 0) return path.slice(at);
    if (done.has(row)) return undefined;
    for (const before of after[row] ?? []) {
      const ring = visit(before, [...path, row]);
      if (ring) return ring;
    }
    done.add(row);
    return undefined;
  };
  for (const row of after.keys()) {
    const ring = visit(row, []);
    if (ring) return ring;
  }
  return undefined;
}

function readTable(table: Table, rows: readonly Row[], faults: Fault[]): ReadRow[] {
  const columns = enteredColumns(table);
  const order = columns.find(({ kind }) => kind === 'after');
  const filled = rows.flatMap((row, index) => (isEmpty(row, columns) ? [] : [{ row, index }]));
  const afterOf = filled.map(({ row, index }) => {
    if (!order) return [];
    const { numbers, fault } = readAfter(row[order.id] ?? '', index + 1, rows.length);
    if (fault !== undefined) faults.push({ table: table.id, row: index, field: order.id, text: fault });
    return numbers.flatMap((each) => filled.findIndex((other) => other.index === each - 1)).filter((each) => each >= 0);
  });
  const ring = ringIn(afterOf);
  if (ring && order) {
    const numbers = ring.map((each) => (filled[each]?.index ?? 0) + 1);
    const text = `Rows ${numbers.join(', ')} wait for one another in a ring, so none can begin: take one of these numbers out.`;
    faults.push({ table: table.id, row: filled[ring[0] ?? 0]?.index ?? 0, field: order.id, text });
  }
  return filled.map(({ row, index }, place) => {
    const values: Record<string, Value> = {};
    for (const column of columns) {
      const reading = readCell(column, row[column.id] ?? '');
      if ('value' in reading) values[column.id] = reading.value;
      else faults.push({ table: table.id, row: index, field: column.id, text: reading.fault });
    }
    const isComplete = columns.every(({ id, isRequired }) => !isRequired || values[id] !== undefined);
    return { index, values, after: ring ? [] : (afterOf[place] ?? []), isComplete: isComplete && !ring };
  });
}

/**
 * Reads what somebody has typed. Rows in which nothing was typed are left out; what cannot be used is a fault, and its
 * place has no value.
 */
export function readEntries(tool: Tool, entries: Entries): ReadEntries {
  const faults: Fault[] = [];
  const inputs: Record<string, Value> = {};
  for (const input of tool.inputs) {
    const reading = readInput(input, entries.inputs[input.id] ?? '');
    if ('value' in reading) inputs[input.id] = reading.value;
    else faults.push({ field: input.id, text: reading.fault });
  }
  const tables = Object.fromEntries(
    tool.tables.map((table) => [table.id, readTable(table, rowsIn(table, entries.tables[table.id] ?? []), faults)]),
  );
  return { inputs, tables, faults };
}
