import type { Page } from '@playwright/test';
import { expect } from './test.ts';

/** States that a page is in only after something has been done, each by the way that leads there. */

const answers = 'operation=create&latency=realtime&peak_batch_records=500000&counterpart=third-party';
const search = (page: Page) => page.getByRole('button', { name: /search/i }).first();

async function openPalette(page: Page, text = ''): Promise<void> {
  await page.goto('/integration/which-pattern/');
  await search(page).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('group', { name: 'Hubs' })).toBeVisible();
  if (text === '') return;
  await page.keyboard.type(text);
  await expect(dialog.getByRole('status')).not.toHaveText(/^(|Loading.*)$/);
}

async function openResult(page: Page): Promise<void> {
  await page.goto(`/advisor/#rules=1.1&at=result&${answers}`);
  await expect(page.locator('[data-advisor-result]')).toBeVisible();
}

async function openLog(page: Page): Promise<void> {
  await openResult(page);
  await page.getByRole('button', { name: 'Keep in the decision log' }).click();
  await page.getByRole('link', { name: 'Open the log' }).click();
  await expect(page.getByLabel('Status of D-001 Interface D-001')).toBeVisible();
}

async function openInventory(page: Page): Promise<void> {
  await page.goto('/advisor/inventory/');
  await page.getByRole('button', { name: 'Open the sample programme' }).click();
  await expect(page.getByRole('heading', { name: 'Decisions to take, worst first' })).toBeVisible();
}

async function choose(page: Page, text: string): Promise<void> {
  await page.goto('/advisor/inventory/');
  const file = { name: 'ours.csv', mimeType: 'text/csv', buffer: Buffer.from(text) };
  await page.locator('input[type="file"]').setInputFiles(file);
}

async function openTool(page: Page, tool: string): Promise<void> {
  await page.goto(`/tools/${tool}/`);
  await page.getByRole('button', { name: 'Open the worked example' }).click();
  await expect(page).toHaveURL(/#./);
}

/** The part of the page that a state changes; the rest of it is looked at with its page type. */
const parts: readonly [begins: string, part: string][] = [
  ['palette', 'dialog'],
  ['search', 'main'],
  ['advisor, not loaded', 'main'],
  ['advisor', '.questionnaire'],
  ['inventory, cell editor', '.grid'],
  ['decision log', '.log'],
  ['inventory', '.inventory'],
  ['term', '.note:popover-open'],
  ['citation', '.note:popover-open'],
  ['tool', '.tool'],
  ['decision tree', '.decision'],
  ['update', '.update'],
];

export const partOf = (state: string): string => parts.find(([begins]) => state.startsWith(begins))?.[1] ?? 'html';

/** Opens everything that unfolds. */
const unfold = (page: Page): Promise<void> =>
  page.locator('main details').evaluateAll((all) => {
    for (const details of all) (details as HTMLDetailsElement).open = true;
  });

export const states: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  'decision log, one kept': openLog,
  'decision log, one removed': async (page) => {
    await openLog(page);
    await page.getByRole('button', { name: /^Remove/ }).click();
    await expect(page.getByText('was removed.')).toBeVisible();
  },
  'palette, nothing typed': (page) => openPalette(page),
  'palette, results': (page) => openPalette(page, 'middleware'),
  'palette, corrected': (page) => openPalette(page, 'duel wrtie'),
  'palette, no match': (page) => openPalette(page, 'qwzzk flurbonium'),
  'palette, not loaded': async (page) => {
    await page.route(/search-names/, (route) => route.abort());
    await page.goto('/integration/which-pattern/');
    await search(page).click();
    await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible();
  },
  'search, corrected': async (page) => {
    await page.goto('/search/?q=duel+wrtie');
    await expect(page.locator('.search-results__passage mark').first()).toBeVisible();
  },
  'search, no match': async (page) => {
    await page.goto('/search/?q=qwzzk+flurbonium');
    await expect(page.locator('[data-search-no-match]')).toBeVisible();
  },
  'search, not loaded': async (page) => {
    await page.route(/search-names/, (route) => route.abort());
    await page.goto('/search/?q=ledger');
    await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible();
  },
  'advisor, explanation open': async (page) => {
    await page.goto('/advisor/#rules=1.1&at=initiator&operation=read&latency=realtime');
    await expect(page.getByText(/Contradicts an earlier answer/).first()).toBeVisible();
    await unfold(page);
  },
  'advisor, nothing chosen': async (page) => {
    await page.goto('/advisor/');
    await page.getByRole('button', { name: 'Next' }).click();
    await expect(page.getByRole('alert')).toBeVisible();
  },
  'advisor, review': async (page) => {
    await page.goto(`/advisor/#rules=0.9&at=review&latency=soonish&${answers}`);
    await expect(page.getByRole('heading', { name: 'Your answers' })).toBeVisible();
    await unfold(page);
  },
  'advisor, result': async (page) => {
    await openResult(page);
    await unfold(page);
  },
  'advisor, changing an answer': async (page) => {
    await openResult(page);
    await page.getByRole('button', { name: 'Change Other end' }).click();
    await expect(page.getByText(/^leads to /).first()).toBeVisible();
    await unfold(page);
  },
  'advisor, changing guarantees': async (page) => {
    await page.goto(`/advisor/#rules=1.1&at=review&guarantees=ordered&${answers}`);
    await page.getByRole('button', { name: 'Change Guarantees' }).click();
    await page.getByRole('checkbox', { name: /^Exactly once/ }).check();
    await expect(page.getByText(/With this answer/)).toBeVisible();
  },
  'advisor, verdict beside the answers': async (page) => {
    await page.goto('/advisor/#rules=1.1&operation=create&counterpart=third-party&latency=realtime');
    await expect(page.getByRole('complementary', { name: 'The recommendation so far' })).toBeVisible();
    await unfold(page);
  },
  'advisor, verdict at the foot': async (page) => {
    await page.setViewportSize({ width: 320, height: 700 });
    await page.goto('/advisor/#rules=1.1&operation=create&counterpart=third-party&latency=realtime');
    await expect(page.locator('.verdict-bar')).toBeVisible();
  },
  'advisor, draft offered': async (page) => {
    await page.goto('/advisor/');
    await page.getByText('Create records').click();
    await expect(page).toHaveURL(/operation=create/);
    await page.goto('/');
    await page.goto('/advisor/');
    await expect(page.getByRole('heading', { name: 'We kept your draft' })).toBeVisible();
  },
  'advisor, after a change': async (page) => {
    await page.goto('/advisor/#rules=1.1&at=result&operation=read&counterpart=third-party&latency=realtime');
    await page.getByRole('button', { name: 'Change Other end' }).click();
    await page.getByRole('radio', { name: /^Another part of the Power Platform/ }).click();
    await expect(page.getByText(/The recommendation moved/)).toBeVisible();
  },
  'advisor, unreadable link': async (page) => {
    await page.goto('/advisor/#nonsense');
    await expect(page.getByRole('heading', { name: 'This link cannot be read' })).toBeVisible();
  },
  'advisor, not loaded': async (page) => {
    await page.route(/_astro\/Questionnaire/, (route) => route.abort());
    await page.goto('/advisor/');
    await expect(page.getByRole('alert')).toBeVisible();
  },
  'inventory, mapping': async (page) => {
    await choose(page, 'Interface,How often,Colour\nA,whenever,blue\nB,daily,red\n');
    await expect(page.getByText('1 cell could not be read')).toBeVisible();
    await unfold(page);
  },
  'inventory, programme': async (page) => {
    await openInventory(page);
    await page.getByRole('rowheader', { name: 'Web orders' }).click();
    await unfold(page);
  },
  'inventory, landscape': async (page) => {
    await openInventory(page);
    await page.getByRole('button', { name: 'Draw the landscape' }).click();
    await expect(page.getByRole('img', { name: /^The landscape of/ })).toBeAttached();
    await unfold(page);
  },
  'inventory, groups and waves': async (page) => {
    await openInventory(page);
    await page.getByRole('button', { name: 'Group by system, owner, wave or status' }).click();
    await expect(page.getByLabel('Group by')).toBeVisible();
    await page.getByRole('button', { name: 'Propose an order of work' }).click();
    await expect(page.getByRole('heading', { name: 'An order of work' })).toBeVisible();
    await unfold(page);
  },
  'inventory, comparison': async (page) => {
    await openInventory(page);
    await page.getByRole('button', { name: 'Compare with an older version' }).click();
    const older = {
      name: 'older.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from('Ref,Interface\nI-04,Orders\nX,Gone\n'),
    };
    await page.locator('.comparison input[type="file"]').setInputFiles(older);
    await expect(page.getByRole('heading', { name: /^Gone/ })).toBeVisible();
  },
  'inventory, cell editor': async (page) => {
    await openInventory(page);
    await page.getByRole('rowheader', { name: 'Web orders' }).click();
    await page.keyboard.press('Enter');
    await expect(page.locator('.grid__editor')).toBeFocused();
  },
  'inventory, cells not read': async (page) => {
    await choose(page, 'Name,Latency,Systems\nGood,nightly,3\nBad,soonish,many\n');
    await page.getByRole('button', { name: 'Decide these interfaces' }).click();
    await expect(page.getByRole('grid')).toBeVisible();
    await unfold(page);
  },
  'inventory, file refused': async (page) => {
    await choose(page, '\0\u0001\u0002\0\0\0\u0005\0');
    await expect(page.getByRole('alert').filter({ hasText: 'holds no text' })).toBeVisible();
  },
  'tool, load time': async (page) => {
    await openTool(page, 'load-time');
    await unfold(page);
  },
  'tool, cutover window': async (page) => {
    await openTool(page, 'cutover-window');
    await unfold(page);
  },
  'tool, middleware or not': (page) => openTool(page, 'middleware-or-not'),
  'tool, five-year cost': async (page) => {
    await openTool(page, 'five-year-cost');
    await expect(page.getByText(/^Drawn 4,000 times/)).toBeVisible();
  },
  'tool, licences and capacity': async (page) => {
    await openTool(page, 'licences-and-capacity');
    await unfold(page);
  },
  'tool, batch night': async (page) => {
    await openTool(page, 'batch-night');
    await unfold(page);
  },
  'tool, nothing filled in': async (page) => {
    await page.goto('/tools/batch-night/');
    await expect(page.getByText('Fill in how long each job runs')).toBeVisible();
  },
  'tool, go or no-go': async (page) => {
    await openTool(page, 'go-no-go');
    await expect(page.locator('.tool-headline__value')).toHaveText('Go with conditions');
    await unfold(page);
  },
  'tool, segregation of duties': async (page) => {
    await openTool(page, 'segregation-of-duties');
    await expect(page.locator('.tool-headline__value')).toHaveText('Pairs are open');
    await unfold(page);
  },
  'tool, entries not allowed': async (page) => {
    await openTool(page, 'cutover-window');
    await page.getByLabel('Hours until one system must be open again').fill('sixty');
    await page.getByLabel('After, row 2').fill('99');
    await expect(page.locator('.tool-headline')).toContainText('2 entries cannot be read');
  },
  'tool, unreadable link': async (page) => {
    await page.goto('/tools/load-time/#nonsense');
    await expect(page.getByRole('alert').filter({ hasText: 'cannot be read' })).toBeVisible();
  },
  'decision tree, provisional': async (page) => {
    await page.goto('/tools/decisions/legal-entity-or-dimension/#accounts=shared&balance=needed&secrecy=open');
    await expect(page.locator('.decision__choice')).toHaveText('A dimension with interunit accounting');
    await unfold(page);
  },
  'decision tree, link with faults': async (page) => {
    await page.goto('/tools/decisions/consolidation/#ownership=most&ledgers=several');
    await expect(page.getByRole('alert').filter({ hasText: 'no answer to' })).toBeVisible();
  },
  'hub, one audience': async (page) => {
    await page.goto('/integration/');
    await page.getByRole('radio', { name: /^CFO/ }).check();
  },
  'reading path, begun': async (page) => {
    await page.goto('/reading-paths/first-audit/');
    await page.getByRole('checkbox', { name: 'Read' }).first().check();
    await expect(page.getByRole('button', { name: 'Start this path again' })).toBeVisible();
  },
  'term, explained': async (page) => {
    await page.goto('/patterns/dmf/');
    await page.locator('main .term').first().hover();
    await expect(page.locator('.note:popover-open')).toBeVisible();
  },
  'citation, explained': async (page) => {
    await page.goto('/integration/odata-limits/');
    await page.locator('.cite a[data-note^="fact"]').first().hover();
    await expect(page.locator('.note:popover-open')).toBeVisible();
  },
  'update notice': async (page) => {
    await page.clock.install();
    await page.goto('/integration/which-pattern/');
    await page.clock.runFor(4000);
    await page.evaluate(() =>
      navigator.serviceWorker.dispatchEvent(
        new MessageEvent('message', { data: { type: 'build.installed', build: 'later' } }),
      ),
    );
    await page.clock.runFor(100);
    await expect(page.getByRole('button', { name: 'Reload' })).toBeVisible();
    await page.clock.resume();
  },
};
