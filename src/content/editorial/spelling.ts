import dictionary from 'dictionary-en-gb';
import nspell from 'nspell';

const wordPattern = /\p{L}[\p{L}\p{M}\d]*(?:['’-]\p{L}[\p{L}\p{M}\d]*)*/gu;
/** Acronyms, product names written together, and what holds a digit are no words. */
const isName = (word: string): boolean => /\d|\p{Ll}\p{Lu}|^\p{Lu}{2,}s?$/u.test(word);
/** Oxford's `-ize` is in British dictionaries, and not in this site's hand. */
const americanEnding =
  /^(?!(?:size|sized|sizes|sizing|prize|prizes|seize|seized|capsize|resize|resized|resizing|downsize|oversized|undersized|citizen|citizens|horizon|horizons|horizontal|horizontally)$)\p{L}{2,}iz(?:e|ed|es|er|ers|ing|ation|ations|able)$/iu;

/** Tells which words of a text a British reader would take for misspelt. */
export interface SpellChecker {
  misspelt(text: string): string[];
}

/**
 * A speller of British English that also knows the project's own words.
 *
 * @param known words that are right here: names, terms, acronyms; in any case where they are all lower case
 */
export function britishSpellChecker(known: Iterable<string>): SpellChecker {
  const spell = nspell({ aff: Buffer.from(dictionary.aff), dic: Buffer.from(dictionary.dic) });
  const own = new Set(known);
  const isKnown = (word: string): boolean => own.has(word) || own.has(word.toLowerCase());
  const isRightPart = (part: string): boolean =>
    isName(part) || isKnown(part) || (spell.correct(part) && !americanEnding.test(part));
  const isRight = (word: string): boolean => {
    const plain = word.replaceAll('’', "'").replace(/'s$/, '');
    return isKnown(plain) || plain.split('-').every(isRightPart);
  };
  return { misspelt: (text) => [...new Set(text.match(wordPattern) ?? [])].filter((word) => !isRight(word)) };
}
