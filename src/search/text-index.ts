import type { Occurrences } from './rank.ts';
import { isFormOf, wordsIn, wordsOf } from './words.ts';

/** What a page says of itself once it is loaded. */
export interface PageData {
  url: string;
  content: string;
  meta: Readonly<Record<string, string>>;
}

interface Hit {
  id: string;
  score: number;
  data(): Promise<PageData>;
}

/** The part of Pagefind that is used. */
export interface Pagefind {
  options(options: object): Promise<void>;
  init(): Promise<void>;
  filters(): Promise<Record<string, Record<string, number>>>;
  search(term: string | null, options?: { filters: Record<string, string> }): Promise<{ results: Hit[] }>;
}

/** Ids of the pages that carry each value of a filter: `hub` → `Integration` → ids. */
export type Facets = ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<string>>>;

/** Says which pages hold a word or a name, and nothing that is merely alike. */
export class TextIndex {
  private readonly pagefind: Pagefind;
  private readonly pages = new Map<string, Hit>();
  private readonly words = new Map<string, Promise<Occurrences>>();

  constructor(pagefind: Pagefind) {
    this.pagefind = pagefind;
  }

  /** Pages on which every word of a name stands, in any of its forms. */
  async pagesWith(name: string): Promise<Occurrences> {
    const [first, ...others] = await Promise.all(wordsOf(name).map((word) => this.pagesWithWord(word)));
    const shared = [...(first ?? [])].filter(([id]) => others.every((pages) => pages.has(id)));
    return new Map(shared.map(([id, score]) => [id, others.reduce((sum, pages) => sum + (pages.get(id) ?? 0), score)]));
  }

  /** @throws {Error} when no search has found a page of this id yet */
  page(id: string): Promise<PageData> {
    const hit = this.pages.get(id);
    if (!hit) throw new Error(`No search has found the page "${id}"`);
    return hit.data();
  }

  async facets(): Promise<Facets> {
    const filters = Object.entries(await this.pagefind.filters());
    const facet = async (filter: string, value: string): Promise<[string, ReadonlySet<string>]> => {
      const { results } = await this.pagefind.search(null, { filters: { [filter]: value } });
      return [value, new Set(results.map(({ id }) => id))];
    };
    const facets = filters.map(
      async ([filter, values]): Promise<[string, ReadonlyMap<string, ReadonlySet<string>>]> => {
        return [filter, new Map(await Promise.all(Object.keys(values).map((value) => facet(filter, value))))];
      },
    );
    return new Map(await Promise.all(facets));
  }

  private pagesWithWord(word: string): Promise<Occurrences> {
    const known = this.words.get(word);
    if (known) return known;
    const found = this.findWord(word).catch((error: unknown) => {
      this.words.delete(word);
      throw error;
    });
    this.words.set(word, found);
    return found;
  }

  /**
   * Pagefind falls back to the longest known beginning of a word that stands nowhere, so a hit alone proves nothing.
   * All hits of one word come about alike: the text of the best tells whether the word is known.
   */
  private async findWord(word: string): Promise<Occurrences> {
    const { results } = await this.pagefind.search(word);
    const [best] = results;
    if (!best) return new Map();
    const { content, meta } = await best.data();
    const text = [...Object.values(meta), content].join(' ');
    if (!wordsIn(text).some((other) => isFormOf(other, word))) return new Map();
    for (const hit of results) this.pages.set(hit.id, hit);
    return new Map(results.map(({ id, score }) => [id, score]));
  }
}
