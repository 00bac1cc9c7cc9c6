import writeSheets, { type SheetData } from 'write-excel-file/universal';

/** Excel's own limit; a longer text makes it call the file damaged. */
const MAX_CELL = 32_767;
/** XML 1.0 has no characters for these, and Excel refuses a file that holds them. */
const unwritable = /(?![\t\n\r])\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu;

const cellText = (text: string): string => text.replaceAll(unwritable, '').slice(0, MAX_CELL);

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
    columns: header.map((_, place) => ({ width: widths[place] ?? widths.at(-1) ?? 16 })),
    stickyRowsCount: 1,
  };
}

/** An `.xlsx` workbook with these sheets, the header of each in bold and kept in sight. */
export const writeWorkbook = (sheets: readonly SheetText[]): Promise<Blob> => writeSheets(sheets.map(sheetOf)).toBlob();
