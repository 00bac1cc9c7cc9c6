/** Characters that a cell of Excel holds; a file with more is called damaged. */
export const MAX_CELL = 32_767;

/** XML 1.0 has no characters for these, reads them as others, or the library that writes drops them and what follows. */
const unwritable = /(?![\t\n])\p{Cc}|\p{Cs}|\p{Noncharacter_Code_Point}/gu;

/** What a workbook's reader would take for such a character. */
const looksWritten = /_(?=x[0-9a-f]{4}_)/gi;

/** Each half of a pair by itself. */
const written = (character: string): string =>
  Array.from(
    { length: character.length },
    (_, index) => `_x${character.charCodeAt(index).toString(16).toUpperCase().padStart(4, '0')}_`,
  ).join('');

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
  return isObjectsOwn(plain) ? written(plain.charAt(0)) + plain.slice(1) : plain;
}
