import type { Page } from '@playwright/test';
import { expect, test } from './test.ts';

/** What readers of different roles find: the header, the front page, their desk, what they come back to, long pages. */

const phone = { width: 390, height: 844 };

/** Whether all of an element stands above the fold of the window. */
const isAboveFold = async (page: Page, name: RegExp): Promise<boolean> => {
  const box = await page.locator('main').getByRole('link', { name }).first().boundingBox();
  return box !== null && box.y + box.height <= (page.viewportSize()?.height ?? 0);
};

test.describe('the header on a phone', () => {
  test.use({ viewport: phone });

  test('is one row, with name, menu and search', async ({ page }) => {
    for (const address of ['/', '/integration/which-pattern/', '/glossary/']) {
      await page.goto(address);
      expect((await page.getByRole('banner').boundingBox())?.height).toBeLessThan(64);
      await expect(page.getByRole('banner').getByRole('button', { name: /^Search/ })).toBeVisible();
    }
    await page.getByRole('button', { name: 'Menu' }).click();
    await page.getByRole('navigation', { name: 'Hubs' }).getByRole('link', { name: 'Performance' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Performance FAQ' })).toBeVisible();
  });

  test.describe('without JavaScript', () => {
    test.use({ javaScriptEnabled: false });

    test('has a menu all the same', async ({ page }) => {
      await page.goto('/glossary/');
      await page.getByRole('button', { name: 'Menu' }).click();
      await page.getByRole('navigation', { name: 'Site' }).getByRole('link', { name: 'Patterns' }).click();
      await expect(page).toHaveURL(/\/patterns\/$/);
    });
  });
});

for (const viewport of [
  phone,
  { width: 768, height: 1024 },
  { width: 1024, height: 768 },
  { width: 1440, height: 900 },
]) {
  test(`at ${viewport.width} px the front page says what it is, for whom, by whom and from when, above the fold`, async ({
    page,
  }) => {
    await page.setViewportSize(viewport);
    await page.goto('/');
    await expect(page.getByText(/^For CIOs, CFOs/)).toBeInViewport({ ratio: 1 });
    await expect(page.getByText(/open project that sells nothing.*Last changed on \d+ \w+ \d{4}/)).toBeInViewport({
      ratio: 1,
    });
    await expect(page.getByRole('searchbox', { name: 'Search the answers' })).toBeInViewport({ ratio: 1 });
    expect(await isAboveFold(page, /^Ask the advisor$/)).toBe(true);
    expect(await isAboveFold(page, /^Interface inventory$/)).toBe(true);
  });
}

test.describe('the map on the front page', () => {
  test.use({ javaScriptEnabled: false });

  for (const width of [390, 768, 1440]) {
    test(`at ${width} px names its regions, says what to see, and says the same as a table, without a script`, async ({
      page,
    }) => {
      await page.setViewportSize({ width, height: 900 });
      await page.goto('/');
      const figure = page.getByRole('figure').filter({ hasText: 'An outside system sends records into F&O' });
      const map = figure.getByRole('img', { name: /^An outside system sends records into F&O/ });
      await map.scrollIntoViewIfNeeded();
      await expect(map.getByText('OData').first()).toBeInViewport();
      await expect(map.getByText('Data management framework').first()).toBeInViewport();
      const letters = await map.getByText('OData').first().boundingBox();
      // As it is drawn, a line of 12 units, scaled with the picture.
      expect(letters?.height).toBeGreaterThan(9);
      // No number below it touches the next.
      const numbers = await map.locator('.volume-map__tick text').evaluateAll((all) =>
        all.map((one) => {
          const { left, right } = one.getBoundingClientRect();
          return { left, right };
        }),
      );
      for (const [index, { left }] of numbers.entries())
        expect(left).toBeGreaterThan((numbers[index - 1]?.right ?? -1) + 2);
      await expect(figure).toContainText(
        /Where somebody waits, it is OData for up to [\d,]+ records in the busiest hour/,
      );
      await figure.getByText('The same as a table').click();
      const names = await map.locator('.volume-map__region:not([data-clash]) text').allTextContents();
      const rows = await figure.getByRole('row').allTextContents();
      for (const name of names) expect(rows.some((row) => row.endsWith(name))).toBe(true);
      expect(rows.filter((row) => /past what it can keep|No pattern can keep this/.test(row)).length).toBeGreaterThan(
        0,
      );
      await expect(figure.getByRole('link', { name: 'Put your own interface on the map' })).toHaveAttribute(
        'href',
        '/advisor/',
      );
    });
  }
});

test('a desk holds every answer for its reader, what to begin with, paths and what changed', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('navigation', { name: 'Your role' }).getByRole('link', { name: 'CFO' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'CFO' })).toBeVisible();
  const questions = page.locator('.desk h3 a');
  const onDesk = await questions.evaluateAll((links) =>
    links.map((link) => new URL((link as HTMLAnchorElement).href).pathname),
  );
  expect(new Set(onDesk).size).toBe(onDesk.length);
  await expect(page.locator('.desk__first li')).toHaveCount(6);
  await expect(page.getByRole('heading', { name: 'What changed' })).toBeVisible();
  await expect(page.locator('.rail').getByRole('link', { name: 'First audit' })).toBeVisible();
  let inHubs = 0;
  for (const hub of await page.getByRole('navigation', { name: 'Hubs' }).getByRole('link').all()) {
    const html = await (await page.request.get((await hub.getAttribute('href')) ?? '')).text();
    inHubs += html.match(/data-for="[^"]*\bcfo\b[^"]*"/g)?.length ?? 0;
  }
  expect(onDesk).toHaveLength(inHubs);
});

test('the audience of a hub stands in the address, opens with it, and goes along to the next hub', async ({ page }) => {
  await page.goto('/integration/');
  await page.getByRole('radio', { name: /^CFO/ }).check();
  await expect(page).toHaveURL(/\/integration\/\?for=cfo$/);
  const shown = await page.getByRole('heading', { level: 3 }).filter({ visible: true }).count();
  await page.getByRole('navigation', { name: 'Hubs' }).getByRole('link', { name: 'Performance' }).click();
  await expect(page).toHaveURL(/\/performance\/\?for=cfo$/);
  await expect(page.getByRole('radio', { name: /^CFO/ })).toBeChecked();
  await page.getByRole('radio', { name: /^everyone/ }).check();
  await expect(page).toHaveURL(/\/performance\/$/);
  await page.goto('/integration/?for=cfo');
  await expect(page.getByRole('heading', { level: 3 }).filter({ visible: true })).toHaveCount(shown);
  await page.goto('/integration/?for=nobody');
  await expect(page.getByRole('radio', { name: /^everyone/ })).toBeChecked();
});

test('who comes back sees what has changed and where they stopped, and can switch it off', async ({ page }) => {
  const since = page.getByRole('complementary', { name: 'Since your last visit' });
  await page.goto('/');
  await expect(since).toBeHidden();
  await page.goto('/finance-module/how-many-dimensions/');
  await page.goto('/reading-paths/first-audit/');
  await page.getByRole('checkbox', { name: 'Read' }).first().check();
  const longAgo = Date.UTC(2026, 10, 24, 9);
  await page.evaluate((seen) => localStorage.setItem('visits', JSON.stringify({ seen })), longAgo);
  await page.goto('/');
  await expect(since).toContainText(/\d+ changes since your last visit on 24 November 2026/);
  await expect(since.getByRole('link', { name: 'First audit' })).toBeVisible();
  await expect(since).toContainText('1 of 8 read');
  await since.getByRole('link', { name: /^How many financial dimensions/ }).click();
  await expect(page).toHaveURL(/how-many-dimensions\/$/);
  await page.goto('/');
  await since.getByRole('button', { name: 'Do not remember my visits' }).click();
  await expect(since.getByRole('button', { name: 'Remember my visits' })).toBeVisible();
  await page.goto('/finance-module/intercompany/');
  expect(await page.evaluate(() => [localStorage.getItem('visits'), localStorage.getItem('last-read')])).toEqual([
    'off',
    null,
  ]);
});

test.describe('a long page', () => {
  for (const [address, words, kept] of [
    ['/glossary/', 'dead letter', 'Dead-letter queue'],
    ['/sources/', 'odata', 'Open Data Protocol'],
    ['/changes/', 'xslt', 'Scripts in XSLT'],
    ['/advisor/rules/', 'dual-write', 'dual-write'],
  ] as const) {
    test(`${address} leaves what holds the words typed, and all of it again`, async ({ page }) => {
      await page.goto(address);
      const entries = page.locator('[data-entry]');
      const all = await entries.count();
      const field = page.getByRole('searchbox', { name: /^Find among these/ });
      await field.fill(words);
      const status = page.getByRole('search').getByRole('status');
      await expect(status).toHaveText(new RegExp(`^\\d+ of ${all} `));
      const shown = entries.filter({ visible: true });
      expect(await shown.count()).toBeLessThan(all);
      await expect(shown.filter({ hasText: kept }).first()).toBeVisible();
      await field.fill('');
      await expect(shown).toHaveCount(all);
    });
  }

  test('lists its letters, and leads back up', async ({ page }) => {
    for (const address of ['/glossary/', '/sources/']) {
      await page.goto(address);
      // There is nothing to go up to yet, so nothing stands over the text.
      await expect(page.getByRole('link', { name: 'Back to the top' })).toBeHidden();
      await page.getByRole('navigation', { name: 'Letters' }).getByRole('link', { name: 'S', exact: true }).click();
      await expect(page.getByRole('heading', { name: 'S', exact: true })).toBeInViewport();
      await page.getByRole('link', { name: 'Back to the top' }).click();
      await expect(page.getByRole('heading', { level: 1 })).toBeInViewport();
    }
  });
});

test.describe('the comparison of patterns', () => {
  test('shows two on a phone, as chosen', async ({ page }) => {
    await page.setViewportSize(phone);
    await page.goto('/patterns/');
    const columns = page.getByRole('columnheader');
    await expect(columns).toHaveText(['OData', 'DMF']);
    await page.getByLabel('with').selectOption({ label: 'Dual-write' });
    await expect(columns).toHaveText(['OData', 'Dual-write']);
    const region = page.getByRole('region', { name: 'Comparison of the patterns' });
    expect(await region.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBeLessThanOrEqual(0);
  });

  for (const width of [1024, 1280, 1440]) {
    test(`has all its columns within the window at ${width} px`, async ({ page }) => {
      await page.setViewportSize({ width, height: 800 });
      await page.goto('/patterns/');
      const boxes = await page
        .getByRole('columnheader')
        .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().right));
      expect(boxes.length).toBeGreaterThan(7);
      for (const right of boxes) expect(right).toBeLessThanOrEqual(width);
    });
  }
});

test.describe('printed', () => {
  const pagesIn = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;

  test('the brief of an answer for a meeting is one page', async ({ page }) => {
    await page.addInitScript(() => {
      window.print = () => undefined;
    });
    for (const address of [
      '/integration/which-pattern/',
      '/finance-module/how-many-dimensions/',
      '/go-live-cutover/cutover-plan/',
    ]) {
      await page.goto(address);
      const whole = pagesIn(await page.pdf({ format: 'A4', preferCSSPageSize: true }));
      await page.getByRole('button', { name: 'Print one page for a meeting' }).click();
      const brief = pagesIn(await page.pdf({ format: 'A4', preferCSSPageSize: true }));
      expect([address, brief]).toEqual([address, 1]);
      expect(whole).toBeGreaterThan(brief);
    }
  });

  test('no short word with a hyphen or a stroke breaks in a title', async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 800 });
    await page.goto('/go-live-cutover/go-no-go/');
    const lines = await page
      .getByText('go/no-go', { exact: true })
      .first()
      .evaluate((word) => word.getClientRects().length);
    expect(lines).toBe(1);
  });

  test('each page says where it comes from and how old it is', async ({ page }) => {
    await page.goto('/integration/which-pattern/');
    const foot = await page
      .locator('style')
      .evaluateAll((styles) => styles.map(({ textContent }) => textContent).join(''));
    expect(foot).toMatch(/@bottom-left\s*\{content:"https?:\/\/[^"]*\/integration\/which-pattern\/, \d+ \w+ \d{4}"/);
  });
});
