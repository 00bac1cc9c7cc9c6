/**
 * Spreadsheets take a cell of a text file for a formula by its first sign, and differ in what they pass over before it
 * and in where they see a cell begin: one that expects semicolons finds the beginning of a cell behind each semicolon
 * and each line break, quoted or not. An apostrophe there makes it text everywhere.
 */

/** Signs that open a formula, in all their widths. */
const sign = /[=+\-@＝＋－＠﹢﹣﹦﹫]/;

/** What may stand between the beginning of a cell and the sign: marks, quotes, separators and all that cannot be seen. */
const beforeSign = /['";\s\p{Cc}\p{Default_Ignorable_Code_Point}]+/gu;

/** Opens no formula, but moves the reader into the next cell or line, or ends the text for programs written in C. */
const startsWithControl = /^'*\p{Cc}/u;

/** The beginning of a cell as any spreadsheet may see it, and the mark that stands there. */
const beginning = /([;\t\r\n])('?)/g;

/** Puts something else for the mark at each place where a formula could begin. */
function remark(text: string, change: (mark: string) => string): string {
  // A line break in front makes the beginning of the text a beginning like any other.
  const line = `\n${text}`;
  const marked = line.replaceAll(beforeSign, (run: string, index: number) => {
    if (sign.test(line[index + run.length] ?? '')) {
      return run.replaceAll(beginning, (_, separator: string, mark: string) => separator + change(mark));
    }
    if (index > 0 || !startsWithControl.test(text)) return run;
    return run.replace(/^\n('?)/, (_, mark: string) => `\n${change(mark)}`);
  });
  return marked.slice(1);
}

/** A text that no spreadsheet runs when it stands in a text file: apostrophes mark what could be taken for a formula. */
export const safeCell = (text: string): string => remark(text, (mark) => `'${mark}`);

/** Takes back what `safeCell` or `typedCell` added, so that a file that was written here reads as it was. */
export const unsafeCell = (text: string): string => remark(text, () => '');

/**
 * A text for a workbook, whose cells are typed, so that nothing runs and no apostrophe is needed. One that the text has
 * itself is doubled where reading would take it for a mark.
 */
export const typedCell = (text: string): string => remark(text, (mark) => mark + mark);
