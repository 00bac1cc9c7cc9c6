import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import { build } from 'vite';
import type { LightFile } from '#apps/search/index/light-file.ts';
import { lightFileOf } from '#build/search-index/light-file-plugin.ts';
import { loadLibrary } from '#content/reading/library.ts';
import { askSite } from '#tests/relevance/ask-site.ts';
import type { Shown, Texts } from '#tests/relevance/measure.ts';

/** Name of the site's own search among the engines. */
export const OURS = 'this site';

/** A search over the site's content, as a visitor would get it. */
export interface Engine {
  name: string;
  ask(query: string): Promise<Shown>;
  /** Bytes of what has to be there before it answers, Brotli; unset where they are measured in the browser. */
  files?: readonly string[];
}

interface Document {
  address: string;
  title: string;
  aliases: string;
  text: string;
}

const SHOWN = 10;

const shown = (addresses: readonly string[]): Shown => ({ addresses, isQuiet: addresses.length === 0 });

/** The same content for all: titles, other names and whole texts. */
function documents(file: LightFile, texts: Texts): Document[] {
  return file.entries.map(({ path, title, aliases }) => ({
    address: `/${path}/`,
    title,
    aliases: aliases.join('. '),
    text: texts.get(`/${path}/`) ?? '',
  }));
}

/** A library as a page would load it. */
async function bundled(library: string): Promise<string> {
  const output = await build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, lib: { entry: fileURLToPath(import.meta.resolve(library)), formats: ['es'] } },
  });
  const [result] = [output].flat();
  if (!result || !('output' in result)) throw new Error(`${library} was not bundled`);
  return result.output[0].code;
}

async function miniSearch(all: readonly Document[]): Promise<Engine> {
  const index = new MiniSearch<Document>({
    idField: 'address',
    fields: ['title', 'aliases', 'text'],
    storeFields: ['title'],
    searchOptions: { boost: { title: 4, aliases: 2 }, fuzzy: 0.2, prefix: true },
  });
  index.addAll(all);
  return {
    name: 'MiniSearch alone',
    ask: async (query) =>
      shown(
        index
          .search(query)
          .slice(0, SHOWN)
          .map(({ id }) => id as string),
      ),
    files: [await bundled('minisearch'), JSON.stringify(index)],
  };
}

async function fuse(all: readonly Document[]): Promise<Engine> {
  const keys = [
    { name: 'title', weight: 4 },
    { name: 'aliases', weight: 2 },
    { name: 'text', weight: 1 },
  ];
  const index = new Fuse(all, { keys, ignoreLocation: true, threshold: 0.3, useTokenSearch: true });
  return {
    name: 'Fuse alone',
    ask: async (query) => shown(index.search(query, { limit: SHOWN }).map(({ item }) => item.address)),
    files: [await bundled('fuse.js'), JSON.stringify(all)],
  };
}

/** Pagefind's own ranking over the index of the built site, without what this site puts before it. */
async function pagefind(page: Page, site: string): Promise<Engine> {
  await page.goto(`${site}/search/`);
  return {
    name: 'Pagefind alone',
    ask: async (query) =>
      shown(
        await page.evaluate(
          async ({ query: text, count, address }) => {
            const engine = await import(address);
            const { results } = await engine.search(text);
            const read = results.slice(0, count).map((result: { data(): Promise<{ url: string }> }) => result.data());
            return (await Promise.all(read)).map(({ url }) => new URL(url, location.href).pathname);
          },
          { query, count: SHOWN, address: `${site}/pagefind/pagefind.js` },
        ),
      ),
  };
}

const ours = (page: Page, site: string): Engine => ({
  name: OURS,
  ask: (query) => askSite(page, site, query),
});

/** Each engine by itself over the same content, and the site's own search, asked one after the other. */
export async function engines(page: Page, site: string, texts: Texts): Promise<Engine[]> {
  const all = documents(lightFileOf(loadLibrary(process.cwd())), texts);
  return [await pagefind(page, site), await fuse(all), await miniSearch(all), ours(page, site)];
}
