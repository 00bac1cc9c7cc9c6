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

test('a citation leads to its source', async ({ page }) => {
  await page.goto('/integration/odata-limits/');
  const mark = page.getByRole('link', { name: /^Source 1:/ }).first();
  const target = (await mark.getAttribute('href')) ?? '';
  await mark.click();
  await expect(page.locator(target)).toBeInViewport();
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
