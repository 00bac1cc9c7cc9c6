/** Room on a slide, in inches, and what is set in it. */
export interface Room {
  w: number;
  h: number;
  /** Mean width of a letter of the typeface, as a part of the type size; rather too much than too little. */
  letter: number;
}

/** A text that fits into its room. */
export interface FittedText {
  text: string;
  /** Type size in points. */
  size: number;
  /** Whether words were left out at the end. */
  isCut: boolean;
}

const POINTS_AN_INCH = 72;
const LINE = 1.22;

function linesOf(text: string, letters: number): number {
  let lines = 0;
  for (const paragraph of text.split('\n')) {
    let used = 0;
    lines += 1;
    for (const { length } of paragraph.split(' ')) {
      if (used > 0 && used + 1 + length > letters) {
        lines += 1;
        used = 0;
      }
      // A word wider than the room is broken.
      lines += Math.max(0, Math.ceil(length / letters) - 1);
      used += (used > 0 ? 1 : 0) + Math.min(length, letters);
    }
  }
  return lines;
}

const fits = (text: string, { w, h, letter }: Room, size: number): boolean =>
  linesOf(text, Math.floor((w * POINTS_AN_INCH) / (size * letter))) * size * LINE <= h * POINTS_AN_INCH;

/**
 * The largest of some type sizes at which a text stays inside its room. Programs that show slides shrink a text only once
 * somebody edits it, so its size has to be right when the file is written. A text that is too long for the smallest size
 * loses words at its end.
 *
 * @param sizes type sizes in points, the largest first
 * @throws {RangeError} without any size
 */
export function fitText(text: string, room: Room, sizes: readonly number[]): FittedText {
  const smallest = sizes.at(-1);
  if (smallest === undefined) throw new RangeError('A text needs a type size');
  const size = sizes.find((each) => fits(text, room, each));
  if (size !== undefined) return { text, size, isCut: false };
  const words = text.split(' ');
  let [kept, gone] = [0, words.length];
  while (gone - kept > 1) {
    const middle = Math.floor((kept + gone) / 2);
    if (fits(`${words.slice(0, middle).join(' ')} …`, room, smallest)) kept = middle;
    else gone = middle;
  }
  return { text: `${words.slice(0, kept).join(' ')} …`, size: smallest, isCut: true };
}
