import { strToU8, Zip, ZipDeflate } from 'fflate';
import { summaryLine } from '#apps/inventory/deciding/summary-line.ts';
import { writeProject } from '#apps/inventory/keeping/project-file.ts';
import { emptyInventory, type Inventory, readRow, rowTitle, type Shared } from '#apps/inventory/machine/inventory.ts';
import { loadPart } from '#apps/inventory/machine/missing-part.ts';
import { readerOf } from '#apps/inventory/reading/read-value.ts';
import type { CellUnderstander } from '#apps/inventory/reading/understood-cell.ts';
import { noCorrections, type Vocabulary } from '#apps/inventory/reading/vocabulary.ts';
import { type WorkingIndices, workingIndices } from '#apps/inventory/reading/working-columns.ts';
import { escapeMarkdown } from '#core/advisor/decision-record.ts';
import type { Profile } from '#core/advisor/profile.ts';
import type { RuleBook } from '#core/advisor/rule-book.ts';
import { type ExportRow, exportTable } from './export-table.ts';
import { factsOf } from './interface-facts.ts';
import { lossesIn } from './losses.ts';
import { indexLine, recordFile, recordOf, shortRecordOf } from './records.ts';
import type { InterfaceFacts } from './short-record.ts';
import { writeCsv } from './write-csv.ts';

/** Kinds of files that an inventory can be written as: tables, service levels, JSON, and decision records, short or long, in one file or in a folder. */
export const exportKinds = ['csv', 'xlsx', 'project', 'json', 'short', 'markdown', 'zip', 'levels'] as const;
/** A kind of file that an inventory can be written as. */
export type ExportKind = (typeof exportKinds)[number];

/** All that an export is made of. */
export interface ExportInput {
  inventory: Pick<Inventory, 'title' | 'extraHeaders' | 'layout' | 'leftOut' | 'origin'>;
  rows: readonly (ExportRow & { profile: Profile })[];
  vocabulary: Vocabulary;
  book: RuleBook;
  /** What is said once for all and fills the rows' blanks. */
  shared?: Profile;
  /** The same as it is kept; what nobody said where it is missing. */
  answersForAll?: Shared;
  /** Understands cells, so that a workbook is written as it will be read; without it a person's words are trusted. */
  language?: CellUnderstander;
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

/** Where owner, status, wave and note stand; looked up once for all rows of an export. */
const indicesOf = new WeakMap<ExportInput, WorkingIndices>();

function factsAt(input: ExportInput, index: number): InterfaceFacts {
  const known = indicesOf.get(input) ?? workingIndices(input.inventory.extraHeaders, input.vocabulary);
  indicesOf.set(input, known);
  return factsOf(input.rows[index]?.row ?? { key: 0, cells: {}, extras: [] }, known);
}

const tableOf = ({ inventory, rows, vocabulary, book }: ExportInput): string[][] =>
  exportTable(inventory, rows, vocabulary, book);

function csv(input: ExportInput): Exported {
  const table = tableOf(input);
  return { file: new Blob([writeCsv(table)], { type: 'text/csv;charset=utf-8' }), losses: lossesIn('csv', table) };
}

async function xlsx(input: ExportInput): Promise<Exported> {
  const { workbookSheets, writeWorkbook } = await loadPart('writes Excel files', async () => ({
    ...(await import('./workbook-sheets.ts')),
    ...(await import('./write-workbook.ts')),
  }));
  const { shared = {}, language, ...rest } = input;
  const reader = language && readerOf(input.vocabulary, input.book, noCorrections, language);
  const sheets = workbookSheets({ ...rest, shared, reader });
  return { file: await writeWorkbook(sheets), losses: lossesIn('xlsx', sheets[0]?.rows ?? []) };
}

/** Service levels of every interface, to be agreed with those who own the processes. */
async function levels(input: ExportInput): Promise<Exported> {
  const { serviceSheets, writeWorkbook } = await loadPart('writes Excel files', async () => ({
    ...(await import('#core/advisor/service-sheet.ts')),
    ...(await import('./write-workbook.ts')),
  }));
  const interfaces = input.rows.map(({ row }, index) => ({
    name: rowTitle(row, index),
    owner: factsAt(input, index).owner,
    profile: profileAt(input, index),
    unsure: [],
  }));
  return { file: await writeWorkbook(serviceSheets(interfaces, input.book)), losses: [] };
}

const complete = (parts: BlobPart[], type: string): Exported => ({ file: new Blob(parts, { type }), losses: [] });

/** Everything that the page keeps, for others to open and go on with. */
function project({ inventory, rows, answersForAll, book }: ExportInput): Exported {
  const whole = { ...inventory, rows: rows.map(({ row }) => row), shared: answersForAll ?? emptyInventory.shared };
  return complete([writeProject(whole, book.version)], 'application/json');
}

async function json(input: ExportInput, report: Report): Promise<Exported> {
  const { inventory, rows, book } = input;
  const interfaces: unknown[] = [];
  await eachRow(input, report, (title, index) => {
    const row = rows[index]?.row;
    const { number, system, owner, status, wave } = factsAt(input, index);
    interfaces.push({
      ...summaryLine(title, profileAt(input, index), book, false),
      number: number || null,
      name: row?.cells.name ?? null,
      system: system || null,
      owner: owner || null,
      status: status || null,
      wave: wave || null,
      profile: profileAt(input, index),
      not_read: row ? readRow(row).faults : [],
    });
  });
  const whole = { schema_version: 2, rules_version: book.version, programme: inventory.title, interfaces };
  return complete([`${JSON.stringify(whole, null, 2)}\n`], 'application/json');
}

/** A record of each interface behind the other, in one Markdown file. */
const recordsBy =
  (write: typeof shortRecordOf) =>
  async (input: ExportInput, report: Report): Promise<Exported> => {
    const parts: string[] = [];
    await eachRow(input, report, (title, index) => {
      parts.push(write(title, profileAt(input, index), input.book, factsAt(input, index)), '\n---\n\n');
    });
    return complete(parts.slice(0, -1), 'text/markdown;charset=utf-8');
  };

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
    add(file, recordOf(title, profileAt(input, index), input.book, factsAt(input, index)));
    if (outcome) lines.push(indexLine(title, file, outcome, input.book));
  });
  add('README.md', `${lines.join('\n')}\n\nDecided with rule book ${input.book.version}.\n`);
  archive.end();
  return complete(chunks, 'application/zip');
}

const makers: Readonly<Record<ExportKind, (input: ExportInput, report: Report) => Exported | Promise<Exported>>> = {
  csv,
  xlsx,
  project,
  json,
  short: recordsBy(shortRecordOf),
  markdown: recordsBy(recordOf),
  zip,
  levels,
};

/** Writes the inventory with its recommendations as one file. */
export const exportFile = async (kind: ExportKind, input: ExportInput, report: Report): Promise<Exported> =>
  makers[kind](input, report);
