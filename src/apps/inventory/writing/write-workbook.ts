import writeSheets, { type SheetData } from 'write-excel-file/universal';
import { excelText, fitCell } from './excel-text.ts';
import { typedCell } from './safe-cell.ts';

const cellText = (text: string): string => excelText(fitCell(typedCell(text)));

/** A sheet to be written: its name, its texts, header first, and how wide its columns are. */
export interface SheetText {
  name: string;
  rows: readonly (readonly string[])[];
  /** Widths of the columns in characters; the last one goes on. */
  widths: readonly number[];
}

function sheetOf({ name, rows, widths }: SheetText) {
  const [header = [], ...body] = rows;
  const data: SheetData = [
    header.map((text) => ({ value: cellText(text), type: String, fontWeight: 'bold', wrap: true }) as const),
    // As text throughout: nothing is a formula, and no number loses its leading zeros.
    ...body.map((cells) =>
      cells.map((text) => (text === '' ? null : ({ value: cellText(text), type: String } as const))),
    ),
  ];
  return {
    data,
    sheet: name,
    columns: header.map((_, index) => ({ width: widths[index] ?? widths.at(-1) ?? 16 })),
    stickyRowsCount: 1,
  };
}

/**
 * An `.xlsx` workbook with these sheets, the header of each in bold and kept in sight. A text that is too long for a
 * cell of Excel is cut; `lossesIn` says which.
 */
export const writeWorkbook = (sheets: readonly SheetText[]): Promise<Blob> => writeSheets(sheets.map(sheetOf)).toBlob();
