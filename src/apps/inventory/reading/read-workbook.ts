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

/** The rows that the library read, under the numbers they had, compared with what was seen of them before. */
function tableOf(name: string, data: readonly Row[], { numbers, behind, certainCells, leftOut }: ScannedSheet): Table {
  const collected = collectTable(name);
  numbers.forEach((number, index) => {
    const cells = textsOf(data[index + 1] ?? []);
    const filled = cells.filter((cell) => !isBlankText(cell)).length;
    if (filled < (certainCells[index] ?? 0)) unreadable();
    collected.add({ number, cells, behind: behind.get(number) });
  });
  return collected.table([], leftOut);
}

/**
 * Reads all sheets of an `.xlsx` workbook.
 *
 * @param onReading called from time to time while it goes on
 * @throws {UnreadableFile} when it is no such workbook, or a damaged one
 */
export async function readWorkbook(bytes: Uint8Array, onReading: () => void): Promise<Table[]> {
  const { archive, sheets: scanned } = openWorkbook(bytes, onReading);
  const sheets = await readWorkbookSheets(archive, { trim: false }).catch(unreadable);
  onReading();
  return sheets.flatMap(({ sheet, data }) => {
    // A chart on a sheet of its own has no rows.
    const seen = scanned[Number(data?.[0]?.[0])];
    return seen ? [tableOf(sheet, data, seen)] : [];
  });
}
