/** What the directory at the end of a zip archive says of one of its entries. */
export interface ZipEntry {
  /** CRC-32 of the entry when it was packed. */
  checkSum: number;
}

const END_OF_ARCHIVE = 0x06054b50;
const END_LENGTH = 22;
/** The end may have a comment behind it, of which two bytes hold the length. */
const LONGEST_COMMENT = 65_535;
const ZIP64_LOCATOR = 0x07064b50;
const ZIP64_END = 0x06064b50;
const ENTRY = 0x02014b50;
const ENTRY_LENGTH = 46;

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

function endOf(view: DataView): number | undefined {
  const first = Math.max(0, view.byteLength - END_LENGTH - LONGEST_COMMENT);
  for (let at = view.byteLength - END_LENGTH; at >= first; at -= 1) {
    if (view.getUint32(at, true) === END_OF_ARCHIVE) return at;
  }
  return undefined;
}

/** Whether bytes are a zip archive: they begin as one or have the end of one. Text may well begin with "PK". */
export function isArchive(bytes: Uint8Array): boolean {
  const beginsAsOne = bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;
  return beginsAsOne || endOf(viewOf(bytes)) !== undefined;
}

/** How many entries there are and where the first is described; large archives say it in a record of their own. */
function directoryOf(view: DataView): { count: number; start: number } | undefined {
  const end = endOf(view);
  if (end === undefined) return undefined;
  if (end >= 20 && view.getUint32(end - 20, true) === ZIP64_LOCATOR) {
    const large = view.getUint32(end - 12, true);
    if (large + 52 <= view.byteLength && view.getUint32(large, true) === ZIP64_END) {
      return { count: view.getUint32(large + 32, true), start: view.getUint32(large + 48, true) };
    }
  }
  return { count: view.getUint16(end + 8, true), start: view.getUint32(end + 16, true) };
}

/**
 * What the archive claims to hold, in its own order and without looking at any of it.
 *
 * @returns `undefined` where the directory is damaged
 */
export function entriesOf(bytes: Uint8Array, most: number): ZipEntry[] | 'too many' | undefined {
  const view = viewOf(bytes);
  const directory = directoryOf(view);
  if (!directory) return undefined;
  if (directory.count > most) return 'too many';
  const entries: ZipEntry[] = [];
  let at = directory.start;
  while (entries.length < directory.count) {
    if (at + ENTRY_LENGTH > view.byteLength || view.getUint32(at, true) !== ENTRY) return undefined;
    entries.push({ checkSum: view.getUint32(at + 16, true) });
    at += ENTRY_LENGTH + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

/** What each value of a byte does to a CRC-32. */
const steps = Uint32Array.from({ length: 256 }, (_, byte) => {
  let step = byte;
  for (let bit = 0; bit < 8; bit += 1) step = step & 1 ? (step >>> 1) ^ 0xedb88320 : step >>> 1;
  return step;
});

/** The CRC-32 of bytes, as zip archives have it; fflate keeps its own to itself, and does not check when it unpacks. */
export function checkSumOf(bytes: Uint8Array): number {
  let sum = 0xffffffff;
  for (let at = 0; at < bytes.length; at += 1) {
    sum = (sum >>> 8) ^ (steps[(sum ^ (bytes[at] ?? 0)) & 0xff] ?? 0);
  }
  return (sum ^ 0xffffffff) >>> 0;
}
