/** What makes a spreadsheet take a cell for a formula, or reach into the next one. */
const opensFormula = /^[=+\-@\t\r]/;

/** A text that no spreadsheet runs: one that begins like a formula gets an apostrophe, which marks it as text. */
export const safeCell = (text: string): string => (opensFormula.test(text) ? `'${text}` : text);

/** Takes back what `safeCell` added, so that a file that was written here reads as it was. */
export const unsafeCell = (text: string): string =>
  text.startsWith("'") && opensFormula.test(text.slice(1)) ? text.slice(1) : text;
