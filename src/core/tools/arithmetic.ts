import { valueOfPart, type Worked } from './evaluate.ts';
import { type Comparison, type Expression, type Gathering, parseFormula, partsOf } from './expression.ts';
import type { ReadEntries, Value } from './read-entries.ts';
import type { Table, Tool } from './tool.ts';
import { valueText } from './words.ts';
import { type Style, writeFormula } from './write-formula.ts';

const number = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 6 });

const inSentences: Readonly<Record<Comparison, string>> = {
  '=': 'is',
  '<>': 'is not',
  '<': 'is less than',
  '<=': 'is at most',
  '>': 'is more than',
  '>=': 'is at least',
};

const signs: Readonly<Record<string, string>> = { '-': '−', '*': '×', '/': '÷', '<>': '≠', '<=': '≤', '>=': '≥' };

const listed = (parts: readonly string[], last: string): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} ${last} ${parts.at(-1)}`;

const labelIn = (table: Table | undefined, id: string): string =>
  table?.columns.find((column) => column.id === id)?.label ?? id;

/** A formula in words; `name` says what stands for an input, a result or a column of the same row. */
function wordStyle(tool: Tool, name: (name: string) => string, table?: Table): Style {
  return {
    number: (value) => number.format(value),
    text: (value) => `“${value}”`,
    truth: (value) => (value ? 'yes' : 'no'),
    none: 'nothing',
    name,
    sign: (sign) => ` ${signs[sign] ?? sign} `,
    call: (call, parts) => {
      const [first = '', second = '', third = ''] = parts;
      if (call.name === 'if') return `(${second} if ${first}, otherwise ${third})`;
      if (call.name === 'known') return `${first} is known`;
      if (call.name === 'not') return `not (${first})`;
      if (call.name === 'lower') return `the lowest of (${listed(parts, 'and')})`;
      if (call.name === 'higher') return `the highest of (${listed(parts, 'and')})`;
      return `(${first}, rounded ${call.name})`;
    },
    gathering: ({ how, table: id, column, where }, values) => {
      const gathered = tool.tables.find((each) => each.id === id);
      const many = gathered?.row.many ?? id;
      const conditions = where.map(
        (condition, index) =>
          `“${labelIn(gathered, condition.column)}” ${inSentences[condition.sign]} ${values[index]}`,
      );
      const rows = `${many}${conditions.length > 0 ? ` where ${listed(conditions, 'and')}` : ''}`;
      const what = column === undefined ? '' : `“${labelIn(gathered, column)}” of all ${rows}`;
      if (how === 'count') return `(number of ${rows})`;
      return `(${{ sum: 'sum of', max: 'highest', min: 'lowest' }[how]} ${what})`;
    },
    latest: ({ column }, otherwise) =>
      `the latest “${labelIn(table, column)}” of the rows before it, not earlier than ${otherwise}`,
    holds: ({ marked }) => `a row that waits for just this one is “${labelIn(table, marked)}”`,
  };
}

const labelOf = (tool: Tool, name: string, table?: Table): string =>
  table?.columns.find(({ id }) => id === name)?.label ??
  [...tool.inputs, ...tool.results].find(({ id }) => id === name)?.label ??
  name;

/** Brackets around a whole formula say nothing; those inside set its parts apart. */
function withoutBrackets(expression: Expression, text: string): string {
  const isBracketed =
    expression.kind === 'gathering' || (expression.kind === 'call' && ['if', 'up', 'down'].includes(expression.name));
  return isBracketed ? text.slice(1, -1) : text;
}

/** A formula with the names of things: `Records ÷ Rate`. */
export function inLabels(tool: Tool, formula: string, table?: Table): string {
  const expression = parseFormula(formula);
  const style = wordStyle(tool, (name) => labelOf(tool, name, table), table);
  return withoutBrackets(expression, writeFormula(expression, style));
}

/** Whether a formula names any input or result, so that its numbers say more than its names. */
const namesAny = (expression: Expression): boolean =>
  expression.kind === 'name' || expression.kind === 'gathering' || partsOf(expression).some(namesAny);

/** The part of a formula that counts: of one that chooses, what was chosen. */
function chosenPart(expression: Expression, comesTo: (part: Expression) => Value): Expression {
  if (expression.kind !== 'call' || expression.name !== 'if') return expression;
  const [condition, first, second] = expression.of as [Expression, Expression, Expression];
  const holds = comesTo(condition);
  return holds === undefined ? expression : chosenPart(holds === true ? first : second, comesTo);
}

/**
 * The same formula with the numbers in place of the names: `120,000 ÷ 40,000`. What is gathered from a table stands there as
 * what it comes to.
 *
 * @returns nothing where that would only be the result once more
 */
export function inNumbers(tool: Tool, formula: string, read: ReadEntries, worked: Worked): string | undefined {
  const comesTo = (part: Expression): Value => valueOfPart(tool, read, part);
  const chosen = chosenPart(parseFormula(formula), comesTo);
  if (!namesAny(chosen) || chosen.kind === 'gathering' || chosen.kind === 'name') return undefined;
  const shown = (name: string): string => {
    const result = tool.results.find(({ id }) => id === name);
    const value = Object.hasOwn(worked.inputs, name) ? worked.inputs[name] : worked.results[name];
    return value === undefined ? 'nothing' : valueText(value, result?.format);
  };
  const gathered = (gathering: Gathering): string => {
    const column = tool.tables
      .find(({ id }) => id === gathering.table)
      ?.columns.find(({ id }) => id === gathering.column);
    const value = comesTo(gathering);
    return value === undefined ? 'nothing' : valueText(value, column?.kind === 'worked' ? column.format : undefined);
  };
  return withoutBrackets(chosen, writeFormula(chosen, { ...wordStyle(tool, shown), gathering: gathered }));
}
