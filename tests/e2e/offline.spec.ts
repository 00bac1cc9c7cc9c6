import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { bundleWorker } from '#build/offline/bundle.ts';
import { SiteCopy } from '#tests/support/site-copy.ts';
import { test as base, expect, pageTypes } from './test.ts';

const test = base.extend<{ site: SiteCopy }>({
  site: async ({ browserName: _ }, use) => {
    const site = new SiteCopy();
    await site.serve();
    await use(site);
    await site.remove();
  },
  baseURL: async ({ site }, use) => use(site.origin),
});

test.use({ serviceWorkers: 'allow' });

const worker = (page: Page, ask: 'watches' | 'waits'): Promise<boolean> =>
  page.evaluate(async (question) => {
    const { waiting } = await navigator.serviceWorker.ready;
    return question === 'waits' ? waiting !== null : navigator.serviceWorker.controller !== null;
  }, ask);

/** Waits until everything is kept and the worker watches over the page. */
const kept = (page: Page): Promise<void> => expect.poll(() => worker(page, 'watches')).toBe(true);

/** As the browser does by itself when somebody comes back to a page. */
const lookForUpdate = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    await (await navigator.serviceWorker.ready).update();
  });

const waitingWorker = (page: Page) => expect.poll(() => worker(page, 'waits'));

const heading = (page: Page) => page.getByRole('heading', { level: 1 });

test('the site can be installed: its manifest is named, faultless, and its pictures are there', async ({ page }) => {
  await page.goto(pageTypes.answer);
  await kept(page);
  const browser = await page.context().newCDPSession(page);
  const { url, errors, data } = await browser.send('Page.getAppManifest');
  expect(new URL(url).pathname).toBe('/manifest.webmanifest');
  expect(errors).toEqual([]);
  const { icons } = JSON.parse(data ?? '{}') as { icons: { src: string; sizes: string }[] };
  expect(icons.map(({ sizes }) => sizes)).toEqual(['192x192', '512x512', '512x512']);
  for (const { src } of icons) expect((await page.request.get(new URL(src, url).href)).status()).toBe(200);
});

test('without a network: what was read, the advisor, the patterns and search work', async ({ page, site }) => {
  await page.goto(pageTypes.answer);
  const title = await heading(page).textContent();
  await kept(page);
  await site.cutOff();

  await page.reload();
  await expect(heading(page)).toHaveText(title ?? '');
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('combobox').fill('duel wrtie');
  await expect(
    page
      .getByRole('dialog')
      .getByRole('option', { name: /dual-write/i })
      .first(),
  ).toBeVisible();
  await page.keyboard.press('Escape');

  await page.goto('/advisor/#rules=1.0&at=review&operation=extract&latency=nightly');
  await page.getByRole('button', { name: /recommendation/i }).click();
  await expect(page.locator('.questionnaire h2').first()).toBeVisible();

  await page.goto('/patterns/dmf/');
  await expect(heading(page)).toBeVisible();

  await page.goto('/search/');
  await page.getByRole('searchbox').first().fill('dual-write');
  await expect(page.locator('[data-search-result]').first()).toBeVisible();
});

test('without a network, a page that was never read says so and lists those that were', async ({ page, site }) => {
  await page.goto(pageTypes.answer);
  const title = (await heading(page).textContent())?.trim() ?? '';
  await kept(page);
  await site.cutOff();
  await page.goto('/security-compliance/segregation-of-duties/').catch(() => undefined);
  await expect(heading(page)).toHaveText('This page needs a connection');
  await page.getByRole('link', { name: title }).click();
  await expect(heading(page)).toHaveText(title);
});

test('an update is said in pages opened before, costs no answer, and leaves old pages their scripts', async ({
  page,
  context,
  site,
}) => {
  await page.goto('/advisor/');
  await kept(page);
  const asked = page.locator('.questionnaire h2').first();
  const before = await asked.textContent();
  await page.getByRole('radio').first().click();
  await expect(asked).not.toHaveText(before ?? '');
  const question = await asked.textContent();
  const search = await context.newPage();
  await search.goto('/search/');

  await site.deployLaterBuild('Later:');
  await lookForUpdate(page);
  await expect(page.getByText('This site was updated after you opened this page.')).toBeVisible();

  await search.getByRole('searchbox').first().fill('dual-write');
  await expect(search.locator('[data-search-result]').first()).toBeVisible();

  await page.getByRole('button', { name: 'Reload' }).click();
  await expect(heading(page)).toHaveText(/^Later:/);
  await expect(page.locator('.questionnaire h2').first()).toHaveText(question ?? '');
  await expect(page.getByText('This site was updated')).toHaveCount(0);
});

test('a page opened after the update is told nothing, and afterwards the new build works without a network', async ({
  page,
  context,
  site,
}) => {
  await page.goto(pageTypes.answer);
  await kept(page);
  await site.deployLaterBuild('Later:');
  await page.goto('/integration/');
  await expect(heading(page)).toHaveText(/^Later:/);
  await lookForUpdate(page);
  await waitingWorker(page).toBe(true);
  await expect(page.getByText('This site was updated')).toHaveCount(0);

  await page.close();
  const again = await context.newPage();
  await again.goto('/');
  await waitingWorker(again).toBe(false);
  await site.cutOff();
  await again.goto(pageTypes.answer);
  await expect(heading(again)).toHaveText(/^Later:/);
  await again.goto('/search/?q=dual-write');
  await expect(again.locator('[data-search-result]').first()).toBeVisible();
  const caches = await again.evaluate(async () =>
    (await window.caches.keys()).filter((name) => name.startsWith('pages-')),
  );
  expect(caches).toEqual(['pages-later000']);
  const scripts = await again.evaluate(async () => {
    const names = (await window.caches.keys()).filter((name) => name.includes('precache'));
    const requests = await Promise.all(names.map(async (name) => (await window.caches.open(name)).keys()));
    return requests
      .flat()
      .map(({ url }) => new URL(url).pathname)
      .filter((path) => /^\/_astro\/.*\.js$/.test(path));
  });
  expect(scripts.length).toBeGreaterThan(0);
  // The later build has other names for all of them; see `SiteCopy`.
  expect(scripts.filter((path) => !path.endsWith('N.js'))).toEqual([]);
});

test('a script that was damaged where it is kept does no harm, and is whole again afterwards', async ({ page }) => {
  await page.goto('/advisor/');
  await kept(page);
  const damage = () =>
    page.evaluate(async () => {
      for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        const found = (await cache.keys()).filter(({ url }) => /_astro\/(Questionnaire|xstate)/.test(url));
        const headers = { 'Content-Type': 'text/javascript' };
        for (const request of found) await cache.put(request, new Response('export const (', { headers }));
        if (found.length > 0) return found.length;
      }
      return 0;
    });
  expect(await damage()).toBe(2);
  await page.reload();
  await expect(page.getByRole('heading', { name: 'What has to happen?' })).toBeVisible();
  const damaged = await page.evaluate(async () => {
    const texts = await Promise.all(
      performance
        .getEntriesByType('resource')
        .filter(({ name }) => /_astro\/(Questionnaire|xstate)/.test(name))
        .map(async ({ name }) => (await caches.match(name))?.text()),
    );
    return texts.filter((text) => text === undefined || text.startsWith('export const ('));
  });
  expect(damaged).toEqual([]);
});

test('a build with the worker switched off clears away what was kept', async ({ page, site }) => {
  await page.goto('/');
  await kept(page);
  const retired = await bundleWorker('retired-worker', { SHELL: [], BUILD: 'retired0', BASE: '' });
  writeFileSync(join(site.folder, 'sw.js'), retired);
  await site.cutOff();
  await site.serve();
  await lookForUpdate(page).catch(() => undefined);
  await expect.poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
  expect(await page.evaluate(() => window.caches.keys())).toEqual([]);
});

test.describe('without a service worker, a script that was damaged on its way', () => {
  test.use({ serviceWorkers: 'block', mayFail: true });

  test('heals with a reload where it is an island, whose script is then asked for anew', async ({ page, site }) => {
    const folder = join(site.folder, '_astro');
    const file = join(folder, readdirSync(folder).find((name) => name.startsWith('Questionnaire.')) ?? '');
    const whole = readFileSync(file);
    writeFileSync(file, whole.subarray(0, whole.length / 2));
    await page.goto('/advisor/');
    await expect(page.getByText('The questionnaire could not be loaded')).toBeVisible();
    writeFileSync(file, whole);
    await page.reload();
    await expect(page.getByRole('heading', { name: 'What has to happen?' })).toBeVisible();
  });

  for (const [address, script, what] of [
    ['/advisor/inventory/', /^hooks\./, 'The inventory'],
    ['/search/?q=ledger', /^search\./, 'The search'],
  ] as const) {
    test(`stays in the browser's cache until it is tried again: ${what}`, async ({ page, site }) => {
      const folder = join(site.folder, '_astro');
      const file = join(folder, readdirSync(folder).find((name) => script.test(name)) ?? '');
      const whole = readFileSync(file);
      writeFileSync(file, whole.subarray(0, whole.length / 2));
      await page.goto(address);
      const notice = page.getByText(`${what} could not be loaded`);
      await expect(notice).toBeVisible();
      writeFileSync(file, whole);
      await page.reload();
      await expect(notice).toBeVisible();
      await page.getByRole('button', { name: 'Try again' }).click();
      await expect(notice).toHaveCount(0);
    });
  }
});
