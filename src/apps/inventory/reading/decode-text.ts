import { UnreadableFile } from './table.ts';

const startsWith = (bytes: Uint8Array, ...start: number[]): boolean =>
  start.every((byte, index) => bytes[index] === byte);

/** How many bytes follow the first one of a character in UTF-8; none begins one where this is undefined. */
function followersOf(byte: number): number | undefined {
  if (byte >= 0xc2 && byte <= 0xdf) return 1;
  if (byte >= 0xe0 && byte <= 0xef) return 2;
  return byte >= 0xf0 && byte <= 0xf4 ? 3 : undefined;
}

const isFollower = (byte: number | undefined): boolean => byte !== undefined && byte >= 0x80 && byte <= 0xbf;

/** Characters beyond ASCII that are written as UTF-8 has them, bytes that are not, and the first of these. */
export function weighUtf8(bytes: Uint8Array): { good: number; bad: number; firstBad: number | undefined } {
  let good = 0;
  let bad = 0;
  let firstBad: number | undefined;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x80) continue;
    const length = followersOf(byte);
    let found = 0;
    while (length !== undefined && found < length && isFollower(bytes[at + found + 1])) found += 1;
    if (found === length) good += 1;
    else {
      bad += 1;
      firstBad ??= byte;
    }
    at += found;
  }
  return { good, bad, firstBad };
}

/** Letters beyond ASCII hardly ever form UTF-8 by accident, so even as many good as bad ones tell what was meant. */
function encodingOf(bytes: Uint8Array): string {
  if (startsWith(bytes, 0xef, 0xbb, 0xbf)) return 'utf-8';
  if (startsWith(bytes, 0xff, 0xfe)) return 'utf-16le';
  if (startsWith(bytes, 0xfe, 0xff)) return 'utf-16be';
  const { good, bad } = weighUtf8(bytes);
  return good >= bad ? 'utf-8' : 'windows-1252';
}

/** Share of characters that no text has; above it the bytes are no text. */
const MOST_CONTROL = 0.01;
/** Damaged letters that a text may have; in a short one a few are a large share. */
const MOST_DAMAGED = 0.05;
const FEW = 10;

function isText(text: string): boolean {
  const sample = text.slice(0, 100_000);
  const control = sample.match(/(?![\t\n\v\f\r])\p{Cc}/gu)?.length ?? 0;
  const damaged = sample.split('\ufffd').length - 1;
  return control <= sample.length * MOST_CONTROL && damaged <= Math.max(sample.length * MOST_DAMAGED, FEW);
}

/** A text, and whether bytes of it could not be read; each of them stands in it as U+FFFD. */
export interface DecodedText {
  text: string;
  encoding: string;
  isDamaged: boolean;
  /** The first byte that is no UTF-8, where the text is such. */
  firstBad?: number | undefined;
}

function decode(bytes: Uint8Array, encoding: string): DecodedText {
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding, isDamaged: false };
  } catch {
    const text = new TextDecoder(encoding).decode(bytes);
    return { text, encoding, isDamaged: true, firstBad: encoding === 'utf-8' ? weighUtf8(bytes).firstBad : undefined };
  }
}

/**
 * Text of a file as spreadsheets write it: UTF-8 with or without its mark, UTF-16 with it, else Windows-1252. A few bad
 * bytes do not make another encoding of a text that is UTF-8 otherwise.
 *
 * @throws {UnreadableFile} when the bytes are no text
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const decoded = decode(bytes, encodingOf(bytes));
  if (!isText(decoded.text)) {
    throw new UnreadableFile('This file holds no text. Save it as .csv or .xlsx and try again.');
  }
  return decoded;
}
