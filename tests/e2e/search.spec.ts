import type { Page } from '@playwright/test';
import { searched } from '#tests/relevance/ask-site.ts';
import { expect, test } from './test.ts';

const results = '[data-search-result]';
/** The title of a result; the link to the passage comes beside it a moment later. */
const title = `${results} h2 a`;

test('the front page leads to answers', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('searchbox', { name: 'Search the answers' }).fill('dual-write or virtual entities');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/search\/\?q=dual-write/);
  await expect(page.locator(title).first()).toContainText(/dual-write|virtual/i);
  await expect(page.getByRole('status')).toContainText('results for');
  await page.locator(title).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/dual-write|virtual/i);
});

test('results follow the typing, and the address holds the query', async ({ page }) => {
  await page.goto('/search/');
  await page.getByRole('searchbox').pressSequentially('throttling');
  await expect(page.locator(results).first()).toBeVisible();
  await expect(page).toHaveURL(/q=throttling/);
});

test('a question in plain words finds its answer', async ({ page }) => {
  await page.goto('/search/?q=Do+we+need+middleware+for+five+systems%3F');
  await searched(page);
  await expect(page.locator(title).first()).toContainText(/middleware/i);
});

test('an old name finds what it is called today', async ({ page }) => {
  await page.goto('/search/?q=DIXF');
  await expect(page.locator(results).first()).toBeVisible();
  await expect(page.getByText(/DIXF = /).first()).toBeVisible();
});

test('a query can be searched for exactly as it was typed', async ({ page }) => {
  await page.goto('/search/?q=DIXF');
  await page.getByRole('button', { name: 'Search for exactly what I typed' }).click();
  await expect(page).toHaveURL(/literal=1/);
  await searched(page);
  await expect(page.getByText(/also searched for/)).toHaveCount(0);
});

test('filters tell what they would leave, leave it, and stand in the address', async ({ page }) => {
  await page.goto('/search/?q=ledger');
  await searched(page);
  const hubs = page.getByRole('combobox', { name: 'Hub' });
  const option = hubs.getByRole('option', { name: /^Finance module \(\d+\)$/ });
  await expect(option).toHaveCount(1);
  const count = Number(/\((\d+)\)/.exec((await option.textContent()) ?? '')?.[1]);
  await hubs.selectOption({ value: 'finance-module' });
  await expect(page).toHaveURL(/hub=finance-module/);
  await searched(page);
  await expect(page.getByRole('status')).toContainText(`${count} result`);
  for (const hub of await page.locator('.search-results__hub').allTextContents()) expect(hub).toBe('Finance module');
});

test('a long list of results comes in parts', async ({ page }) => {
  await page.goto('/search/?q=ledger');
  await expect(page.locator(results)).toHaveCount(10);
  await page.getByRole('button', { name: 'Show more' }).click();
  await expect(page.locator(results).nth(10)).toBeVisible();
});

test('what nobody has written about gets a plain answer', async ({ page }) => {
  await page.goto('/search/?q=qwzzk+flurbonium');
  await searched(page);
  await expect(page.locator('[data-search-no-match]')).toBeVisible();
  await expect(page.locator(results)).toHaveCount(0);
});

test('markup in a query stays text', async ({ page }) => {
  await page.goto(`/search/?q=${encodeURIComponent('<img src=x onerror=alert(1)> "qwzzk"')}`);
  await expect(page.locator('[data-search-no-match]')).toContainText('<img src=x');
});

test('where the texts fail to load the light index answers, says so, and the texts can be tried again', async ({
  page,
}) => {
  await page.route(
    '**/pagefind/pagefind.js',
    (route) => route.fulfill({ status: 200, contentType: 'text/javascript', body: 'throw new Error("gone")' }),
    { times: 1 },
  );
  await page.goto('/search/?q=dual-write');
  const sentence = page.getByText('The texts of the pages could not be loaded');
  await expect(sentence).toBeVisible();
  await expect(page.locator(results).first()).toBeVisible();
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(sentence).toHaveCount(0);
  await expect(page.locator('.search-results__passage mark').first()).toBeVisible();
});

test('each result tells its short answer, and its passage leads to the heading above it', async ({ page }) => {
  await page.goto('/search/?q=rollback+plan');
  await searched(page);
  for (const verdict of await page.locator('.search-results__verdict').allTextContents()) expect(verdict).not.toBe('');
  const passages = page.locator('.search-results__passage a');
  const ids = (await passages.evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? '')))
    .map((href) => /#([a-z0-9-]+)/.exec(href)?.[1])
    .filter((id) => id !== undefined);
  expect(ids.length).toBeGreaterThan(0);
  await passages.filter({ visible: true }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

test('back leads to the search before', async ({ page }) => {
  await page.goto('/search/?q=ledger');
  await page.getByRole('combobox', { name: 'Hub' }).selectOption({ value: 'finance-module' });
  await expect(page).toHaveURL(/hub=finance-module/);
  await page.goBack();
  await expect(page.getByRole('combobox', { name: 'Hub' })).toHaveValue('');
});

const atOnce = (page: Page) => page.getByRole('list', { name: 'Answers at once' });

test('a figure that is asked for stands there at once, with its source', async ({ page }) => {
  await page.goto('/search/?q=OData+page+limit');
  await expect(atOnce(page)).toContainText('10,000 records');
  const source = atOnce(page).getByRole('link').first();
  await source.click();
  await expect(page).toHaveURL(/\/sources\/#/);
});

test('a term tells what it means', async ({ page }) => {
  await page.goto('/search/?q=what+is+DIXF');
  await expect(atOnce(page).getByRole('link', { name: 'DMF' })).toBeVisible();
});

test('a described interface leads to the advisor, which begins with the sentence', async ({ page }) => {
  await page.goto('/search/?q=nightly+payments+to+a+bank+in+Norway');
  await atOnce(page).getByRole('link', { name: 'Let the advisor choose its pattern' }).click();
  await expect(page).toHaveURL(/\/advisor\//);
  await expect(page.getByRole('textbox').first()).toHaveValue('nightly payments to a bank in Norway');
});

test('what understands sentences is not loaded for a question', async ({ page }) => {
  const loaded: string[] = [];
  page.on('request', (request) => loaded.push(new URL(request.url()).pathname));
  await page.goto('/search/?q=month-end+close');
  await searched(page);
  await expect(page.locator(results).first()).toBeVisible();
  expect(loaded.filter((path) => path.includes('language'))).toEqual([]);
});

test('a hub and a role choose pages without a query, and stand in the address', async ({ page }) => {
  await page.goto('/search/');
  await page.getByRole('combobox', { name: 'Hub' }).selectOption({ value: 'performance' });
  await expect(page).toHaveURL(/hub=performance/);
  await searched(page);
  await expect(page.getByRole('status')).toHaveText(/^\d+ pages\.$/);
  for (const hub of await page.locator('.search-results__hub').allTextContents()) expect(hub).toBe('Performance');
  await page.reload();
  await searched(page);
  await expect(page.locator(results).first()).toBeVisible();
});

test('on a phone the first result is seen without scrolling, and nothing lies below it that moves', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/search/?q=rollback+plan');
  await searched(page);
  const box = await page.locator(title).first().boundingBox();
  expect((box?.y ?? Number.POSITIVE_INFINITY) + (box?.height ?? 0)).toBeLessThan(844);
  await expect(page.getByRole('heading', { name: 'All questions from A to Z' })).toBeHidden();
});
