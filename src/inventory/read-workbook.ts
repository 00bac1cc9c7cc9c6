import readWorkbookSheets, { type CellValue } from 'read-excel-file/universal';
import { openWorkbook } from './open-workbook.ts';
import { boundTable, type Table, UnreadableFile } from './table.ts';

const MINUTES = 24 * 60;

/** A cell as a person sees it. Excel keeps a time of day as a fraction of a day, which comes as a date in 1899. */
function cellText(value: CellValue | null): string {
  if (value === null || value === undefined) return '';
  if (!(value instanceof Date)) return String(value);
  if (Number.isNaN(value.getTime())) return '';
  if (value.getUTCFullYear() < 1901) {
    const minutes = Math.round(value.getTime() / 60_000) % MINUTES;
    const ofDay = (minutes + MINUTES) % MINUTES;
    return `${String(Math.floor(ofDay / 60)).padStart(2, '0')}:${String(ofDay % 60).padStart(2, '0')}`;
  }
  return value.toISOString().slice(0, 10);
}

/**
 * Reads all sheets of an `.xlsx` workbook.
 *
 * @throws {UnreadableFile} when it is no such workbook
 */
export async function readWorkbook(bytes: Uint8Array): Promise<Table[]> {
  const archive = openWorkbook(bytes);
  try {
    const sheets = await readWorkbookSheets(archive, { trim: false });
    return sheets.map(({ sheet, data }) =>
      boundTable(
        sheet,
        data.map((row) => row.map(cellText)),
      ),
    );
  } catch {
    throw new UnreadableFile('This workbook cannot be read. Save it again from Excel as .xlsx, or as .csv.');
  }
}
