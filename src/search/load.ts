import { type Facets, type Pagefind, TextIndex } from './text-index.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Everything the search page needs from the network. */
export interface Loaded {
  index: TextIndex;
  facets: Facets;
  vocabulary: Vocabulary;
}

/** Short pages and rare words count for more than Pagefind gives them, and what editors named a page by counts most. */
const ranking = {
  pageLength: 0.1,
  termFrequency: 0.1,
  termSaturation: 2,
  termSimilarity: 9,
  metaWeights: { title: 8, aliases: 6 },
};

async function load(base: string, attempt: number): Promise<Loaded> {
  // The index is made after the bundle, so its address must stay out of the bundler's sight. A browser remembers a
  // module that failed, so each further attempt needs an address of its own.
  const address = `${base}/pagefind/pagefind.js${attempt > 1 ? `?attempt=${attempt}` : ''}`;
  const [pagefind, response] = await Promise.all([
    import(/* @vite-ignore */ address) as Promise<Pagefind>,
    fetch(`${base}/search-vocabulary.json`),
  ]);
  if (!response.ok) throw new Error(`The vocabulary answered ${response.status}`);
  await pagefind.options({ ranking });
  await pagefind.init();
  const index = new TextIndex(pagefind);
  return { index, facets: await index.facets(), vocabulary: (await response.json()) as Vocabulary };
}

/** A function that loads once, and again after a failure. */
export function loader(base: string): () => Promise<Loaded> {
  let loading: Promise<Loaded> | undefined;
  let attempts = 0;
  return () => {
    if (!loading) attempts += 1;
    loading ??= load(base, attempts).catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
    return loading;
  };
}
