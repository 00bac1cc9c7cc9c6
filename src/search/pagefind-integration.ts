import type { ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { close, createIndex, type PagefindIndex } from 'pagefind';
import { loadLibrary } from '../content/library.ts';

/** `F&O` is one word to everybody here. */
const options = { includeCharacters: '&' };

async function newIndex(): Promise<PagefindIndex> {
  const { index, errors } = await createIndex(options);
  if (!index) throw new Error(`Pagefind: ${errors.join('; ')}`);
  return index;
}

/** Addresses of the pages that search must find: a page that lost its mark would vanish without a word. */
function searchablePages(root: string): string[] {
  const { answers, patterns } = loadLibrary(root);
  return [...answers.map(({ id }) => `/${id}/`), ...patterns.map(({ id }) => `/patterns/${id}/`)];
}

async function writeIndex(dist: string, root: string): Promise<number> {
  const index = await newIndex();
  await index.addDirectory({ path: dist });
  const { errors } = await index.writeFiles({ outputPath: `${dist}/pagefind` });
  if (errors.length > 0) throw new Error(`Pagefind: ${errors.join('; ')}`);
  const entry = await import(`${dist}/pagefind/pagefind-entry.json`, { with: { type: 'json' } });
  const languages = Object.values(entry.default.languages) as { page_count: number }[];
  const indexed = languages.reduce((sum, { page_count }) => sum + page_count, 0);
  const expected = searchablePages(root).length;
  if (indexed !== expected) throw new Error(`Pagefind indexed ${indexed} pages, but ${expected} should be found`);
  return indexed;
}

/** An index of the pages as the development server renders them, by the path below `/pagefind/`. */
async function indexOfServer(origin: string, root: string): Promise<Map<string, Uint8Array>> {
  const index = await newIndex();
  for (const url of searchablePages(root)) {
    const response = await fetch(`${origin}${url}`);
    await index.addHTMLFile({ url, content: await response.text() });
  }
  const { files } = await index.getFiles();
  return new Map(files.map(({ path, content }) => [path, content]));
}

function send(response: ServerResponse, path: string, content: Uint8Array | undefined): void {
  response.statusCode = content ? 200 : 404;
  if (path.endsWith('.js')) response.setHeader('Content-Type', 'text/javascript');
  response.end(content);
}

/** Makes the search index after a build, and on first use in the development server. */
export function pagefind(): AstroIntegration {
  let root = process.cwd();
  return {
    name: 'pagefind',
    hooks: {
      'astro:config:done': ({ config }) => {
        root = fileURLToPath(config.root);
      },
      'astro:server:setup': ({ server }) => {
        let files: Promise<Map<string, Uint8Array>> | undefined;
        server.watcher.on('change', (file) => {
          if (file.replaceAll('\\', '/').includes('/content/')) files = undefined;
        });
        server.middlewares.use('/pagefind/', async (request, response) => {
          const path = (request.url ?? '').replace(/^\/|\?.*$/g, '');
          files ??= indexOfServer(`http://${request.headers.host}`, root);
          send(response, path, (await files).get(path));
        });
      },
      'astro:build:done': async ({ dir, logger }) => {
        logger.info(`${await writeIndex(fileURLToPath(dir), root)} pages can be found`);
        await close();
      },
    },
  };
}
