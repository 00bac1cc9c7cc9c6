import { type Concept, conceptsIn, conceptsOf } from './query.ts';
import { type Hit, rank } from './rank.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What a page says of itself once it is loaded. */
export interface PageData {
  url: string;
  content: string;
  /** HTML in which the words found are marked; made by the index from the page's text. */
  excerpt: string;
  meta: Record<string, string>;
}

export interface IndexHit extends Hit {
  data(): Promise<PageData>;
}

/** The part of Pagefind that is used. */
export interface SearchIndex {
  search(term: string, options: { filters: Record<string, string> }): Promise<{ results: IndexHit[] }>;
}

export interface Outcome {
  results: PageData[];
  /** Concepts that were also searched for by other names. */
  widened: readonly Concept[];
}

const MOST = 10;

/** A page answers a query when it speaks of at least this share of it. */
const ENOUGH = 0.5;

/**
 * The pages that answer a query, best first, at most ten; none when no page speaks of enough of it.
 *
 * The index falls back to the longest known beginning of an unknown word, so a hit alone proves nothing: each page's
 * text is held against the query before it is shown.
 */
export async function find(
  query: string,
  filters: Record<string, string>,
  index: SearchIndex,
  vocabulary: Vocabulary,
): Promise<Outcome> {
  const concepts = conceptsOf(query, vocabulary);
  const found = await Promise.all(
    concepts.map(async (concept) => ({
      concept,
      hits: await Promise.all(concept.names.map(async (name) => (await index.search(name, { filters })).results)),
    })),
  );
  const ranked = rank(found, vocabulary.pages).slice(0, 2 * MOST);
  const pages = await Promise.all(ranked.map(({ hit }) => hit.data()));
  const answers = pages.filter(
    ({ content, meta }) => conceptsIn(`${meta.title} ${content}`, concepts).length >= ENOUGH * concepts.length,
  );
  return { results: answers.slice(0, MOST), widened: concepts.filter(({ names }) => names.length > 1) };
}
