import { type Comparison, type Expression, type Gathering, parseFormula, type Sign } from './expression.ts';
import type { ReadEntries, ReadRow, Value } from './read-entries.ts';
import type { Column, Table, Tool, WorkedColumn } from './tool.ts';

/** A row with everything that was worked out in it. */
export interface WorkedRow extends ReadRow {
  worked: Readonly<Record<string, Value>>;
}

/** All values of a tool. */
export interface Worked {
  inputs: Readonly<Record<string, Value>>;
  tables: Readonly<Record<string, readonly WorkedRow[]>>;
  results: Readonly<Record<string, Value>>;
}

/** Decimals beyond which two ways of working out the same may differ. */
const settled = (value: number): number => Math.round(value * 1e9) / 1e9;

const compare = (left: Value, right: Value, sign: Comparison): boolean => {
  if (sign === '=') return left === right;
  if (sign === '<>') return left !== right;
  if (typeof left !== 'number' || typeof right !== 'number') return false;
  if (sign === '<') return left < right;
  if (sign === '<=') return left <= right;
  return sign === '>' ? left > right : left >= right;
};

const finite = (value: number): Value => (Number.isFinite(value) ? value : undefined);

function combine(left: Value, right: Value, sign: Sign): Value {
  if (left === undefined || right === undefined) return undefined;
  if (sign === 'and') return left === true && right === true;
  if (sign === 'or') return left === true || right === true;
  if (sign !== '+' && sign !== '-' && sign !== '*' && sign !== '/') return compare(left, right, sign);
  const [a, b] = [Number(left), Number(right)];
  if (sign === '+') return finite(a + b);
  if (sign === '-') return finite(a - b);
  return finite(sign === '*' ? a * b : a / b);
}

/** Works out a tool cell by cell, each once, in whichever order the formulas ask for them. */
class Calculation {
  private readonly tool: Tool;
  private readonly read: ReadEntries;
  private readonly cells = new Map<string, Value>();
  /** Columns of complete rows as they were gathered: a table may be gathered once for each row of another. */
  private readonly gatheredColumns = new Map<string, readonly Value[]>();
  private readonly columns: ReadonlyMap<Table, ReadonlyMap<string, Column>>;
  private readonly next = new Map<string, ReadonlyMap<number, readonly number[]>>();

  constructor(tool: Tool, read: ReadEntries) {
    this.tool = tool;
    this.read = read;
    this.columns = new Map(
      tool.tables.map((table) => [table, new Map(table.columns.map((column) => [column.id, column]))]),
    );
  }

  rowsOf(table: string): readonly ReadRow[] {
    return this.read.tables[table] ?? [];
  }

  /** @param key names the cell; its value is undefined while it is being worked out, so that a ring ends. */
  private once(key: string, work: () => Value): Value {
    if (this.cells.has(key)) return this.cells.get(key);
    this.cells.set(key, undefined);
    const value = work();
    this.cells.set(key, value);
    return value;
  }

  result(id: string): Value {
    const result = this.tool.results.find((each) => each.id === id);
    return result && this.once(id, () => this.value(parseFormula(result.formula)));
  }

  cell(table: Table, row: number, id: string): Value {
    const read = this.rowsOf(table.id)[row];
    const column = this.columns.get(table)?.get(id);
    if (!read?.isComplete) return undefined;
    if (column?.kind !== 'worked') return read.values[id];
    return this.once(`${table.id}.${row}.${id}`, () => this.value(parseFormula(column.formula), { table, row }));
  }

  private named(name: string, at?: Place): Value {
    if (at && this.columns.get(at.table)?.has(name)) return this.cell(at.table, at.row, name);
    if (Object.hasOwn(this.read.inputs, name)) return this.read.inputs[name];
    return this.result(name);
  }

  value(expression: Expression, at?: Place): Value {
    switch (expression.kind) {
      case 'number':
      case 'text':
      case 'truth':
        return expression.value;
      case 'none':
        return undefined;
      case 'name':
        return this.named(expression.name, at);
      case 'negative':
        return combine(0, this.value(expression.of, at), '-');
      case 'binary':
        return combine(this.value(expression.left, at), this.value(expression.right, at), expression.sign);
      case 'call':
        return this.called(expression, at);
      case 'gathering':
        return this.gathered(expression, at);
      case 'latest':
        return this.latest(expression, at);
      case 'holds':
        return this.holds(expression, at);
    }
  }

  private called({ name, of }: Expression & { kind: 'call' }, at?: Place): Value {
    const [first, second, third] = of as [Expression, Expression, Expression];
    if (name === 'if') {
      const condition = this.value(first, at);
      return condition === undefined ? undefined : this.value(condition === true ? second : third, at);
    }
    const values = of.map((each) => this.value(each, at));
    if (name === 'known') return values[0] !== undefined;
    if (values.includes(undefined)) return undefined;
    if (name === 'not') return values[0] !== true;
    const numbers = values.map(Number);
    if (name === 'lower') return Math.min(...numbers);
    if (name === 'higher') return Math.max(...numbers);
    const [number = 0] = numbers;
    return name === 'up' ? Math.ceil(settled(number)) : Math.floor(settled(number));
  }

  private gathered({ how, table: id, column, where }: Gathering, at?: Place): Value {
    const table = this.tool.tables.find((each) => each.id === id);
    if (!table) return undefined;
    const asked = where.map(({ column: named, sign, value }) => ({
      cells: this.gatheredColumn(table, named),
      sign,
      value: this.value(value, at),
    }));
    const fulfils = (index: number): boolean =>
      asked.every(({ cells, sign, value }) => cells[index] !== undefined && compare(cells[index], value, sign));
    if (column === undefined) {
      const complete = this.rowsOf(id).filter(({ isComplete }) => isComplete);
      return complete.filter((_, index) => fulfils(index)).length;
    }
    const numbers = this.gatheredColumn(table, column).filter(
      (value, index): value is number => typeof value === 'number' && fulfils(index),
    );
    if (how === 'sum') return numbers.reduce((sum, value) => sum + value, 0);
    if (how === 'max') return numbers.length === 0 ? 0 : Math.max(...numbers);
    return numbers.length === 0 ? undefined : Math.min(...numbers);
  }

  private gatheredColumn(table: Table, id: string): readonly Value[] {
    const key = `${table.id}.${id}`;
    const known = this.gatheredColumns.get(key);
    if (known) return known;
    const values = this.rowsOf(table.id).flatMap(({ isComplete }, row) =>
      isComplete ? [this.cell(table, row, id)] : [],
    );
    this.gatheredColumns.set(key, values);
    return values;
  }

  private latest({ column, otherwise }: Expression & { kind: 'latest' }, at?: Place): Value {
    const least = this.value(otherwise, at);
    if (!at || typeof least !== 'number') return undefined;
    const ends = (this.rowsOf(at.table.id)[at.row]?.after ?? []).map((row) => this.cell(at.table, row, column));
    return Math.max(least, ...ends.filter((value) => typeof value === 'number'));
  }

  /** Rows that come after each row of a table. */
  private followersOf(table: string): ReadonlyMap<number, readonly number[]> {
    const known = this.next.get(table);
    if (known) return known;
    const followers = new Map<number, number[]>();
    for (const [row, { after }] of this.rowsOf(table).entries()) {
      for (const before of after) followers.set(before, [...(followers.get(before) ?? []), row]);
    }
    this.next.set(table, followers);
    return followers;
  }

  private holds({ marked, ready, end }: Expression & { kind: 'holds' }, at?: Place): Value {
    if (!at) return undefined;
    const own = this.cell(at.table, at.row, end);
    return (this.followersOf(at.table.id).get(at.row) ?? []).some(
      (row) => this.cell(at.table, row, marked) === true && this.cell(at.table, row, ready) === own,
    );
  }
}

/** A cell's place: its table and its row among those read. */
interface Place {
  table: Table;
  row: number;
}

/** Works out everything that a tool's formulas say. Rows that lack something are left out of every sum. */
export function workOut(tool: Tool, read: ReadEntries): Worked {
  const calculation = new Calculation(tool, read);
  const workedRow = (table: Table, row: ReadRow, index: number): WorkedRow => {
    const columns = table.columns.filter((column): column is WorkedColumn => column.kind === 'worked');
    return { ...row, worked: Object.fromEntries(columns.map(({ id }) => [id, calculation.cell(table, index, id)])) };
  };
  return {
    inputs: read.inputs,
    tables: Object.fromEntries(
      tool.tables.map((table) => [
        table.id,
        calculation.rowsOf(table.id).map((row, index) => workedRow(table, row, index)),
      ]),
    ),
    results: Object.fromEntries(tool.results.map(({ id }) => [id, calculation.result(id)])),
  };
}

/** One result alone, without the columns that it does not need. */
export const workOutResult = (tool: Tool, read: ReadEntries, id: string): Value =>
  new Calculation(tool, read).result(id);

/** What a part of a formula comes to; one of a table's own rows has no value here. */
export const valueOfPart = (tool: Tool, read: ReadEntries, part: Expression): Value =>
  new Calculation(tool, read).value(part);

/** Whether a formula about the results holds. */
export const holdsTrue = (tool: Tool, read: ReadEntries, formula: string): boolean =>
  new Calculation(tool, read).value(parseFormula(formula)) === true;
