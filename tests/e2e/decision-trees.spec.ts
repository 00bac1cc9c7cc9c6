import { expect, test } from './test.ts';

const choice = '.decision__choice';
const certainty = '.decision__certainty';

test('a decision tree: answers lead to a verdict that stays by link and on return, and can be begun again', async ({
  page,
  context,
}) => {
  await page.goto('/tools/decisions/consolidation/');
  await expect(page.locator(choice)).toHaveText('Nothing to recommend yet');
  await page.getByRole('group', { name: 'Do all companies keep their books' }).getByLabel('Yes').check();
  await page.getByRole('group', { name: 'Do you own all of every company' }).getByLabel('Yes, in full').check();
  await expect(page.locator(choice)).toHaveText('Financial Reporter');
  await expect(page.locator(certainty)).toHaveText('Provisional');
  await page.getByLabel('A trial balance of the group').check();
  await expect(page.locator(choice)).toHaveText('The Consolidations module');
  await expect(page).toHaveURL(/#ledgers=one&ownership=all&evidence=balances$/);

  // Somebody else, by the link alone.
  const other = await context.browser()?.newContext();
  const theirs = await other?.newPage();
  await theirs?.goto(page.url());
  await expect(theirs?.locator(choice) ?? page.locator('nothing')).toHaveText('The Consolidations module');
  await other?.close();

  // The same visitor, without the link; then anew, and back.
  await page.goto('/tools/decisions/');
  await page.getByRole('link', { name: 'Consolidation' }).click();
  await expect(page.locator(choice)).toHaveText('The Consolidations module');
  await page.getByRole('button', { name: 'Start again' }).click();
  await expect(page.locator(choice)).toHaveText('Nothing to recommend yet');
  await page.getByRole('button', { name: 'Show them instead' }).click();
  await expect(page.locator(choice)).toHaveText('The Consolidations module');
});

test('a decision tree: a link with faults keeps what could be read, and sets aside what was there', async ({
  page,
}) => {
  await page.goto('/tools/decisions/consolidation/');
  await page.getByLabel('A trial balance of the group').check();
  await page.goto('about:blank');
  await page.goto('/tools/decisions/consolidation/#ownership=most&ledgers=several');
  await expect(page.getByText('“most” is no answer to “Ownership”; allowed are all, minorities.')).toBeVisible();
  await expect(page.locator(choice)).toHaveText('A dedicated consolidation tool');
  await expect(page.locator(certainty)).toHaveText('Certain');
  await page.getByRole('button', { name: 'Show them instead' }).click();
  await expect(page.getByLabel('A trial balance of the group')).toBeChecked();
});

test('a decision tree: without JavaScript its cases and rules can be read', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL && { baseURL }) });
  const page = await context.newPage();
  await page.goto('/tools/decisions/tax-engine/');
  await expect(page.getByRole('row', { name: /twelve American states.*content provider.*certain/ })).toBeVisible();
  await expect(page.getByRole('row', { name: /registrations.*In several.*speaks for it/ })).toBeVisible();
  await context.close();
});
