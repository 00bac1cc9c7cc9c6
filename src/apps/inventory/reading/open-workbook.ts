import { unzipSync, zipSync } from 'fflate';
import { type ScannedSheet, scanSheet, shorten, xmlOf } from './scan-sheet.ts';
import { MAX_CELLS, UnreadableFile } from './table.ts';
import { attributesOf, eachTag, MalformedXml, rootOf } from './xml-tags.ts';
import { checkSumOf, entriesOf } from './zip-directory.ts';

/** What a workbook may grow to; one of 100,000 interfaces has about 150 MB. */
const MAX_UNPACKED = 300_000_000;
const MAX_ENTRIES = 2_000;

/** A workbook that is safe to read: its archive for the library, and what was seen of its sheets. */
export interface OpenedWorkbook {
  archive: ArrayBuffer;
  sheets: readonly ScannedSheet[];
  /** Names of the sheets that the workbook hides. */
  hiddenSheets: ReadonlySet<string>;
}

function damaged(how: string): never {
  throw new UnreadableFile(
    `This workbook is damaged: ${how}. Nothing of it was read. Open it in Excel and save it again, or get another copy.`,
  );
}

/** Unpacks the parts that may matter and compares each with its check sum. */
function unpack(bytes: Uint8Array, onPart: () => void): Map<string, Uint8Array> {
  const entries = entriesOf(bytes, MAX_ENTRIES);
  if (entries === 'too many') throw new UnreadableFile('This file holds too many parts to be a workbook.');
  if (!entries) damaged('its table of contents cannot be read');
  const checkSums = new Map<string, number>();
  let left = MAX_UNPACKED;
  let index = -1;
  const parts = unzip(bytes, ({ name, originalSize }) => {
    index += 1;
    if (!name.endsWith('.xml') && !name.endsWith('.xml.rels')) return false;
    left -= originalSize;
    if (left < 0) {
      throw new UnreadableFile(`Unpacked, this workbook is larger than ${MAX_UNPACKED / 1_000_000} MB. Split it.`);
    }
    if (checkSums.has(name)) damaged(`it holds the part “${name.slice(0, 80)}” twice`);
    checkSums.set(name, entries[index]?.checkSum ?? 0);
    return true;
  });
  for (const [name, content] of Object.entries(parts)) {
    onPart();
    if (checkSumOf(content) !== checkSums.get(name)) {
      damaged(`the part “${name.slice(0, 80)}” is not as it was when it was saved (its check sum differs)`);
    }
  }
  return new Map(Object.entries(parts));
}

function unzip(bytes: Uint8Array, filter: (file: { name: string; originalSize: number }) => boolean) {
  try {
    return unzipSync(bytes, { filter });
  } catch (error) {
    if (error instanceof UnreadableFile) throw error;
    return damaged('its parts cannot be unpacked');
  }
}

/** Parts that the library reads as they stand, by the element that holds all others. */
const readAsTheyAre: ReadonlySet<string> = new Set(['workbook', 'Relationships', 'sst', 'styleSheet']);

const references: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The names of a workbook's sheets that are hidden, as the library names them. */
function hiddenSheetsIn(workbook: string): string[] {
  const names: string[] = [];
  eachTag(workbook, ({ name, kind, attributes }) => {
    if (name !== 'sheet' || kind === 'close') return true;
    const found = attributesOf(attributes);
    const isHidden = found.get('state') === 'hidden' || found.get('state') === 'veryHidden';
    if (isHidden) names.push((found.get('name') ?? '').replaceAll(/&(\w+);/g, (all, id) => references[id] ?? all));
    return true;
  });
  return names;
}

/** Sheets as the library may read them; together they have no more cells than can be worked with. */
function scanSheets(parts: ReadonlyMap<string, Uint8Array>, onReading: () => void) {
  const sheets: ScannedSheet[] = [];
  const kept: [string, Uint8Array][] = [];
  const hiddenSheets = new Set<string>();
  let cellsLeft = MAX_CELLS;
  for (const [name, content] of parts) {
    onReading();
    const xml = new TextDecoder().decode(content);
    const root = rootOf(xml);
    if (readAsTheyAre.has(root)) kept.push([name, content]);
    if (root === 'workbook') for (const sheet of hiddenSheetsIn(xml)) hiddenSheets.add(sheet);
    // Whatever a part is called, a sheet is what the library would read as one.
    if (root !== 'worksheet') continue;
    const scanned = scanSheet(xml, sheets.length, onReading);
    // Every row is padded to the widest when it is read.
    const sheet = shorten(scanned, Math.floor(cellsLeft / Math.max(scanned.width, 1)));
    cellsLeft -= sheet.numbers.length * sheet.width;
    kept.push([name, new TextEncoder().encode(xmlOf(sheet))]);
    // What it took to write them can be large.
    sheets.push({ ...sheet, rows: [] });
  }
  return { sheets, kept, hiddenSheets };
}

/**
 * Unpacks a workbook within bounds, refuses it where it is damaged, and packs what matters again without compression.
 *
 * The reader would unpack whatever it is given, and larger parts in workers of its own, which our security policy
 * refuses; stored entries need neither.
 *
 * @param onReading called from time to time while it goes on
 * @throws {UnreadableFile} when it is no workbook, a damaged one, or one that would not fit
 */
export function openWorkbook(bytes: Uint8Array, onReading: () => void): OpenedWorkbook {
  const parts = unpack(bytes, onReading);
  try {
    const { sheets, kept, hiddenSheets } = scanSheets(parts, onReading);
    const archive = zipSync(Object.fromEntries(kept), { level: 0 }).buffer as ArrayBuffer;
    return { archive, sheets, hiddenSheets };
  } catch (error) {
    if (error instanceof MalformedXml) damaged(error.message);
    throw error;
  }
}
