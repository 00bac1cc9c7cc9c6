import type { Anchor } from '#apps/search/index/text-index.ts';
import type { Piece } from './excerpt.ts';

const WORDS_IN_LINK = 4;

/** A stretch of running text: citations and the ends of sentences stand between the words of a page otherwise. */
const runningText = /^[^.;:?!()[\]“”"…]+/;

/** Id of the heading under which a word of a page stands; empty above the first one. */
export const headingOf = (word: number, anchors: readonly Anchor[]): string =>
  anchors.findLast(({ element, location }) => /^h[2-4]$/.test(element) && location <= word)?.id ?? '';

/**
 * The part of an address that leads to the passage an excerpt shows, for browsers that know text fragments; others
 * open the page at the heading above it.
 *
 * @param heading id of the heading above the passage; empty where there is none
 * @returns begins with `#`; empty where the excerpt marks nothing, or too little to be told apart
 */
export function passageFragment(pieces: readonly Piece[], heading = ''): string {
  const first = pieces.findIndex(({ marked }) => marked);
  if (first < 0) return '';
  const text = pieces
    .slice(first)
    .map((piece) => piece.text)
    .join(' ');
  const words = (runningText.exec(text)?.[0] ?? '').trim().split(/\s+/).slice(0, WORDS_IN_LINK).filter(Boolean);
  if (words.length < 2) return heading && `#${heading}`;
  return `#${heading}:~:text=${encodeURIComponent(words.join(' ')).replaceAll('-', '%2D')}`;
}
