import { readFileSync } from 'node:fs';
import type { BrowserContext, Download, Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import { expect, test } from './test.ts';

const sample = 'content/advisor/sample-programme.csv';

async function openSample(page: Page): Promise<void> {
  await page.goto('/advisor/inventory/');
  await page.getByRole('button', { name: 'Open the sample programme' }).click();
  await expect(page.getByRole('heading', { name: 'Decisions to take, worst first' })).toBeVisible();
}

/** Hands the page a spreadsheet as somebody's file, once there is a button for it. */
async function choose(page: Page, name: string, content: string | Buffer): Promise<void> {
  await page
    .locator('.inventory:not(.kept-place) input[type="file"]')
    .first()
    .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content) });
}

async function openFile(page: Page, name: string, content: string | Buffer): Promise<void> {
  await choose(page, name, content);
  await page.getByRole('button', { name: 'Decide these interfaces' }).click();
  await expect(page.getByRole('grid')).toBeVisible();
}

/** Drops a file on the page, as from a folder. */
async function drop(page: Page, name: string, content: string): Promise<void> {
  const transfer = await page.evaluateHandle(
    ([fileName, text]) => {
      const data = new DataTransfer();
      data.items.add(new File([text as string], fileName as string));
      return data;
    },
    [name, content],
  );
  await page.dispatchEvent('main', 'drop', { dataTransfer: transfer });
}

async function exportAs(page: Page, label: string): Promise<Download> {
  await page.locator('summary', { hasText: 'Export' }).click();
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: label, exact: true }).click();
  return downloading;
}

const bytesOf = async (download: Download): Promise<Buffer> => readFileSync(await download.path());

const cell = (page: Page, row: string, column: number) =>
  page
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: row }) })
    .locator(`[aria-colindex="${column}"]`);

/** Waits until everything that was changed is written down in the browser. */
const kept = (page: Page) => expect(page.locator('.inventory[data-kept="yes"]')).toBeVisible();

test('the whole way: drop a file, correct a mapping, edit a row, export, reload, go on', async ({ page }) => {
  await page.goto('/advisor/inventory/');
  await expect(page.getByRole('button', { name: 'Open the sample programme' })).toBeVisible();
  await drop(page, 'our-interfaces.csv', readFileSync(sample, 'utf8').replace('How often', 'Pace'));
  await expect(
    page.getByRole('heading', { name: 'How the spreadsheet “our-interfaces” was understood' }),
  ).toBeFocused();
  await page.getByLabel('Meaning of Pace').selectOption({ label: 'How soon' });
  await page.getByRole('button', { name: 'Decide these interfaces' }).click();
  await expect(page.getByRole('heading', { name: 'our-interfaces' })).toBeVisible();
  await expect(cell(page, 'Web orders', 2)).toHaveText('OData');

  await editLatency(page, 'Web orders', 'By the next day');
  await expect(cell(page, 'Web orders', 2)).toHaveText('Data management framework');

  const csv = (await bytesOf(await exportAs(page, 'CSV'))).toString('utf8');
  expect(csv).toContain('recommended_pattern');
  expect(csv).toMatch(/I-04,Web orders,.*nightly.*Data management framework/);
  await kept(page);
  await page.reload();
  await expect(cell(page, 'Web orders', 2)).toHaveText('Data management framework');
  await editLatency(page, 'Web orders', 'Within seconds to minutes');
  await expect(cell(page, 'Web orders', 2)).toHaveText('OData');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(cell(page, 'Web orders', 2)).toHaveText('Data management framework');
});

/** Chooses another latency by keyboard alone, from the row's name. */
async function editLatency(page: Page, row: string, value: string): Promise<void> {
  await page.getByRole('rowheader', { name: row }).click();
  const header = page.getByRole('columnheader', { name: 'How soon' });
  const column = Number(await header.getAttribute('aria-colindex'));
  for (let step = 1; step < column; step += 1) await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  const editor = page.getByLabel(`How soon, ${row}`);
  await editor.selectOption({ label: value });
  await editor.press('Enter');
}

test('words that were not understood can be taught, and are remembered', async ({ page }) => {
  const text = 'Interface,How often\nA,whenever\nB,whenever\nC,daily\n';
  await page.goto('/advisor/inventory/');
  await choose(page, 'a.csv', text);
  await expect(page.getByText('2 cells could not be read')).toBeVisible();
  await page.getByLabel('How soon: “whenever” means').selectOption({ label: 'Within the hour' });
  await expect(page.getByText('could not be read')).toHaveCount(0);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await choose(page, 'b.csv', text);
  await expect(page.getByRole('heading', { name: 'How the spreadsheet “b” was understood' })).toBeVisible();
  await expect(page.getByText('could not be read')).toHaveCount(0);
});

test('bad cells are reported by row and column, and good rows go on', async ({ page }) => {
  await page.goto('/advisor/inventory/');
  await openFile(page, 'bad.csv', 'Name,Latency,Systems\nGood,nightly,3\nBad,soonish,many\n');
  await page.locator('summary', { hasText: '2 cells could not be read' }).click();
  const row = page.getByRole('row', { name: /3 Latency soonish/ });
  await expect(row).toContainText('realtime, near-realtime, hourly, nightly');
  await expect(page.getByRole('gridcell', { name: /soonish/ })).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByText('2 interfaces', { exact: true })).toBeVisible();
});

test('a file that is no spreadsheet says so, and what was open stays', async ({ page }) => {
  await openSample(page);
  await choose(page, 'picture.csv', Buffer.from([0, 1, 2, 3, 0, 0, 0, 5, 6, 0, 1, 0]));
  await expect(page.getByRole('alert').filter({ hasText: 'holds no text' })).toBeVisible();
  await expect(page.getByRole('rowheader', { name: 'Web orders' })).toBeVisible();
});

test('markup in names is text', async ({ page }) => {
  await page.goto('/advisor/inventory/');
  await openFile(page, 'x.csv', 'Name,Operation\n<img src=x onerror=alert(1)>,read\n');
  await expect(page.getByRole('rowheader', { name: '<img src=x onerror=alert(1)>' })).toBeVisible();
  await expect(page.locator('.inventory img')).toHaveCount(0);
});

test('cells that look like formulas leave as text, in CSV and in Excel', async ({ page }) => {
  await page.goto('/advisor/inventory/');
  await openFile(page, 'x.csv', 'Name,Operation,Note\n"=HYPERLINK(""http://x"")",read,@SUM(A1)\n');
  const csv = (await bytesOf(await exportAs(page, 'CSV'))).toString('utf8');
  expect(csv).toContain(`"'=HYPERLINK(""http://x"")"`);
  expect(csv).toContain("'@SUM(A1)");
  const workbook = unzipSync(new Uint8Array(await bytesOf(await exportAs(page, 'Excel'))));
  const text = Object.entries(workbook)
    .map(([, content]) => new TextDecoder().decode(content))
    .join('');
  expect(text).toContain('>=HYPERLINK("http://x")</t>');
  expect(text).not.toContain("'=HYPERLINK");
  expect(text).not.toContain('<f>');
});

test('what Excel has no room for is said when it is written, and no longer with the next file', async ({ page }) => {
  await page.goto('/advisor/inventory/');
  await openFile(page, 'x.csv', `Name,Operation,Note\nOrders,read,${'x'.repeat(32_800)}\n`);
  await exportAs(page, 'Excel');
  const told = page.getByRole('status').filter({ hasText: '32,767 characters' });
  await expect(told).toContainText('One cell had to be cut');
  await expect(told).toContainText('row 2, column Note (32,800 characters)');
  await exportAs(page, 'JSON');
  await expect(told).toHaveCount(0);
});

test('a large workbook goes out and comes in again', async ({ page }) => {
  const rows = Array.from(
    { length: 3000 },
    (_, place) => `Interface ${place},Bank ${place % 40},create,nightly,${place}`,
  );
  await page.goto('/advisor/inventory/');
  await openFile(page, 'many.csv', `Name,System,Operation,Latency,Volume per day\n${rows.join('\n')}\n`);
  await expect(page.getByText('3,000 interfaces', { exact: true })).toBeVisible();
  await expect(page.getByText('Deciding')).toHaveCount(0);
  const workbook = await bytesOf(await exportAs(page, 'Excel'));
  page.once('dialog', (dialog) => dialog.accept());
  await page.getByRole('button', { name: 'Clear everything' }).click();
  await choose(page, 'many.xlsx', workbook);
  await expect(page.getByText(/3,000 interfaces, 6 of 19 columns used/)).toBeVisible();
  await page.getByRole('button', { name: 'Decide these interfaces' }).click();
  await page.getByRole('rowheader', { name: 'Interface 0', exact: true }).click();
  await page.keyboard.press('Control+End');
  await expect(page.getByRole('row', { name: /Interface 2999/ })).toHaveAttribute('aria-rowindex', '3001');
  expect(await page.getByRole('row').count()).toBeLessThan(80);
});

test('decision records leave as one file each with an index', async ({ page }) => {
  await openSample(page);
  const archive = unzipSync(
    new Uint8Array(await bytesOf(await exportAs(page, 'Decision records (zip, one file each)'))),
  );
  expect(Object.keys(archive)).toHaveLength(25);
  const index = new TextDecoder().decode(archive['README.md']);
  expect(index).toContain('[Web orders](04-web-orders.md): OData');
  expect(new TextDecoder().decode(archive['04-web-orders.md'])).toContain('# Integration pattern for Web orders');
});

test('cells pasted from Excel are a spreadsheet too', async ({ page }) => {
  await page.goto('/advisor/inventory/');
  await expect(page.getByRole('button', { name: 'Open the sample programme' })).toBeVisible();
  await page.evaluate(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', 'Name\tOperation\nOrders\tcreate\n');
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
  });
  await page.getByRole('button', { name: 'Decide these interfaces' }).click();
  await expect(cell(page, 'Orders', 2)).toHaveText('OData');
});

test('rows can be typed in, word for word as one speaks', async ({ page }) => {
  await page.goto('/advisor/inventory/');
  await page.getByRole('button', { name: 'Type rows' }).click();
  await page.getByRole('row').nth(1).locator('[aria-colindex="1"]').click();
  await page.keyboard.type('Prices');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('rowheader', { name: 'Prices' })).toBeVisible();
  await page.getByRole('columnheader', { name: 'Volume a day' }).getByRole('button').scrollIntoViewIfNeeded();
  const volume = Number(await page.getByRole('columnheader', { name: 'Volume a day' }).getAttribute('aria-colindex'));
  await cell(page, 'Prices', volume).click();
  await page.keyboard.type('10k-50k');
  await page.keyboard.press('Enter');
  await expect(cell(page, 'Prices', volume)).toHaveText('50,000');
});

test('two tabs notice each other, and neither writes over the other unseen', async ({ page, context }) => {
  await openSample(page);
  await kept(page);
  const other = await context.newPage();
  await other.goto('/advisor/inventory/');
  await expect(other.getByRole('rowheader', { name: 'Web orders' })).toBeVisible();
  await editLatency(other, 'Web orders', 'By the next day');
  await expect(page.getByRole('alert').filter({ hasText: 'changed in another tab' })).toBeVisible();
  await page.getByRole('button', { name: 'Show the other tab’s' }).click();
  await expect(cell(page, 'Web orders', 2)).toHaveText('Data management framework');
  await editLatency(page, 'Web orders', 'Within the hour');
  await other.getByRole('button', { name: 'Keep this one' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'changed in another tab' })).toBeVisible();
});

/** Opens the page of the inventory in a second tab, once what is kept is shown there. */
async function secondTab(context: BrowserContext, rows: string): Promise<Page> {
  const other = await context.newPage();
  await other.goto('/advisor/inventory/');
  await expect(other.getByText(rows, { exact: true })).toBeVisible();
  return other;
}

const changedElsewhere = (page: Page) => page.getByRole('alert').filter({ hasText: 'changed in another tab' });

/** Spreadsheets of 24 rows, which are one bundle, and of 1,200, which are three. */
for (const [count, shown, more] of [
  [24, '24 interfaces', '25 interfaces'],
  [1200, '1,200 interfaces', '1,201 interfaces'],
] as const) {
  const csv = `Name,Operation\n${Array.from({ length: count }, (_, index) => `Interface ${index},read`).join('\n')}\n`;

  test(`${shown} are as many after "Keep this one" and a reload`, async ({ page, context }) => {
    await page.goto('/advisor/inventory/');
    await openFile(page, 'ours.csv', csv);
    await kept(page);
    const other = await secondTab(context, shown);
    await other.getByRole('button', { name: 'Add a row' }).click();
    await expect(other.getByText(more, { exact: true })).toBeVisible();
    await kept(other);
    await expect(changedElsewhere(page)).toBeVisible();
    await page.getByRole('button', { name: 'Keep this one' }).click();
    await kept(page);
    await page.reload();
    await expect(page.getByText(shown, { exact: true })).toBeVisible();
    await expect(page.getByText('is missing')).toHaveCount(0);
  });

  test(`${shown} cleared in one tab and kept in the other are as many after a reload`, async ({ page, context }) => {
    await page.goto('/advisor/inventory/');
    await openFile(page, 'ours.csv', csv);
    await kept(page);
    const other = await secondTab(context, shown);
    other.once('dialog', (dialog) => dialog.accept());
    await other.getByRole('button', { name: 'Clear everything' }).click();
    await expect(other.getByRole('button', { name: 'Open the sample programme' })).toBeVisible();
    await expect(page.getByRole('alert').filter({ hasText: 'cleared in another tab' })).toBeVisible();
    await page.getByRole('button', { name: 'Keep this one' }).click();
    await kept(page);
    await page.reload();
    await expect(page.getByText(shown, { exact: true })).toBeVisible();
  });
}

test('the conflict is in sight from the last row, and an edit that is not kept looks so', async ({ page, context }) => {
  await openSample(page);
  await kept(page);
  await page.getByRole('grid').scrollIntoViewIfNeeded();
  const other = await secondTab(context, '24 interfaces');
  await editLatency(other, 'Web orders', 'By the next day');
  await kept(other);
  await expect(changedElsewhere(page)).toBeInViewport();
  await expect(changedElsewhere(page)).toBeFocused();
  await editLatency(page, 'Web orders', 'Within the hour');
  await expect(page.getByText('1 changed interface is not kept.')).toBeVisible();
  await expect(page.getByRole('row', { name: /Web orders\s*; changed and not kept/ })).toHaveAttribute(
    'data-unkept',
    'true',
  );
  await expect(changedElsewhere(page)).toBeInViewport();
});

test('parts that are gone are said with their numbers, and what is left is shown', async ({ page }) => {
  await page.goto('/advisor/inventory/');
  const rows = Array.from({ length: 1200 }, (_, index) => `Interface ${index},read`);
  await openFile(page, 'ours.csv', `Name,Operation\n${rows.join('\n')}\n`);
  await kept(page);
  await page.evaluate(async () => {
    const opening = indexedDB.open('interface-inventory');
    await new Promise<void>((resolve, reject) => {
      opening.onerror = reject;
      opening.onsuccess = () => {
        const writing = opening.result.transaction('kept', 'readwrite');
        const entries = writing.objectStore('kept');
        const reading = entries.get('head');
        reading.onsuccess = () => entries.delete(reading.result.bundles[0]);
        writing.oncomplete = () => resolve();
      };
    });
  });
  await page.reload();
  const notice = page.getByRole('alert').filter({ hasText: 'is missing' });
  await expect(notice).toContainText('1 of 3 parts could not be read, and with them 500 of 1,200 interfaces.');
  await expect(page.getByText('700 interfaces', { exact: true })).toBeVisible();
  await notice.getByRole('button', { name: 'Keep what is shown' }).click();
  await kept(page);
  await page.reload();
  await expect(page.getByText('700 interfaces', { exact: true })).toBeVisible();
  await expect(notice).toHaveCount(0);
});

test('a clearing that the browser refuses is not called a success', async ({ page }) => {
  await openSample(page);
  await kept(page);
  await page.evaluate(() => {
    IDBObjectStore.prototype.clear = () => {
      throw new DOMException('refused', 'UnknownError');
    };
  });
  page.once('dialog', (dialog) => dialog.accept());
  await page.getByRole('button', { name: 'Clear everything' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'Nothing was cleared' })).toBeVisible();
  await expect(page.getByRole('rowheader', { name: 'Web orders' })).toBeVisible();
});

test('a database that never answers is said so, and the page goes on', async ({ page }) => {
  await page.clock.install();
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => new EventTarget() as IDBOpenDBRequest;
  });
  await page.goto('/advisor/inventory/');
  await expect(page.getByRole('button', { name: 'Open the sample programme' })).toBeVisible();
  await page.clock.fastForward(9000);
  await expect(page.getByText('has not answered for 8 seconds whether it keeps')).toBeVisible();
  await page.getByRole('button', { name: 'Open the sample programme' }).click();
  await expect(page.getByRole('heading', { name: 'Decisions to take, worst first' })).toBeVisible();
  await page.clock.fastForward(9000);
  await expect(page.getByText('your latest changes are not kept so far')).toBeVisible();
});

test('plain http without randomUUID keeps all the same', async ({ page }) => {
  await page.addInitScript(() => Reflect.deleteProperty(Crypto.prototype, 'randomUUID'));
  await openSample(page);
  await kept(page);
  await page.reload();
  await expect(page.getByRole('rowheader', { name: 'Web orders' })).toBeVisible();
});

test('a browser without workers is told so in a sentence', async ({ page }) => {
  await page.addInitScript(() => Reflect.deleteProperty(window, 'Worker'));
  await page.goto('/advisor/inventory/');
  await page.getByRole('button', { name: 'Open the sample programme' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'This browser cannot run the part' })).toBeVisible();
});

test("the sample is called invented, and a visitor's own file of its name is not", async ({ page }) => {
  await openSample(page);
  await expect(page.getByText('An invented programme')).toBeVisible();
  await choose(page, 'Sample programme.csv', 'Name,Operation\nOurs,read\n');
  await page.getByRole('button', { name: 'Replace the inventory by these' }).click();
  await expect(page.getByRole('rowheader', { name: 'Ours' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Sample programme' })).toBeVisible();
  await expect(page.getByText('An invented programme')).toHaveCount(0);
});

test('a browser that keeps nothing says so, and still exports', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'indexedDB', {
      get() {
        throw new DOMException('denied', 'SecurityError');
      },
    });
  });
  await openSample(page);
  await expect(page.getByText('This browser lets the page keep nothing')).toBeVisible();
  expect((await exportAs(page, 'JSON')).suggestedFilename()).toBe('sample-programme.json');
});

test('one button clears everything that was kept', async ({ page }) => {
  await openSample(page);
  await kept(page);
  page.once('dialog', (dialog) => dialog.accept());
  await page.getByRole('button', { name: 'Clear everything' }).click();
  await page.reload();
  await expect(page.getByRole('button', { name: 'Open the sample programme' })).toBeVisible();
});

test('nothing leaves the browser, and nothing could', async ({ page }) => {
  await page.goto('/advisor/inventory/');
  await expect(page.getByRole('button', { name: 'Open the sample programme' })).toBeVisible();
  const requests: string[] = [];
  page.on('request', (request) => requests.push(`${request.method()} ${request.url()}`));
  await page.getByRole('button', { name: 'Open the sample programme' }).click();
  await expect(page.getByRole('heading', { name: 'Decisions to take, worst first' })).toBeVisible();
  await editLatency(page, 'Web orders', 'By the next day');
  await exportAs(page, 'Excel');
  const foreign = requests.filter((line) => !/^GET (http:\/\/localhost:\d+\/_astro\/[\w.-]+\.js|blob:)/.test(line));
  expect(foreign).toEqual([]);
  const policy = await page.locator('meta[http-equiv="content-security-policy"]').getAttribute('content');
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("connect-src 'self'");
  const worker = requests.find((line) => line.includes('worker'));
  const answer = await page.request.get(worker?.replace('GET ', '') ?? '');
  expect(answer.headers()['content-security-policy']).toContain("default-src 'none'; script-src 'self'");
});

test('on paper stand the programme and all its interfaces', async ({ page }) => {
  await openSample(page);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('rowheader', { name: 'Credit check on order release' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Undo' })).toBeHidden();
});
