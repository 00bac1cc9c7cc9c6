import { syllable } from 'syllable';

const sentencesOf = (text: string): string[] =>
  text.split(/(?<=[.!?:;])\s+/).filter((sentence) => /\p{L}/u.test(sentence));
const wordsOf = (text: string): string[] => text.match(/[\p{L}\d][\p{L}\p{M}\d'’-]*/gu) ?? [];

/**
 * Flesch-Kincaid grade of a text: the years of schooling at which it reads at once. 12 is a broadsheet, 9 a tabloid.
 *
 * A colon or semicolon ends a sentence, as it does when one reads aloud.
 */
export function readingGrade(text: string): number {
  const words = wordsOf(text);
  const sentences = sentencesOf(text);
  if (words.length === 0 || sentences.length === 0) return 0;
  const syllables = words.reduce((sum, word) => sum + Math.max(1, syllable(word)), 0);
  return 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59;
}

/** Words of the longest sentence. */
export const longestSentence = (text: string): number =>
  Math.max(0, ...sentencesOf(text).map((sentence) => wordsOf(sentence).length));

/** Ends at the full stop: how a text sounds depends on what stands between two of them, colons and semicolons included. */
const wholeSentencesOf = (text: string): string[] =>
  text.split(/(?<=[.!?]["'”’)*]*)\s+/).filter((sentence) => /\p{L}/u.test(sentence));

/** Words of each sentence, in order. A sentence ends at its full stop here, not at a colon or a semicolon. */
export const sentenceLengths = (text: string): number[] =>
  wholeSentencesOf(text).map((sentence) => wordsOf(sentence).length);
