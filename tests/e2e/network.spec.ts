import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test } from './test.ts';

/** What a visitor sees of a network that fails or does not answer: a sentence, and a way that works. */

test.use({ mayFail: true });

const first = '[data-search-result]';

/** Lets nothing of these files through until the network is mended. */
async function breakOff(page: Page, files: RegExp): Promise<() => Promise<void>> {
  await page.route(files, (route) => route.abort());
  return () => page.unroute(files);
}

/** Leaves these files without an answer, and lets a clock tell the page that time goes by. */
async function hold(page: Page, files: RegExp): Promise<() => Promise<void>> {
  await page.clock.install();
  await page.route(files, () => undefined);
  return async () => {
    await page.unroute(files);
    await page.clock.resume();
  };
}

/** Takes these files away and lets the host tell of another build, as after a deployment that keeps nothing old. */
async function deployOver(page: Page, files: RegExp): Promise<() => Promise<void>> {
  const isGone = new RegExp(`${files.source}|/sw\\.js$`);
  await page.route(isGone, (route) =>
    route.request().url().endsWith('/sw.js')
      ? route.fulfill({ contentType: 'text/javascript', body: '// another' })
      : route.fulfill({ status: 404, contentType: 'text/html', body: '<h1>Not here</h1>' }),
  );
  return () => page.unroute(isGone);
}

const opener = (page: Page) => page.getByRole('button', { name: /search/i }).first();

test.describe('the palette', () => {
  test('that does not load gives way to the search page', async ({ page }) => {
    await page.goto('/integration/which-pattern/');
    await breakOff(page, /palette/);
    await opener(page).click();
    await expect(page).toHaveURL(/\/search\//);
  });

  test('that is kept waiting gives way to the search page', async ({ page }) => {
    await hold(page, /palette/);
    await page.goto('/integration/which-pattern/');
    await opener(page).click({ noWaitAfter: true });
    await page.clock.fastForward(5000);
    await expect(page).toHaveURL(/\/search\//);
  });

  test('that comes late holds what was typed meanwhile', async ({ page }) => {
    let letThrough = (): void => undefined;
    const typing = new Promise<void>((resolve) => {
      letThrough = resolve;
    });
    await page.route(/palette/, async (route) => {
      await typing;
      await route.continue();
    });
    await page.goto('/integration/which-pattern/');
    await page.keyboard.press('Control+k');
    await page.keyboard.type('ledger');
    letThrough();
    await expect(page.getByRole('dialog').getByRole('combobox')).toHaveValue('ledger');
    await page.keyboard.type('s');
    await expect(page.getByRole('dialog').getByRole('combobox')).toHaveValue('ledgers');
  });

  test('whose questions do not load says so and leads to the search page', async ({ page }) => {
    await page.goto('/integration/which-pattern/');
    await breakOff(page, /search-names|light-module/);
    await opener(page).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('combobox').fill('ledger');
    await expect(dialog.getByRole('status')).toContainText('could not be loaded');
    await expect(dialog.getByRole('option', { name: 'All results for “ledger”' })).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/search\/\?q=ledger/);
  });

  test('whose questions do not load can be tried again', async ({ page }) => {
    await page.goto('/integration/which-pattern/');
    const mend = await breakOff(page, /search-names|light-module/);
    await opener(page).click();
    await page.keyboard.type('ledger');
    await expect(page.getByRole('dialog').getByRole('status')).toContainText('could not be loaded');
    await mend();
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(page.getByRole('option').nth(1)).toBeVisible();
    await expect(page.getByRole('combobox', { name: /search/i })).toBeFocused();
    await expect(page.getByRole('button', { name: 'Try again' })).toBeHidden();
  });

  test('whose questions are gone with an update offers to load the page again', async ({ page }) => {
    await page.goto('/integration/which-pattern/');
    const mend = await deployOver(page, /search-names|light-module/);
    await opener(page).click();
    await expect(page.getByRole('dialog').getByRole('status')).toContainText(
      'This site was updated after you opened this page',
    );
    await mend();
    await page.getByRole('button', { name: 'Reload' }).click();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await opener(page).click();
    await page.keyboard.type('ledger');
    await expect(page.getByRole('option').nth(1)).toBeVisible();
  });
});

test.describe('the search page', () => {
  test('without its script says so and can be loaded again', async ({ page }) => {
    const mend = await breakOff(page, /_astro\/search/);
    await page.goto('/search/?q=ledger');
    await expect(page.getByRole('alert')).toContainText('The search could not be loaded');
    await mend();
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(page.locator(first).first()).toBeVisible();
    await expect(page.getByRole('alert')).toHaveCount(0);
  });

  test('searches for what was typed before its script came', async ({ page }) => {
    const { promise: typed, resolve: letGo } = Promise.withResolvers<void>();
    await page.route(/_astro\/search/, async (route) => {
      await typed;
      await route.continue();
    });
    await page.goto('/search/', { waitUntil: 'commit' });
    await page.getByRole('searchbox').fill('ledger');
    letGo();
    await expect(page.locator(first).first()).toBeVisible();
    await expect(page).toHaveURL(/q=ledger/);
  });

  test('without its index says so and can try again', async ({ page }) => {
    const mend = await breakOff(page, /search-names|light-module/);
    await page.goto('/search/?q=ledger');
    await expect(page.getByRole('status')).toContainText('The search could not be loaded');
    await mend();
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(page.locator(first).first()).toBeVisible();
  });

  test('asks after the connection only where the site does not answer', async ({ page }) => {
    await breakOff(page, /search-names|light-module|sw\.js/);
    await page.goto('/search/?q=ledger');
    await expect(page.getByRole('status')).toContainText('could not be loaded. Is there a connection?');
  });

  test('whose index is gone with an update says so, and loading the page again keeps the query', async ({ page }) => {
    const mend = await deployOver(page, /search-names|light-module/);
    await page.goto('/search/?q=ledger');
    await expect(page.getByRole('status')).toContainText('This site was updated after you opened this page');
    await mend();
    await page.getByRole('button', { name: 'Reload' }).click();
    await expect(page.locator(first).first()).toBeVisible();
    await expect(page.getByRole('searchbox').first()).toHaveValue('ledger');
  });

  test('loads the page anew where trying again does not help, and the query stays', async ({ page }) => {
    // A module that fails as it runs is remembered by every browser, as failed requests are by some.
    await page.route(/search-names/, (route) =>
      route.fulfill({ contentType: 'text/javascript', body: 'throw new Error("gone")' }),
    );
    await page.goto('/search/?q=ledger');
    const again = page.getByRole('button', { name: 'Try again' });
    await again.click();
    await expect(again).toHaveCount(1);
    await page.unroute(/search-names/);
    // Meanwhile the page may be gone, or the button may have been replaced by a new one; each click is a new attempt.
    await expect(async () => {
      if (await again.isVisible()) await again.dispatchEvent('click', undefined, { timeout: 1000 });
      expect(await page.locator(first).count()).toBeGreaterThan(0);
    }).toPass();
  });

  test('that is kept waiting for texts shows what it has, and says so', async ({ page }) => {
    const mend = await hold(page, /pagefind/);
    await page.goto('/search/?q=ledger');
    await expect(page.locator(first).first()).toBeVisible();
    await page.clock.fastForward(30_000);
    await expect(page.getByText('The texts of the pages could not be loaded')).toBeVisible();
    await mend();
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(page.locator('.search-results__passage mark').first()).toBeVisible();
  });
});

test.describe('the advisor', () => {
  const address = '/advisor/#rules=1.1&at=review&operation=extract&latency=nightly';

  for (const part of ['Questionnaire', 'xstate', 'client']) {
    test(`without ${part} says so, and loading again keeps what the link says`, async ({ page }) => {
      const mend = await breakOff(page, new RegExp(`_astro/${part}`));
      await page.goto(address);
      await expect(page.getByRole('alert')).toContainText('The questionnaire could not be loaded');
      await expect(page.getByRole('heading', { name: 'The same rules at a glance' })).toBeVisible();
      await mend();
      await page.getByRole('button', { name: 'Try again' }).click();
      await expect(page.getByRole('heading', { name: 'Your answers' })).toBeVisible();
      await expect(page.getByText('Extract many records')).toBeVisible();
    });
  }

  test('that is kept waiting says so', async ({ page }) => {
    await hold(page, /_astro\/Questionnaire/);
    await page.goto(address, { waitUntil: 'commit' });
    await expect(page.getByRole('heading', { name: 'The same rules at a glance' })).toBeVisible();
    await page.clock.fastForward(15_000);
    await expect(page.getByRole('alert')).toContainText('is taking long');
  });
});

test.describe('the inventory', () => {
  const workbook = async (page: Page) => {
    const template = await page.request.get('/advisor/inventory/template.xlsx');
    return { name: 'ours.xlsx', mimeType: 'application/zip', buffer: await template.body() };
  };
  const spreadsheet = {
    name: 'ours.csv',
    mimeType: 'text/csv',
    buffer: readFileSync('content/advisor/sample-programme.csv'),
  };
  const alert = (page: Page) => page.getByRole('alert').filter({ hasText: 'could not be loaded' });
  const open = async (page: Page) => {
    await page.goto('/advisor/inventory/');
    await expect(page.getByRole('button', { name: 'Open the sample programme' })).toBeVisible();
  };

  test('without its script says so and can be loaded again', async ({ page }) => {
    const mend = await breakOff(page, /_astro\/Inventory/);
    await page.goto('/advisor/inventory/');
    await expect(page.getByRole('alert')).toContainText('The inventory could not be loaded');
    await mend();
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(page.getByRole('button', { name: 'Open the sample programme' })).toBeVisible();
  });

  test('whose worker does not load says so and reads the same file once it does', async ({ page }) => {
    await open(page);
    const mend = await breakOff(page, /inventory\.worker/);
    await page.locator('.inventory:not(.kept-place) input[type="file"]').setInputFiles(spreadsheet);
    await expect(alert(page)).toBeVisible();
    await expect(page.getByText('Reading the spreadsheet')).toHaveCount(0);
    await mend();
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('button', { name: 'Decide these interfaces' }).click();
    await expect(page.getByRole('rowheader', { name: 'Web orders' })).toBeVisible();
    await expect(alert(page)).toHaveCount(0);
  });

  test('whose worker is gone with an update says so, and the inventory is there after loading again', async ({
    page,
  }) => {
    await open(page);
    await page.getByRole('button', { name: 'Open the sample programme' }).click();
    await expect(page.getByRole('heading', { name: 'Decisions to take, worst first' })).toBeVisible();
    await expect(page.locator('.inventory[data-kept="yes"]')).toBeVisible();
    await page.reload();
    await expect(page.getByRole('rowheader', { name: 'Web orders' })).toBeVisible();
    const mend = await deployOver(page, /write-workbook/);
    await page.locator('summary', { hasText: 'Export' }).click();
    await page.getByRole('button', { name: 'Excel', exact: true }).click();
    await expect(alert(page)).toContainText('This site was updated after you opened this page: reload the page.');
    await mend();
    await page.reload();
    await expect(page.getByRole('rowheader', { name: 'Web orders' })).toBeVisible();
  });

  test('whose reader of workbooks does not load says so and reads the same file once it does', async ({ page }) => {
    await open(page);
    const mend = await breakOff(page, /read-workbook/);
    await page.locator('.inventory:not(.kept-place) input[type="file"]').setInputFiles(await workbook(page));
    await expect(alert(page)).toContainText('The part that reads Excel files');
    await mend();
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(page.getByRole('heading', { name: 'How the spreadsheet “ours” was understood' })).toBeVisible();
  });

  test('whose writer of workbooks does not load says so and writes all rows once it does', async ({ page }) => {
    await open(page);
    await page.getByRole('button', { name: 'Open the sample programme' }).click();
    await expect(page.getByRole('heading', { name: 'Decisions to take, worst first' })).toBeVisible();
    const mend = await breakOff(page, /write-workbook/);
    await page.locator('summary', { hasText: 'Export' }).click();
    await page.getByRole('button', { name: 'Excel', exact: true }).click();
    await expect(alert(page)).toContainText('The part that writes Excel files');
    await mend();
    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Try again' }).click();
    const bytes = readFileSync(await (await downloading).path());
    await page.locator('.inventory:not(.kept-place) input[type="file"]').first().setInputFiles({
      name: 'back.xlsx',
      mimeType: 'application/zip',
      buffer: bytes,
    });
    await expect(page.getByText(/^24 interfaces, /)).toBeVisible();
  });

  test('whose reading is kept waiting can be given up', async ({ page }) => {
    await open(page);
    await page.route(/inventory\.worker/, () => undefined);
    await page.getByRole('button', { name: 'Open the sample programme' }).click();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.unroute(/inventory\.worker/);
    await page.getByRole('button', { name: 'Open the sample programme' }).click();
    await expect(page.getByRole('heading', { name: 'Decisions to take, worst first' })).toBeVisible();
  });
});
