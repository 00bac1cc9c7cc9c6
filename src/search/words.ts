/** Lower case, one kind of apostrophe and dash, single spaces, no punctuation but what stands inside a word. */
export const normalise = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[’‘`]/g, "'")
    .replaceAll(/[\u2010-\u2015]/g, '-')
    .replaceAll(/[^\p{L}\p{N}&+#'./-]+/gu, ' ')
    .replaceAll(/(^|\s)['./-]+|['./-]+(?=\s|$)/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();

/** The words of a normalised name or query. */
export const wordsOf = (text: string): string[] => normalise(text).split(' ').filter(Boolean);

/** A word that is written together of several: `dual-write`, `go/no-go`. */
export const partsOf = (word: string): string[] => word.split(/[/-]+/).filter(Boolean);

const endings = [
  'ations',
  'ation',
  'ments',
  'ment',
  'ings',
  'ing',
  'ions',
  'ion',
  'ies',
  'ers',
  'er',
  'ed',
  'es',
  'e',
  's',
  'y',
];

const SHORTEST_STEM = 3;

/** What the forms of an English word have in common, near enough to tell a form from another word. */
function stemOf(word: string): string {
  const ending = endings.find((end) => word.endsWith(end) && word.length - end.length >= SHORTEST_STEM);
  const stem = ending ? word.slice(0, -ending.length) : word;
  const isDoubled = ending && stem.length > SHORTEST_STEM && stem.at(-1) === stem.at(-2);
  return isDoubled ? stem.slice(0, -1) : stem;
}

/** Whether a word found in a text is a form of a word somebody typed, or begins with it. */
export function isFormOf(found: string, typed: string): boolean {
  if (/^\d+$/.test(typed)) return found === typed;
  return found.startsWith(stemOf(typed)) || stemOf(found) === stemOf(typed);
}

/** The words that a text holds, those written together also by their parts. */
export const wordsIn = (text: string): string[] =>
  wordsOf(text).flatMap((word) => (partsOf(word).length > 1 ? [word, ...partsOf(word)] : [word]));

/** Whether two names are one but for case, hyphens and endings: `Virtual entity`, `virtual entities`. */
export function isSameName(one: string, other: string): boolean {
  const words = wordsOf(one).flatMap(partsOf);
  const others = wordsOf(other).flatMap(partsOf);
  return words.length === others.length && words.every((word, place) => isFormOf(others[place] ?? '', word));
}
