import readWorkbookSheets, { type CellValue, type Row } from 'read-excel-file/universal';
import { openWorkbook } from './open-workbook.ts';
import type { ScannedSheet } from './scan-sheet.ts';
import { collectTable, isBlankText, type Table, UnreadableFile } from './table.ts';

const MINUTES = 24 * 60;

const twoDigits = (number: number): string => String(number).padStart(2, '0');

/** A cell as a person sees it. Excel keeps a time of day as a fraction of a day, which comes as a date in 1899. */
function cellText(value: CellValue | null): string {
  if (value === null || value === undefined) return '';
  if (!(value instanceof Date)) return String(value);
  // A number that is no day, in a cell that is to show one; Excel shows it as ######.
  if (Number.isNaN(value.getTime())) return '#VALUE!';
  const minutes = Math.round(value.getTime() / 60_000) % MINUTES;
  const ofDay = (minutes + MINUTES) % MINUTES;
  const time = `${twoDigits(Math.floor(ofDay / 60))}:${twoDigits(ofDay % 60)}`;
  if (value.getUTCFullYear() < 1901) return time;
  const day = value.toISOString().slice(0, 10);
  return ofDay === 0 ? day : `${day} ${time}`;
}

function unreadable(): never {
  throw new UnreadableFile('This workbook cannot be read. Save it again from Excel as .xlsx, or as .csv.');
}

/** The library pads every row to the widest; what it pads with would be held for as long as the sheet. */
function textsOf(row: Row): string[] {
  const texts = row.map(cellText);
  return texts.slice(0, texts.findLastIndex((text) => text !== '') + 1);
}

/** Writes a value into a column of a row, where nothing stands there. */
function fillCell(row: string[], column: number, value: string): void {
  while (row.length < column) row.push('');
  row[column - 1] ||= value;
}

/** Puts the value of cells that are merged over several rows into each of these that holds anything else. */
function fillMerged(rows: readonly string[][], { numbers, merged }: ScannedSheet): void {
  const byNumber = new Map(numbers.map((number, index) => [number, { index, row: rows[index] ?? [] }]));
  for (const { column, firstRow, lastRow } of merged) {
    const start = byNumber.get(firstRow);
    const value = start?.row[column - 1] ?? '';
    if (!start || isBlankText(value)) continue;
    // Rows that hold nothing are not there, so a merged block far down costs nothing.
    for (let index = start.index + 1; (numbers[index] ?? Number.POSITIVE_INFINITY) <= lastRow; index += 1) {
      fillCell(rows[index] ?? [], column, value);
    }
  }
}

/** The rows that the library read, under the numbers they had, compared with what was seen of them before. */
function tableOf(name: string, data: readonly Row[], seen: ScannedSheet): Table {
  const { numbers, behind, certainCells, leftOut, hidden } = seen;
  const rows = numbers.map((_, index) => textsOf(data[index + 1] ?? []));
  rows.forEach((cells, index) => {
    const filled = cells.filter((cell) => !isBlankText(cell)).length;
    if (filled < (certainCells[index] ?? 0)) unreadable();
  });
  fillMerged(rows, seen);
  const collected = collectTable(name);
  rows.forEach((cells, index) => {
    const number = numbers[index] ?? index + 1;
    collected.add({ number, cells, behind: behind.get(number) });
  });
  const table = collected.table([], leftOut);
  return hidden.size === 0 ? table : { ...table, hiddenRows: hidden };
}

/**
 * Reads all sheets of an `.xlsx` workbook.
 *
 * @param onReading called from time to time while it goes on
 * @throws {UnreadableFile} when it is no such workbook, or a damaged one
 */
export async function readWorkbook(bytes: Uint8Array, onReading: () => void): Promise<Table[]> {
  const { archive, sheets: scanned, hiddenSheets } = openWorkbook(bytes, onReading);
  const sheets = await readWorkbookSheets(archive, { trim: false }).catch(unreadable);
  onReading();
  return sheets.flatMap(({ sheet, data }) => {
    // A chart on a sheet of its own has no rows.
    const seen = scanned[Number(data?.[0]?.[0])];
    if (!seen) return [];
    const table = tableOf(sheet, data, seen);
    return [hiddenSheets.has(sheet) ? { ...table, isHidden: true } : table];
  });
}
