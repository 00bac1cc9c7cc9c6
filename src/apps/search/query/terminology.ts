import { plainWords, stemOf } from './words.ts';

/** One thing of the glossary and all its names: what it is called here first, then its expansion, old names and others. */
export interface Term {
  id: string;
  names: readonly string[];
}

/** That a run of words in a text is a name of terms. */
export interface Mention {
  /** Index of its first word. */
  start: number;
  /** How many words the name has. */
  length: number;
  terms: readonly Term[];
}

const keyOf = (stems: readonly string[]): string => stems.join(' ');

/** Knows by what names the glossary's terms go, in any form and spelling. */
export class Terminology {
  private readonly byName = new Map<string, Term[]>();
  private readonly longest: number;

  constructor(terms: readonly Term[]) {
    let longest = 0;
    for (const term of terms) {
      for (const name of term.names) {
        const stems = plainWords(name).map(stemOf);
        longest = Math.max(longest, stems.length);
        this.add(keyOf(stems), term);
      }
    }
    this.longest = longest;
  }

  /**
   * Every mention of a term, names of more words first; mentions may overlap.
   *
   * @param stems the words of a text by their stems, see `stemOf`
   */
  mentionsIn(stems: readonly string[]): Mention[] {
    const lengths = Array.from({ length: this.longest }, (_, shorter) => this.longest - shorter);
    return lengths.flatMap((length) =>
      stems.flatMap((_, start) => {
        const terms = this.byName.get(keyOf(stems.slice(start, start + length)));
        return terms && start + length <= stems.length ? [{ start, length, terms }] : [];
      }),
    );
  }

  private add(name: string, term: Term): void {
    const terms = this.byName.get(name) ?? [];
    if (!terms.includes(term)) this.byName.set(name, [...terms, term]);
  }
}
