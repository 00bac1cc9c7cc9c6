import type { Library, ToolEntry } from '#content/reading/entries.ts';
import { type Expression, FormulaError, type Gathering, parseFormula, partsOf } from '#core/tools/expression.ts';
import { readEntries } from '#core/tools/read-entries.ts';
import { type Chart, enteredColumns, exampleEntries, type Row, startEntries, type Table } from '#core/tools/tool.ts';

type Report = (field: string, message: string) => void;

/** Names that a formula may use, and how it stands to the tables. */
interface Scope {
  tool: ToolEntry;
  /** The table in whose rows the formula stands. */
  table?: Table;
  field: string;
}

const columnsOf = (table: Table | undefined): string[] => table?.columns.map(({ id }) => id) ?? [];

const missingColumns = (columns: readonly string[], of: Table | undefined): string[] =>
  columns.filter((id) => !columnsOf(of).includes(id)).map((id) => `there is no column "${id}"`);

function faultsOfGathering({ how, table, column, where }: Gathering, tool: ToolEntry): string[] {
  const gathered = tool.tables.find(({ id }) => id === table);
  if (!gathered) return [`there is no table "${table}"`];
  const columns = [column ?? [], where.map((condition) => condition.column)].flat();
  const isUnequal = (how === 'max' || how === 'min') && where.some(({ sign }) => sign !== '=');
  return [
    ...missingColumns(columns, gathered),
    ...(isUnequal ? [`"${how}" takes only conditions with =: spreadsheets compare rounded numbers there`] : []),
  ];
}

function faultsOfOrder(expression: Expression & { kind: 'latest' | 'holds' }, table: Table | undefined): string[] {
  const columns =
    expression.kind === 'latest' ? [expression.column] : [expression.marked, expression.ready, expression.end];
  const hasOrder = table?.columns.some(({ kind }) => kind === 'after');
  return [
    ...missingColumns(columns, table),
    ...(hasOrder ? [] : [`"${expression.kind}" needs a column of the kind after`]),
  ];
}

/** What is wrong with the columns and tables that a part of a formula names; its inner parts are looked at by themselves. */
function faultsOfNames(expression: Expression, { tool, table }: Scope): string[] {
  if (expression.kind === 'gathering') return faultsOfGathering(expression, tool);
  if (expression.kind === 'latest' || expression.kind === 'holds') return faultsOfOrder(expression, table);
  if (expression.kind !== 'name') return [];
  const names = [...columnsOf(table), ...tool.inputs.map(({ id }) => id), ...tool.results.map(({ id }) => id)];
  return names.includes(expression.name)
    ? []
    : [`"${expression.name}" does not exist; allowed are ${names.join(', ')}`];
}

function checkExpression(expression: Expression, scope: Scope, report: Report): void {
  for (const fault of faultsOfNames(expression, scope)) report(scope.field, fault);
  for (const part of partsOf(expression)) checkExpression(part, scope, report);
}

function checkFormula(formula: string, scope: Scope, report: Report): void {
  try {
    checkExpression(parseFormula(formula), scope, report);
  } catch (error) {
    if (!(error instanceof FormulaError)) throw error;
    report(scope.field, `${error.message}, at sign ${error.at + 1} of "${formula}"`);
  }
}

/** What a formula needs before it can be worked out, but for rows that it waits for by the order of the table. */
function needs(expression: Expression, scope: Scope): string[] {
  const own = ((): string[] => {
    if (expression.kind === 'name')
      return [
        columnsOf(scope.table).includes(expression.name) ? `${scope.table?.id}.${expression.name}` : expression.name,
      ];
    if (expression.kind !== 'gathering') return [];
    return [expression.column ?? [], expression.where.map(({ column }) => column)]
      .flat()
      .map((column) => `${expression.table}.${column}`);
  })();
  return [...own, ...partsOf(expression).flatMap((part) => needs(part, scope))];
}

/** A formula that needs itself, by way of others: spreadsheets refuse it, and here it would have no value. */
function checkRings(tool: ToolEntry, report: Report): void {
  const formulas = new Map<string, { formula: string; scope: Scope }>();
  for (const { id, formula } of tool.results)
    formulas.set(id, { formula, scope: { tool, field: `results.${id}.formula` } });
  for (const table of tool.tables) {
    for (const column of table.columns) {
      if (column.kind !== 'worked') continue;
      const field = `tables.${table.id}.columns.${column.id}.formula`;
      formulas.set(`${table.id}.${column.id}`, { formula: column.formula, scope: { tool, table, field } });
    }
  }
  const visit = (name: string, path: readonly string[]): void => {
    const found = formulas.get(name);
    if (!found) return;
    if (path.includes(name)) {
      if (path[0] === name) report(found.scope.field, `needs itself, by way of ${path.join(', ')}`);
      return;
    }
    for (const need of new Set(needs(parseFormula(found.formula), found.scope))) visit(need, [...path, name]);
  };
  for (const name of formulas.keys()) visit(name, []);
}

function checkTwice(ids: readonly string[], field: string, report: Report): void {
  ids.forEach((id, index) => {
    if (ids.indexOf(id) < index) report(`${field}.${id}`, `"${id}" stands twice`);
  });
}

function checkRows(rows: readonly Row[], table: Table | undefined, field: string, report: Report): void {
  if (!table) {
    report(field, 'is no table of this tool');
    return;
  }
  const allowed = [...enteredColumns(table), ...table.columns.filter(({ kind }) => kind === 'workbook')].map(
    ({ id }) => id,
  );
  rows.forEach((row, index) => {
    for (const id of Object.keys(row)) {
      if (!allowed.includes(id))
        report(`${field}.${index}.${id}`, `is no column to fill in; allowed are ${allowed.join(', ')}`);
    }
  });
}

/** Cells that only content can fill, in tables where it cannot or does not. */
function checkGiven({ tables }: ToolEntry, report: Report): void {
  for (const { id, columns, isFixed, start } of tables) {
    const field = `tables.${id}`;
    if (isFixed && start.length === 0) report(`${field}.start`, 'must have rows: nobody can add one to a fixed table');
    for (const column of columns) {
      if (column.kind !== 'worked' && column.isGiven && !isFixed)
        report(`${field}.columns.${column.id}`, 'is given, so the table must be fixed');
    }
  }
}

/** What stands above the headline, and on the page for those who decide. */
function checkBrief({ lead, brief, results, tables }: ToolEntry, report: Report): void {
  if (lead !== undefined && !results.some(({ id }) => id === lead)) report('lead', `there is no result "${lead}"`);
  brief?.lists.forEach(({ table, column, name, details }, index) => {
    const listed = tables.find(({ id }) => id === table);
    if (!listed) report(`brief.lists.${index}.table`, `there is no table "${table}"`);
    for (const fault of listed ? missingColumns([column, name, ...details], listed) : [])
      report(`brief.lists.${index}`, fault);
  });
}

/** The entries that content gives must be such as the page takes. */
function checkEntries(tool: ToolEntry, report: Report): void {
  const inputs = tool.inputs.map(({ id }) => id);
  for (const id of Object.keys(tool.example.inputs)) {
    if (!inputs.includes(id)) report(`example.inputs.${id}`, `is no input; allowed are ${inputs.join(', ')}`);
  }
  for (const table of tool.tables) checkRows(table.start, table, `tables.${table.id}.start`, report);
  for (const [id, rows] of Object.entries(tool.example.tables)) {
    const table = tool.tables.find((each) => each.id === id);
    checkRows(rows, table, `example.tables.${id}`, report);
  }
  for (const [field, entries] of [
    ['tables', startEntries(tool)],
    ['example', exampleEntries(tool)],
  ] as const) {
    for (const fault of readEntries(tool, entries).faults) {
      const place = fault.table === undefined ? fault.field : `${fault.table}.${fault.row}.${fault.field}`;
      report(`${field}.${place}`, fault.text);
    }
  }
}

/** Reports a name that is none of those allowed. */
type CheckName = (id: string, allowed: readonly string[], field: string) => void;

/** The columns of its table that a chart is drawn from. */
function columnsIn(chart: Exclude<Chart, { kind: 'sweep' }>): string[] {
  if (chart.kind === 'bars') return [chart.name, chart.value];
  if (chart.kind === 'profile') return [chart.at, chart.value];
  return [chart.name, chart.start, chart.end, chart.marked ?? []].flat();
}

function checkChart(chart: Chart, at: string, { results, inputs, tables }: ToolEntry, check: CheckName): void {
  const resultIds = results.map(({ id }) => id);
  if (chart.kind === 'sweep') {
    check(
      chart.input,
      inputs.map(({ id }) => id),
      `${at}.input`,
    );
    for (const { result } of chart.lines) check(result, resultIds, `${at}.lines`);
    return;
  }
  check(
    chart.table,
    tables.map(({ id }) => id),
    `${at}.table`,
  );
  const columns = columnsOf(tables.find(({ id }) => id === chart.table));
  for (const id of columnsIn(chart)) check(id, columns, `${at}.table`);
  if (chart.kind === 'bars') return;
  for (const { result } of chart.moments) check(result, resultIds, `${at}.moments`);
  if (chart.kind === 'profile') check(chart.line.result, resultIds, `${at}.line`);
}

/** Names in the rest of the file that must be those of results, inputs or columns. */
function checkNames(tool: ToolEntry, report: Report): void {
  const check: CheckName = (id, allowed, field) => {
    if (!allowed.includes(id)) report(field, `"${id}" does not exist; allowed are ${allowed.join(', ')}`);
  };
  const resultIds = tool.results.map(({ id }) => id);
  check(tool.headline, resultIds, 'headline');
  tool.charts.forEach((chart, index) => {
    checkChart(chart, `charts.${index}`, tool, check);
  });
  if (!tool.simulation) return;
  check(tool.simulation.result, resultIds, 'simulation.result');
  tool.simulation.draws.forEach((draw, index) => {
    const columns = columnsOf(tool.tables.find(({ id }) => id === draw.table));
    const named = draw.kind === 'between' ? [draw.column, draw.low, draw.high] : [draw.column];
    for (const id of named) check(id, columns, `simulation.draws.${index}`);
  });
}

/** The number of a figure: of `20`, and of `USD 210` as well; none where there are several, or words. */
function onlyNumber(value: string | number | undefined): number | undefined {
  if (typeof value !== 'string') return value;
  const [number, ...others] = value.match(/\d[\d,.]*/g) ?? [];
  return number === undefined || others.length > 0 || Number.isNaN(Number(number)) ? undefined : Number(number);
}

/** Defaults that are said to be a figure's must be the figure's. */
function checkDefaults({ inputs, figures: named }: ToolEntry, { figures }: Library, report: Report): void {
  for (const input of inputs) {
    const id = named.find(({ field }) => field === `inputs.${input.id}.basis.figure`)?.id;
    const value = onlyNumber(figures.get(id ?? '')?.value);
    if (value === undefined || value === input.default || !input.basis.text.startsWith('Published')) continue;
    report(`inputs.${input.id}.default`, `is not the ${value} of ${id}; say under "note" how it follows from it`);
  }
}

/** Every formula of a tool, and where it stands. */
function formulasOf(tool: ToolEntry): { formula: string; scope: Scope }[] {
  const ofRows = tool.tables.flatMap((table) =>
    table.columns.flatMap((column) => {
      if (column.kind !== 'worked') return [];
      const field = `tables.${table.id}.columns.${column.id}.formula`;
      return [{ formula: column.formula, scope: { tool, table, field } }];
    }),
  );
  const ofResults = tool.results.flatMap(({ id, formula, says }) => [
    { formula, scope: { tool, field: `results.${id}.formula` } },
    ...says.map(({ when }) => ({ formula: when, scope: { tool, field: `results.${id}.says` } })),
  ]);
  return [...ofRows, ...ofResults];
}

function checkFormulas(tool: ToolEntry, report: Report): void {
  let isReadable = true;
  for (const { formula, scope } of formulasOf(tool)) {
    checkFormula(formula, scope, (field, message) => {
      isReadable = false;
      report(field, message);
    });
  }
  // A formula that cannot be read says nothing about what it needs.
  if (isReadable) checkRings(tool, report);
}

/** Braces in what a result says that name nothing: a reader would see them. */
function checkSayings({ inputs, results }: ToolEntry, report: Report): void {
  const names = [...inputs, ...results].map(({ id }) => id);
  for (const { id, says } of results) {
    for (const [, name = ''] of says.flatMap(({ text }) => [...text.matchAll(/\{([^}]*)\}/g)])) {
      if (!names.includes(name))
        report(`results.${id}.says`, `{${name}} is no input and no result; allowed are ${names.join(', ')}`);
    }
  }
}

/** Every fault of a tool that its schema does not see. */
export function checkTool(tool: ToolEntry, library: Library, report: Report): void {
  const names = [...tool.inputs, ...tool.results].map(({ id }) => id);
  checkTwice(names, 'inputs', report);
  for (const { id, columns } of tool.tables) {
    checkTwice(
      columns.map((column) => column.id),
      `tables.${id}.columns`,
      report,
    );
  }
  const hubs = library.hubs.map(({ id }) => id);
  if (!hubs.includes(tool.hub) && !library.unread.has(tool.hub))
    report('hub', `"${tool.hub}" does not exist; allowed are ${hubs.join(', ')}`);
  checkFormulas(tool, report);
  checkSayings(tool, report);
  checkNames(tool, report);
  checkGiven(tool, report);
  checkEntries(tool, report);
  checkBrief(tool, report);
  checkDefaults(tool, library, report);
}
