import { contentOf, isSeen, type OpenCell } from './sheet-cell.ts';
import { type Behind, type LeftOut, MAX_COLUMNS, MAX_ROWS, UnreadableFile } from './table.ts';
import { attributesOf, eachTag, type XmlTag } from './xml-tags.ts';

/** A sheet written anew with what holds anything, and what was seen on the way. */
export interface ScannedSheet {
  /** The XML of its rows, without gaps from the second on; the first names the sheet by the number it was given. */
  rows: string[];
  /** The numbers that the rows had, from the second on. */
  numbers: number[];
  /** For each row what stood behind the last column that is kept. */
  behind: ReadonlyMap<number, Behind>;
  /** For each row how many cells certainly hold something, whatever the texts are that all sheets share. */
  certainCells: number[];
  /** Columns that the widest row has. */
  width: number;
  /** Numbers of the rows that are hidden. */
  hidden: ReadonlySet<number>;
  /** Cells merged over several rows: the value stands in the first of them, and is meant for all. */
  merged: readonly MergedCells[];
  leftOut: LeftOut | undefined;
}

/** One column of cells that are merged over several rows, by numbers from 1; both rows belong to them. */
export interface MergedCells {
  column: number;
  firstRow: number;
  lastRow: number;
}

/** More than any list has; each is filled in when the sheet is read. */
const MAX_MERGED = 10_000;

/** Excel's own bounds. */
const LAST_ROW = 1_048_576;
const LAST_COLUMN = 16_384;

const types: ReadonlySet<string> = new Set(['b', 'd', 'e', 'inlineStr', 'n', 's', 'str']);

const columnName = (column: number): string =>
  column > 26
    ? columnName(Math.floor((column - 1) / 26)) + columnName(((column - 1) % 26) + 1)
    : String.fromCharCode(64 + column);

/** Names of the columns that are kept, which are written millions of times. */
const columnNames = Array.from({ length: MAX_COLUMNS + 1 }, (_, index) => (index === 0 ? '' : columnName(index)));

function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters) number = number * 26 + letter.charCodeAt(0) - 64;
  return number;
}

function refuse(reference: string): never {
  throw new UnreadableFile(
    `The workbook is damaged: “${reference.slice(0, 40)}” is no place of a cell or row in a sheet, or stands out of order. Open the workbook in Excel, save it again and choose that.`,
  );
}

function readRowNumber(reference: string): number {
  const number = /^\d{1,7}$/.test(reference) ? Number(reference) : 0;
  return number >= 1 && number <= LAST_ROW ? number : refuse(reference);
}

function readColumn(reference: string, row: number): number {
  const [, letters = '', digits = ''] = /^([A-Z]{1,3})(\d{1,7})$/.exec(reference) ?? [];
  const column = columnNumber(letters);
  return column >= 1 && Number(digits) === row ? column : refuse(reference);
}

/** Cells merged over several rows, of which the first column holds the value; nothing for any other reference. */
function mergedCellsOf(reference: string): MergedCells | undefined {
  const [, letters = '', first = '', , last = ''] =
    /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/.exec(reference) ?? [];
  const [column, firstRow, lastRow] = [columnNumber(letters), Number(first), Number(last)];
  return column >= 1 && column <= MAX_COLUMNS && lastRow > firstRow ? { column, firstRow, lastRow } : undefined;
}

/**
 * Reads a sheet's XML once, from start to end, and writes it anew without what holds nothing.
 *
 * The library that reads workbooks pads every row to the widest and fills gaps between rows, so a cell far out would
 * cost as much as all that is between; it gives up the whole workbook for a text formula without a value, and shows
 * other formulas without one as blank. It is given nothing but what is written here.
 *
 * @param sheet the number by which the sheet is known again
 * @param onTags called from time to time while it goes on
 * @throws {UnreadableFile} where a cell or row stands where none can stand
 * @throws {MalformedXml} where the XML is not well formed
 */
export function scanSheet(xml: string, sheet: number, onTags: () => void): ScannedSheet {
  const rows: string[] = [`<row r="1"><c r="A1"><v>${sheet}</v></c></row>`];
  const numbers: number[] = [];
  const behind = new Map<number, Behind>();
  const certainCells: number[] = [];
  const hidden = new Set<number>();
  const merged: MergedCells[] = [];
  let width = 0;
  let leftOut: LeftOut | undefined;

  let isInData = false;
  let isInRow = false;
  let row = 0;
  let cells: string[] = [];
  let certain = 0;
  let beyond: Behind | undefined;
  let column = 0;
  let cell: OpenCell | undefined;
  let isPhonetic = false;
  let tags = 0;

  function startRow(attributes: string): void {
    const found = attributesOf(attributes);
    const reference = found.get('r');
    const number = reference === undefined ? row + 1 : readRowNumber(reference);
    if (isInRow || number <= row || number > LAST_ROW) refuse(reference ?? String(number));
    if (found.get('hidden') === '1' || found.get('hidden') === 'true') hidden.add(number);
    isInRow = true;
    row = number;
    column = 0;
    cells = [];
    certain = 0;
    beyond = undefined;
  }

  function endRow(): void {
    isInRow = false;
    if (cells.length === 0 && !beyond) return;
    if (numbers.length > MAX_ROWS) {
      leftOut = { count: (leftOut?.count ?? 0) + 1, first: leftOut?.first ?? row, last: row };
      return;
    }
    numbers.push(row);
    certainCells.push(certain);
    rows.push(`<row r="${rows.length + 1}">${cells.join('')}</row>`);
    if (beyond) behind.set(row, beyond);
  }

  function startCell(attributes: string): OpenCell {
    const found = attributesOf(attributes);
    const reference = found.get('r');
    const next = reference === undefined ? column + 1 : readColumn(reference, row);
    if (cell || !isInRow || next <= column || next > LAST_COLUMN) refuse(reference ?? `column ${next}`);
    column = next;
    const type = found.get('t') ?? 'n';
    if (!types.has(type)) refuse(`${reference ?? ''} t="${type}"`);
    return { column, type, style: found.get('s'), value: undefined, formula: undefined, inline: undefined };
  }

  function endCell(ended: OpenCell): void {
    const content = contentOf(ended);
    if (!content) return;
    if (ended.column > MAX_COLUMNS) {
      beyond = { count: (beyond?.count ?? 0) + 1, first: beyond?.first ?? content.text };
      return;
    }
    certain += Number(isSeen(content.text));
    width = Math.max(width, ended.column);
    cells.push(`<c r="${columnNames[ended.column]}${rows.length + 1}"${content.xml}</c>`);
  }

  function addMerged({ kind, attributes }: XmlTag): void {
    if (kind === 'close' || merged.length >= MAX_MERGED) return;
    const found = mergedCellsOf(attributesOf(attributes).get('ref') ?? '');
    if (found) merged.push(found);
  }

  /** What each element of the rows does; a text is known where its element ends. */
  const elements = new Map<string, (tag: XmlTag, current: OpenCell | undefined) => void>([
    [
      'row',
      ({ kind, attributes }) => {
        if (kind !== 'close') startRow(attributes);
        if (kind !== 'open') endRow();
      },
    ],
    [
      'c',
      ({ kind, attributes }) => {
        if (kind !== 'close') cell = startCell(attributes);
        if (kind === 'close' && cell) endCell(cell);
        if (kind !== 'open') cell = undefined;
      },
    ],
    ['f', ({ kind, text }, current) => current && kind !== 'open' && Object.assign(current, { formula: text })],
    ['v', ({ kind, text }, current) => current && kind !== 'open' && Object.assign(current, { value: text })],
    [
      't',
      ({ kind, text }, current) => {
        if (current && kind !== 'open' && !isPhonetic) current.inline = (current.inline ?? '') + text;
      },
    ],
    // How a word is spoken is no part of it.
    [
      'rPh',
      ({ kind }) => {
        isPhonetic = kind === 'open';
      },
    ],
  ]);

  eachTag(xml, (tag) => {
    tags += 1;
    if (tags % 100_000 === 0) onTags();
    if (tag.name === 'sheetData') isInData = tag.kind === 'open';
    else if (tag.name === 'mergeCell') addMerged(tag);
    else if (isInData) elements.get(tag.name)?.(tag, cell);
    return true;
  });
  return {
    rows,
    numbers,
    behind,
    certainCells,
    width,
    hidden,
    merged,
    leftOut,
  };
}

/** The sheet with no more than some rows; those behind them are counted. */
export function shorten(sheet: ScannedSheet, most: number): ScannedSheet {
  const { rows, numbers, leftOut } = sheet;
  const [first, last] = [numbers[most], numbers.at(-1)];
  if (first === undefined || last === undefined) return sheet;
  return {
    ...sheet,
    rows: rows.slice(0, most + 1),
    numbers: numbers.slice(0, most),
    leftOut: { count: numbers.length - most + (leftOut?.count ?? 0), first, last: leftOut?.last ?? last },
  };
}

/** The XML of a scanned sheet, as the library that reads workbooks is given it. */
export const xmlOf = ({ rows }: ScannedSheet): string =>
  `<worksheet><sheetData>${rows.join('')}</sheetData></worksheet>`;
