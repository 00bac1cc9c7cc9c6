const isGap = (sign: string | undefined): boolean => sign === undefined || sign === ' ';

/** Punctuation only where it stands inside a word. */
const withoutOuterPunctuation = (text: string): string =>
  text.replaceAll(/['./-]+/g, (run, start: number) =>
    isGap(text[start - 1]) || isGap(text[start + run.length]) ? ' ' : run,
  );

/** Lower case, one kind of apostrophe and dash, single spaces, no punctuation but what stands inside a word. */
export const normalise = (text: string): string =>
  withoutOuterPunctuation(
    text
      .toLowerCase()
      .replaceAll(/[’‘`]/g, "'")
      .replaceAll(/[\u2010-\u2015]/g, '-')
      .replaceAll(/[^\p{L}\p{N}&+#'./-]+/gu, ' ')
      .replaceAll(/'s(?=\s|$)/g, ' '),
  )
    .replaceAll(/\s+/g, ' ')
    .trim();

/** The words of a text; one that is written together of several stays one: `dual-write`, `go/no-go`. */
export const wordsOf = (text: string): string[] => normalise(text).split(' ').filter(Boolean);

/** What a word is written together of; a number stays whole. */
export const partsOf = (word: string): string[] =>
  /^[\d.]+$/.test(word) ? [word] : word.split(/[/.-]+/).filter(Boolean);

/** The words of a text, those written together by their parts. */
export const plainWords = (text: string): string[] => wordsOf(text).flatMap(partsOf);

/** The words that a text holds, those written together also by their parts. */
export const wordsIn = (text: string): string[] =>
  wordsOf(text).flatMap((word) => (partsOf(word).length > 1 ? [word, ...partsOf(word)] : [word]));

const SHORTEST_STEM = 3;

/** One of all the ways to write a word: British and American, with one letter or two. */
function respelt(word: string): string {
  const spelling = word
    .replaceAll('z', 's')
    .replaceAll('our', 'or')
    .replace('ogramme', 'ogram')
    .replace(/ce(s?)$/, 'se$1')
    .replace(/tre(s?)$/, 'ter$1')
    .replaceAll(/(.)\1/g, '$1');
  return spelling.length < SHORTEST_STEM ? word : spelling;
}

/** Longer before shorter. `er` is none: a customer is not custom, nor a partner a part. */
const endings =
  'iations iation ations ation iated iates iate ating ators ator ated ates ate ings ing ions ion ies ership ed es ly e s y'.split(
    ' ',
  );

function withoutEnding(word: string): string {
  const ending = endings.find((end) => word.endsWith(end) && word.length - end.length >= SHORTEST_STEM);
  return ending ? word.slice(0, -ending.length) : word;
}

/**
 * A function that works out each word once. A site has a few thousand words and says each of them many times, and most
 * of the time that a search took went into their forms.
 */
function remembering(work: (word: string) => string): (word: string) => string {
  const known = new Map<string, string>();
  return (word) => {
    const before = known.get(word);
    if (before !== undefined) return before;
    const made = work(word);
    known.set(word, made);
    return made;
  };
}

const spellingOf = remembering(respelt);

/** What all forms and spellings of an English word have in common, near enough to tell a form from another word. */
export const stemOf = remembering((word) => (/\d/.test(word) ? word : spellingOf(withoutEnding(spellingOf(word)))));

/** A shorter word begins too many others: `POS` is no `posting`. */
const SHORTEST_BEGINNING = 4;

/** Whether a word may stand for longer ones that begin with it. */
export const isBeginning = (word: string): boolean => !/^\d+$/.test(word) && word.length >= SHORTEST_BEGINNING;

/** Whether a word found in a text is a form of a word somebody typed, or begins with it. */
export function isFormOf(found: string, typed: string): boolean {
  if (/^\d+$/.test(typed)) return found === typed;
  return stemOf(found) === stemOf(typed) || (isBeginning(typed) && spellingOf(found).startsWith(stemOf(typed)));
}

/** One key for all the ways to write a name: its case, hyphens and endings matter nothing. */
export const nameKey = (name: string): string => plainWords(name).map(stemOf).join('');

/** Whether two names are one but for case, hyphens and endings: `Virtual entity`, `virtual entities`. */
export const isSameName = (one: string, other: string): boolean => nameKey(one) === nameKey(other);
