import type { Page } from '@playwright/test';
import { expect, test } from './test.ts';

const input = (page: Page) => page.getByRole('combobox', { name: /search/i });
const options = (page: Page) => page.getByRole('listbox').getByRole('option');

async function open(page: Page, address = '/integration/which-pattern/'): Promise<void> {
  await page.goto(address);
  await page.getByRole('button', { name: /search/i }).click();
  await expect(input(page)).toBeFocused();
}

test('Ctrl+K opens the palette on a page to read, and Escape gives the focus back', async ({ page }) => {
  await page.goto('/integration/which-pattern/');
  const opener = page.getByRole('button', { name: /search/i });
  await opener.focus();
  await page.keyboard.press('Control+k');
  await expect(input(page)).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(opener).toBeFocused();
});

test('nothing of the search is loaded before somebody wants it', async ({ page }) => {
  const loaded: string[] = [];
  page.on('request', (request) => loaded.push(new URL(request.url()).pathname));
  await page.goto('/integration/which-pattern/');
  await page.waitForLoadState('load');
  expect(loaded.filter((path) => /search|light|pagefind/.test(path))).toEqual([]);
});

test('a word that only the text of a page holds is found there before anything says that there is nothing', async ({
  page,
}) => {
  await open(page);
  await page.keyboard.type('sponsorship');
  await expect(options(page).first()).toHaveAttribute('href', /change-management/);
  await expect(page.locator('[data-search-no-match]')).toHaveCount(0);
});

test('a query about a product of others is told what this site is about', async ({ page }) => {
  await open(page);
  await page.keyboard.type('xero invoice template');
  await expect(page.getByRole('dialog').getByRole('status')).toContainText('No page here answers this about Xero.');
});

test('a result tells its short answer', async ({ page }) => {
  await open(page);
  await page.keyboard.type('rollback plan');
  await expect(options(page).first().locator('.palette__verdict')).not.toBeEmpty();
});

test('a figure stands above the pages, and Enter still opens the page that was chosen', async ({ page }) => {
  await open(page);
  await page.keyboard.type('OData page limit');
  const figures = page.getByRole('group', { name: 'At once' });
  await expect(figures.getByRole('option').first()).toContainText('10,000 records');
  const active = await input(page).getAttribute('aria-activedescendant');
  await expect(page.getByRole('group', { name: 'Questions' }).locator(`#${active}`)).toHaveCount(1);
});

test('arrows choose among results and Enter opens one', async ({ page }) => {
  await open(page);
  await page.keyboard.type('duel wrtie');
  await expect(options(page).first()).toContainText(/dual-write/i);
  await expect(page.getByRole('dialog').getByRole('status')).toContainText('Showing results for “dual write”');
  const active = () => input(page).getAttribute('aria-activedescendant');
  const first = await active();
  await page.keyboard.press('ArrowDown');
  expect(await active()).not.toBe(first);
  await expect(page.locator(`#${await active()}`)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowUp');
  expect(await active()).toBe(first);
  const text = await options(page).first().textContent();
  await page.keyboard.press('Enter');
  await expect(page).not.toHaveURL(/which-pattern/);
  expect(text).toContain((await page.getByRole('heading', { level: 1 }).textContent())?.trim());
});

test('a search is remembered, can be repeated and forgotten', async ({ page }) => {
  await open(page);
  await page.keyboard.type('rollback');
  await options(page).first().click();
  await expect(page).not.toHaveURL(/which-pattern/);
  await page.waitForLoadState('load');
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('group', { name: 'Recent searches' })).toContainText('rollback');
  await page.getByRole('option', { name: 'rollback' }).click();
  await expect(input(page)).toHaveValue('rollback');
  await input(page).fill('');
  await page.getByRole('button', { name: /forget/i }).click();
  await expect(page.getByRole('group', { name: 'Recent searches' })).toHaveCount(0);
});

test('where storage is refused the palette finds all the same', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('refused', 'SecurityError');
      },
    });
  });
  await open(page);
  await page.keyboard.type('CDS');
  await expect(page.getByRole('dialog').getByRole('status')).toContainText('CDS = Dataverse');
  await expect(options(page).first()).toBeVisible();
});

test('nonsense gets a plain sentence and ways on', async ({ page }) => {
  await open(page);
  await page.keyboard.type('qwzzk flurbonium');
  await expect(page.locator('[data-search-no-match]')).toContainText('qwzzk flurbonium');
  await expect(page.getByRole('group', { name: 'Elsewhere' }).getByRole('option').first()).toBeVisible();
});

for (const width of [320, 1280]) {
  test(`stands inside the window at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 700 });
    await open(page);
    await page.keyboard.type('middleware');
    await expect(options(page).first()).toBeVisible();
    const box = await page.getByRole('dialog').boundingBox();
    expect((box?.x ?? -1) >= 0 && (box?.x ?? 0) + (box?.width ?? 0) <= width).toBe(true);
  });
}
