import type { Lexicon } from './lexicon.ts';
import type { Phrasebook } from './phrasebook.ts';
import { isStopWord } from './stop-words.ts';

/** Words the light index does not know and the texts of the pages do: they are spelt right. */
export type KnownWords = ReadonlySet<string>;

/** Corrects the spelling of a query, word by word and pair by pair. */
export class Speller {
  private readonly lexicon: Lexicon;
  private readonly known: KnownWords;

  private readonly phrasebook: Pick<Phrasebook, 'isOrdinary'> | undefined;

  constructor(lexicon: Lexicon, known: KnownWords, phrasebook?: Pick<Phrasebook, 'isOrdinary'>) {
    this.lexicon = lexicon;
    this.known = known;
    this.phrasebook = phrasebook;
  }

  /**
   * Whole names are corrected before single words, so that “duel wrtie” is no delay.
   *
   * @param words plain words of a query in their order, see `plainWords`
   * @returns as many words or more; a word that is right or like no other stays
   */
  correct(words: readonly string[]): string[] {
    const spelt: string[] = [];
    for (let index = 0; index < words.length; index += 1) {
      const [word = '', next = ''] = words.slice(index, index + 2);
      const pair = this.correctPair(word, next);
      spelt.push(...(pair ?? this.correctWord(word, next === '')));
      if (pair) index += 1;
    }
    return spelt;
  }

  private isUnknown(word: string): boolean {
    const isRight = isStopWord(word) || this.phrasebook?.isOrdinary(word) === true;
    return !isRight && !this.known.has(word) && !this.lexicon.knows(word);
  }

  private correctPair(word: string, next: string): readonly string[] | undefined {
    if (next === '' || isStopWord(word) || isStopWord(next)) return undefined;
    if (!this.isUnknown(word) && !this.isUnknown(next)) return undefined;
    return this.lexicon.isCompound(word, next) ? [word, next] : this.lexicon.correctedPair(word, next);
  }

  /** The last word may be the beginning of a longer one that somebody is still typing. */
  private correctWord(word: string, isLast: boolean): readonly string[] {
    if (!this.isUnknown(word) || (isLast && this.lexicon.hasBeginning(word))) return [word];
    const single = this.lexicon.corrected(word);
    return single === undefined ? (this.lexicon.correctedWhole(word) ?? [word]) : [single];
  }
}
