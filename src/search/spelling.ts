/** Words below this length are too like too many others. */
const SHORTEST_CORRECTED = 4;

/** Up to this length one slip is believed, above it two. */
const LONGEST_WITH_ONE_SLIP = 7;

/** How many letters have to be changed, added, left out or swapped with their neighbour to make one word of another. */
export function slipsBetween(one: string, other: string): number {
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let row = 1; row <= one.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const isSame = one[row - 1] === other[column - 1];
      const isSwapped = one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      current[column] = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (isSame ? 0 : 1),
        isSwapped ? (before[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    before = last;
    last = current;
  }
  return last[other.length] ?? 0;
}

/**
 * The word nearest to one that the site does not know.
 *
 * People seldom mistype a first letter, and requiring it keeps words that only look alike apart.
 *
 * @param words the site's own words, the more usual first
 * @returns `undefined` where nothing is near enough
 */
export function nearestWord(word: string, words: readonly string[]): string | undefined {
  if (word.length < SHORTEST_CORRECTED || /\d/.test(word)) return undefined;
  const believed = word.length > LONGEST_WITH_ONE_SLIP ? 2 : 1;
  let nearest: { word?: string; slips: number } = { slips: believed + 1 };
  for (const other of words) {
    if (other[0] !== word[0] || Math.abs(other.length - word.length) > believed) continue;
    const slips = slipsBetween(word, other);
    if (slips < nearest.slips) nearest = { word: other, slips };
  }
  return nearest.word;
}
