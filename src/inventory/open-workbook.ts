import { unzipSync, zipSync } from 'fflate';
import { MAX_COLUMNS, MAX_ROWS, UnreadableFile } from './table.ts';

/** What a workbook may grow to; one of 100,000 interfaces has about 150 MB. */
const MAX_UNPACKED = 300_000_000;
const MAX_ENTRIES = 2_000;
/** The reader pads every row to the widest, so it is the rectangle around all cells that has to fit. */
const MAX_CELLS = MAX_ROWS * MAX_COLUMNS;

const END_OF_ARCHIVE = 0x06054b50;

/** Number of entries that the archive claims to have, before any is looked at. */
function entriesIn(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 65_558); at -= 1) {
    if (view.getUint32(at, true) === END_OF_ARCHIVE) return view.getUint16(at + 10, true);
  }
  return 0;
}

function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters) number = number * 26 + letter.charCodeAt(0) - 64;
  return number;
}

const emptyRow = /<row\b[^>]*(?:\/>|>(?:\s*<c\b[^>]*\/>)*\s*<\/row>)/g;
const filledCell = /<c\b[^>]*\br="([A-Z]{1,3})(\d{1,7})"[^>]*[^/]>/g;

/** Drops empty rows, of which formatting leaves a million, and refuses cells so far out that all between would be padded. */
function trimSheet(bytes: Uint8Array): Uint8Array {
  const text = new TextDecoder().decode(bytes);
  let lastColumn = 0;
  let lastRow = 0;
  for (const [, letters = '', row] of text.matchAll(filledCell)) {
    lastColumn = Math.max(lastColumn, columnNumber(letters));
    lastRow = Math.max(lastRow, Number(row));
  }
  if (lastColumn * lastRow > MAX_CELLS) {
    throw new UnreadableFile(
      `The sheet reaches to row ${lastRow} and column ${lastColumn}, far outside any table. Copy the table into a new workbook.`,
    );
  }
  return new TextEncoder().encode(text.replaceAll(emptyRow, ''));
}

const isSheet = (name: string): boolean => /^xl\/worksheets\/[^/]+\.xml$/.test(name);

/**
 * Unpacks a workbook within bounds and packs what matters again without compression.
 *
 * The reader would unpack whatever it is given, and larger parts in workers of its own, which our security policy
 * refuses; stored entries need neither.
 *
 * @throws {UnreadableFile} when it is no workbook, or one that would not fit
 */
export function openWorkbook(bytes: Uint8Array): ArrayBuffer {
  if (entriesIn(bytes) > MAX_ENTRIES) throw new UnreadableFile('This file holds too many parts to be a workbook.');
  let left = MAX_UNPACKED;
  const parts = unzip(bytes, ({ name, originalSize }) => {
    if (!name.endsWith('.xml') && !name.endsWith('.xml.rels')) return false;
    left -= originalSize;
    if (left < 0) {
      throw new UnreadableFile(`Unpacked, this workbook is larger than ${MAX_UNPACKED / 1_000_000} MB. Split it.`);
    }
    return true;
  });
  const trimmed = Object.entries(parts).map(([name, content]): [string, Uint8Array] => [
    name,
    isSheet(name) ? trimSheet(content) : content,
  ]);
  return zipSync(Object.fromEntries(trimmed), { level: 0 }).buffer as ArrayBuffer;
}

function unzip(bytes: Uint8Array, filter: (file: { name: string; originalSize: number }) => boolean) {
  try {
    return unzipSync(bytes, { filter });
  } catch (error) {
    if (error instanceof UnreadableFile) throw error;
    throw new UnreadableFile('This workbook is damaged: its parts cannot be unpacked. Save it again from Excel.');
  }
}
