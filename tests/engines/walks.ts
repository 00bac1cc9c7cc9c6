import type { SiteCopy } from '#tests/support/site-copy.ts';
import { expected, type Walker } from './walker.ts';

/** What people mainly do here. Each walk begins anywhere and leaves nothing that a later one would stumble over. */
export type Walk = (walker: Walker, site: SiteCopy) => Promise<void>;

const heading = { css: 'h1' };
const question = { css: '.questionnaire h2' };
const result = { css: '[data-advisor-result]' };
const rowOf = (name: string): string =>
  `[...document.querySelectorAll('[role=row]')].find((row) => row.querySelector('[role=rowheader]')?.textContent.includes(${JSON.stringify(name)}))`;

async function fromHomeToAnAnswer(walker: Walker): Promise<void> {
  await walker.open('/');
  await walker.click({ css: 'main a[href="/integration/"]' });
  await walker.until('the hub', `location.pathname === '/integration/'`);
  await walker.click({ css: 'main a[href="/integration/odata-limits/"]' });
  await walker.until('the answer', `location.pathname === '/integration/odata-limits/'`);
  await walker.see(heading);
  await walker.see({ css: 'main', text: 'Sources' });
}

async function findByPalette(walker: Walker): Promise<void> {
  await walker.open('/integration/which-pattern/');
  await walker.see(heading);
  await walker.driver.press('Control+k');
  await walker.until(
    'the palette',
    `document.activeElement?.closest('dialog') !== null && document.activeElement.role !== null`,
  );
  await walker.driver.type('duel wrtie');
  await walker.see({ css: 'dialog [role=status]', text: 'Showing results for' });
  const hit = await walker.see({ css: 'dialog [role=option]', text: 'ual-write' });
  await walker.driver.press('Enter');
  await walker.until('the hit', `location.pathname !== '/integration/which-pattern/'`);
  const title = await walker.see(heading);
  expected(hit.includes(title), `“${hit}” was chosen, “${title}” opened`);
}

async function filterASearch(walker: Walker): Promise<void> {
  await walker.open('/search/');
  await walker.click({ css: 'input[type=search]' });
  await walker.driver.type('ledger');
  await walker.see({ css: '[data-search-result]' });
  await walker.choose({ css: '#search-hub' }, 'Finance module');
  await walker.until('the filter in the address', `location.search.includes('hub=finance-module')`);
  await walker.until(
    'results of one hub alone',
    `((hubs) => hubs.length > 0 && hubs.every((hub) => hub.textContent === 'Finance module'))([...document.querySelectorAll('.search-results__hub')])`,
  );
}

/** Tabs past what can be unfolded until an option has the focus. */
async function tabToAnOption(walker: Walker): Promise<void> {
  for (let presses = 0; presses < 6; presses += 1) {
    await walker.driver.press('Tab');
    if (await walker.driver.evaluate<boolean>(`document.activeElement?.name === 'answer'`)) return;
  }
  throw new Error('no option took the focus');
}

async function decideByKeyboard(walker: Walker): Promise<void> {
  await walker.open('/advisor/');
  await walker.see({ ...question, text: 'What has to happen?' });
  await walker.focus({ css: 'input[name=answer]' });
  await walker.driver.press('Space');
  await walker.driver.press('Enter');
  for (let step = 0; step < 20; step += 1) {
    await walker.until('the heading in focus', `document.activeElement?.matches('.questionnaire h2')`);
    const asked = await walker.see(question);
    if (asked === 'Your answers') break;
    await tabToAnOption(walker);
    await walker.driver.press('Space');
    await walker.driver.press('Enter');
    await walker.until(
      'the next question',
      `document.querySelector('.questionnaire h2')?.textContent.trim() !== ${JSON.stringify(asked)}`,
    );
  }
  await walker.focus({ css: 'button', text: 'See the recommendation' });
  await walker.driver.press('Enter');
  await walker.see(result);
  const pattern = `document.querySelector('[data-advisor-result]')?.dataset.advisorResult`;
  const decided = await walker.driver.evaluate<string>(pattern);
  const link = await walker.address();
  expected(link.includes('at=result'), `the link is ${link}`);

  await walker.driver.evaluate('localStorage.clear()');
  await walker.open('/glossary/');
  await walker.open(link);
  const reopened = await walker.until<string>('the result behind the link', pattern);
  expected(reopened === decided, `the link shows ${reopened} instead of ${decided}`);
  await walker.driver.evaluate('localStorage.clear()');
}

/** Keeps what the page hands out as a file: remote controls differ too much in where a download ends. */
const keepDownloads = `(() => {
  window.walkFiles = [];
  const give = URL.createObjectURL;
  URL.createObjectURL = (blob) => {
    blob.text().then((text) => window.walkFiles.push(text));
    return give.call(URL, blob);
  };
  return true;
})()`;

async function editTheSample(walker: Walker): Promise<void> {
  const { driver } = walker;
  await walker.open('/advisor/inventory/');
  await walker.click({ css: 'button', text: 'Open the sample programme' });
  await walker.see({ css: 'h2, h3', text: 'Decisions to take, worst first' });
  const pattern = `${rowOf('Web orders')}?.querySelector('[aria-colindex="2"]')?.textContent.trim()`;
  await walker.until('OData for web orders', `(${pattern}) === 'OData'`);

  await walker.click({ css: '[role=rowheader]', text: 'Web orders' });
  const column = await driver.evaluate<number>(
    `Number([...document.querySelectorAll('[role=columnheader]')].find((header) => header.textContent.includes('How soon')).getAttribute('aria-colindex'))`,
  );
  for (let step = 1; step < column; step += 1) await driver.press('ArrowRight');
  await driver.press('Enter');
  await walker.choose({ css: 'select[aria-label^="How soon"]' }, 'By the next day');
  if (await walker.sees({ css: 'select[aria-label^="How soon"]' })) await driver.press('Enter');
  await walker.until('another pattern for web orders', `(${pattern}) === 'Data management framework'`);

  await driver.evaluate(keepDownloads);
  await walker.click({ css: 'summary', text: 'Export' });
  await walker.click({ css: 'details[open] button', text: 'CSV' });
  const csv = await walker.until<string>('the file', 'window.walkFiles[0]');
  expected(csv.includes('recommended_pattern'), 'the file has no recommendations');
  expected(/Web orders,.*nightly.*Data management framework/.test(csv), 'the file does not hold what was edited');
}

async function readOffline(walker: Walker, site: SiteCopy): Promise<void> {
  const { driver } = walker;
  await walker.open('/integration/which-pattern/');
  const title = await walker.see(heading);
  expected(await driver.evaluate<boolean>(`'serviceWorker' in navigator`), 'this engine has no service worker');
  await walker.until('the service worker', 'navigator.serviceWorker.controller !== null');
  // A page is written down after it was shown.
  await walker.until('the page to be kept', 'caches.match(location.href).then(Boolean)');
  await site.cutOff();
  try {
    await driver.reload();
    const again = await walker.see(heading);
    expected(again === title, `“${again}” came back instead of “${title}”`);
    await walker.open('/patterns/dmf/');
    await walker.see({ css: 'h1', text: 'Data management' });
    await walker.open('/search/?q=dual-write');
    await walker.see({ css: '[data-search-result]' });
  } finally {
    await site.serve();
  }
}

export const walks: Readonly<Record<string, Walk>> = {
  'home, a hub, an answer': fromHomeToAnAnswer,
  'the palette finds a misspelt question and opens it': findByPalette,
  'the search page filters by hub': filterASearch,
  'the advisor by keyboard, and its link again': decideByKeyboard,
  'the sample programme, a cell edited, CSV saved': editTheSample,
  'without a network after one visit': readOffline,
};
