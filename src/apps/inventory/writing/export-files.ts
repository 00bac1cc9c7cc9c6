import { strToU8, Zip, ZipDeflate } from 'fflate';
import { summaryLine } from '#apps/inventory/deciding/summary-line.ts';
import { type Inventory, readRow, rowTitle } from '#apps/inventory/machine/inventory.ts';
import { loadPart } from '#apps/inventory/machine/missing-part.ts';
import type { Vocabulary } from '#apps/inventory/reading/vocabulary.ts';
import { escapeMarkdown } from '#core/advisor/decision-record.ts';
import type { Profile } from '#core/advisor/profile.ts';
import type { RuleBook } from '#core/advisor/rule-book.ts';
import { type ExportRow, exportTable } from './export-table.ts';
import { lossesIn } from './losses.ts';
import { indexLine, recordFile, recordOf } from './records.ts';
import { writeCsv } from './write-csv.ts';

/** Kinds of files that an inventory can be written as: tables, JSON, and decision records in one file or in a folder. */
export const exportKinds = ['csv', 'xlsx', 'json', 'markdown', 'zip'] as const;
/** A kind of file that an inventory can be written as. */
export type ExportKind = (typeof exportKinds)[number];

/** All that an export is made of. */
export interface ExportInput {
  inventory: Pick<Inventory, 'title' | 'extraHeaders'>;
  rows: readonly (ExportRow & { profile: Profile })[];
  vocabulary: Vocabulary;
  book: RuleBook;
}

/** A file that was written, and what it or the program that opens it cannot keep, in sentences. */
export interface Exported {
  file: Blob;
  losses: readonly string[];
}

type Report = (done: number) => void;

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

/** Works through the rows one by one, and lets others have a turn now and then. */
async function eachRow({ rows }: ExportInput, report: Report, work: (title: string, index: number) => void) {
  for (const [index, { row }] of rows.entries()) {
    work(rowTitle(row, index), index);
    if (index % 20 !== 19) continue;
    report(index / rows.length);
    await pause();
  }
}

const profileAt = ({ rows }: ExportInput, index: number): Profile => rows[index]?.profile ?? {};

const tableOf = ({ inventory, rows, vocabulary, book }: ExportInput): string[][] =>
  exportTable(inventory, rows, vocabulary, book);

function csv(input: ExportInput): Exported {
  const table = tableOf(input);
  return { file: new Blob([writeCsv(table)], { type: 'text/csv;charset=utf-8' }), losses: lossesIn('csv', table) };
}

async function xlsx(input: ExportInput): Promise<Exported> {
  const { writeWorkbook } = await loadPart('writes Excel files', () => import('./write-workbook.ts'));
  const table = tableOf(input);
  const file = await writeWorkbook([{ name: 'Interfaces', rows: table, widths: [10, 32, 24, 16] }]);
  return { file, losses: lossesIn('xlsx', table) };
}

const complete = (parts: BlobPart[], type: string): Exported => ({ file: new Blob(parts, { type }), losses: [] });

async function json(input: ExportInput, report: Report): Promise<Exported> {
  const { inventory, rows, book } = input;
  const interfaces: unknown[] = [];
  await eachRow(input, report, (title, index) => {
    const row = rows[index]?.row;
    interfaces.push({
      ...summaryLine(title, profileAt(input, index), book, false),
      system: row?.cells.system,
      profile: profileAt(input, index),
      not_read: row ? readRow(row).faults : [],
    });
  });
  const whole = { schema_version: 2, rules_version: book.version, programme: inventory.title, interfaces };
  return complete([`${JSON.stringify(whole, null, 2)}\n`], 'application/json');
}

async function markdown(input: ExportInput, report: Report): Promise<Exported> {
  const parts: string[] = [];
  await eachRow(input, report, (title, index) => {
    parts.push(recordOf(title, profileAt(input, index), input.book), '\n---\n\n');
  });
  return complete(parts.slice(0, -1), 'text/markdown;charset=utf-8');
}

/** A folder of decision records with an index, packed as it grows. */
async function zip(input: ExportInput, report: Report): Promise<Exported> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  const archive = new Zip((error, chunk) => {
    if (error) throw error;
    chunks.push(chunk as Uint8Array<ArrayBuffer>);
  });
  const add = (name: string, text: string): void => {
    const file = new ZipDeflate(name, { level: 6 });
    archive.add(file);
    file.push(strToU8(text), true);
  };
  const lines = [`# ${escapeMarkdown(input.inventory.title)}: decisions`, ''];
  await eachRow(input, report, (title, index) => {
    const { outcome } = input.rows[index] ?? {};
    const file = recordFile(title, index, input.rows.length);
    add(file, recordOf(title, profileAt(input, index), input.book));
    if (outcome) lines.push(indexLine(title, file, outcome, input.book));
  });
  add('README.md', `${lines.join('\n')}\n\nDecided with rule book ${input.book.version}.\n`);
  archive.end();
  return complete(chunks, 'application/zip');
}

const makers: Readonly<Record<ExportKind, (input: ExportInput, report: Report) => Exported | Promise<Exported>>> = {
  csv,
  xlsx,
  json,
  markdown,
  zip,
};

/** Writes the inventory with its recommendations as one file. */
export const exportFile = async (kind: ExportKind, input: ExportInput, report: Report): Promise<Exported> =>
  makers[kind](input, report);
