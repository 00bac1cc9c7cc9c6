import { expect, test } from './test.ts';

test('from the front page to a related answer', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('navigation', { name: 'Hubs' }).getByRole('link', { name: 'Integration' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Integration FAQ' })).toBeVisible();
  await page
    .getByRole('link', { name: /dual-write.*virtual/i })
    .first()
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/dual-write/i);
  await expect(page.getByRole('heading', { name: 'Sources' })).toBeVisible();
  const related = page.getByRole('navigation', { name: 'Related questions' }).getByRole('link').first();
  const question = (await related.textContent()) ?? '';
  await related.click();
  await expect(page.getByRole('heading', { level: 1, name: question })).toBeVisible();
});

test('a hub shows one audience the questions that are theirs', async ({ page }) => {
  await page.goto('/integration/');
  const entries = page.getByRole('heading', { level: 3 });
  const all = await entries.count();
  await page.getByRole('radio', { name: /^Operations/ }).check();
  const label = (await page.getByText(/^\s*Operations \(\d+\)/).textContent()) ?? '';
  const shown = Number(/\((\d+)\)/.exec(label)?.[1]);
  await expect(entries.filter({ visible: true })).toHaveCount(shown);
  expect(shown).toBeLessThan(all);
});

test('a hub finds among its questions, by any name and with slips', async ({ page }) => {
  await page.goto('/integration/');
  const entries = page.getByRole('heading', { level: 3 }).filter({ visible: true });
  const all = await entries.count();
  const field = page.getByRole('searchbox', { name: 'Find in this hub' });
  await field.fill('CDS midleware');
  const status = page.getByRole('status').filter({ hasText: 'questions' });
  await expect(status).toContainText(`of ${all} questions`);
  await expect(entries.filter({ hasText: 'middleware' })).not.toHaveCount(0);
  expect(await entries.count()).toBeLessThan(all);
  await field.fill('pizza');
  await expect(page.getByText('No question here answers “pizza”')).toBeVisible();
  await expect(entries).toHaveCount(0);
  await field.fill('');
  await expect(entries).toHaveCount(all);
  await field.fill('throttling');
  await field.press('Enter');
  await expect(page).toHaveURL(/\/search\/\?q=throttling&hub=integration$/);
  await expect(page.locator('[data-search-result]').first()).toBeVisible();
});

test('a citation leads to its source', async ({ page }) => {
  await page.goto('/integration/odata-limits/');
  const mark = page.getByRole('link', { name: /^Source 1:/ }).first();
  const target = (await mark.getAttribute('href')) ?? '';
  await mark.click();
  await expect(page.locator(target)).toBeInViewport();
});

test('a reading path remembers what was read, and can be started again', async ({ page }) => {
  await page.goto('/reading-paths/first-audit/');
  const progress = page.getByRole('status');
  await expect(progress).toHaveText('0 of 8 read');
  await page.getByRole('checkbox', { name: 'Read' }).first().check();
  await expect(progress).toHaveText('1 of 8 read');
  await page.getByRole('heading', { level: 2 }).nth(1).getByRole('link').click();
  await expect(page.getByRole('navigation', { name: 'On a reading path' })).toContainText('2 of 8; next:');
  await page.goBack();
  await expect(progress).toHaveText('2 of 8 read');
  await page.goto('/reading-paths/');
  await expect(page.getByText('8 answers, 2 read')).toBeVisible();
  await page.goBack();
  await page.getByRole('button', { name: 'Start this path again' }).click();
  await expect(progress).toHaveText('0 of 8 read');
  await page.reload();
  await expect(progress).toHaveText('0 of 8 read');
});

test('an answer can be copied as a link and taken as Markdown', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/integration/which-pattern/#source-ms-integration-overview');
  await page.getByRole('button', { name: 'Copy link' }).click();
  await expect(page.getByRole('button', { name: 'Link copied' })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/\/integration\/which-pattern\/$/);
  const markdown = await page.request.get('/integration/which-pattern.md');
  expect(await markdown.text()).toMatch(/^# Which integration pattern should we use\?/);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('hub, answer, decision table and the list of all questions can be read', async ({ page }) => {
    await page.goto('/integration/');
    await expect(page.getByRole('heading', { level: 3 }).first()).toBeVisible();
    await page.goto('/integration/which-pattern/');
    await expect(page.locator('.verdict')).toBeVisible();
    await page.goto('/advisor/');
    await expect(page.getByRole('heading', { name: 'The same rules at a glance' })).toBeVisible();
    await expect(page.getByRole('row').nth(5)).toBeVisible();
    await page.goto('/search/?q=dual');
    await expect(page.locator('noscript p')).toBeVisible();
    await expect(page.getByRole('heading', { name: 'All questions from A to Z' })).toBeVisible();
  });
});
