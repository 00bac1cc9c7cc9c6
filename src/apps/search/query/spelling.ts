/** Words below this length are too like too many others. */
const SHORTEST_CORRECTED = 4;

/** Up to this length one slip is believed, above it two. */
const LONGEST_WITH_ONE_SLIP = 7;

/** Slips between the beginnings of one word, a row each, and those of another, a column each. */
type Row = readonly number[];

const cell = (row: Row | undefined, column: number): number => row?.[column] ?? Number.POSITIVE_INFINITY;

/** The row of `one`'s beginning that ends at `place`, from the two rows before it. */
function nextRow(one: string, other: string, index: number, [last, before]: readonly [Row, Row?]): Row {
  const row = [index];
  for (let column = 1; column <= other.length; column += 1) {
    const isSame = one[index - 1] === other[column - 1];
    const isSwapped = one[index - 1] === other[column - 2] && one[index - 2] === other[column - 1];
    row[column] = Math.min(
      cell(last, column) + 1,
      cell(row, column - 1) + 1,
      cell(last, column - 1) + (isSame ? 0 : 1),
      isSwapped ? cell(before, column - 2) + 1 : Number.POSITIVE_INFINITY,
    );
  }
  return row;
}

/** How many letters have to be changed, added, left out or swapped with their neighbour to make one word of another. */
export function slipsBetween(one: string, other: string): number {
  let rows: readonly [Row, Row?] = [Array.from({ length: other.length + 1 }, (_, column) => column)];
  for (let index = 1; index <= one.length; index += 1) rows = [nextRow(one, other, index, rows), rows[0]];
  return cell(rows[0], other.length);
}

/** Below this length words that differ in their first letter are different words: `made`, `fade`, `trade`. */
const SHORTEST_WITH_OTHER_START = 5;

/** In a word of this length one slip leaves little doubt. */
const SHORTEST_WITH_SURE_SLIP = 6;

/** A slip in the first letter is rarer than one elsewhere, yet likelier than two. */
const OTHER_START = 0.5;

/** How far a word is from one of the site's, in slips; infinity where it is not believed to be meant. */
function distance(word: string, other: string): number {
  const believed = word.length > LONGEST_WITH_ONE_SLIP ? 2 : 1;
  if (Math.abs(other.length - word.length) > believed) return Number.POSITIVE_INFINITY;
  const isSameStart = other[0] === word[0];
  if (!isSameStart && (word.length < SHORTEST_WITH_OTHER_START || !word.includes(other.slice(2))))
    return Number.POSITIVE_INFINITY;
  const slips = slipsBetween(word, other);
  if (isSameStart) return slips <= believed ? slips : Number.POSITIVE_INFINITY;
  return slips <= 1 ? slips + OTHER_START : Number.POSITIVE_INFINITY;
}

/** Whether little speaks for a correction: a short word has many neighbours, and two slips make another word. */
export const isThinCorrection = (typed: string, corrected: string): boolean =>
  typed !== corrected && (corrected.length < SHORTEST_WITH_SURE_SLIP || slipsBetween(typed, corrected) > 1);

/**
 * The word nearest to one that the site does not know.
 *
 * @param words the site's own words, the more usual first
 * @returns `undefined` where nothing is near enough
 */
export function nearestWord(word: string, words: readonly string[]): string | undefined {
  if (word.length < SHORTEST_CORRECTED || /\d/.test(word)) return undefined;
  let nearest: { word?: string; slips: number } = { slips: Number.POSITIVE_INFINITY };
  for (const other of words) {
    const slips = distance(word, other);
    if (slips < nearest.slips) nearest = { word: other, slips };
  }
  return nearest.word;
}
