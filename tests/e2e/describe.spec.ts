import type { Page } from '@playwright/test';
import { expect, test } from './test.ts';
import { violations } from './violations.ts';

const sentence = 'Nightly, 50,000 sales orders from a Shopify store into F&O; nobody waits';

const box = (page: Page) => page.getByRole('textbox', { name: 'Describe the interface in a sentence' });
const understood = (page: Page) => page.getByRole('list', { name: 'What was understood' });

test('a sentence becomes answers by keyboard alone, and the rest is asked', async ({ page }) => {
  await page.goto('/advisor/');
  await box(page).focus();
  await page.keyboard.type(sentence);
  await expect(understood(page).getByRole('combobox', { name: 'How soon' })).toHaveValue('nightly');
  await expect(page.getByRole('status').filter({ hasText: 'answers were understood' })).toBeVisible();
  const use = page.getByRole('button', { name: 'Use these answers' });
  await use.focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/latency=nightly/);
  await expect(page).toHaveURL(/direction=inbound/);
});

test('the language is loaded once the box is used, and not before', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto('/advisor/');
  await expect(box(page)).toBeVisible();
  expect(asked.filter((path) => path.endsWith('/language.json'))).toEqual([]);
  const loaded = page.waitForResponse(/language\.json$/);
  await box(page).focus();
  await loaded;
});

test('an example fills the box with a click', async ({ page }) => {
  await page.goto('/advisor/');
  await page.getByText('Fifteen examples to begin with').click();
  const example = page.locator('.describe__examples li button');
  await expect(example).toHaveCount(15);
  const text = (await example.nth(4).textContent()) ?? '';
  await example.nth(4).click();
  await expect(box(page)).toHaveValue(text);
  await expect(understood(page)).toBeVisible();
});

test('a sentence in the address is read, and answers given before stay until it is used', async ({ page }) => {
  await page.goto('/advisor/#rules=1.0&operation=read&at=review');
  await expect(page.getByRole('heading', { name: 'Your answers' })).toBeVisible();
  await page
    .getByRole('button', { name: /^Change/ })
    .first()
    .click();
  await page.goto('/');
  await page.goto(`/advisor/#sentence=${encodeURIComponent('Stock to the web shop, hourly')}`);
  await expect(box(page)).toHaveValue('Stock to the web shop, hourly');
  await expect(understood(page)).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [1280, 320]) {
    test(`the box holds at ${width} px in the ${colorScheme} theme`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 800 });
      await page.goto('/advisor/');
      await box(page).fill(`${sentence}; stock goes out hourly, perhaps by file to Shopyfy`);
      await expect(understood(page)).toBeVisible();
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(overflow).toBeLessThanOrEqual(0);
      expect(await violations(page, '.describe', [colorScheme])).toEqual([]);
    });
  }
}
