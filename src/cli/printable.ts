/** Control characters, those that end lines among them, and signs that turn the direction of a line. */
const unprintable = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;

/**
 * A text of a file as it may be shown in a terminal: what would steer the terminal, or begin a line that looks like one
 * of ours, is written as its code (`\u{1b}`).
 */
export const printable = (text: string): string =>
  text.replaceAll(unprintable, (sign) => `\\u{${sign.codePointAt(0)?.toString(16)}}`);
