import { readFileSync } from 'node:fs';
import { expect, test } from './test.ts';

const result = '/advisor/#rules=1.1&at=result&name=Web+orders&operation=bulk-load&latency=nightly&systems=unsure';

test('a decision is kept at its result, worked on, found again after a reload, and read as a list', async ({
  page,
}) => {
  await page.goto(result);
  await page.getByRole('button', { name: 'Keep in the decision log' }).click();
  await expect(page.getByText('Kept as D-001.')).toBeVisible();
  await page.getByRole('link', { name: 'Open the log' }).click();
  const row = page.getByRole('row', { name: /Web orders|D-001/ });
  await expect(row.getByRole('link', { name: 'Data management framework' })).toBeVisible();
  await page.getByLabel('Owner of D-001 Web orders').fill('Finance IT');
  await page.getByLabel('Status of D-001 Web orders').selectOption('accepted');
  await page.getByLabel('Note on D-001 Web orders').fill('Agreed in the design board.');
  await page.getByLabel('Note on D-001 Web orders').blur();
  await expect(page.locator('.log[data-saved="yes"]')).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('Owner of D-001 Web orders')).toHaveValue('Finance IT');
  await expect(page.getByLabel('Status of D-001 Web orders')).toHaveValue('accepted');
  await expect(page.getByLabel('Note on D-001 Web orders')).toHaveValue('Agreed in the design board.');
  await page.getByRole('link', { name: 'Open in the inventory' }).click();
  await page.getByRole('button', { name: 'Read the decision log' }).click();
  await page.getByRole('button', { name: 'Decide these interfaces' }).click();
  await expect(page.getByRole('rowheader', { name: 'Web orders' })).toBeVisible();
});

test('rows of the inventory go into the log, one or all that are shown, and what the log says of them comes back', async ({
  page,
}) => {
  await page.goto('/advisor/inventory/');
  await page
    .locator('.inventory:not(.kept-place) input[type="file"]')
    .first()
    .setInputFiles({
      name: 'ours.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(
        'Interface,Operation,How soon\nOrders,create,nightly\nStock,read,realtime\nPrices,read,nightly\n',
      ),
    });
  await page.getByRole('button', { name: 'Decide these interfaces' }).click();
  // One row.
  await page.getByRole('rowheader', { name: 'Stock' }).click();
  await page.getByRole('button', { name: 'Put it into the decision log' }).click();
  await expect(page.getByText('Put into the decision log: Stock (D-001).')).toBeVisible();
  // All that a search has left, of which one is there already.
  await page.getByRole('searchbox', { name: 'Find' }).fill('o');
  await expect(page.getByText('2 of 3 interfaces')).toBeVisible();
  await page.getByRole('button', { name: 'Put those shown into the decision log' }).click();
  await expect(page.getByText('Put into the decision log: Orders (D-002).')).toBeVisible();
  await expect(page.getByText('There already with the same answers, and left as it was: Stock (D-001).')).toBeVisible();
  await expect(page.locator('.inventory[data-kept="yes"]')).toBeVisible();
  await page.getByRole('link', { name: 'Open the log' }).last().click();
  await expect(page.getByLabel('Name of D-001')).toHaveValue('Stock');
  await expect(page.getByLabel('Name of D-002')).toHaveValue('Orders');
  // And back: owner and status, into the row of its name, with a step to undo.
  await page.getByLabel('Owner of D-002 Orders').fill('Finance IT');
  await page.getByLabel('Status of D-002 Orders').selectOption('accepted');
  await expect(page.locator('.log[data-saved="yes"]')).toBeVisible();
  await page.getByRole('link', { name: 'Open in the inventory' }).click();
  await page.getByRole('button', { name: 'Take owner, status and note into these rows' }).click();
  await expect(page.getByText('Owner, status and note of 2 decisions stand in their rows now.')).toBeVisible();
  const orders = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'Orders' }) });
  await expect(orders.getByRole('gridcell', { name: 'Finance IT' })).toBeAttached();
  await expect(orders.getByRole('gridcell', { name: 'Accepted' })).toBeAttached();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(orders.getByRole('gridcell', { name: 'Finance IT' })).toHaveCount(0);
});

test('a log goes out as JSON and comes in again, and what is removed can be put back', async ({ page }) => {
  await page.goto(result);
  await page.getByRole('button', { name: 'Keep in the decision log' }).click();
  await page.getByRole('link', { name: 'Open the log' }).click();
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as JSON' }).click();
  const file = await (await saving).path();
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({
    schema_version: 1,
    decisions: [{ name: 'Web orders' }],
  });
  const input = page.getByLabel('Add the decisions of a log that was saved as JSON');
  await input.setInputFiles(file);
  await expect(page.getByText('No decision is new and one was here already.')).toBeVisible();
  await page.getByRole('button', { name: 'Remove D-001 Web orders' }).click();
  await expect(page.getByText('No decision is kept in this browser yet.')).toBeVisible();
  await input.setInputFiles(file);
  await expect(page.getByText('One decision was added.')).toBeVisible();
  await expect(page.getByLabel('Name of D-001')).toHaveValue('Web orders');
  await input.setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from('{"a":1}') });
  await expect(page.getByText('The file was not read, and nothing has changed.')).toBeVisible();
  await expect(page.getByLabel('Name of D-001')).toHaveValue('Web orders');
});

test('a decision under older rules that would come out differently today is marked, and can be brought up to date', async ({
  page,
}) => {
  await page.goto('/advisor/decisions/');
  const decision = {
    id: 'old-one',
    number: 3,
    name: 'Old one',
    owner: '',
    status: 'accepted',
    date: '2025-01-31',
    note: '',
    sentence: '',
    profile: { operation: 'bulk-load', latency: 'nightly' },
    not_sure: [],
    verdict: { primary: 'odata', middleware: 'optional', certainty: 'certain', rules_version: '1.0' },
  };
  await page.getByLabel('Add the decisions of a log that was saved as JSON').setInputFiles({
    name: 'log.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify({ schema_version: 1, decisions: [decision] })),
  });
  await expect(page.getByText('one decision would come out differently today')).toBeVisible();
  await expect(page.getByText(/Today the rules say: Data management framework/)).toBeVisible();
  await page.getByRole('button', { name: 'Take today’s verdict' }).click();
  await expect(page.getByText('one decision would come out differently today')).toBeHidden();
  await expect(page.getByRole('link', { name: 'Data management framework' })).toBeVisible();
});
