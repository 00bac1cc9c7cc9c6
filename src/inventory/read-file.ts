import { decodeText } from './decode-text.ts';
import { loadPart } from './missing-part.ts';
import { readCsv } from './read-csv.ts';
import { MAX_BYTES, type Table, UnreadableFile } from './table.ts';

const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;
const isOldOffice = (bytes: Uint8Array): boolean => bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11;

function refuseLarge(size: number): void {
  if (size > MAX_BYTES) throw new UnreadableFile(`This file is larger than ${MAX_BYTES / 1_000_000} MB. Split it.`);
}

/**
 * Reads a spreadsheet that a person chose; nothing is loaded of one that is too large.
 *
 * @throws {UnreadableFile} with what to do about it, also where the browser itself is refused the file
 * @throws {MissingPart} when the code for workbooks could not be loaded
 */
export async function readBlob(file: Blob): Promise<Table[]> {
  refuseLarge(file.size);
  const bytes = await file.arrayBuffer().catch((cause) => {
    throw new UnreadableFile(
      'The browser could not read this file. Another program may hold it, or it was moved, changed or not downloaded ' +
        'yet, or it is a folder. Save a copy of the spreadsheet and choose that.',
      { cause },
    );
  });
  return readFile(new Uint8Array(bytes));
}

/**
 * Reads a spreadsheet by what it holds, whatever its name says.
 *
 * @throws {UnreadableFile} with what to do about it
 * @throws {MissingPart} when the code for workbooks could not be loaded
 */
export async function readFile(bytes: Uint8Array): Promise<Table[]> {
  refuseLarge(bytes.length);
  if (isOldOffice(bytes)) {
    throw new UnreadableFile(
      'This is a workbook of the old .xls kind, or one with a password. Save it as .xlsx without one.',
    );
  }
  if (isZip(bytes)) {
    // Many inventories come as CSV and never need the code that unpacks workbooks.
    const { readWorkbook } = await loadPart('reads Excel files', () => import('./read-workbook.ts'));
    return readWorkbook(bytes);
  }
  const { text, encoding } = decodeText(bytes);
  const table = readCsv(text);
  if (encoding !== 'windows-1252') return [table];
  return [{ ...table, remarks: [...table.remarks, 'Read as Windows-1252 text, because it is no valid UTF-8.'] }];
}
