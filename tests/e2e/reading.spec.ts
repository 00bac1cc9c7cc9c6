import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from './test.ts';

test('from the front page to a related answer', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('navigation', { name: 'Hubs' }).getByRole('link', { name: 'Integration' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Integration FAQ' })).toBeVisible();
  await page
    .getByRole('link', { name: /dual-write.*virtual/i })
    .first()
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/dual-write/i);
  await expect(page.getByRole('heading', { name: 'Sources' })).toBeVisible();
  const related = page.getByRole('navigation', { name: 'Related questions' }).getByRole('link').first();
  const question = (await related.textContent()) ?? '';
  await related.click();
  await expect(page.getByRole('heading', { level: 1, name: question })).toBeVisible();
});

test('a hub shows one audience the questions that are theirs', async ({ page }) => {
  await page.goto('/integration/');
  const entries = page.getByRole('heading', { level: 3 });
  const all = await entries.count();
  await page.getByRole('radio', { name: /^Operations/ }).check();
  const label = (await page.getByText(/^\s*Operations \(\d+\)/).textContent()) ?? '';
  const shown = Number(/\((\d+)\)/.exec(label)?.[1]);
  await expect(entries.filter({ visible: true })).toHaveCount(shown);
  expect(shown).toBeLessThan(all);
});

test('a hub finds among its questions, by any name and with slips', async ({ page }) => {
  await page.goto('/integration/');
  const entries = page.getByRole('heading', { level: 3 }).filter({ visible: true });
  const all = await entries.count();
  const field = page.getByRole('searchbox', { name: 'Find in this hub' });
  await field.fill('CDS midleware');
  const status = page.getByRole('status').filter({ hasText: 'questions' });
  await expect(status).toContainText(`of ${all} questions`);
  await expect(entries.filter({ hasText: 'middleware' })).not.toHaveCount(0);
  expect(await entries.count()).toBeLessThan(all);
  await field.fill('pizza');
  await expect(page.getByText('No question here answers “pizza”')).toBeVisible();
  await expect(entries).toHaveCount(0);
  await field.fill('');
  await expect(entries).toHaveCount(all);
  await field.fill('throttling');
  await field.press('Enter');
  await expect(page).toHaveURL(/\/search\/\?q=throttling&hub=integration$/);
  await expect(page.locator('[data-search-result]').first()).toBeVisible();
});

test.describe('a mark in the text', () => {
  const note = '.note:popover-open';

  test('shows its source with its date when a pointer rests on it, and leads to the list and back', async ({
    page,
  }) => {
    await page.goto('/integration/odata-limits/');
    const mark = page.getByRole('link', { name: /^Source 1:/ }).first();
    const address = (await mark.getAttribute('href')) ?? '';
    await mark.hover();
    await expect(page.locator(note)).toContainText(/copy of \d+ \w+ \d{4}|undated copy/);
    await mark.click();
    await expect(page.locator(address)).toBeInViewport();
    await expect(page.locator(note)).toHaveCount(0);
    await page
      .locator(address)
      .getByRole('link', { name: /^Back to where it is cited/ })
      .first()
      .click();
    await expect(mark).toBeInViewport();
  });

  test('shows the bound of a figure and the words of its source', async ({ page }) => {
    await page.goto('/integration/odata-limits/');
    await page.locator('.cite a[data-note="fact-odata-page-size"]').first().hover();
    await expect(page.locator(note)).toContainText('at most 10,000 records');
    await expect(page.locator(`${note} q`)).toContainText('maximum page size of 10,000');
  });

  test('shows its note by the keyboard, whose links come next, and hides it on Escape', async ({ page }) => {
    await page.goto('/integration/odata-limits/');
    const mark = page.locator('.article__body [data-note]').first();
    await page.locator('.byline').click();
    while (!(await mark.evaluate((element) => element === document.activeElement))) await page.keyboard.press('Tab');
    await expect(page.locator(note)).toBeVisible();
    await page.keyboard.press('Tab');
    await expect(page.locator(`${note} a`).first()).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(page.locator(note)).toHaveCount(0);
  });

  test('explains the first use of a term of the glossary', async ({ page }) => {
    await page.goto('/finance-module/how-many-dimensions/');
    const term = page.locator('.prose').getByRole('link', { name: 'account structure', exact: true });
    await expect(term).toHaveCount(1);
    await term.hover();
    await expect(page.locator(note)).toContainText('which combinations of main account');
  });

  test('is 24 px wide and high', async ({ page }) => {
    await page.goto('/integration/odata-limits/');
    for (const mark of await page.locator('.cite a').all()) {
      const box = await mark.boundingBox();
      expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(24);
    }
  });

  test.describe('touched', () => {
    test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });

    test('shows its note and goes nowhere; a touch beside it closes it', async ({ page }) => {
      await page.goto('/integration/odata-limits/');
      const mark = page.getByRole('link', { name: /^Source 1:/ }).first();
      await mark.tap();
      await expect(page.locator(note)).toBeInViewport({ ratio: 1 });
      expect(new URL(page.url()).hash).toBe('');
      await page.locator('h1').tap();
      await expect(page.locator(note)).toHaveCount(0);
    });
  });
});

test.describe('beside an answer', () => {
  const address = '/finance-module/how-many-dimensions/';

  test('the contents stay in sight and mark the section that is read', async ({ page }) => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto(address);
    const contents = page.getByRole('navigation', { name: 'On this page' });
    const link = contents.getByRole('link', { name: 'What a tag can and cannot do' });
    await link.click();
    await expect(page.getByRole('heading', { name: 'What a tag can and cannot do' })).toBeInViewport();
    await expect(link).toBeInViewport();
    await expect(link).toHaveAttribute('aria-current', 'location');
    await expect(contents.locator('[aria-current]')).toHaveCount(1);
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    await expect(contents.getByRole('link', { name: /^Sources/ })).toHaveAttribute('aria-current', 'location');
  });

  test('a source stands level with the words that cite it, and covers no table', async ({ page }) => {
    const answers = [address, '/integration/which-pattern/', '/integration/odata-limits/'];
    for (const [answer, width] of answers.flatMap((one) => [1250, 1440].map((size) => [one, size] as const))) {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(answer);
      const boxes = await page.locator('.margin-note').evaluateAll((notes) =>
        notes.map((note) => {
          const { top, right, left } = note.getBoundingClientRect();
          const mark = note.previousElementSibling?.getBoundingClientRect();
          return {
            away: top - (mark?.top ?? 0),
            right,
            left,
            text: note.parentElement?.getBoundingClientRect().right ?? 0,
          };
        }),
      );
      expect(boxes.length).toBeGreaterThan(0);
      for (const { away, right, left, text } of boxes) {
        // As far down as the notes before it reach.
        expect(away).toBeGreaterThan(-20);
        expect(away).toBeLessThan(300);
        expect(right).toBeLessThanOrEqual(width - 40);
        expect(left).toBeGreaterThan(text);
      }
      const tables = await page
        .locator('.prose > .scroll-x')
        .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON() as DOMRect));
      const notes = await page
        .locator('.margin-note')
        .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON() as DOMRect));
      const covered = tables.flatMap((table) =>
        notes.filter(({ top, bottom, left }) => top < table.bottom && bottom > table.top && left < table.right),
      );
      expect(covered).toEqual([]);
    }
  });

  test('a table of sentences uses the width beside the text', async ({ page }) => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto('/integration/which-pattern/');
    const table = await page.locator('.prose > .scroll-x').first().boundingBox();
    const text = await page.locator('.prose > p').first().boundingBox();
    expect(table?.width ?? 0).toBeGreaterThan((text?.width ?? 0) + 150);
    const article = await page.locator('.article').boundingBox();
    expect((table?.x ?? 0) + (table?.width ?? 0)).toBeLessThanOrEqual((article?.x ?? 0) + (article?.width ?? 0) + 1);
  });

  test('on a phone contents and what else there is unfold below the verdict', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(address);
    const contents = page.getByRole('navigation', { name: 'On this page' });
    await expect(contents).toBeHidden();
    await page.getByText('On this page').click();
    await contents.getByRole('link', { name: 'Why four or five' }).click();
    await expect(page.getByRole('heading', { name: 'Why four or five' })).toBeInViewport();
  });
});

test('a heading of a section is a link to itself', async ({ page }) => {
  await page.goto('/finance-module/how-many-dimensions/');
  await page.getByRole('heading', { name: 'Why four or five' }).getByRole('link').click();
  await expect(page).toHaveURL(/#why-four-or-five$/);
});

test('a reading path remembers what was read, and can be started again', async ({ page }) => {
  await page.goto('/reading-paths/first-audit/');
  const progress = page.getByRole('status');
  await expect(progress).toHaveText('0 of 8 read');
  await page.getByRole('checkbox', { name: 'Read' }).first().check();
  await expect(progress).toHaveText('1 of 8 read');
  await page.getByRole('heading', { level: 2 }).nth(1).getByRole('link').click();
  await expect(page.getByRole('navigation', { name: 'On a reading path' })).toContainText('2 of 8; next:');
  await page.goBack();
  // Opening an answer is not reading it.
  await expect(progress).toHaveText('1 of 8 read');
  await page.getByRole('checkbox', { name: 'Read' }).nth(1).check();
  await page.goto('/reading-paths/');
  await expect(page.getByText('8 answers, 2 read')).toBeVisible();
  await page.goBack();
  await page.getByRole('button', { name: 'Start this path again' }).click();
  await expect(progress).toHaveText('0 of 8 read');
  await page.reload();
  await expect(progress).toHaveText('0 of 8 read');
});

test('an answer can be taken along: its link, its verdict with source and date, its Markdown', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/integration/which-pattern/#source-ms-integration-overview');
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  await page.getByRole('button', { name: 'Copy link' }).click();
  await expect(page.getByText('The link is copied.')).toBeVisible();
  expect(await copied()).toMatch(/\/integration\/which-pattern\/$/);
  await page.getByRole('button', { name: 'Copy verdict with source' }).click();
  await expect(page.getByText('Verdict, date, address and sources are copied.')).toBeVisible();
  const verdict = (await page.locator('.verdict').textContent()) ?? '';
  expect(await copied()).toContain(verdict.trim());
  expect(await copied()).toMatch(
    /“Which integration pattern should we use\?”, (our judgement|documented position), reviewed \d+ \w+ \d{4}\n/,
  );
  expect(await copied()).toMatch(/\/integration\/which-pattern\/\n\nSources:\n- .+: https:\/\//);
  await page.getByRole('button', { name: 'Copy as Markdown' }).click();
  await expect(page.getByText('The answer is copied as Markdown.')).toBeVisible();
  expect(await copied()).toMatch(/^# Which integration pattern should we use\?/);
});

test('an answer is saved as a slide, whose writer is loaded only then', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto('/integration/dataverse-limits/');
  await expect(page.getByRole('button', { name: 'Save as a PowerPoint slide' })).toBeVisible();
  expect(asked.filter((path) => /slide/.test(path))).toEqual([]);
  // What an answer runs before anybody asks for more stands in the page.
  expect(asked.filter((path) => /Article/.test(path))).toEqual([]);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save as a PowerPoint slide' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('dataverse-limits.pptx');
  await expect(page.getByText('The slide is saved.')).toBeVisible();
  const parts = unzipSync(readFileSync(await download.path()));
  const slide = strFromU8(parts['ppt/slides/slide1.xml'] ?? new Uint8Array());
  const verdict = (await page.locator('.verdict').textContent())?.trim() ?? '';
  expect(slide).toContain(verdict.replaceAll('&', '&amp;'));
  expect(slide).toContain('/integration/dataverse-limits/');
  // The figures of the answer, each with its source.
  const figure = (await page.locator('[data-figure]').first().textContent())?.trim().split(': ')[0] ?? '';
  expect(slide).toContain(figure);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('hub, answer, decision table and the list of all questions can be read', async ({ page }) => {
    await page.goto('/integration/');
    await expect(page.getByRole('heading', { level: 3 }).first()).toBeVisible();
    await page.goto('/integration/which-pattern/');
    await expect(page.locator('.verdict')).toBeVisible();
    await page.goto('/advisor/');
    await expect(page.getByRole('heading', { name: 'The same rules at a glance' })).toBeVisible();
    await expect(page.getByRole('row').nth(5)).toBeVisible();
    await page.goto('/search/?q=dual');
    await expect(page.locator('noscript p')).toBeVisible();
    await expect(page.getByRole('heading', { name: 'All questions from A to Z' })).toBeVisible();
  });
});
