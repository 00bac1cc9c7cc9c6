import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createServer, isRunnableDevEnvironment, type ViteDevServer } from 'vite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { contentReload } from '#content/checking/content-reload.ts';
import { TEST_MS } from '#tests/support/patience.ts';

let root: string;
let server: ViteDevServer;

const write = (file: string, text: string): void => {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
};

const reads = (file: string): string =>
  `import { readFileSync } from 'node:fs'; export const text = readFileSync(${JSON.stringify(join(root, file))}, 'utf8');`;

beforeEach(async () => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'fno-reload-')));
  write('content/answers/hub/one.mdx', 'before');
  write('src/content/publishing/site.ts', reads('content/answers/hub/one.mdx'));
  write('src/page.ts', `export { text } from './content/publishing/site.ts';`);
  server = await createServer({
    root,
    configFile: false,
    logLevel: 'silent',
    plugins: [contentReload(root)],
    server: { middlewareMode: true, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true },
  });
});

afterEach(async () => {
  await server.close();
  rmSync(root, { recursive: true, force: true });
});

async function textOn(page: string): Promise<string> {
  const { ssr } = server.environments;
  if (!isRunnableDevEnvironment(ssr)) throw new Error('Vite runs no pages here');
  const { text } = await ssr.runner.import<{ text: string }>(join(root, page));
  return text;
}

/** Edits a file and tells the server, as its watcher would. */
function edit(file: string, text: string): void {
  write(file, text);
  server.watcher.emit('change', join(root, file));
}

test('a page shows an edited answer without a restart', async () => {
  expect(await textOn('src/page.ts')).toBe('before');
  edit('content/answers/hub/one.mdx', 'after');
  await expect.poll(() => textOn('src/page.ts'), { timeout: TEST_MS / 2 }).toBe('after');
});
