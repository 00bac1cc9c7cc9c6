import type { Facts } from '#apps/search/facts/facts.ts';
import type { LightFile } from './light-file.ts';
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

/** Code and names of the light index; the data is a module so that its name holds its hash. */
async function loadNames(): Promise<{ light: LightIndex; file: LightFile }> {
  const [{ LightIndex, unpackNames }, { default: names }] = await Promise.all([
    import('./light-module.ts'),
    import('virtual:search-names'),
  ]);
  const file = unpackNames(names);
  return { light: new LightIndex(file), file };
}

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

/** The texts of the pages: Pagefind, of which each query loads only what it needs. */
export async function loadTexts(base: string, light: LightIndex, attempt: number): Promise<TextIndex> {
  // The index is made after the bundle, so its address must stay out of the bundler's sight. A browser remembers a
  // module that failed, so each further attempt needs an address of its own.
  const address = `${base}/pagefind/pagefind.js${attempt > 1 ? `?attempt=${attempt}` : ''}`;
  return textIndexOver((await import(/* @vite-ignore */ address)) as Pagefind, light);
}

/** How long a visitor waits for something before they are told, and may try again. */
const PATIENCE_MS = 20_000;

/** Fails where something takes longer than anybody waits, as it does on a network that neither answers nor refuses. */
function inTime<T>(loading: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error('Loading took too long')), PATIENCE_MS);
    loading.then(resolve, reject).finally(() => clearTimeout(late));
  });
}

/**
 * A function that loads once, and again after a failure.
 *
 * @param load is told which attempt it is, from 1
 * @returns rejects where loading fails, or takes longer than anybody waits
 */
export function once<T>(load: (attempt: number) => Promise<T>): () => Promise<T> {
  let loading: Promise<T> | undefined;
  let attempts = 0;
  return () => {
    if (!loading) attempts += 1;
    loading ??= inTime(load(attempts)).catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
    return loading;
  };
}

const names = once(loadNames);

const further = once(async () => (await import('virtual:search-further')).default);

/** The light index by the names of the pages alone, loaded once for all that searches on a page, and again after a failure. */
export const namesIndex = async (): Promise<LightIndex> => (await names()).light;

/** Figures and definitions, loaded once there are results to show them beside. */
export const facts = once(async (): Promise<Facts> => {
  const [{ Facts }, { default: file }, light] = await Promise.all([
    import('#apps/search/facts/facts.ts'),
    import('virtual:search-facts'),
    namesIndex(),
  ]);
  return new Facts(file, light);
});

/** The whole light index: short answers, ways of asking and phrases beside the names. */
export const lightIndex = once(async (): Promise<LightIndex> => {
  const rest = further();
  // Where the names fail, this is not waited for.
  rest.catch(() => undefined);
  const [{ LightIndex, withFurther }, { file }] = await Promise.all([import('./light-module.ts'), names()]);
  return new LightIndex(withFurther(file, await rest));
});
