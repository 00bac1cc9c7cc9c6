import type { Page } from '@playwright/test';
import { expect, pageTypes, settled, test } from './test.ts';

/** Browsers that are old, or in which somebody has switched something off: reading and finding work in all of them. */

const names = Object.keys(pageTypes) as (keyof typeof pageTypes)[];

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('no page shows a button that does nothing', async ({ page }) => {
    const dead: string[] = [];
    for (const address of Object.values(pageTypes)) {
      await page.goto(address);
      const buttons = page.locator('button[type="button"]:not([popovertarget]), button:not([type]):not(form button)');
      for (const button of await buttons.all()) {
        if (await button.isVisible()) dead.push(`${address}: ${await button.textContent()}`);
      }
      const boxes = page.locator('input[type="checkbox"]:visible');
      if ((await boxes.count()) > 0) dead.push(`${address}: a box to tick`);
    }
    expect(dead).toEqual([]);
  });

  test('every page leads to the list of all questions, and a hub shows an audience what is theirs', async ({
    page,
  }) => {
    await page.goto('/integration/which-pattern/');
    await page.getByRole('button', { name: /search/i }).click();
    await page
      .getByRole('link', { name: /dual-write/i })
      .first()
      .click();
    await expect(page.locator('.verdict')).toBeVisible();
    await page.goto('/integration/');
    const all = await page.getByRole('heading', { level: 3 }).filter({ visible: true }).count();
    await page.getByRole('radio', { name: /^CFO/ }).check();
    expect(await page.getByRole('heading', { level: 3 }).filter({ visible: true }).count()).toBeLessThan(all);
  });

  test('a term leads to the glossary, a mark to its source and back, and a reading path can be followed', async ({
    page,
  }) => {
    await page.goto('/patterns/dmf/');
    const term = page.locator('main .term').first();
    const word = (await term.textContent()) ?? '';
    await term.click();
    await expect(page.locator(':target')).toContainText(word.trim(), { ignoreCase: true });
    await page.goto('/integration/odata-limits/');
    const mark = page.getByRole('link', { name: /^Source 1:/ }).first();
    await mark.click();
    await page.locator('.sources :target .back').first().click();
    await expect(page.locator('.cite a:target')).toBeInViewport();
    await page.goto(pageTypes.readingPath);
    await page.getByRole('heading', { level: 2 }).first().getByRole('link').click();
    await expect(page.locator('.verdict')).toBeVisible();
  });

  test('the inventory says what takes its place', async ({ page }) => {
    await page.goto('/advisor/inventory/');
    await page.getByRole('link', { name: 'the decision table' }).filter({ visible: true }).click();
    await expect(page.getByRole('row').nth(5)).toBeVisible();
  });
});

test('where nothing may be kept every page works, and says so where it matters', async ({ page }) => {
  await page.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches']) {
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException('refused', 'SecurityError');
        },
      });
    }
  });
  for (const name of names) {
    await page.goto(pageTypes[name]);
    await settled(page, name);
  }
  await page.goto(pageTypes.readingPath);
  await page.getByRole('checkbox').first().check();
  await expect(page.getByRole('status')).toContainText('this browser keeps nothing');
});

test('what others left in the stores stops no page, and is text', async ({ page }) => {
  const rubbish = '<img src=x onerror=alert(1)>';
  await page.goto('/glossary/');
  await page.evaluate(async (text) => {
    localStorage.setItem('advisor-draft', `rules=${text}&at=${text}&latency=${text}&${text}=1`);
    localStorage.setItem('answers-read', JSON.stringify([text, 7, null]));
    localStorage.setItem('recent-searches', JSON.stringify([text]));
    localStorage.setItem('inventory-corrections', JSON.stringify({ headers: { name: 7 }, values: null }));
    const open = indexedDB.open('interface-inventory');
    await new Promise<void>((resolve, reject) => {
      open.onupgradeneeded = () => open.result.createObjectStore('kept');
      open.onerror = reject;
      open.onsuccess = () => {
        const writing = open.result.transaction('kept', 'readwrite');
        writing.objectStore('kept').put({ schemaVersion: 1, revision: 4, title: text, bundles: ['a'] }, 'head');
        writing.objectStore('kept').put([{ key: 1, cells: { name: text, latency: 9 } }, text, null], 'a');
        writing.oncomplete = () => resolve();
      };
    });
  }, rubbish);
  await page.goto('/advisor/inventory/');
  await expect(page.getByRole('rowheader', { name: rubbish })).toBeVisible();
  await page.goto('/advisor/');
  // What is kept is offered first, and nothing of it that can be read leads anywhere else.
  await page.getByRole('button', { name: /^Continue/ }).click();
  await expect(page.getByText(`“${rubbish}” is no answer`).first()).toBeVisible();
  await page.goto(pageTypes.readingPath);
  await expect(page.getByRole('status')).toHaveText('0 of 8 read');
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('option', { name: rubbish })).toBeVisible();
  await expect(page.locator('img')).toHaveCount(0);
});

test('no page needs an image', async ({ page }) => {
  const images: string[] = [];
  page.on('request', (request) => {
    if (request.resourceType() === 'image' && !/favicon|icons\//.test(request.url())) images.push(request.url());
  });
  for (const name of names) await page.goto(pageTypes[name]);
  expect(images).toEqual([]);
});

/**
 * A browser of 2023 without `:has()`, `light-dark()`, popovers, modal dialogs and view transitions. The pages are
 * served as it would understand them, since no browser of today can be made to forget what it knows.
 */
async function growOld(page: Page): Promise<void> {
  await page.route('**/*', async (route) => {
    if (route.request().resourceType() !== 'document') return route.fallback();
    const response = await route.fetch();
    const html = (await response.text())
      .replace(/<meta http-equiv="content-security-policy"[^>]*>/, '')
      .replaceAll(':has(', ':unheard-of(')
      .replaceAll('light-dark(', 'unheard-of(')
      .replaceAll('@view-transition', '@unheard-of')
      .replaceAll('position-area', 'unheard-of')
      .replaceAll('popovertarget=', 'data-unheard-of=')
      .replaceAll(':popover-open', ':unheard-of')
      .replaceAll(/<(span|div|nav) popover(="")? /g, '<$1 ');
    return route.fulfill({ response, body: html });
  });
  await page.addInitScript(() => {
    Reflect.deleteProperty(HTMLDialogElement.prototype, 'showModal');
    Reflect.deleteProperty(Document.prototype, 'startViewTransition');
    Reflect.deleteProperty(HTMLElement.prototype, 'showPopover');
  });
}

test.describe('in an old browser', () => {
  test.beforeEach(({ page }) => growOld(page));

  test('a hub shows all its questions and no filter that does nothing', async ({ page }) => {
    await page.goto('/integration/');
    await expect(page.getByRole('radio').filter({ visible: true })).toHaveCount(0);
    const entries = page.getByRole('heading', { level: 3 });
    await expect(entries.filter({ visible: true })).toHaveCount(await entries.count());
  });

  test('a term leads to the glossary, no note stands in the page, and the menu stands open', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto('/patterns/dmf/');
    await expect(page.locator('.note').filter({ visible: true })).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'Menu' })).toBeHidden();
    await expect(page.getByRole('navigation', { name: 'Site' })).toBeVisible();
    await page.locator('main .article__body .term').first().click();
    await expect(page).toHaveURL(/\/glossary\/#/);
  });

  test('the search button leads to the search page', async ({ page }) => {
    await page.goto('/patterns/dmf/');
    await page.getByRole('button', { name: /search/i }).click();
    await expect(page).toHaveURL(/\/search\//);
    await page.getByRole('searchbox').fill('dual-write');
    await expect(page.locator('[data-search-result]').first()).toBeVisible();
  });

  test('the advisor leads to a recommendation and the inventory to a programme', async ({ page }) => {
    await page.goto('/advisor/#rules=1.1&at=latency&operation=create');
    await page.getByRole('radio', { name: /^By the next day/ }).click();
    await page.getByRole('button', { name: 'Review answers' }).click();
    await page.getByRole('button', { name: 'See the recommendation' }).click();
    await expect(page.locator('[data-advisor-result]')).toBeVisible();
    await page.goto('/advisor/inventory/');
    await page.getByRole('button', { name: 'Open the sample programme' }).click();
    await expect(page.getByRole('heading', { name: 'Decisions to take, worst first' })).toBeVisible();
  });
});
