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
  /** Words of the longest name that begins with a stem. */
  private readonly longest = new Map<string, number>();

  constructor(terms: readonly Term[]) {
    for (const term of terms) {
      for (const name of term.names) {
        const stems = plainWords(name).map(stemOf);
        const [first = ''] = stems;
        this.longest.set(first, Math.max(stems.length, this.longest.get(first) ?? 0));
        this.add(keyOf(stems), term);
      }
    }
  }

  /**
   * Every mention of a term, names of more words first; mentions may overlap.
   *
   * @param stems the words of a text by their stems, see `stemOf`
   */
  mentionsIn(stems: readonly string[]): Mention[] {
    const mentions: Mention[] = [];
    for (const [start, first] of stems.entries()) {
      const most = Math.min(this.longest.get(first) ?? 0, stems.length - start);
      for (let length = 1; length <= most; length += 1) {
        const terms = this.byName.get(keyOf(stems.slice(start, start + length)));
        if (terms) mentions.push({ start, length, terms });
      }
    }
    return mentions.sort((a, b) => b.length - a.length || a.start - b.start);
  }

  private add(name: string, term: Term): void {
    const terms = this.byName.get(name) ?? [];
    if (!terms.includes(term)) this.byName.set(name, [...terms, term]);
  }
}
