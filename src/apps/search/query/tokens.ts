import { isStopWord } from './stop-words.ts';
import type { Term, Terminology } from './terminology.ts';
import { partsOf, stemOf, wordsOf } from './words.ts';

/** What a glossary term is called in the index, whichever of its names a text uses. */
export const termToken = ({ id }: Term): string => `#${id}`;

/** What a word written together is called in the index: `cut-over` and `cutover` are one. */
export const compoundToken = (parts: readonly string[]): string => stemOf(parts.join(''));

/**
 * What a text is indexed by: its telling words by their stems, words written together also as one, and every glossary
 * term it names.
 *
 * @param written the words of the text, see `wordsOf`
 */
export function tokensIn(written: readonly string[], terminology: Terminology): string[] {
  const parts = written.map(partsOf);
  const words = parts.flat();
  const stems = words.map(stemOf);
  const terms = terminology
    .mentionsIn(stems)
    .filter(({ start, length }) => length > 1 || !isStopWord(words[start] ?? ''))
    .flatMap((mention) => mention.terms);
  return [
    ...stems.filter((_, index) => !isStopWord(words[index] ?? '')),
    ...parts.filter((several) => several.length > 1).map(compoundToken),
    ...terms.map(termToken),
  ];
}

/** What a text is indexed by. */
export const tokensOf = (text: string, terminology: Terminology): string[] => tokensIn(wordsOf(text), terminology);
