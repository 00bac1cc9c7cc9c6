import { loadPart } from '#apps/inventory/machine/missing-part.ts';
import { type DecodedText, decodeText } from './decode-text.ts';
import { readCsv } from './read-csv.ts';
import { MAX_BYTES, quoted, rowList, type Table, UnreadableFile } from './table.ts';
import { isArchive } from './zip-directory.ts';

const isOldOffice = (bytes: Uint8Array): boolean => bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11;

function refuseLarge(size: number): void {
  if (size > MAX_BYTES) throw new UnreadableFile(`This file is larger than ${MAX_BYTES / 1_000_000} MB. Split it.`);
}

/** Told from time to time while a file is read, so that whoever waits knows that it goes on. */
export type OnReading = () => void;

const nobody: OnReading = () => undefined;

/**
 * Reads a spreadsheet that a person chose; nothing is loaded of one that is too large.
 *
 * @throws {UnreadableFile} with what to do about it, also where the browser itself is refused the file
 * @throws {MissingPart} when the code for workbooks could not be loaded
 */
export async function readBlob(file: Blob, onReading = nobody): Promise<Table[]> {
  refuseLarge(file.size);
  const bytes = await file.arrayBuffer().catch((cause) => {
    throw new UnreadableFile(
      'The browser could not read this file. Another program may hold it, or it was moved, changed or not downloaded ' +
        'yet, or it is a folder. Save a copy of the spreadsheet and choose that.',
      { cause },
    );
  });
  return readFile(new Uint8Array(bytes), onReading);
}

const inHex = (byte: number): string => byte.toString(16).toUpperCase().padStart(2, '0');

/** Says in which rows bytes could not be read; each of them stands there as U+FFFD. */
function damageRemark({ rows, numbers }: Table, { encoding, firstBad }: DecodedText): string {
  const hit = rows.flatMap((cells, index) => {
    const cell = cells.find((text) => text.includes('\ufffd'));
    return cell === undefined ? [] : [{ number: numbers[index] ?? index + 1, cell }];
  });
  const name = encoding.toUpperCase();
  const [first] = hit;
  const byte =
    firstBad === undefined
      ? ''
      : `; the first is ${inHex(firstBad)} hexadecimal, which is ${quoted(new TextDecoder('windows-1252').decode(Uint8Array.of(firstBad)))} in Windows-1252`;
  if (!first) return `The file is ${name} text with bytes that are not valid, in rows that were left out${byte}.`;
  const where = rowList(hit.map(({ number }) => number));
  return `The file is ${name} text, but there are bytes in ${where} that are not valid${byte}. They are shown as \ufffd, such as in ${quoted(first.cell)}.`;
}

function readText(bytes: Uint8Array, onReading: OnReading): Table {
  const decoded = decodeText(bytes);
  const table = readCsv(decoded.text, onReading);
  const remarks = [
    ...(decoded.encoding === 'windows-1252' ? ['Read as Windows-1252 text, because it is no valid UTF-8.'] : []),
    ...(decoded.isDamaged ? [damageRemark(table, decoded)] : []),
  ];
  return { ...table, remarks: [...table.remarks, ...remarks] };
}

/**
 * Reads a spreadsheet by what it holds, whatever its name says.
 *
 * @throws {UnreadableFile} with what to do about it
 * @throws {MissingPart} when the code for workbooks could not be loaded
 */
export async function readFile(bytes: Uint8Array, onReading = nobody): Promise<Table[]> {
  refuseLarge(bytes.length);
  if (isOldOffice(bytes)) {
    throw new UnreadableFile(
      'This is a workbook of the old .xls kind, or one with a password. Save it as .xlsx without one.',
    );
  }
  if (isArchive(bytes)) {
    // Many inventories come as CSV and never need the code that unpacks workbooks.
    const { readWorkbook } = await loadPart('reads Excel files', () => import('./read-workbook.ts'));
    return readWorkbook(bytes, onReading);
  }
  return [readText(bytes, onReading)];
}
