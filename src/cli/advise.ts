import { parseArgs } from 'node:util';
import { decider } from '#apps/inventory/deciding/decide.ts';
import { summaryLine } from '#apps/inventory/deciding/summary-line.ts';
import type { Vocabulary } from '#apps/inventory/reading/vocabulary.ts';
import { exportTable } from '#apps/inventory/writing/export-table.ts';
import { lossesIn } from '#apps/inventory/writing/losses.ts';
import { recordOf } from '#apps/inventory/writing/records.ts';
import { writeCsv } from '#apps/inventory/writing/write-csv.ts';
import { loadVocabulary } from '#content/reading/inventory.ts';
import { loadRuleBook } from '#content/reading/rule-book.ts';
import type { RuleBook } from '#core/advisor/index.ts';
import { printable } from './printable.ts';
import { type Input, type InputRow, readInput } from './read-input.ts';

const usage = `Usage: npm run --silent advise -- FILE [--explain] [--format json|markdown|csv]

FILE  .jsonl (an object a line, its fields at the top level or under "attributes"), .csv or .xlsx
      (a header row; other people's headers and words are understood where the inventory page does)

Prints one JSON line an interface, in order; with --explain the reasons and their sources, with
--format markdown a decision record each, with --format csv the table with the recommendations added.
What was not understood is said on stderr. The exit status is 1 when any interface had a bad value.`;

const formats = ['json', 'markdown', 'csv'] as const;
type Format = (typeof formats)[number];

/** Prints one interface, or the error that stands for it. */
function printRow(row: InputRow, book: RuleBook, format: Format, withReasons: boolean): void {
  if ('error' in row) console.log(JSON.stringify({ id: row.id, error: row.error }));
  else if (format === 'markdown') console.log(recordOf(row.id, row.profile, book));
  else console.log(JSON.stringify(summaryLine(row.id, row.profile, book, withReasons)));
}

/** A row as a table tells it; what came as JSON is spread over the columns. */
function exportRowOf(row: InputRow, index: number, decide: ReturnType<typeof decider>) {
  const profile = 'profile' in row ? row.profile : undefined;
  const cells = Object.entries(profile ?? {}).map(([field, value]) => [
    field,
    Array.isArray(value) ? value.join('; ') || 'none' : String(value),
  ]);
  return {
    row: row.row ?? { key: index, cells: { id: row.id, ...Object.fromEntries(cells) }, extras: [] },
    outcome: profile && decide(profile),
  };
}

function printTable({ rows, extraHeaders }: Input, vocabulary: Vocabulary, book: RuleBook): void {
  const decide = decider(book);
  const decided = rows.map((row, index) => exportRowOf(row, index, decide));
  const table = exportTable({ extraHeaders }, decided, vocabulary, book);
  process.stdout.write(writeCsv(table));
  for (const loss of lossesIn('csv', table)) console.error(`warning: ${printable(loss)}`);
  for (const row of rows) if ('error' in row) console.error(`error: ${printable(row.id)}: ${printable(row.error)}`);
}

async function main(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      explain: { type: 'boolean', default: false },
      format: { type: 'string', default: 'json' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(usage);
    return 0;
  }
  const [file, ...more] = positionals;
  if (!file || more.length > 0) throw new Error(`name one file\n\n${usage}`);
  const format = formats.find((name) => name === values.format);
  if (!format) throw new Error(`--format: "${values.format}" is not allowed; allowed: ${formats.join(', ')}`);
  const book = loadRuleBook();
  const vocabulary = loadVocabulary();
  const input = await readInput(file, vocabulary, book);
  for (const warning of input.warnings) console.error(`warning: ${printable(warning)}`);
  if (format === 'csv') printTable(input, vocabulary, book);
  else for (const row of input.rows) printRow(row, book, format, values.explain);
  return input.rows.some((row) => 'error' in row) ? 1 : 0;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  console.error(`advise: ${(error as Error).message.split('\n').map(printable).join('\n')}`);
  process.exitCode = 2;
}
