import { isStopWord } from './stop-words.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Words the light index does not know and the texts of the pages do: they are spelt right. */
export type Known = ReadonlySet<string>;

/** Corrects the spelling of a query, word by word and pair by pair. */
export class Speller {
  private readonly vocabulary: Vocabulary;
  private readonly known: Known;

  constructor(vocabulary: Vocabulary, known: Known) {
    this.vocabulary = vocabulary;
    this.known = known;
  }

  /** Whole names are corrected before single words, so that “duel wrtie” is no delay. */
  correct(words: readonly string[]): string[] {
    const spelt: string[] = [];
    for (let place = 0; place < words.length; place += 1) {
      const [word = '', next = ''] = words.slice(place, place + 2);
      const pair = this.correctPair(word, next);
      spelt.push(...(pair ?? [this.correctWord(word, next === '')]));
      if (pair) place += 1;
    }
    return spelt;
  }

  private isUnknown(word: string): boolean {
    return !isStopWord(word) && !this.known.has(word) && !this.vocabulary.knows(word);
  }

  private correctPair(word: string, next: string): readonly string[] | undefined {
    if (next === '' || isStopWord(word) || isStopWord(next)) return undefined;
    if (!this.isUnknown(word) && !this.isUnknown(next)) return undefined;
    return this.vocabulary.isCompound(word, next) ? [word, next] : this.vocabulary.correctedPair(word, next);
  }

  /** The last word may be the beginning of a longer one that somebody is still typing. */
  private correctWord(word: string, isLast: boolean): string {
    if (!this.isUnknown(word) || (isLast && this.vocabulary.hasBeginning(word))) return word;
    return this.vocabulary.corrected(word) ?? word;
  }
}
