/** Characters that a cell of Excel holds; a file with more is called damaged. */
export const MAX_CELL = 32_767;

/** XML 1.0 has no characters for these, or reads them as others. */
const unwritable = /(?![\t\n])\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu;

/** What a workbook's reader would take for such a character. */
const looksWritten = /_(?=x[0-9a-f]{4}_)/gi;

const written = (character: string): string =>
  `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;

/**
 * Every object has something by these names, and the library that writes workbooks would find it instead of the text.
 * With one letter as its code Excel shows `constructor`; LibreOffice, which knows only codes of control characters, the
 * code.
 */
const isObjectsOwn = (text: string): boolean => text in Object.prototype;

/** The part of a text that a cell of Excel holds; no character is cut in two. */
export function fitCell(text: string): string {
  if (text.length <= MAX_CELL) return text;
  const fitting = text.slice(0, MAX_CELL);
  return /[\ud800-\udbff]$/.test(fitting) ? fitting.slice(0, -1) : fitting;
}

/**
 * A text as workbooks write it (ECMA-376, `ST_Xstring`): what XML cannot carry stands as its code, `_x000B_`, and comes
 * back as it was.
 */
export function excelText(text: string): string {
  const plain = text.replaceAll(looksWritten, written('_')).replaceAll(unwritable, written);
  return isObjectsOwn(plain) ? written(plain) + plain.slice(1) : plain;
}
