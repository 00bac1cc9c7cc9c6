import Fuse from 'fuse.js';

/** How much of a word may be wrong: two letters in five, so that two swapped ones in a short word still pass. */
const THRESHOLD = 0.41;
const LONGEST_DIFFERENCE = 2;

/**
 * The word nearest to one that no page holds.
 *
 * People seldom mistype a first letter, and requiring it keeps words that only look alike apart.
 *
 * @param words the site's own words
 * @returns `undefined` where nothing is near enough
 */
export function nearestWord(word: string, words: readonly string[]): string | undefined {
  const alike = words.filter(
    (other) => other.startsWith(word.charAt(0)) && Math.abs(other.length - word.length) <= LONGEST_DIFFERENCE,
  );
  const fuse = new Fuse(alike, { threshold: THRESHOLD, distance: word.length, minMatchCharLength: 2 });
  return fuse.search(word, { limit: 1 })[0]?.item;
}
