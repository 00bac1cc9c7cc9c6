import type { LightIndex } from './light-index.ts';
import { type Pagefind, type PagefindResult, TextIndex } from './text-index.ts';

/** Short pages and rare words count for more than Pagefind gives them. */
const ranking = {
  pageLength: 0.1,
  termFrequency: 0.1,
  termSaturation: 2,
  termSimilarity: 9,
  metaWeights: { title: 8 },
};

/** Pages in the order they were numbered when the index was made, which is that of the light index. */
async function resultsByPath(pagefind: Pagefind, paths: readonly string[]): Promise<Map<string, PagefindResult>> {
  const { results } = await pagefind.search(null, { sort: { place: 'asc' } });
  if (results.length !== paths.length) throw new Error(`Pagefind finds ${results.length} of ${paths.length} pages`);
  return new Map(results.map((result, index) => [paths[index] ?? '', result]));
}

/**
 * The texts over an engine that is loaded, set to rank as this site wants it.
 *
 * @param basePath where the engine finds its files, if not beside itself
 */
export async function textIndexOver(
  pagefind: Pagefind,
  light: Pick<LightIndex, 'entries'>,
  basePath?: string,
): Promise<TextIndex> {
  await pagefind.options(basePath === undefined ? { ranking } : { ranking, basePath });
  await pagefind.init();
  return new TextIndex(pagefind, await resultsByPath(pagefind, [...light.entries.keys()]));
}
