import type { Piece } from './excerpt.ts';

const WORDS_IN_LINK = 4;

/** A stretch of running text: citations and the ends of sentences stand between the words of a page otherwise. */
const runningText = /^[^.;:?!()[\]“”"…]+/;

/**
 * The part of an address that leads to the passage an excerpt shows, for browsers that know text fragments; others
 * open the page at its beginning.
 *
 * @returns begins with `#`; empty where the excerpt marks nothing, or too little to be told apart
 */
export function passageFragment(pieces: readonly Piece[]): string {
  const first = pieces.findIndex(({ marked }) => marked);
  if (first < 0) return '';
  const text = pieces
    .slice(first)
    .map((piece) => piece.text)
    .join(' ');
  const words = (runningText.exec(text)?.[0] ?? '').trim().split(/\s+/).slice(0, WORDS_IN_LINK).filter(Boolean);
  if (words.length < 2) return '';
  return `#:~:text=${encodeURIComponent(words.join(' ')).replaceAll('-', '%2D')}`;
}
