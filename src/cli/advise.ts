import { parseArgs } from 'node:util';
import { decider } from '#apps/inventory/deciding/decide.ts';
import type { HeaderChoice } from '#apps/inventory/reading/header.ts';
import { exportTable } from '#apps/inventory/writing/export-table.ts';
import { lossesIn } from '#apps/inventory/writing/losses.ts';
import { recordOf } from '#apps/inventory/writing/records.ts';
import { writeCsv } from '#apps/inventory/writing/write-csv.ts';
import { loadVocabulary } from '#content/reading/inventory.ts';
import { loadLanguage } from '#content/reading/language.ts';
import { loadRuleBook } from '#content/reading/rule-book.ts';
import type { RuleBook } from '#core/advisor/index.ts';
import { lexiconOf } from '#core/language/lexicon.ts';
import { describedBy } from './describe.ts';
import { lineFor } from './line.ts';
import { printable } from './printable.ts';
import { type Input, type InputRow, readInput, readTexts, type SheetChoice, type Tables } from './read-input.ts';

const usage = `Usage: npm run --silent advise -- FILE [--explain] [--format json|markdown|csv]
                                      [--sheet NAME|all]... [--header-row N|none] [--own NAME]
                                      [--describe FIELD]
       npm run --silent advise -- --describe "TEXT" [--explain] [--format json|markdown|csv]

FILE  .jsonl (an object a line, its fields at the top level or under "attributes"), .csv or .xlsx
      (a header row; other people's headers and words are understood where the inventory page does)
--describe "TEXT"  understands a sentence about one interface instead of reading a file
--describe FIELD   understands the text in that field of each line of a .jsonl file, and reads no other

--sheet       a sheet of a workbook, by its name or its number from 1; named several times, or as all, they are
              read into one list, each by its own columns; else the likeliest one
--header-row  the row that holds the headers, as the spreadsheet counts, or none; else it is looked for
--own         what the list calls F&O, where it names the two ends and none of F&O's own names

Prints one JSON line an interface, in order; with --explain the reasons and their sources, with
--format markdown a decision record each, with --format csv the table with the recommendations added.
Of a text, each line says too what was understood, what of it is a guess, and what was not understood.
A row of a spreadsheet also says under "not_read" which cells were not understood and count as not known, and under
"left_out" why its list says that it is no interface to decide. What was not understood is said on stderr, with how many
cells were understood, guessed and not read. The exit status is 1 when any interface had a value that could not be
read, or nothing at all is known of a row of a spreadsheet.`;

const formats = ['json', 'markdown', 'csv'] as const;
type Format = (typeof formats)[number];

/** What the command needs of the program that runs it. */
export interface Surroundings {
  /** Reads what texts and spreadsheets are understood by; asked for once the arguments make sense. */
  readTables: () => Tables;
  /** Takes what others read on, as it stands. */
  print: (text: string) => void;
  /** Takes a line for the person. */
  say: (line: string) => void;
}

/** One interface, or the error that stands for it; nothing where a record has nothing to decide. */
function textOfRow(input: InputRow, book: RuleBook, format: Format, withReasons: boolean): string {
  if (format !== 'markdown' || 'error' in input) return `${JSON.stringify(lineFor(input, book, withReasons))}\n`;
  return input.sheet?.leftOut === undefined ? `${recordOf(input.id, input.profile, book)}\n` : '';
}

/** A row as a table tells it; what came as JSON is spread over the columns. */
function exportRowOf(row: InputRow, index: number, decide: ReturnType<typeof decider>) {
  const profile = 'profile' in row && row.sheet?.leftOut === undefined ? row.profile : undefined;
  const cells = Object.entries(profile ?? {}).map(([field, value]) => [
    field,
    Array.isArray(value) ? value.join('; ') || 'none' : String(value),
  ]);
  return {
    row: row.sheet?.row ?? { key: index, cells: { id: row.id, ...Object.fromEntries(cells) }, extras: [] },
    outcome: profile && decide(profile),
  };
}

function printTable({ rows, extraHeaders }: Input, { vocabulary, book }: Tables, { print, say }: Surroundings): void {
  const decide = decider(book);
  const decided = rows.map((row, index) => exportRowOf(row, index, decide));
  const table = exportTable({ extraHeaders }, decided, vocabulary, book);
  print(writeCsv(table));
  for (const loss of lossesIn('csv', table)) say(`warning: ${printable(loss)}`);
  for (const row of rows) {
    if ('error' in row) say(`error: ${printable(row.id)}: ${printable(row.error)}`);
    for (const { field, found, allowed } of row.sheet?.notRead ?? []) {
      say(printable(`error: ${row.id}: ${field}: "${found}" is not allowed; allowed: ${allowed}`));
    }
  }
}

/** Whether an interface has a value that could not be read; of a row of a spreadsheet also, whether nothing is known. */
function isFaulty(row: InputRow): boolean {
  if ('error' in row) return true;
  if (!row.sheet || row.sheet.leftOut !== undefined) return false;
  return row.sheet.notRead.length > 0 || Object.keys(row.profile).length === 0;
}

function headerChoiceOf(text: string | undefined): HeaderChoice | undefined {
  if (text === undefined || text === 'none') return text;
  if (/^[1-9]\d{0,6}$/.test(text)) return Number(text);
  throw new Error(`--header-row: "${text}" is not allowed; allowed: the number of a row from 1, or none`);
}

/** What the arguments name. */
interface Named {
  file: string | undefined;
  /** A text, or the field of a file that holds one. */
  describe: string | undefined;
  choice: SheetChoice;
}

/** Reads what the arguments name: a file, the texts of a file, or the text that stands among them. */
async function inputOf({ file, describe, choice }: Named, tables: Tables) {
  const { lexicon } = tables;
  if (describe === undefined) {
    if (!file) throw new Error(`name one file\n\n${usage}`);
    return readInput(file, tables, choice);
  }
  if (file) return readTexts(file, describe, lexicon);
  if (describe.trim() === '') throw new Error('--describe: the text is empty; write a sentence about one interface');
  return { rows: [{ id: 'described', ...describedBy(describe, lexicon) }], extraHeaders: [], warnings: [] };
}

async function run(args: readonly string[], around: Surroundings): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      describe: { type: 'string' },
      explain: { type: 'boolean', default: false },
      format: { type: 'string', default: 'json' },
      sheet: { type: 'string', multiple: true },
      'header-row': { type: 'string' },
      own: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    around.print(`${usage}\n`);
    return 0;
  }
  const [file, ...more] = positionals;
  if (more.length > 0) throw new Error(`name one file\n\n${usage}`);
  const format = formats.find((name) => name === values.format);
  if (!format) throw new Error(`--format: "${values.format}" is not allowed; allowed: ${formats.join(', ')}`);
  const choice = { sheets: values.sheet, header: headerChoiceOf(values['header-row']), own: values.own };
  const tables = around.readTables();
  const input: Input = await inputOf({ file, describe: values.describe, choice }, tables);
  for (const warning of input.warnings) around.say(`warning: ${printable(warning)}`);
  if (format === 'csv') printTable(input, tables, around);
  else for (const row of input.rows) around.print(textOfRow(row, tables.book, format, values.explain));
  return input.rows.some(isFaulty) ? 1 : 0;
}

/**
 * Runs the command.
 *
 * @returns its exit status: 1 when an interface has a value that could not be read, 2 when nothing could be done at all
 */
export async function advise(args: readonly string[], around: Surroundings): Promise<number> {
  try {
    return await run(args, around);
  } catch (error) {
    around.say(`advise: ${(error as Error).message.split('\n').map(printable).join('\n')}`);
    return 2;
  }
}

if (import.meta.main) {
  process.exitCode = await advise(process.argv.slice(2), {
    readTables: () => ({ vocabulary: loadVocabulary(), book: loadRuleBook(), lexicon: lexiconOf(loadLanguage()) }),
    print: (text) => process.stdout.write(text),
    say: (line) => console.error(line),
  });
}
