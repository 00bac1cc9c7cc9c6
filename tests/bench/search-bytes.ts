import { brotliCompressSync } from 'node:zlib';
import type { Page, Response } from '@playwright/test';
import { withSite } from '#tests/relevance/with-site.ts';

/** Bytes (Brotli) from the first key of a search to its first results. */
export interface SearchBytes {
  /** In the palette of a page that was open: its script, the light index and what they need. */
  site: number;
  /** Pagefind by itself: its script, WebAssembly, index chunks, and the fragments of three results. */
  pagefind: number;
}

const QUERY = 'rollback plan';

const PACKED = /\.(pf_\w+|pagefind|woff2|png)$/;

async function packedSize(response: Response): Promise<number> {
  const body = await response.body();
  return PACKED.test(new URL(response.url()).pathname) ? body.length : brotliCompressSync(body).length;
}

/** What a page loads while something is done in it. */
async function loadedBy(page: Page, act: () => Promise<unknown>): Promise<number> {
  const responses: Response[] = [];
  const keep = (response: Response): number => responses.push(response);
  page.on('response', keep);
  await act();
  page.off('response', keep);
  const sizes = await Promise.all(responses.map(packedSize));
  return sizes.reduce((sum, size) => sum + size, 0);
}

const inPalette = async (page: Page, site: string): Promise<number> => {
  await page.goto(`${site}/integration/`, { waitUntil: 'networkidle' });
  return loadedBy(page, async () => {
    await page.keyboard.press('Control+k');
    await page.locator('dialog[open] input').fill(QUERY);
    await page.locator('dialog[open] a[role="option"][href*="rollback"]').first().waitFor();
  });
};

const byPagefind = async (page: Page, site: string): Promise<number> => {
  await page.goto(`${site}/search/`, { waitUntil: 'networkidle' });
  return loadedBy(page, () =>
    page.evaluate(
      async ({ query, address }) => {
        const engine = await import(address);
        const { results } = await engine.search(query);
        await Promise.all(results.slice(0, 3).map((result: { data(): Promise<unknown> }) => result.data()));
      },
      { query: QUERY, address: `${site}/pagefind/pagefind.js` },
    ),
  );
};

/** @param folder a built site */
export const bytesToFirstResults = (folder: string): Promise<SearchBytes> =>
  withSite(folder, async (page, site) => ({
    site: await inPalette(page, site),
    pagefind: await byPagefind(page, site),
  }));
