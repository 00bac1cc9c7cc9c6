import { expect, test } from './test.ts';

const address = '/finance-module/e-invoicing-by-country/';

test('the table of countries is sorted by its headings, forth and back, and what has no key stays last', async ({
  page,
}) => {
  await page.goto(address);
  const names = page.locator('tbody th');
  const all = await names.count();
  await expect(names.first()).toHaveText('Argentina');
  await page.getByRole('button', { name: 'Country' }).click();
  await expect(page.getByRole('columnheader', { name: 'Country' })).toHaveAttribute('aria-sort', 'descending');
  await expect(names.first()).toHaveText('Uruguay');

  await page.getByRole('button', { name: 'Between businesses' }).click();
  await expect(page.getByRole('columnheader', { name: 'Between businesses' })).toHaveAttribute(
    'aria-sort',
    'ascending',
  );
  await expect(page.getByRole('columnheader', { name: 'Country' })).not.toHaveAttribute('aria-sort');
  const days = page.locator('tbody td[data-label="Between businesses"]');
  const forth = await days.evaluateAll((cells) => cells.map((cell) => (cell as HTMLElement).dataset.sort ?? ''));
  const dated = forth.filter((day) => day !== '');
  expect(forth.slice(0, dated.length)).toEqual(dated.toSorted());
  await page.getByRole('button', { name: 'Between businesses' }).click();
  const back = await days.evaluateAll((cells) => cells.map((cell) => (cell as HTMLElement).dataset.sort ?? ''));
  expect(back.slice(0, dated.length)).toEqual(dated.toSorted().reverse());
  expect(back.slice(dated.length).join('')).toBe('');
  await expect(names).toHaveCount(all);
});

test('a part of a name leaves the countries that have it, and says how many', async ({ page }) => {
  await page.goto(address);
  const rows = page.locator('tbody tr');
  const all = await rows.count();
  await page.getByRole('searchbox', { name: 'Show countries whose name contains' }).fill('land');
  await expect(rows.filter({ visible: true })).not.toHaveCount(all);
  for (const name of await page.locator('tbody tr:not([hidden]) th').allTextContents()) expect(name).toMatch(/land/i);
  await expect(page.getByRole('status').filter({ hasText: `of ${all} countries` })).toBeVisible();
  await page.getByRole('searchbox').first().fill('');
  await expect(rows.filter({ visible: true })).toHaveCount(all);
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('the table is complete, and offers nothing that does not work', async ({ page }) => {
    await page.goto(address);
    await expect(page.getByRole('row')).not.toHaveCount(0);
    await expect(page.getByText('Belgium').first()).toBeVisible();
    await expect(page.locator('thead button')).toHaveCount(0);
    await expect(page.locator('.e-invoicing__find')).toBeHidden();
    await expect(page.getByRole('link', { name: 'Download as CSV' })).toBeVisible();
  });
});

test('on a phone each country is a paragraph with the names of its columns, and nothing runs out of the page', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await page.goto(address);
  const label = await page
    .locator('tbody td[data-label="In F&O"]')
    .first()
    .evaluate((cell) => getComputedStyle(cell, '::before').content);
  expect(label).toContain('In F&O');
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
});

test('search finds the pages on what is ending and on e-invoicing', async ({ page }) => {
  for (const [query, title] of [
    ['end of life dates', 'What is ending, and when?'],
    ['e-invoicing country coverage', 'E-invoicing, country by country'],
  ] as const) {
    await page.goto(`/search/?q=${encodeURIComponent(query)}`);
    await expect(page.locator('[data-search-result]').filter({ hasText: title }).first()).toBeVisible();
  }
});
