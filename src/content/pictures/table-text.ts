/** A table as the words of its cells, so that a picture can be drawn from what the reader can look up below it. */
export interface TableText {
  head: readonly string[];
  rows: readonly Row[];
}

export interface Row {
  cells: readonly string[];
  /** Whether its first cell is all bold or italic, as totals and subtotals are set. */
  standsOut: boolean;
}

/** Says what an author has to change so that a picture can be drawn; the content check names file and line. */
export class PictureFault extends Error {
  override name = 'PictureFault';
}

/**
 * The position of the column that has this heading.
 *
 * @throws {PictureFault} when none has it
 */
export function columnAt({ head }: TableText, heading: string): number {
  const index = head.indexOf(heading);
  if (index >= 0) return index;
  throw new PictureFault(`has no column "${heading}"; allowed are ${head.map((one) => `"${one}"`).join(', ')}`);
}

/** Least and most of an amount as an author writes it; both are the same unless it is a range. */
export interface Amount {
  least: number;
  most: number;
}

const amountPattern = /^(?:about |at most |up to |USD |EUR )?([−-]?[\d,]*\.?\d+)(?: ?(?:to|–|-) ?([\d,]*\.?\d+))?/;
const numberOf = (digits: string): number => Number(digits.replaceAll(',', '').replace('−', '-'));

/**
 * `13.5`, `2 h`, `9,400`, `2 to 3` and `1 to 2, after go-live` as amounts.
 *
 * @returns `undefined` for a cell that is empty or says "none"
 * @throws {PictureFault} for words that begin with no number
 */
export function amountOf(cell: string): Amount | undefined {
  if (cell === '' || cell === 'none') return undefined;
  const [, least, most] = amountPattern.exec(cell) ?? [];
  if (least === undefined) throw new PictureFault(`cannot draw "${cell}": a number or a range (2 to 3) is wanted`);
  return { least: numberOf(least), most: numberOf(most ?? least) };
}

/** A cutover runs over a weekend, so the week of its clock begins on Friday. */
export const clockDays: readonly string[] = ['Fri', 'Sat', 'Sun', 'Mon', 'Tue', 'Wed', 'Thu'];
const clockPattern = new RegExp(String.raw`^(${clockDays.join('|')})[a-z]* (\d\d):(\d\d)`);

/** Hours from Friday 00:00 to `Sun 05:30` or `Monday 06:00, not later`; `undefined` for what is no such time. */
export function clockHours(cell: string): number | undefined {
  const [, day, hour, minute] = clockPattern.exec(cell) ?? [];
  if (day === undefined) return undefined;
  const days = clockDays.indexOf(day);
  return days * 24 + Number(hour) + Number(minute) / 60;
}
