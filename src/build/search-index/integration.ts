import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { contentOfBuild } from '#content/reading/content-of-build.ts';
import type { Library } from '#content/reading/entries.ts';
import { loadLibrary } from '#content/reading/library.ts';
import { lightFileOf, lightFilePlugin, recallLightFile } from './light-file-plugin.ts';
import { onIntentPlugin } from './on-intent-plugin.ts';
import { countPages, type IndexedPage, makeIndex } from './pagefind-index.ts';

const libraryOf = (root: string): Library => contentOfBuild(root)?.library ?? loadLibrary(root);

/** The pages that search must find, in the order of the light index. */
const searchablePages = (root: string): Omit<IndexedPage, 'html'>[] =>
  lightFileOf(libraryOf(root)).entries.map(({ path, aliases }) => ({ address: `/${path}/`, aliases }));

/** Writes the index beside the built pages and tells how many it finds. */
async function writeIndex(dist: string, root: string): Promise<number> {
  const pages = searchablePages(root);
  const files = await makeIndex(
    pages.map((page) => ({ ...page, html: readFileSync(join(dist, page.address, 'index.html'), 'utf8') })),
  );
  const count = countPages(files);
  if (count !== pages.length) throw new Error(`Pagefind finds ${count} of ${pages.length} pages`);
  for (const [path, content] of files) {
    const file = join(dist, 'pagefind', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  return count;
}

/** An index of the pages as the development server renders them. */
async function indexOfServer(site: string, root: string): Promise<Map<string, Uint8Array>> {
  const pages = searchablePages(root).map(async (page) => {
    const response = await fetch(`${site}${page.address}`);
    return { ...page, html: await response.text() };
  });
  return makeIndex(await Promise.all(pages));
}

/** Serves what the development server's index holds; the index is made on the first request after a change. */
class DevelopmentIndex {
  private files: Promise<Map<string, Uint8Array>> | undefined;
  private readonly root: string;

  constructor(root: string) {
    this.root = root;
  }

  forget(): void {
    this.files = undefined;
  }

  async respond(request: IncomingMessage, response: ServerResponse, base: string): Promise<void> {
    const [path = ''] = (request.url ?? '').replace(/^\//, '').split('?', 1);
    try {
      this.files ??= indexOfServer(`http://${request.headers.host}${base}`, this.root);
      const content = (await this.files).get(path);
      response.statusCode = content ? 200 : 404;
      if (path.endsWith('.js')) response.setHeader('Content-Type', 'text/javascript');
      response.end(content);
    } catch (error) {
      this.forget();
      response.statusCode = 500;
      response.end(String(error));
    }
  }
}

/** Makes the light index with the pages' scripts, and the index of texts after a build or on first use in development. */
export function search(): AstroIntegration {
  let root = process.cwd();
  let base = '';
  let kept = '';
  return {
    name: 'search',
    hooks: {
      'astro:config:setup': ({ config, updateConfig }) => {
        const folder = fileURLToPath(config.root);
        updateConfig({ vite: { plugins: [lightFilePlugin(() => libraryOf(folder)), onIntentPlugin(folder)] } });
      },
      'astro:config:done': ({ config }) => {
        root = fileURLToPath(config.root);
        base = config.base.replace(/\/$/, '');
        kept = fileURLToPath(config.cacheDir);
      },
      'astro:build:start': () => {
        const content = contentOfBuild(root);
        if (content) recallLightFile(content, kept);
      },
      'astro:server:setup': ({ server }) => {
        const index = new DevelopmentIndex(root);
        const isContent = (file: string): boolean => file.replaceAll('\\', '/').includes('/content/');
        server.watcher.on('all', (_event, file) => {
          if (isContent(file)) index.forget();
        });
        server.middlewares.use(`${base}/pagefind/`, (request, response) => index.respond(request, response, base));
      },
      'astro:build:done': async ({ dir, logger }) => {
        logger.info(`${await writeIndex(fileURLToPath(dir), root)} pages can be found`);
      },
    },
  };
}
