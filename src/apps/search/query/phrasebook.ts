import { isStopWord } from './stop-words.ts';
import { plainWords, stemOf } from './words.ts';

/** What editors tell search about how people ask, as the light file holds it. */
export interface PackedPhrasebook {
  /** What people say, and the words of this site for it. */
  phrases: readonly { say: readonly string[]; mean: string }[];
  /** Words that tell little about what is asked for. */
  weak: readonly string[];
  /** Groups of words that mean one thing. */
  synonyms: readonly (readonly string[])[];
  /** Ordinary English that is never taken for a slip, as far as it is in danger of it. */
  ordinary: readonly string[];
  /** Names of each product this site is not about. */
  products: readonly (readonly string[])[];
  /** Words with which a query is about F&O and such a product together. */
  beside: readonly string[];
}

/** That a query said a phrase. */
export interface Reading {
  said: string;
  meant: string;
}

/** A product of somebody else that a query names. */
export interface ForeignProduct {
  name: string;
  /** The words that name it, as the query has them. */
  words: readonly string[];
}

const stemsOf = (text: string): string[] => plainWords(text).map(stemOf);

const tellingStems = (text: string): string[] =>
  plainWords(text)
    .filter((word) => !isStopWord(word))
    .map(stemOf);

/** Where one run of stems begins in another; -1 where it does not stand there. */
const startOf = (part: readonly string[], whole: readonly string[]): number =>
  whole.findIndex((_, start) => part.every((stem, offset) => whole[start + offset] === stem));

/** A phrase by its telling words, or by all of them where it has fewer than two. */
interface Phrase {
  stems: readonly string[];
  isWhole: boolean;
  meant: string;
}

/** Knows phrases, weak words, synonyms and products of others. */
export class Phrasebook {
  private readonly phrases: readonly Phrase[];
  private readonly weak: ReadonlySet<string>;
  private readonly ordinary: ReadonlySet<string>;
  private readonly synonyms: ReadonlyMap<string, readonly string[]>;
  private readonly products: readonly { name: string; stems: readonly string[] }[];
  private readonly beside: ReadonlySet<string>;

  constructor({ phrases, weak, synonyms, ordinary, products, beside }: PackedPhrasebook) {
    this.phrases = phrases
      .flatMap(({ say, mean }) =>
        say.map((text) => {
          const telling = tellingStems(text);
          const isWhole = telling.length < 2;
          return { stems: isWhole ? stemsOf(text) : telling, isWhole, meant: mean };
        }),
      )
      .toSorted((a, b) => b.stems.length - a.stems.length);
    this.weak = new Set(weak.map(stemOf));
    this.ordinary = new Set([...ordinary, ...products.flat().flatMap(plainWords)]);
    this.synonyms = new Map(synonyms.flatMap((group) => group.map((word) => [stemOf(word), group])));
    this.products = products.flatMap(([name = '', ...others]) =>
      [name, ...others].map((other) => ({ name, stems: stemsOf(other) })),
    );
    this.beside = new Set(beside.map(stemOf));
  }

  isWeak(word: string): boolean {
    return this.weak.has(stemOf(word));
  }

  /** Whether a word is ordinary English or of the name of a product, and so no slip. */
  isOrdinary(word: string): boolean {
    return this.ordinary.has(word);
  }

  /** Other words for the same thing; none for most. */
  synonymsOf(word: string): readonly string[] {
    return (this.synonyms.get(stemOf(word)) ?? []).filter((other) => stemOf(other) !== stemOf(word));
  }

  /** Puts this site's words in the place of phrases, the longest first. */
  read(words: readonly string[]): { words: readonly string[]; readings: readonly Reading[] } {
    const readings: Reading[] = [];
    let left = [...words];
    for (const phrase of this.phrases) {
      const found = this.find(phrase, left);
      if (!found) continue;
      readings.push({ said: left.slice(found.start, found.end).join(' '), meant: phrase.meant });
      left = [...left.slice(0, found.start), ...plainWords(phrase.meant), ...left.slice(found.end)];
    }
    return { words: left, readings };
  }

  /** The first product of others that a query names, unless it asks for F&O and the product together. */
  foreignProduct(words: readonly string[]): ForeignProduct | undefined {
    const stems = words.map(stemOf);
    if (stems.some((stem) => this.beside.has(stem))) return undefined;
    for (const product of this.products) {
      const start = startOf(product.stems, stems);
      if (start >= 0) return { name: product.name, words: words.slice(start, start + product.stems.length) };
    }
    return undefined;
  }

  private find({ stems, isWhole }: Phrase, words: readonly string[]): { start: number; end: number } | undefined {
    const places = words.flatMap((word, index) => (isWhole || !isStopWord(word) ? [index] : []));
    const first = startOf(
      stems,
      places.map((index) => stemOf(words[index] ?? '')),
    );
    const start = places[first];
    const end = places[first + stems.length - 1];
    return start === undefined || end === undefined ? undefined : { start, end: end + 1 };
  }
}

/** Knows nothing, and so takes every word as it is. */
export const emptyPhrasebook: PackedPhrasebook = {
  phrases: [],
  weak: [],
  synonyms: [],
  ordinary: [],
  products: [],
  beside: [],
};
