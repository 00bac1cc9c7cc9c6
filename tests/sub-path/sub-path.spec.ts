import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { base, folder, host } from './place.ts';

/** Every address in a page that the browser would follow or load on this host. */
const addresses = /\b(?:href|src|action|content|data-[\w-]+)="(\/(?!\/)[^"]*)"/g;

test('no page of the site points outside its folder', () => {
  const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.html'));
  const outside = pages.flatMap((file) =>
    [...readFileSync(join(folder, file), 'utf8').matchAll(addresses)]
      .map(([, address = '']) => address)
      .filter((address) => !address.startsWith(`${base}/`))
      .map((address) => `${file}: ${address}`),
  );
  expect(pages.length).toBeGreaterThan(100);
  expect(outside).toEqual([]);
});

test('reading: from the front page to a hub, an answer and its pattern', async ({ page }) => {
  await page.goto('./');
  await page.getByRole('main').getByRole('link', { name: 'Integration', exact: true }).click();
  await expect(page).toHaveURL(`${base}/integration/`);
  await page.getByRole('main').getByRole('heading', { level: 3 }).first().getByRole('link').click();
  await expect(page).toHaveURL(new RegExp(`${base}/integration/[a-z-]+/$`));
  await page.getByRole('navigation', { name: 'Site' }).getByRole('link', { name: 'Patterns' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

test('the advisor leads to a recommendation whose links stay in the folder', async ({ page }) => {
  await page.goto('./advisor/#rules=1.0&at=result&operation=extract&latency=nightly');
  await expect(page.locator('.questionnaire h2').first()).toBeVisible();
  const links = await page
    .locator('.questionnaire a[href^="/"]')
    .evaluateAll((all) => all.map((a) => a.getAttribute('href')));
  expect(links.length).toBeGreaterThan(0);
  for (const link of links) expect(link).toMatch(new RegExp(`^${base}/`));
});

test('search finds, and its results open', async ({ page }) => {
  await page.goto('./search/?q=dual-write');
  await page.locator('[data-search-result] a').first().click();
  await expect(page).toHaveURL(new RegExp(`${base}/.+/`));
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

test('an address that is not there gets the 404 page, with ways on', async ({ page }) => {
  const response = await page.goto('./no-such-page/');
  expect(response?.status()).toBe(404);
  await page.getByRole('main').getByRole('link', { name: 'Search' }).click();
  await expect(page).toHaveURL(`${base}/search/`);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the search page lists all questions, and offers a web search of this folder alone', async ({ page }) => {
    await page.goto('./search/');
    await expect(page.locator('.search-index a').first()).toBeVisible();
    const link = page.getByRole('link', { name: 'a web search limited to this site' });
    const query = new URL((await link.getAttribute('href')) ?? '').searchParams.get('q');
    expect(query).toBe(`site:${host.replace('https://', '')}${base}`);
  });
});
