import { UnreadableFile } from './table.ts';

const startsWith = (bytes: Uint8Array, ...start: number[]): boolean =>
  start.every((byte, place) => bytes[place] === byte);

function encodingOf(bytes: Uint8Array): string {
  if (startsWith(bytes, 0xef, 0xbb, 0xbf)) return 'utf-8';
  if (startsWith(bytes, 0xff, 0xfe)) return 'utf-16le';
  if (startsWith(bytes, 0xfe, 0xff)) return 'utf-16be';
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return 'utf-8';
  } catch {
    return 'windows-1252';
  }
}

/** Share of characters that no text has; above it the bytes are no text. */
const MOST_CONTROL = 0.01;

function isText(text: string): boolean {
  const sample = text.slice(0, 100_000);
  const control = sample.match(/(?![\t\n\v\f\r])\p{Cc}|\ufffd/gu)?.length ?? 0;
  return control <= sample.length * MOST_CONTROL;
}

/**
 * Text of a file as spreadsheets write it: UTF-8 with or without its mark, UTF-16 with it, else Windows-1252.
 *
 * @throws {UnreadableFile} when the bytes are no text
 */
export function decodeText(bytes: Uint8Array): { text: string; encoding: string } {
  const encoding = encodingOf(bytes);
  const text = new TextDecoder(encoding).decode(bytes);
  if (!isText(text)) throw new UnreadableFile('This file holds no text. Save it as .csv or .xlsx and try again.');
  return { text, encoding };
}
