import { type Block, blocksOf } from './blocks.ts';
import { sentenceLengths } from './reading-ease.ts';

/** A sentence of so few words is clipped, unless few others are. */
export const SHORT_SENTENCE = 6;
/** A sentence of more words than this is read twice. */
export const LONG_SENTENCE = 30;

/** How long the sentences of a text are. */
export interface Rhythm {
  /** Words of the sentence in the middle, when they are sorted by length; 0 where there is none. */
  median: number;
  /** Share, from 0 to 1, of sentences with at most {@link SHORT_SENTENCE} words. */
  short: number;
  /** Share, from 0 to 1, of sentences with more than {@link LONG_SENTENCE} words. */
  long: number;
}

/** Cells, headings and the moments of a timeline are notes, and may be short. */
const isRunningText = ({ kind }: Block): boolean => kind === 'paragraph' || kind === 'item' || kind === 'quotation';

/**
 * Words of each sentence in the running text of a body: its paragraphs, list items and quotations.
 *
 * @throws {MdxSyntaxError} when the body is no MDX
 */
export const sentencesIn = (body: string): number[] =>
  blocksOf(body)
    .filter(isRunningText)
    .flatMap(({ text }) => sentenceLengths(text));

/** The rhythm of sentences of these lengths. */
export function rhythmOf(lengths: readonly number[]): Rhythm {
  const shareOf = (isCounted: (length: number) => boolean): number =>
    lengths.length === 0 ? 0 : lengths.filter(isCounted).length / lengths.length;
  const sorted = lengths.toSorted((a, b) => a - b);
  return {
    median: sorted[Math.floor(sorted.length / 2)] ?? 0,
    short: shareOf((length) => length <= SHORT_SENTENCE),
    long: shareOf((length) => length > LONG_SENTENCE),
  };
}
