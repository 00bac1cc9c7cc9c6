import { isFormOf, wordsIn } from './words.ts';

/** A stretch of text, marked where the reader's words stand. */
export interface Piece {
  text: string;
  marked: boolean;
}

/** Words in an excerpt. */
const LENGTH = 32;

/** Which of the sought words stands in a stretch between two spaces, if any. */
const soughtIn = (token: string, sought: readonly string[]): string | undefined =>
  sought.find((word) => wordsIn(token).some((other) => isFormOf(other, word)));

/** Where a window of some words shows most of what was sought; the first of equals, since verdicts come first. */
function bestStart(matches: readonly (string | undefined)[]): number {
  let best = { start: 0, count: 0 };
  for (const [start, match] of matches.entries()) {
    if (!match) continue;
    const count = new Set(matches.slice(start, start + LENGTH).filter(Boolean)).size;
    if (count > best.count) best = { start, count };
  }
  return best.start;
}

/** Joins neighbours of one kind, so that a phrase is marked in one piece. */
function pieces(tokens: readonly string[], matches: readonly (string | undefined)[]): Piece[] {
  const joined: Piece[] = [];
  for (const [place, text] of tokens.entries()) {
    const marked = matches[place] !== undefined;
    const last = joined.at(-1);
    if (last?.marked === marked) last.text += ` ${text}`;
    else joined.push({ text, marked });
  }
  return joined;
}

/**
 * The part of a page's text that shows most of the sought words, from a little before the first of them.
 *
 * @param sought normalised words
 * @returns pieces to be joined by spaces; from the beginning of the text when no word stands in it
 */
export function excerpt(content: string, sought: readonly string[]): Piece[] {
  const tokens = content.split(/\s+/).filter(Boolean);
  const matches = tokens.map((token) => soughtIn(token, sought));
  const lead = 6;
  const first = bestStart(matches);
  // What fits from the beginning is shown from the beginning.
  const start = first + lead < LENGTH ? 0 : first - lead;
  const shown = pieces(tokens.slice(start, start + LENGTH), matches.slice(start, start + LENGTH));
  const cut = { text: '…', marked: false };
  return [...(start > 0 ? [cut] : []), ...shown, ...(start + LENGTH < tokens.length ? [cut] : [])];
}
