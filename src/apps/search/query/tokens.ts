import { isStopWord } from './stop-words.ts';
import type { Term, Terminology } from './terminology.ts';
import { partsOf, plainWords, stemOf, wordsOf } from './words.ts';

/** What a glossary term is called in the index, whichever of its names a text uses. */
export const termToken = ({ id }: Term): string => `#${id}`;

/** What a word written together is called in the index: `cut-over` and `cutover` are one. */
export const compoundToken = (parts: readonly string[]): string => stemOf(parts.join(''));

/**
 * What a text is indexed by: its telling words by their stems, words written together also as one, and every glossary
 * term it names.
 */
export function tokensOf(text: string, terminology: Terminology): string[] {
  const words = plainWords(text);
  const compounds = wordsOf(text)
    .map(partsOf)
    .filter((parts) => parts.length > 1);
  const terms = terminology
    .mentionsIn(words.map(stemOf))
    .filter(({ start, length }) => length > 1 || !isStopWord(words[start] ?? ''))
    .flatMap((mention) => mention.terms);
  return [
    ...words.filter((word) => !isStopWord(word)).map(stemOf),
    ...compounds.map(compoundToken),
    ...terms.map(termToken),
  ];
}
