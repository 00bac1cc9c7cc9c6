import { nearestWord } from './spelling.ts';
import { allStopWords, isStopWord } from './stop-words.ts';
import { partsOf, plainWords, stemOf } from './words.ts';

/** The site's own words, as its titles, other names, short answers and glossary use them. */
export class Lexicon {
  private readonly stems = new Set<string>();
  /** Words by use, the most usual first. */
  private readonly byUse: readonly string[];
  /** Parts of what is written together of two words, by the whole: `dualwrite` → `dual`, `write`. */
  private readonly compounds = new Map<string, readonly string[]>();
  private readonly compoundWords: readonly string[];

  /**
   * @param texts names that words are corrected to, as `wordsOf` gives them
   * @param names names that are one thing even where they are written as two words
   * @param others texts whose words are right as well, but too many to take a slip for one of them
   */
  constructor(
    texts: readonly (readonly string[])[],
    names: readonly string[],
    others: readonly (readonly string[])[] = [],
  ) {
    const uses = new Map<string, number>();
    const written = texts.flat().map(partsOf);
    for (const word of others.flat().flatMap(partsOf)) this.stems.add(stemOf(word));
    for (const word of written.flat()) uses.set(word, (uses.get(word) ?? 0) + 1);
    for (const word of uses.keys()) this.stems.add(stemOf(word));
    this.byUse = [...uses].sort(([, a], [, b]) => b - a).map(([word]) => word);
    const compounds = [...written, ...names.map(plainWords)];
    for (const parts of compounds) {
      if (parts.length !== 2) continue;
      const whole = parts.join('');
      this.stems.add(stemOf(whole));
      this.compounds.set(whole, parts);
    }
    this.compoundWords = [...this.compounds.keys()];
  }

  /** Whether the site uses a word, in any form or spelling. */
  knows(word: string): boolean {
    return this.stems.has(stemOf(word));
  }

  /** Whether two words are one thing here: `roll back`, `dual write`. */
  isCompound(first: string, second: string): boolean {
    return !(isStopWord(first) && isStopWord(second)) && this.knows(first + second);
  }

  /** Whether any word begins so. */
  hasBeginning(letters: string): boolean {
    return this.byUse.some((word) => word.startsWith(letters));
  }

  /** The word that was meant by one the site does not use. */
  corrected(word: string): string | undefined {
    return nearestWord(word, [...this.byUse, ...allStopWords]);
  }

  /** The two words that were meant by one, where they are one thing here: `dualwirte`. */
  correctedWhole(word: string): readonly string[] | undefined {
    return this.compounds.get(nearestWord(word, this.compoundWords) ?? '');
  }

  /** The two words that were meant by two, where both together are near what is one thing here. */
  correctedPair(first: string, second: string): readonly string[] | undefined {
    return this.compounds.get(nearestWord(first + second, this.compoundWords) ?? '');
  }
}
