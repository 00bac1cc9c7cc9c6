import { mkdirSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { type Browser, chromium } from '@playwright/test';
import { siteServer } from '#cli/site-server.ts';
import { browserArguments, findOrInstallBrowser } from './browser.ts';

/** `npm run screenshots`: takes the pictures of the README from the built site in `dist/`. */

const folder = 'docs/screenshots';

interface Picture {
  name: string;
  address: string;
  colorScheme: 'light' | 'dark';
  /** What has to be on the page before it is taken. */
  ready: string;
}

const advised =
  '#rules=1.0&at=result&operation=bulk-load&latency=nightly&peak_batch_records=400000&counterpart=third-party';

const pictures: readonly Picture[] = [
  { name: 'home', address: '/', colorScheme: 'light', ready: 'h1' },
  { name: 'hub', address: '/integration/', colorScheme: 'light', ready: 'h1' },
  { name: 'answer', address: '/integration/which-pattern/', colorScheme: 'light', ready: 'h1' },
  { name: 'answer-dark', address: '/integration/which-pattern/', colorScheme: 'dark', ready: 'h1' },
  { name: 'advisor', address: `/advisor/${advised}`, colorScheme: 'light', ready: '[data-advisor-result]' },
  { name: 'search', address: '/search/?q=dual-write', colorScheme: 'light', ready: '[data-search-result]' },
];

async function take(browser: Browser, origin: string, { name, address, colorScheme, ready }: Picture): Promise<void> {
  const page = await browser.newPage({ colorScheme, viewport: { width: 1280, height: 800 } });
  await page.goto(`${origin}${address}`);
  await page.locator(ready).first().waitFor();
  await page.evaluate(() => document.fonts.ready);
  // A field in focus would show a caret that is there in one picture and gone in the next.
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  const path = `${folder}/${name}.png`;
  await page.screenshot({ path });
  await page.close();
  console.log(path);
}

const server = siteServer('dist').listen(0);
const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
const browser = await chromium.launch({
  executablePath: findOrInstallBrowser(console.log).path,
  args: [...browserArguments],
});
mkdirSync(folder, { recursive: true });
for (const picture of pictures) await take(browser, origin, picture);
await browser.close();
server.close();
