import { LightIndex } from '#apps/search/index/light-index.ts';
import type { Occurrences } from '#apps/search/index/occurrences.ts';
import { emptyPhrasebook } from '#apps/search/query/phrasebook.ts';
import type { Term } from '#apps/search/query/terminology.ts';
import { searchLight, searchTexts } from '#apps/search/ranking/search.ts';

/**
 * Sites of a few pages about plants, for tests of how much of a query a page has to speak of: every word stands on as
 * many pages as the test says and weighs the same as every other.
 */

/** Words of which none is a form, a slip or a part of another. */
export const plants = 'amaranth birch cedar dahlia elder fennel gentian hazel ivy jasmine'.split(' ');

/** A page by where it speaks of what; each says a word of its own too, so that no query is its whole name. */
export interface Bed {
  title?: readonly string[];
  aliases?: readonly string[];
  asked?: readonly string[];
  verdict?: readonly string[];
  text?: readonly string[];
}

/** Many pages about something else: on a site of a few pages every word is usual, and every text long. */
const meadow = Array.from({ length: 30 }, (_, index): [string, Bed] => [
  `meadow/${index}`,
  { aliases: [`name${index}`], verdict: [`says${index}`] },
]);

const entriesOf = (beds: Readonly<Record<string, Bed>>) =>
  [...Object.entries(beds), ...meadow].map(([path, bed], index) => ({
    path,
    title: [`page${index}`, ...(bed.title ?? [])].join(' '),
    aliases: bed.aliases ?? [],
    asked: bed.asked ?? [],
    verdict: (bed.verdict ?? []).join(' '),
    audiences: [],
  }));

/** Texts say a word or not; there is nothing to weigh between them. */
const textsOf = (beds: Readonly<Record<string, Bed>>) => ({
  pagesWith: async (names: readonly string[]): Promise<Occurrences> =>
    new Map(
      Object.entries(beds).flatMap(([path, { text = [] }]) =>
        names.some((name) => text.includes(name)) ? [[path, { score: 1, field: 'text' as const }]] : [],
      ),
    ),
});

/** A site of these pages, and ways to ask it. */
export function garden(beds: Readonly<Record<string, Bed>>, terms: readonly Term[] = []) {
  const light = new LightIndex({ hubs: {}, terms, entries: entriesOf(beds), phrasebook: emptyPhrasebook });
  const texts = textsOf(beds);
  const ask = (words: readonly string[]) => ({ query: words.join(' '), literal: false });
  return {
    light,
    /** Paths that the light index alone answers with, best first. */
    lightly: (words: readonly string[]): string[] => searchLight(ask(words), light).hits.map(({ path }) => path),
    /** Paths that are shown once the texts are there too. */
    fully: async (words: readonly string[]): Promise<string[]> =>
      (await searchTexts(ask(words), light, texts)).hits.map(({ path }) => path),
  };
}
