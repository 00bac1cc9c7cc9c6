import { loadThroughTheDay } from '#apps/inventory/deciding/day-load.ts';
import type { DecidedRow } from '#apps/inventory/deciding/decided-row.ts';
import { decisionsToTake, severityText } from '#apps/inventory/deciding/decisions.ts';
import { type Inventory, type InventoryRow, rowTitle } from '#apps/inventory/machine/inventory.ts';
import { isMeant } from '#apps/inventory/machine/row-filter.ts';
import { columnLabel } from '#apps/inventory/reading/column-label.ts';
import { isField } from '#apps/inventory/reading/columns.ts';
import { meaningText, ownSheets, readingHeader } from '#apps/inventory/reading/own-workbook.ts';
import type { Reader } from '#apps/inventory/reading/read-value.ts';
import { asideTexts } from '#apps/inventory/reading/rows-aside.ts';
import type { Severity, Vocabulary } from '#apps/inventory/reading/vocabulary.ts';
import { workingIndices, workingText } from '#apps/inventory/reading/working-columns.ts';
import type { Profile } from '#core/advisor/profile.ts';
import type { RuleBook } from '#core/advisor/rule-book.ts';
import { answerText } from '#core/advisor/wording.ts';
import { type ExportRow, faultText, resultCells, resultLabels } from './export-table.ts';
import { originalTable } from './original-table.ts';
import type { SheetText } from './write-workbook.ts';

/** All that a workbook is made of. */
export interface WorkbookInput {
  inventory: Pick<Inventory, 'extraHeaders' | 'layout' | 'leftOut'>;
  rows: readonly (ExportRow & { profile: Profile })[];
  /** What is said once for all and fills the rows' blanks. */
  shared: Profile;
  vocabulary: Vocabulary;
  book: RuleBook;
  /** Reads without any correction. */
  reader: Reader | undefined;
}

/** More than anybody works through; how many are left is said. */
const MOST_LINES = 20_000;

interface Line {
  severity: Severity;
  title: string;
  what: string;
  row: InventoryRow;
  index: number;
}

/** Cells that were read by a guess, one line for each. */
function guessLines({ rows, vocabulary, book }: WorkbookInput): Line[] {
  return rows.flatMap(({ row, profile }, index) =>
    (row.guessed ?? []).map((column): Line => {
      const word = row.written?.[column];
      const taken = isField(column) ? answerText(column, profile[column], book) : (row.cells[column] ?? '');
      const label = columnLabel(column, vocabulary, book);
      const what = `${label}: ${word === undefined ? '' : `“${word}” was `}read as “${taken}”, which is a guess.`;
      return { severity: 3, title: 'A guess to confirm', what, row, index };
    }),
  );
}

/** Everything that somebody has to decide, interface by interface, what stops one first. */
function linesOf(input: WorkbookInput): Line[] {
  const { rows, shared, vocabulary, book } = input;
  const decided = rows.flatMap(({ row, outcome }): DecidedRow[] => (outcome ? [{ row, outcome }] : []));
  const indices = new Map(rows.map(({ row }, index) => [row.key, index]));
  const loads = loadThroughTheDay(decided, shared, book);
  const lines = decisionsToTake(decided, shared, loads, book, vocabulary.decisions).flatMap(
    ({ severity, title, text, filter }) =>
      filter
        ? decided
            .filter(({ row, outcome }) => isMeant(filter, row, outcome, shared))
            .map(({ row }): Line => {
              const what = filter.by === 'unread' ? faultText(row, vocabulary, book) : text;
              return { severity, title, what, row, index: indices.get(row.key) ?? 0 };
            })
        : [],
  );
  return [...lines, ...guessLines(input)].toSorted((a, b) => a.severity - b.severity);
}

function decisionsSheet(input: WorkbookInput): SheetText {
  const indices = workingIndices(input.inventory.extraHeaders, input.vocabulary);
  const lines = linesOf(input);
  const left = lines.length - MOST_LINES;
  const body = lines
    .slice(0, MOST_LINES)
    .map(({ severity, title, what, row, index }) => [
      severityText[severity],
      title,
      row.cells.id ?? '',
      rowTitle(row, index),
      row.cells.system ?? '',
      workingText(row, indices, 'owner'),
      what,
    ]);
  const more = left > 0 ? [['', `and ${left.toLocaleString('en-GB')} more`, '', '', '', '', '']] : [];
  const none = lines.length === 0 ? [['', 'Nothing is left to decide.', '', '', '', '', '']] : [];
  return {
    name: ownSheets.decisions,
    rows: [
      ['How urgent', 'Decision', 'Number', 'Interface', 'Other system', 'Owner', 'What to do'],
      ...body,
      ...more,
      ...none,
    ],
    widths: [16, 40, 12, 32, 24, 20, 60],
  };
}

function leftOutSheet({ inventory: { leftOut = [] }, vocabulary }: WorkbookInput): SheetText {
  const texts = asideTexts(vocabulary);
  const body = leftOut.map(({ number, why, text }) => [String(number), `Rows that ${texts.get(why) ?? why}`, text]);
  return {
    name: ownSheets.leftOut,
    rows: [
      ['Row in the spreadsheet', 'Why it was left out', 'What it says'],
      ...(body.length > 0 ? body : [['', 'No row was left out.', '']]),
    ],
    widths: [12, 50, 60],
    typed: 1,
  };
}

const columnName = (index: number): string =>
  index >= 26 ? columnName(Math.floor(index / 26) - 1) + columnName(index % 26) : String.fromCharCode(65 + index);

/**
 * An inventory as the sheets of a workbook: its own columns with the results beside them, what is to be decided, what was
 * left out, and how each column was read, by which the workbook is understood when it is read again.
 */
export function workbookSheets(input: WorkbookInput): SheetText[] {
  const { inventory, rows, vocabulary, book, reader } = input;
  const table = originalTable(
    inventory,
    rows.map(({ row }) => row),
    vocabulary,
    book,
    reader,
  );
  const interfaces: SheetText = {
    name: ownSheets.interfaces,
    rows: [
      [...table.headers, ...resultLabels],
      ...rows.map((one, index) => [...(table.body[index] ?? []), ...resultCells(one, vocabulary, book)]),
    ],
    typed: table.headers.length,
  };
  const reading: SheetText = {
    name: ownSheets.reading,
    rows: [
      [...readingHeader],
      ...table.columns.map(({ meaning }, index) => [
        columnName(index),
        table.headers[index] ?? '',
        meaningText(meaning, vocabulary, book),
      ]),
    ],
  };
  return [interfaces, decisionsSheet(input), leftOutSheet(input), reading];
}
