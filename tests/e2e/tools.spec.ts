import { readFileSync } from 'node:fs';
import { readSheet } from 'read-excel-file/node';
import { expect, test } from './test.ts';

const headline = '.tool-headline__value';

test('a tool: the worked example, a change, and the same numbers by link and on return', async ({ page, context }) => {
  await page.goto('/tools/load-time/');
  await page.getByRole('button', { name: 'Open the worked example' }).click();
  await expect(page.locator(headline)).toHaveText('12.5 h');
  await page.getByLabel('Planned time for each hour measured').fill('3');
  await expect(page.locator('.tool-headline')).toContainText('The loads do not fit');
  const changed = (await page.locator(headline).textContent()) ?? '';
  expect(changed).not.toBe('12.5 h');
  await expect(page).toHaveURL(/#.*factor=3/);
  const link = page.url();

  // Somebody else, who has kept nothing.
  const other = await context.browser()?.newContext();
  const theirs = await other?.newPage();
  await theirs?.goto(link);
  await expect(theirs?.locator(headline) ?? page.locator('nothing')).toHaveText(changed);
  await other?.close();

  // The same visitor, without the link.
  await page.goto('/tools/');
  await page.getByRole('link', { name: 'Migration load time' }).click();
  await expect(page.locator(headline)).toHaveText(changed);
});

test('a tool: an entry that is not allowed says so, stays, and takes nothing else with it', async ({ page }) => {
  await page.goto('/tools/cutover-window/');
  await page.getByRole('button', { name: 'Open the worked example' }).click();
  const field = page.getByLabel('Hours until one system must be open again');
  await field.fill('sixty');
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByText('“sixty” is not allowed: write a number from 4 to 240.')).toBeVisible();
  await page.getByLabel('After, row 2').fill('99');
  await expect(page.getByText(/After, row 2: “99” is no row/)).toBeVisible();
  await expect(page.locator('.tool-headline')).toContainText('2 entries cannot be read');
  await field.fill('60');
  await page.getByLabel('After, row 2').fill('1');
  await expect(page.locator(headline)).toHaveText('9 h');
});

test('a tool: a row that is moved keeps those that it waits for', async ({ page }) => {
  await page.goto('/tools/cutover-window/');
  await page.getByRole('button', { name: 'Open the worked example' }).click();
  await page.getByRole('button', { name: 'Move row 3 up' }).click();
  await expect(page.getByLabel('After, row 2')).toHaveValue('3');
  await expect(page.getByLabel('After, row 4')).toHaveValue('2');
  await expect(page.locator(headline)).toHaveText('9 h');
});

test('a tool: a link shows its numbers and leaves those of the visitor to come back to', async ({ page }) => {
  await page.goto('/tools/middleware-or-not/');
  await page.getByLabel('Interfaces with F&O').fill('30');
  await expect(page).toHaveURL(/interfaces=30/);
  await page.goto('about:blank');
  await page.goto('/tools/middleware-or-not/#interfaces=7');
  await expect(page.getByLabel('Interfaces with F&O')).toHaveValue('7');
  await page.getByRole('button', { name: 'Show them instead' }).click();
  await expect(page.getByLabel('Interfaces with F&O')).toHaveValue('30');
});

test('a tool: another tab’s numbers are not written over unseen', async ({ page, context }) => {
  await page.goto('/tools/middleware-or-not/');
  await page.getByLabel('Interfaces with F&O').fill('11');
  await expect(page).toHaveURL(/interfaces=11/);
  const second = await context.newPage();
  await second.goto('/tools/middleware-or-not/');
  await expect(second.getByLabel('Interfaces with F&O')).toHaveValue('11');
  await second.getByLabel('Interfaces with F&O').fill('12');
  await expect(second).toHaveURL(/interfaces=12/);
  await page.getByLabel('Interfaces with F&O').fill('13');
  await expect(page.getByText('Another tab has changed these numbers')).toBeVisible();
  await page.getByRole('button', { name: 'Use the other tab’s' }).click();
  await expect(page.getByLabel('Interfaces with F&O')).toHaveValue('12');
  await page.getByRole('button', { name: 'Show them instead' }).click();
  await expect(page.getByLabel('Interfaces with F&O')).toHaveValue('13');
});

test('a tool: the workbook has the numbers, and formulas with their values', async ({ page }) => {
  await page.goto('/tools/load-time/');
  await page.getByRole('button', { name: 'Open the worked example' }).click();
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Excel workbook' }).click();
  const file = await (await waiting).path();
  const results = await readSheet(readFileSync(file), 'Results');
  expect(results[1]?.[0]).toBe('Loads in the weekend, with checks');
  expect(Number(results[1]?.[1])).toBeCloseTo(12.54, 2);
});

test('a tool: the range is drawn in a worker, the same each time', async ({ page }) => {
  await page.goto('/tools/five-year-cost/');
  await page.getByRole('button', { name: 'Open the worked example' }).click();
  const range = page.getByText(/^Drawn 4,000 times/);
  await expect(range).toBeVisible();
  const first = await range.textContent();
  await page.reload();
  await expect(range).toHaveText(first ?? '');
});

test('go or no-go: a verdict in words, what stands against it, and one page of it as a slide', async ({ page }) => {
  await page.goto('/tools/go-no-go/');
  await expect(page.locator(headline)).toHaveText('Cannot say');
  await page.getByRole('button', { name: 'Open the worked example' }).click();
  await expect(page.locator(headline)).toHaveText('Go with conditions');
  await page.getByLabel('Measured, row 7').fill('3');
  await expect(page.locator(headline)).toHaveText('No go');
  const brief = page.getByRole('region', { name: 'One page for the steering committee' });
  await expect(brief.getByRole('listitem').first()).toContainText(
    'Trial balance at the cut-off, difference over all companies (Measured: 3, Threshold: 0, Owner: Controller)',
  );
  const download = page.waitForEvent('download');
  await brief.getByRole('button', { name: 'PowerPoint slide' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe('go-no-go.pptx');
  expect(
    readFileSync(await file.path())
      .subarray(0, 2)
      .toString(),
  ).toBe('PK');
  await page.getByLabel('Measured, row 7').fill('three');
  await expect(brief).toContainText('Not everything is counted: one entry cannot be read.');
});

test('go or no-go: the steering committee gets one page of paper', async ({ page }) => {
  await page.goto('/tools/go-no-go/');
  await page.getByRole('button', { name: 'Open the worked example' }).click();
  await expect(page.locator(headline)).toHaveText('Go with conditions');
  await page.evaluate(() => {
    document.documentElement.dataset.printing = 'brief';
  });
  const paper = (await page.pdf({ format: 'A4' })).toString('latin1');
  expect(paper.match(/\/Type \/Page\b/g)).toHaveLength(1);
});

test('segregation of duties: a pair is closed by its proof', async ({ page }) => {
  await page.goto('/tools/segregation-of-duties/');
  await page.getByRole('button', { name: 'Open the worked example' }).click();
  await expect(page.locator(headline)).toHaveText('Pairs are open');
  await page.getByLabel('Evidence, row 4').fill('Exceptions of March');
  await expect(page.locator(headline)).toHaveText('Every pair is closed');
});

test('downloads: every file is there, and each but a table in text is an Office file', async ({ page, request }) => {
  await page.goto('/tools/downloads/');
  const links = await page
    .locator('a[download]')
    .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
  expect(links.length).toBeGreaterThan(15);
  for (const link of links) {
    const response = await request.get(link);
    expect([link, response.status()]).toEqual([link, 200]);
    const isZip = (await response.body()).subarray(0, 2).toString() === 'PK';
    expect([link, isZip]).toEqual([link, !link.endsWith('.csv')]);
  }
});
