import writeSheets, { type Feature, type SheetData } from 'write-excel-file/universal';
import { excelText, fitCell } from './excel-text.ts';
import { typedCell } from './safe-cell.ts';

const cellText = (text: string): string => excelText(fitCell(typedCell(text)));

/** Widths of columns in characters. */
const NARROWEST = 8;
const WIDEST = 60;

/** Rows that are looked at for how wide a column is. */
const MEASURED = 300;

/** A sheet to be written: its name and its texts, header first. */
export interface SheetText {
  name: string;
  rows: readonly (readonly string[])[];
  /** Widths of the columns in characters, the last one going on; measured where they are missing. */
  widths?: readonly number[];
  /** How many columns, from the first on, hold what may be numbers and days; the others are texts throughout. */
  typed?: number;
}

/** A number as a program writes it: `007`, `+49` and `1e5` are texts. */
const isNumber = (text: string): boolean =>
  text.length <= 16 && /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(text) && String(Number(text)) === text;

const dayWithTime = /^(\d{4})-(\d\d)-(\d\d)(?: (\d\d):(\d\d))?$/;

/** The moment that a text such as `2026-03-01 14:30` names; nothing for what is no day, or one that Excel has no number for. */
function momentOf(text: string): Date | undefined {
  const [, year = '', month = '', day = '', hour = '0', minute = '0'] = dayWithTime.exec(text) ?? [];
  const moment = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute)));
  const isThere = Number(year) > 1900 && !Number.isNaN(moment.getTime());
  return isThere &&
    moment.toISOString().startsWith(`${year}-${month}-${day}`) &&
    Number(minute) < 60 &&
    Number(hour) < 24
    ? moment
    : undefined;
}

/** A text as a cell: nothing is a formula, and only what comes back as the same text is a number or a day. */
function cellOf(text: string, isTyped: boolean): SheetData[number][number] {
  if (text === '') return null;
  if (isTyped && isNumber(text)) return { value: Number(text), type: Number };
  const moment = isTyped ? momentOf(text) : undefined;
  // Midnight is written without a time and would come back without one.
  if (moment && !text.endsWith(' 00:00')) {
    return { value: moment, type: Date, format: text.includes(' ') ? 'yyyy-mm-dd hh:mm' : 'yyyy-mm-dd' };
  }
  const isLong = text.length > WIDEST || text.includes('\n');
  return { value: cellText(text), type: String, ...(isLong && { wrap: true, alignVertical: 'top' }) };
}

/** The longest line of a text counts, up to what a column may be wide. */
const lineLength = (text: string): number =>
  Math.min(
    WIDEST,
    ...[
      Math.max(
        ...text
          .slice(0, 500)
          .split('\n', 20)
          .map((line) => line.length),
      ),
    ],
  );

const measured = (rows: SheetText['rows'], column: number): number =>
  Math.max(NARROWEST, ...rows.slice(0, MEASURED).map((cells) => lineLength(cells[column] ?? '') + 2));

function sheetOf({ name, rows, widths, typed = 0 }: SheetText) {
  const [header = [], ...body] = rows;
  const data: SheetData = [
    header.map((text) => ({ value: cellText(text), type: String, fontWeight: 'bold', wrap: true }) as const),
    ...body.map((cells) => cells.map((text, column) => cellOf(text, column < typed))),
  ];
  return {
    data,
    sheet: name,
    columns: header.map((_, index) => ({
      width: widths ? (widths[index] ?? widths.at(-1) ?? 16) : measured(rows, index),
    })),
    stickyRowsCount: 1,
  };
}

const columnName = (column: number): string =>
  column > 26
    ? columnName(Math.floor((column - 1) / 26)) + columnName(((column - 1) % 26) + 1)
    : String.fromCharCode(64 + column);

/** Lets Excel filter each sheet by its header; the library has no word for it. */
const filtersOf = (sheets: readonly SheetText[]): Feature<Blob> => ({
  files: {
    transform: {
      'xl/worksheets/sheet{id}.xml': {
        transform: (xml, _options, { sheetIndex }) => {
          const { rows = [] } = sheets[sheetIndex] ?? {};
          const width = rows[0]?.length ?? 0;
          return width === 0
            ? xml
            : xml.replace('</sheetData>', `</sheetData><autoFilter ref="A1:${columnName(width)}${rows.length}"/>`);
        },
      },
    },
  },
});

/**
 * An `.xlsx` workbook with these sheets, the header of each in bold, kept in sight and to be filtered by. A text that is
 * too long for a cell of Excel is cut; `lossesIn` says which.
 */
export const writeWorkbook = (sheets: readonly SheetText[]): Promise<Blob> =>
  writeSheets(sheets.map(sheetOf), { features: [filtersOf(sheets)] }).toBlob();
