import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { textIndexOver } from '#apps/search/index/engine.ts';
import { LightIndex } from '#apps/search/index/light-index.ts';
import type { Pagefind, TextIndex } from '#apps/search/index/text-index.ts';
import { lightFileOf } from '#build/search-index/light-file-plugin.ts';
import { makeIndex } from '#build/search-index/pagefind-index.ts';
import { loadLibrary } from '#content/reading/library.ts';
import type { Texts } from './measure.ts';
import { htmlOf, type OfflinePage, offlinePages, readingOf } from './offline-pages.ts';
import { plain } from './plain.ts';

/** The search of the site over content alone: no build, no browser, the same code and the same engine of texts. */
export interface OfflineSite {
  light: LightIndex;
  texts: TextIndex;
  pagefind: Pagefind;
  pages: readonly OfflinePage[];
  /** What a visitor reads on each page, by its address. */
  readings: Texts;
}

/** Serves the files of an index for as long as `use` takes. */
export async function withFiles<Value>(
  files: ReadonlyMap<string, Uint8Array>,
  use: (address: string) => Promise<Value>,
): Promise<Value> {
  const server = createServer(({ url = '' }, response) => {
    const content = files.get(url.replace(/^\/pagefind\//, '').replace(/\?.*$/, ''));
    // A connection kept open is reset while this thread ranks, and the next request fails on it.
    response.setHeader('Connection', 'close');
    response.statusCode = content ? 200 : 404;
    response.end(content);
  }).listen(0);
  try {
    return await use(`http://localhost:${(server.address() as AddressInfo).port}/pagefind/`);
  } finally {
    server.close();
    server.closeAllConnections();
  }
}

/** Pagefind's own script as a module of Node. */
export async function engineOf(files: ReadonlyMap<string, Uint8Array>): Promise<Pagefind> {
  const file = join(mkdtempSync(join(tmpdir(), 'search-')), 'pagefind.mjs');
  writeFileSync(file, files.get('pagefind.js') ?? '');
  return (await import(pathToFileURL(file).href)) as Pagefind;
}

/** Makes the search of the site from `content/` and keeps it for as long as `use` takes. */
export async function withOfflineSite<Value>(
  use: (site: OfflineSite) => Promise<Value>,
  library = loadLibrary(process.cwd()),
): Promise<Value> {
  const light = new LightIndex(lightFileOf(library));
  const pages = offlinePages(library);
  const files = await makeIndex(
    pages.map((page) => ({
      address: `/${page.path}/`,
      html: htmlOf(page),
      aliases: light.entries.get(page.path)?.aliases ?? [],
    })),
  );
  const readings = new Map(pages.map((page) => [`/${page.path}/`, plain(readingOf(page))]));
  return withFiles(files, async (address) => {
    const pagefind = await engineOf(files);
    return use({ light, texts: await textIndexOver(pagefind, light, address), pagefind, pages, readings });
  });
}
