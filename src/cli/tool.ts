import { readFileSync, writeFileSync } from 'node:fs';
import { extname } from 'node:path';
import { parseArgs } from 'node:util';
import { parse } from 'yaml';
import { writeToolWorkbook } from '#apps/tools/writing/write-tool-workbook.ts';
import { loadLibrary } from '#content/reading/library.ts';
import { bareTool } from '#content/reading/tools.ts';
import { workOut } from '#core/tools/evaluate.ts';
import { readEntries } from '#core/tools/read-entries.ts';
import { sensitivity } from '#core/tools/sensitivity.ts';
import { quantile, simulate } from '#core/tools/simulate.ts';
import { type Entries, exampleEntries, newRow, startEntries, type Tool } from '#core/tools/tool.ts';
import { printable } from './printable.ts';

const usage = `Usage: npm run --silent tool -- NAME FILE [--xlsx OUT]
       npm run --silent tool -- NAME --example [--xlsx OUT]
       npm run --silent tool -- NAME --template
       npm run --silent tool -- --list

NAME  a tool: the last part of the address of its page
FILE  .json or .yaml with what the page asks for: { "inputs": { … }, "tables": { TABLE: [ { … }, … ] } };
      an input or a cell that is left out has its default, a table that is left out has no rows;
      a table whose rows are fixed has them in any case

--example   works out the example of the page instead of a file
--xlsx OUT  writes the workbook of the page to OUT as well
--template  prints a file to fill in, with the defaults
--list      prints the names of all tools

Prints one JSON object: the results, each row with what was worked out in it, what would change the first result most, and
under "faults" what could not be read. The exit status is 1 when there is any such fault.`;

const textOf = (value: unknown): string => (value === null || value === undefined ? '' : String(value));

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function recordAt(value: unknown, what: string): Record<string, unknown> {
  if (value === undefined) return {};
  if (!isRecord(value)) throw new Error(`${what} must hold names and their values`);
  return value;
}

const rowIn = (value: unknown, what: string): Record<string, string> =>
  Object.fromEntries(Object.entries(recordAt(value, what)).map(([id, cell]) => [id, textOf(cell)]));

function checkNames(given: object, allowed: readonly string[], what: string): void {
  const unknown = Object.keys(given).find((name) => !allowed.includes(name));
  if (unknown !== undefined) throw new Error(`${what}: "${unknown}" is not allowed; allowed: ${allowed.join(', ')}`);
}

/** What a file says, under the names of the tool; a name that the tool does not have is an error rather than passed over. */
function entriesIn(text: string, file: string, tool: Tool): Entries {
  const found = recordAt(extname(file) === '.json' ? JSON.parse(text) : parse(text), file);
  checkNames(found, ['inputs', 'tables'], file);
  const inputs = rowIn(found.inputs, 'inputs');
  checkNames(
    inputs,
    tool.inputs.map(({ id }) => id),
    'inputs',
  );
  const given = recordAt(found.tables, 'tables');
  checkNames(
    given,
    tool.tables.map(({ id }) => id),
    'tables',
  );
  const tables = tool.tables.map((table) => {
    const { id, columns } = table;
    const rows = given[id] ?? [];
    if (!Array.isArray(rows)) throw new Error(`tables: "${id}" must be a list of rows`);
    if (table.isFixed && rows.length > table.start.length)
      throw new Error(`tables: "${id}" has ${table.start.length} rows, and no more can be added`);
    const allowed = columns.filter(({ kind }) => kind !== 'worked').map((column) => column.id);
    return [
      id,
      rows.map((row, index) => {
        const what = `tables, ${id}, row ${index + 1}`;
        const cells = rowIn(row, what);
        checkNames(cells, allowed, what);
        return table.isFixed ? cells : { ...newRow(table), ...cells };
      }),
    ];
  });
  return { inputs: { ...startEntries(tool).inputs, ...inputs }, tables: Object.fromEntries(tables) };
}

/** What the command prints. */
function outcome(tool: Tool, entries: Entries) {
  const read = readEntries(tool, entries);
  const worked = workOut(tool, read);
  const simulated = tool.simulation && simulate(tool, read, tool.simulation);
  return {
    tool: tool.id,
    results: worked.results,
    tables: Object.fromEntries(
      tool.tables.map(({ id }) => [
        id,
        worked.tables[id]?.map(({ values, worked: cells }) => ({ ...values, ...cells })),
      ]),
    ),
    changes_most: sensitivity(tool, read).map(({ label, lower, higher }) => ({ input: label, lower, higher })),
    ...(simulated && {
      simulated: { p10: quantile(simulated, 0.1), p50: quantile(simulated, 0.5), p90: quantile(simulated, 0.9) },
    }),
    faults: read.faults.map(({ table, row, field, text }) => ({
      ...(table !== undefined && { table, row: (row ?? 0) + 1 }),
      field,
      text,
    })),
  };
}

function toolNamed(name: string, tools: readonly Tool[]): Tool {
  const tool = tools.find(({ id }) => id === name);
  if (!tool) throw new Error(`"${name}" is no tool; allowed: ${tools.map(({ id }) => id).join(', ')}`);
  return tool;
}

async function run(tool: Tool, entries: Entries, workbook: string | undefined): Promise<boolean> {
  const found = outcome(tool, entries);
  console.log(JSON.stringify(found, null, 2));
  if (workbook !== undefined) {
    const file = await writeToolWorkbook(tool, entries);
    writeFileSync(workbook, new Uint8Array(await file.arrayBuffer()));
  }
  return found.faults.length === 0;
}

async function main(): Promise<boolean> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      example: { type: 'boolean' },
      template: { type: 'boolean' },
      list: { type: 'boolean' },
      xlsx: { type: 'string' },
      help: { type: 'boolean' },
    },
  });
  const [name, file] = positionals;
  const tools = loadLibrary().tools.map(bareTool);
  if (values.list) {
    for (const { id, title } of tools) console.log(`${id}\t${title}`);
    return true;
  }
  if (values.help || name === undefined) {
    console.log(usage);
    return values.help === true;
  }
  const tool = toolNamed(name, tools);
  if (values.template) {
    console.log(JSON.stringify(startEntries(tool), null, 2));
    return true;
  }
  if (values.example) return run(tool, exampleEntries(tool), values.xlsx);
  if (file === undefined) throw new Error('no file is named; see --help');
  return run(tool, entriesIn(readFileSync(file, 'utf8'), file, tool), values.xlsx);
}

try {
  process.exitCode = (await main()) ? 0 : 1;
} catch (error) {
  console.error(`error: ${printable(error instanceof Error ? error.message : String(error))}`);
  process.exitCode = 1;
}
