import type { AddressInfo } from 'node:net';
import { chromium, type Page } from '@playwright/test';
import { siteServer } from '#cli/site-server.ts';
import { browserArguments, findOrInstallBrowser } from '#tests/support/browser.ts';
import { APPEARANCE_MS } from '#tests/support/patience.ts';

/** Serves a built site and opens a page in a real browser for as long as `use` takes. */
export async function withSite<Value>(
  folder: string,
  use: (page: Page, site: string) => Promise<Value>,
): Promise<Value> {
  const server = siteServer(folder).listen(0);
  const browser = await chromium.launch({
    executablePath: findOrInstallBrowser(console.log).path,
    args: [...browserArguments],
  });
  try {
    const context = await browser.newContext({ serviceWorkers: 'block' });
    context.setDefaultTimeout(APPEARANCE_MS);
    return await use(await context.newPage(), `http://localhost:${(server.address() as AddressInfo).port}`);
  } finally {
    await browser.close();
    server.close();
  }
}
