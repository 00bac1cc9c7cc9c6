import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import { searchLight } from '#apps/search/ranking/search.ts';
import type { Shown } from './measure.ts';
import { readingOf } from './offline-pages.ts';
import type { OfflineSite } from './offline-site.ts';

/** Something that answers queries from the site's content. */
export interface Engine {
  name: string;
  ask(query: string): Promise<Shown>;
}

const SHOWN = 10;

export const shown = (paths: readonly string[]): Shown => ({
  addresses: paths.map((path) => `/${path}/`),
  isQuiet: paths.length === 0,
});

function fuseOverNames({ light }: OfflineSite): Engine {
  const index = new Fuse([...light.entries.values()], {
    keys: ['title', 'aliases'],
    ignoreLocation: true,
    threshold: 0.3,
    useTokenSearch: true,
  });
  return {
    name: 'names alone, Fuse',
    ask: async (query) => shown(index.search(query, { limit: SHOWN }).map(({ item }) => item.path)),
  };
}

function miniSearchOverTexts({ pages }: OfflineSite): Engine {
  const index = new MiniSearch({ idField: 'path', fields: ['text'], searchOptions: { fuzzy: 0.2, prefix: true } });
  index.addAll(pages.map((page) => ({ path: page.path, text: readingOf(page) })));
  return {
    name: 'texts alone, MiniSearch',
    ask: async (query) =>
      shown(
        index
          .search(query)
          .slice(0, SHOWN)
          .map(({ id }) => id as string),
      ),
  };
}

function pagefindOverTexts({ pagefind, texts }: OfflineSite): Engine {
  return {
    name: 'texts alone, Pagefind',
    ask: async (query) => {
      const { results } = await pagefind.search(query);
      return shown(results.slice(0, SHOWN).map(({ id }) => texts.pathOf(id)));
    },
  };
}

const lightAlone = ({ light }: OfflineSite): Engine => ({
  name: 'this site, before the texts',
  ask: async (query) => shown(searchLight({ query, literal: false }, light).hits.map(({ path }) => path)),
});

/** Each part of the search by itself, over the same content. */
export const enginesAlone = (site: OfflineSite): Engine[] => [
  fuseOverNames(site),
  miniSearchOverTexts(site),
  pagefindOverTexts(site),
  lightAlone(site),
];
