import { isFormOf, wordsIn, wordsOf } from '#apps/search/query/words.ts';

/** A stretch of text, marked where something that was searched for stands. */
export interface Piece {
  text: string;
  marked: boolean;
}

/** Words in an excerpt. */
const LENGTH = 32;

/** Words shown before the first mark. */
const LEAD = 6;

/** Which concept each word of a text belongs to, if any. */
type Marks = readonly (number | undefined)[];

const isFound = (token: string, word: string): boolean => wordsIn(token).some((other) => isFormOf(other, word));

/** The concept whose name begins at a place of the text, and how many words the name has. */
function nameAt(tokens: readonly string[], index: number, concepts: readonly (readonly string[][])[]) {
  for (const [concept, names] of concepts.entries()) {
    const name = names.find((words) => words.every((word, offset) => isFound(tokens[index + offset] ?? '', word)));
    if (name) return { concept, length: name.length };
  }
  return undefined;
}

function marksOf(tokens: readonly string[], concepts: readonly (readonly string[])[]): Marks {
  const names = concepts.map((concept) => concept.map(wordsOf).filter((words) => words.length > 0));
  const marks: (number | undefined)[] = tokens.map(() => undefined);
  for (const index of tokens.keys()) {
    const found = nameAt(tokens, index, names);
    if (found) marks.fill(found.concept, index, index + found.length);
  }
  return marks;
}

/** Where a window of some words shows most concepts; the first of equals, since verdicts come first. */
function bestStart(marks: Marks): number {
  let best = { start: 0, count: 0 };
  for (const [start, mark] of marks.entries()) {
    if (mark === undefined) continue;
    const shown = marks.slice(start, start + LENGTH - LEAD).filter((other) => other !== undefined);
    const count = new Set(shown).size;
    if (count > best.count) best = { start, count };
  }
  return best.start;
}

/** Joins neighbours of one kind, so that a phrase is marked in one piece. */
function piecesOf(tokens: readonly string[], marks: Marks): Piece[] {
  const pieces: Piece[] = [];
  for (const [index, text] of tokens.entries()) {
    const marked = marks[index] !== undefined;
    const last = pieces.at(-1);
    if (last?.marked === marked) last.text += ` ${text}`;
    else pieces.push({ text, marked });
  }
  return pieces;
}

/**
 * The word of a text at which the passage begins that shows most of what was searched for.
 *
 * @returns `undefined` where no name stands in it
 */
export function passageStart(content: string, concepts: readonly (readonly string[])[]): number | undefined {
  const marks = marksOf(content.split(/\s+/).filter(Boolean), concepts);
  return marks.some((mark) => mark !== undefined) ? bestStart(marks) : undefined;
}

/**
 * The part of a page's text that shows most of what was searched for, from a little before the first of it.
 *
 * @param concepts for each thing that was searched for the names it goes by
 * @returns pieces to be joined by spaces; from the beginning of the text when no name stands in it
 */
export function excerpt(content: string, concepts: readonly (readonly string[])[]): Piece[] {
  const tokens = content.split(/\s+/).filter(Boolean);
  const marks = marksOf(tokens, concepts);
  const first = bestStart(marks);
  // What fits from the beginning is shown from the beginning.
  const start = first + LEAD < LENGTH ? 0 : first - LEAD;
  const shown = piecesOf(tokens.slice(start, start + LENGTH), marks.slice(start, start + LENGTH));
  const cut = { text: '…', marked: false };
  return [...(start > 0 ? [cut] : []), ...shown, ...(start + LENGTH < tokens.length ? [cut] : [])];
}
