import { isBeginning, isFormOf, wordsIn, wordsOf } from '#apps/search/query/words.ts';
import type { Occurrence, Occurrences } from './occurrences.ts';

/** What a page says of itself once it is loaded. */
export interface PageData {
  content: string;
  meta: Readonly<Record<string, string>>;
  /** Headings and whatever else an address can lead to, by the word of the content at which each begins. */
  anchors?: readonly Anchor[];
}

/** A place of a page that its address can lead to. */
export interface Anchor {
  element: string;
  id: string;
  location: number;
}

/** A page that Pagefind found, its text still to be loaded. */
export interface PagefindResult {
  id: string;
  score: number;
  data(): Promise<PageData>;
}

/** The part of Pagefind that is used. */
export interface Pagefind {
  options(options: object): Promise<void>;
  init(): Promise<void>;
  search(term: string | null, options?: { sort: Record<string, string> }): Promise<{ results: PagefindResult[] }>;
}

type Scores = ReadonlyMap<string, number>;

const inText = (score: number): Occurrence => ({ score, field: 'text' });

/** The texts of all pages. It says which hold a word or a name, and nothing that is merely alike. */
export class TextIndex {
  private readonly pagefind: Pagefind;
  private readonly results: ReadonlyMap<string, PagefindResult>;
  private readonly paths: ReadonlyMap<string, string>;
  private readonly words = new Map<string, Promise<Scores>>();

  /** @param hits all pages by their path */
  constructor(pagefind: Pagefind, hits: ReadonlyMap<string, PagefindResult>) {
    this.pagefind = pagefind;
    this.results = hits;
    this.paths = new Map([...hits].map(([path, { id }]) => [id, path]));
  }

  /** Pages on which any of some names stands whole, in any form of its words; a page counts by the name that fits best. */
  async pagesWith(names: readonly string[]): Promise<Occurrences> {
    const found = await Promise.all(names.map((name) => this.pagesWithName(name)));
    const best = new Map<string, number>();
    for (const [path, score] of found.flatMap((pages) => [...pages])) {
      best.set(path, Math.max(score, best.get(path) ?? 0));
    }
    return new Map([...best].map(([path, score]) => [path, inText(score)]));
  }

  /**
   * Loads the text of a page, as far as Pagefind has not loaded it yet.
   *
   * @throws {Error} when there is no page of this path
   */
  page(path: string): Promise<PageData> {
    const hit = this.results.get(path);
    if (!hit) throw new Error(`The index holds no page "${path}"`);
    return hit.data();
  }

  /** Path of the page that a result of Pagefind leads to. */
  pathOf(id: string): string {
    return this.paths.get(id) ?? id;
  }

  private async pagesWithName(name: string): Promise<Scores> {
    const [first, ...others] = await Promise.all(wordsOf(name).map((word) => this.pagesWithWord(word)));
    const shared = [...(first ?? [])].filter(([path]) => others.every((pages) => pages.has(path)));
    return new Map(
      shared.map(([path, score]) => [path, others.reduce((sum, pages) => sum + (pages.get(path) ?? 0), score)]),
    );
  }

  private pagesWithWord(word: string): Promise<Scores> {
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
  private async findWord(word: string): Promise<Scores> {
    // Between quotation marks a word is that word, and no beginning of others.
    const { results } = await this.pagefind.search(isBeginning(word) ? word : `"${word}"`);
    const [best] = results;
    if (!best) return new Map();
    const { content, meta } = await best.data();
    const text = [...Object.values(meta), content].join(' ');
    if (!wordsIn(text).some((other) => isFormOf(other, word))) return new Map();
    return new Map(results.map(({ id, score }) => [this.pathOf(id), score]));
  }
}
