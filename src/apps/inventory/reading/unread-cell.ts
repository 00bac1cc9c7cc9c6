/**
 * Stands in a cell whose formula has no kept value, before the formula; it looks like an error of Excel's because it is
 * one for the reader: nothing can be known about the cell before the workbook was calculated and saved.
 */
const NO_VALUE = '#NO VALUE!';

/** What Excel shows where a formula has no result. */
const errors: ReadonlySet<string> = new Set([
  '#NULL!',
  '#DIV/0!',
  '#VALUE!',
  '#REF!',
  '#NAME?',
  '#NUM!',
  '#N/A',
  '#GETTING_DATA',
  '#SPILL!',
  '#CALC!',
  '#FIELD!',
  '#BLOCKED!',
  '#CONNECT!',
  '#UNKNOWN!',
  '#BUSY!',
  '#EXTERNAL!',
  '#PYTHON!',
]);

const LONGEST = 200;

/** The text of a cell whose formula has no kept value. */
export const withoutValue = (formula: string): string => `${NO_VALUE} =${formula.slice(0, LONGEST)}`;

/** What would be allowed instead of a cell that holds no value but an error; nothing where it holds anything else. */
export function allowedForError(text: string): string | undefined {
  if (text.startsWith(NO_VALUE)) {
    return 'a value (the file keeps none for this formula; open it in Excel and save it again)';
  }
  return errors.has(text.toUpperCase()) ? 'a value (this is the error of a formula)' : undefined;
}

/**
 * Whether a formula can have no empty text as its result: a text that is not empty stands outside all brackets, where
 * it is joined or compared.
 */
export function isNeverEmpty(formula: string): boolean {
  let depth = 0;
  // What stands between two marks is a text; a doubled mark inside of one makes two texts of it.
  return formula.split('"').some((part, index) => {
    if (index % 2 === 1) return depth === 0 && part !== '';
    depth += part.split('(').length - part.split(')').length;
    return false;
  });
}
