/**
 * Formulas as content writes them. One text becomes one tree, and everything else is made of the tree: its value
 * (`evaluate.ts`), the formula of a spreadsheet (`excel.ts`) and the sum in words (`arithmetic.ts`). So the page and the
 * workbook cannot work out two different things.
 *
 * A bare name is an input, a result, or in a table's formula a column of the same row; `table.column` stands for the
 * column in all rows and is taken together by `sum`, `max`, `min` or `count`:
 *
 *     records / rate
 *     sum(objects.hours where objects.set = set) * 60
 *     if(early = 'yes', records * changed / 100, records)
 *     latest(end, opening)
 */
export type Expression =
  | { kind: 'number'; value: number }
  | { kind: 'text'; value: string }
  | { kind: 'truth'; value: boolean }
  /** No value: a cell that stays empty, and that sums pass over. */
  | { kind: 'none' }
  | { kind: 'name'; name: string }
  | { kind: 'negative'; of: Expression }
  | { kind: 'binary'; sign: Sign; left: Expression; right: Expression }
  | { kind: 'call'; name: FunctionName; of: readonly Expression[] }
  | Gathering
  /** The latest value of a column among the rows that this row comes after, and not earlier than `otherwise`. */
  | { kind: 'latest'; column: string; otherwise: Expression }
  /** Whether a row that comes after this one is marked, and had to wait for just this one: its `ready` is this row's `end`. */
  | { kind: 'holds'; marked: string; ready: string; end: string };

/** Values of a column, taken together over the rows of a table that fulfil all conditions. */
export interface Gathering {
  kind: 'gathering';
  how: 'sum' | 'max' | 'min' | 'count';
  table: string;
  /** Missing for `count(table)`. */
  column?: string;
  where: readonly Condition[];
}

/** What a row must fulfil to be gathered. */
export interface Condition {
  column: string;
  sign: Comparison;
  value: Expression;
}

/** How two values are held against each other. */
export type Comparison = '=' | '<>' | '<' | '<=' | '>' | '>=';
/** What may stand between two parts of a formula. */
export type Sign = Comparison | '+' | '-' | '*' | '/' | 'and' | 'or';

/** Functions and how many parts each takes: fewest and most. */
export const functions = {
  if: [3, 3],
  not: [1, 1],
  known: [1, 1],
  lower: [2, 9],
  higher: [2, 9],
  up: [1, 1],
  down: [1, 1],
} as const;

/**
 * The name of a function: `known` says whether there is a value, `lower` and `higher` choose among values, `up` and `down`
 * round to whole numbers.
 */
export type FunctionName = keyof typeof functions;

/** A formula that cannot be read, and at which of its signs. */
export class FormulaError extends Error {
  readonly at: number;

  constructor(message: string, at: number) {
    super(message);
    this.at = at;
  }
}

interface Token {
  kind: 'number' | 'text' | 'name' | 'sign' | 'end';
  text: string;
  at: number;
}

const shape = /\s*(?:(\d+(?:\.\d+)?)|'([^']*)'|([a-z_][a-z0-9_]*)|(<>|<=|>=|[-+*/=<>(),.]))/y;

function tokensOf(formula: string): Token[] {
  const tokens: Token[] = [];
  shape.lastIndex = 0;
  for (let at = 0; at < formula.trimEnd().length; at = shape.lastIndex) {
    shape.lastIndex = at;
    const [whole = '', number, text, name, sign] = shape.exec(formula) ?? [];
    const begins = shape.lastIndex - whole.trimStart().length;
    if (number !== undefined) tokens.push({ kind: 'number', text: number, at: begins });
    else if (text !== undefined) tokens.push({ kind: 'text', text, at });
    else if (name !== undefined) tokens.push({ kind: 'name', text: name, at: begins });
    else if (sign !== undefined) tokens.push({ kind: 'sign', text: sign, at: begins });
    else throw new FormulaError(`cannot read "${formula.slice(at).trim()}"`, at);
  }
  return [...tokens, { kind: 'end', text: 'the end', at: formula.length }];
}

const comparisons: readonly string[] = ['=', '<>', '<', '<=', '>', '>='];

/** Signs from the loosest to the tightest; those of one level are read from the left. */
const levels: readonly (readonly string[])[] = [['or'], ['and'], comparisons, ['+', '-'], ['*', '/']];

/** A text without its first and last sign would read on; this one keeps its place in the tokens. */
class Parser {
  private readonly tokens: readonly Token[];
  private index = 0;

  constructor(formula: string) {
    this.tokens = tokensOf(formula);
  }

  private get token(): Token {
    return this.tokens[this.index] as Token;
  }

  private is(text: string, ahead = 0): boolean {
    const token = this.tokens[this.index + ahead];
    return token !== undefined && token.kind !== 'text' && token.kind !== 'end' && token.text === text;
  }

  private take(text: string): void {
    if (!this.is(text)) throw new FormulaError(`expected "${text}" instead of ${this.found()}`, this.token.at);
    this.index += 1;
  }

  private found(): string {
    return this.token.kind === 'end' ? 'the end' : `"${this.token.text}"`;
  }

  private takeName(what: string): string {
    const { kind, text, at } = this.token;
    if (kind !== 'name') throw new FormulaError(`expected ${what} instead of ${this.found()}`, at);
    this.index += 1;
    return text;
  }

  whole(): Expression {
    const expression = this.level(0);
    if (this.token.kind !== 'end') throw new FormulaError(`${this.found()} is one too many`, this.token.at);
    return expression;
  }

  private level(depth: number): Expression {
    const signs = levels[depth];
    if (!signs) return this.single();
    let left = this.level(depth + 1);
    for (let sign = signs.find((each) => this.is(each)); sign; sign = signs.find((each) => this.is(each))) {
      this.index += 1;
      left = { kind: 'binary', sign: sign as Sign, left, right: this.level(depth + 1) };
    }
    return left;
  }

  private single(): Expression {
    const { kind, text, at } = this.token;
    if (this.is('-')) {
      this.index += 1;
      return { kind: 'negative', of: this.single() };
    }
    if (this.is('(')) {
      this.index += 1;
      const inside = this.level(0);
      this.take(')');
      return inside;
    }
    if (kind === 'name') return this.named();
    if (kind !== 'number' && kind !== 'text') throw new FormulaError(`expected a value instead of ${this.found()}`, at);
    this.index += 1;
    return kind === 'number' ? { kind, value: Number(text) } : { kind, value: text };
  }

  private named(): Expression {
    const { at } = this.token;
    const name = this.takeName('a name');
    if (name === 'none') return { kind: 'none' };
    if (name === 'true' || name === 'false') return { kind: 'truth', value: name === 'true' };
    if (!this.is('(')) return { kind: 'name', name };
    this.take('(');
    const call = this.call(name, at);
    this.take(')');
    return call;
  }

  private call(name: string, at: number): Expression {
    if (name === 'sum' || name === 'max' || name === 'min' || name === 'count') return this.gathering(name);
    if (name === 'latest') {
      const column = this.takeName('a column');
      this.take(',');
      return { kind: 'latest', column, otherwise: this.level(0) };
    }
    if (name === 'holds') {
      const marked = this.takeName('a column');
      this.take(',');
      const ready = this.takeName('a column');
      this.take(',');
      return { kind: 'holds', marked, ready, end: this.takeName('a column') };
    }
    if (!Object.hasOwn(functions, name)) throw new FormulaError(`there is no function "${name}"`, at);
    return this.plainCall(name as FunctionName, at);
  }

  private plainCall(name: FunctionName, at: number): Expression {
    const of = [this.level(0)];
    while (this.is(',')) {
      this.index += 1;
      of.push(this.level(0));
    }
    const [fewest, most] = functions[name];
    if (of.length < fewest || of.length > most)
      throw new FormulaError(`"${name}" takes ${fewest === most ? fewest : `${fewest} to ${most}`} values`, at);
    return { kind: 'call', name, of };
  }

  private gathering(how: Gathering['how']): Gathering {
    const table = this.takeName('a table');
    const column = how === 'count' ? undefined : this.columnOf();
    const where: Condition[] = [];
    while (this.is(where.length === 0 ? 'where' : 'and')) {
      this.index += 1;
      where.push(this.condition(table));
    }
    return { kind: 'gathering', how, table, ...(column !== undefined && { column }), where };
  }

  private columnOf(): string {
    this.take('.');
    return this.takeName('a column');
  }

  private condition(table: string): Condition {
    const { at } = this.token;
    if (this.takeName('a table') !== table)
      throw new FormulaError(`a condition must be about "${table}", which is gathered`, at);
    const column = this.columnOf();
    const sign = comparisons.find((each) => this.is(each));
    if (sign === undefined) throw new FormulaError(`expected a comparison instead of ${this.found()}`, this.token.at);
    this.index += 1;
    // Tighter than `and`, which joins conditions.
    return { column, sign: sign as Comparison, value: this.level(3) };
  }
}

/** Trees by their text: a formula is read each time that a table is worked out. */
const read = new Map<string, Expression>();

/**
 * Reads a formula.
 *
 * @throws {FormulaError} with what is wrong, and where
 */
export function parseFormula(formula: string): Expression {
  const known = read.get(formula);
  if (known) return known;
  const expression = new Parser(formula).whole();
  read.set(formula, expression);
  return expression;
}

/** The parts of an expression one step down. */
export function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'negative':
      return [expression.of];
    case 'binary':
      return [expression.left, expression.right];
    case 'call':
      return expression.of;
    case 'gathering':
      return expression.where.map(({ value }) => value);
    case 'latest':
      return [expression.otherwise];
    default:
      return [];
  }
}
