import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from './test.ts';

const result = '[data-advisor-result]';

/** Tabs past what can be unfolded until the first option has the focus. */
async function tabToFirstOption(page: Page): Promise<void> {
  for (let presses = 0; presses < 5; presses += 1) {
    await page.keyboard.press('Tab');
    if ((await page.locator('input[name="answer"]:focus').count()) > 0) return;
  }
  throw new Error('no option took the focus');
}

test('a walk from the first question to the recommendation, by keyboard alone', async ({ page }) => {
  await page.goto('/advisor/');
  await expect(page.getByRole('heading', { name: 'What has to happen?' })).toBeVisible();
  await page.getByRole('radio', { name: /^Read something/ }).focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  for (let step = 0; step < 20; step += 1) {
    const review = page.getByRole('heading', { name: 'Your answers' });
    if (await review.isVisible()) break;
    const question = page.locator('.question h2, .review[data-review="true"] h2');
    await expect(question).toBeFocused();
    const asked = await question.textContent();
    await tabToFirstOption(page);
    await page.keyboard.press('Space');
    await page.keyboard.press('Enter');
    await expect(question).not.toHaveText(asked ?? '');
  }
  await expect(page.getByRole('heading', { name: 'Your answers' })).toBeFocused();
  await expect(page.getByRole('status').filter({ hasText: 'No remaining answer can change' })).toBeVisible();
  const see = page.getByRole('button', { name: 'See the recommendation' });
  await see.focus();
  await page.keyboard.press('Enter');
  await expect(page.locator(result)).toBeVisible();
  await expect(page.locator(result).getByRole('heading', { level: 2 })).toBeFocused();
  await expect(
    page
      .locator(result)
      .getByRole('link', { name: /20\d\d$/ })
      .first(),
  ).toBeVisible();
});

test('a link opens the recommendation it was made for', async ({ page }) => {
  await page.goto('/advisor/#rules=1.0&at=result&operation=bulk-load&latency=nightly&peak_batch_records=400000');
  await expect(page.locator('[data-advisor-result="dmf"]')).toBeVisible();
});

test('changing one answer moves the recommendation and keeps the others', async ({ page }) => {
  await page.goto('/advisor/#rules=1.0&at=result&operation=read&counterpart=third-party&latency=realtime');
  await expect(page.locator('[data-advisor-result="odata"]')).toBeVisible();
  await page.getByRole('button', { name: 'Change Other end' }).click();
  const other = page.getByRole('radio', { name: /^Another part of the Power Platform/ });
  await expect(page.locator('.option', { has: other })).toContainText('leads to Virtual entities');
  await other.click();
  await expect(page.locator('[data-advisor-result="virtual-entities"]')).toBeVisible();
  await expect(page.getByText(/The recommendation moved from OData/)).toBeVisible();
  await expect(page).toHaveURL(/latency=realtime/);
});

test('a range chosen after a typed number replaces it, a number typed after a range too', async ({ page }) => {
  await page.goto('/advisor/#rules=1.0&at=result&operation=create&systems=8');
  const open = page.getByRole('button', { name: 'Change Systems in the programme' });
  const number = page.getByRole('spinbutton', { name: /Or the number/ });
  const change = page.getByRole('button', { name: 'Change it' });
  await open.click();
  await expect(number).toHaveValue('8');
  const range = page.getByRole('radio', { name: /^One or two/ });
  await range.focus();
  await page.keyboard.press('Space');
  await expect(number).toHaveValue('');
  await change.click();
  await expect(page).toHaveURL(/systems=2(&|$)/);
  await expect(page.getByText('was “8” and is now “2 (one or two)”')).toBeVisible();

  await open.click();
  await expect(range).toBeChecked();
  await number.fill('15');
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);
  await change.click();
  await expect(page).toHaveURL(/systems=15(&|$)/);
  await expect(page.getByText('was “2 (one or two)” and is now “15”')).toBeVisible();

  await open.click();
  await change.click();
  await expect(page.locator(result)).toBeVisible();
  await expect(page.getByText(/ and is now /)).toHaveCount(0);
});

test('the browser goes back and forward through the questions', async ({ page }) => {
  await page.goto('/advisor/');
  await page.getByRole('radio', { name: /^Extract many records/ }).click();
  await expect(page.getByRole('heading', { name: 'What has to happen?' })).toBeHidden();
  const second = await page.locator('.question').getByRole('heading', { level: 2 }).textContent();
  await page.goBack();
  await expect(page.getByRole('heading', { name: 'What has to happen?' })).toBeVisible();
  await page.goForward();
  await expect(page.locator('.question').getByRole('heading', { level: 2 })).toHaveText(second ?? '');
});

test('a reload keeps the draft, even where the address was lost', async ({ page }) => {
  await page.goto('/advisor/');
  await page.getByRole('radio', { name: /^Create records/ }).click();
  await expect(page).toHaveURL(/operation=create/);
  await page.goto('/');
  await page.goto('/advisor/');
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('button', { name: 'Review answers' }).click();
  await expect(page.getByText('Create records')).toBeVisible();
});

test('a press goes on by itself, arrow keys choose, and Enter goes on', async ({ page }) => {
  await page.goto('/advisor/');
  const first = page.getByRole('heading', { name: 'What has to happen?' });
  await page.getByRole('radio').first().focus();
  for (let presses = 0; presses < 3; presses += 1) await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('radio').nth(3)).toBeChecked();
  await expect(first).toBeVisible();
  await expect(page).not.toHaveURL(/operation=/);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/operation=event-notify/);
  await page.getByRole('button', { name: 'Back' }).click();
  await expect(page.getByRole('radio').nth(3)).toBeChecked();
  // The words of an answer are as good as its circle.
  await page.getByText('Extract many records').click();
  await expect(page).toHaveURL(/operation=extract/);
  await expect(first).toBeHidden();
});

test('a double click answers one question and not the one that comes after it', async ({ page }) => {
  await page.goto('/advisor/');
  await page.getByText('Create records').dblclick();
  await expect(page.getByRole('heading', { name: 'What has to happen?' })).toBeHidden();
  expect([...new URLSearchParams(new URL(page.url()).hash.slice(1)).keys()]).toEqual(['rules', 'at', 'operation']);
});

test('on a wide screen the verdict stands beside the answers and follows each of them', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto('/advisor/#rules=2.1&operation=read&counterpart=third-party');
  const panel = page.getByRole('complementary', { name: 'The recommendation so far' });
  await expect(panel.getByRole('heading', { name: 'OData' })).toBeVisible();
  await expect(panel.getByText(/^At most \d+ questions can still change it$/)).toBeVisible();
  await page.getByRole('button', { name: 'Change Other end' }).click();
  await page.getByRole('radio', { name: /^Another part of the Power Platform/ }).click();
  await expect(panel.getByRole('heading', { name: 'Virtual entities' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Change Other end' })).toBeFocused();
  await expect(page.getByText(/Other end was “Any other system” and is now/)).toBeVisible();
  const [answers, verdict] = await Promise.all([page.locator('.desk__answers').boundingBox(), panel.boundingBox()]);
  expect((answers?.x ?? 0) + (answers?.width ?? 0)).toBeLessThan(verdict?.x ?? 0);
  await page.mouse.wheel(0, 500);
  await expect(panel).toBeInViewport();
});

test('the verdict is said aloud once the answers rest', async ({ page }) => {
  await page.goto('/advisor/#rules=2.1&operation=read');
  await page.getByRole('radio', { name: /^Any other system/ }).click();
  await expect(
    page.getByRole('status').filter({ hasText: /^So far: OData; middleware is optional\. Provisional\.$/ }),
  ).toHaveCount(1);
});

for (const width of [390, 320]) {
  test(`at ${width} px one question stands alone, with the verdict at its foot`, async ({ page }) => {
    await page.setViewportSize({ width, height: 844 });
    await page.goto('/advisor/');
    await page.getByText('Create records').click();
    await page.getByText('Any other system').click();
    const foot = page.locator('.question__foot');
    await expect(foot).toContainText('OData, provisional');
    await expect(foot).toContainText(/At most \d+ questions can still change it/);
    await expect(foot).toBeInViewport({ ratio: 1 });
    await expect(page.getByRole('heading', { name: 'Answered so far' })).toBeHidden();
    await expect(page.getByRole('complementary')).toBeHidden();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
    // What has the focus is not covered by the bar.
    for (let presses = 0; presses < 8; presses += 1) {
      await page.keyboard.press('Tab');
      // The last step leads out of the page, where nothing can be covered.
      if ((await page.locator(':focus').count()) === 0) break;
      const [box, bar] = await Promise.all([page.locator(':focus').boundingBox(), foot.boundingBox()]);
      const isInBar = (await foot.locator(':focus').count()) > 0;
      const isAbove = (box?.y ?? 0) + (box?.height ?? 0) <= (bar?.y ?? 0) + 1;
      const isBelow = (box?.y ?? 0) >= (bar?.y ?? 0) + (bar?.height ?? 0) - 1;
      expect(isInBar || isAbove || isBelow).toBe(true);
    }
    await foot.getByRole('button', { name: 'See result' }).click();
    await expect(page.locator(result)).toBeVisible();
  });
}

test('from a sentence to a named record in four clicks', async ({ page }) => {
  let clicks = 0;
  const click = async (name: string): Promise<void> => {
    clicks += 1;
    await page.getByRole('button', { name }).click();
  };
  await page.goto('/advisor/');
  clicks += 1;
  const box = page.getByRole('textbox', { name: 'Describe the interface in a sentence' });
  await box.click();
  await page.keyboard.type('Nightly, 50,000 sales orders from a Shopify store into F&O; nobody waits');
  await click('Use these answers');
  await click('See the recommendation');
  await expect(page.locator('[data-advisor-result="dmf"]')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Name of the interface' })).toHaveValue(
    'Nightly, 50,000 sales orders from a Shopify store into F&O',
  );
  const [download] = await Promise.all([page.waitForEvent('download'), click('Decision record (Markdown)')]);
  expect(clicks).toBeLessThanOrEqual(6);
  expect(download.suggestedFilename()).toBe(
    'integration-pattern-nightly-50-000-sales-orders-from-a-shopify-store-into-f-o.md',
  );
  expect(readFileSync(await download.path(), 'utf8')).toContain(
    '# Integration pattern for Nightly, 50,000 sales orders from a Shopify store into F&O\n',
  );
});

for (const start of [0, 1]) {
  test(`somebody unsure of half never meets a contradiction, beginning with question ${start + 1}`, async ({
    page,
  }) => {
    await page.goto('/advisor/');
    const review = page.getByRole('heading', { name: 'Your answers' });
    for (let step = start; step < start + 30 && !(await review.isVisible()); step += 1) {
      const question = page.locator('.question h2, .review[data-review="true"] h2');
      const asked = await question.textContent();
      const options = page.locator('.option input:enabled');
      const isMany = (await options.first().getAttribute('type')) === 'checkbox';
      if (step % 2 === 1) await page.getByRole('button', { name: 'Not sure' }).click();
      else if (isMany) await page.getByRole('button', { name: /^Next/ }).click();
      else await options.nth(step % (await options.count())).click();
      await expect(question).not.toHaveText(asked ?? '');
      await expect(page.getByText('contradict each other')).toHaveCount(0);
    }
    await expect(review).toBeVisible();
    const panel = page.getByRole('complementary', { name: 'The recommendation so far' });
    await expect(panel).toContainText('what you are not sure of could still change it');
    await panel.getByRole('button', { name: 'See the recommendation' }).click();
    await expect(page.locator(`${result}[data-certainty="provisional"]`)).toBeVisible();
    await expect(page.getByText('contradict each other')).toHaveCount(0);
  });
}

test('the draft of an earlier visit is offered with its date and its sentence', async ({ page }) => {
  await page.clock.setFixedTime('2026-11-26T10:00:00');
  await page.goto('/advisor/');
  await page
    .getByRole('textbox', { name: 'Describe the interface in a sentence' })
    .fill('Stock levels to the web shop every hour');
  await page.getByRole('button', { name: 'Use these answers' }).click();
  await expect(page).toHaveURL(/latency=hourly/);
  await page.clock.setFixedTime('2026-11-28T10:00:00');
  await page.goto('/');
  await page.goto('/advisor/');
  await expect(page.getByRole('heading', { name: 'We kept your draft' })).toBeVisible();
  await expect(page.getByText('Stock levels to the web shop every hour').first()).toBeVisible();
  await expect(page.getByText(/You left it here on Thursday,? 26 November 2026/)).toBeVisible();
  await expect(page.getByText(/The recommendation is still the same/)).toBeVisible();
  await page.getByRole('button', { name: 'Start anew' }).click();
  await expect(page.getByRole('heading', { name: 'What has to happen?' })).toBeVisible();
  await expect(page.getByText('This browser also keeps other answers')).toBeVisible();
  await page.goto('/');
  await page.goto('/advisor/');
  await expect(page.getByRole('heading', { name: 'What has to happen?' })).toBeVisible();
});

test('a draft whose answer the rules have moved since says what it was and what it is', async ({ page }) => {
  await page.goto('/advisor/');
  await page.getByText('Read something').click();
  await page.getByText('Any other system').click();
  await expect(page).toHaveURL(/counterpart=third-party/);
  await page.evaluate(() => {
    const about = JSON.parse(localStorage.getItem('advisor-draft-about') ?? '{}');
    const old = (localStorage.getItem('advisor-draft') ?? '').replace(/rules=[^&]*/, 'rules=1.0');
    localStorage.setItem('advisor-draft', old);
    localStorage.setItem('advisor-draft-about', JSON.stringify({ ...about, of: old, decided: 'dmf.optional' }));
  });
  await page.goto('/');
  await page.goto('/advisor/');
  await expect(
    page.getByText(/The rules have changed since then\. The recommendation was: Data management/),
  ).toBeVisible();
});

test('a page for a meeting is saved for Word, and its part is loaded only then', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(
    '/advisor/#rules=2.1&at=result&name=Web+orders&operation=create&counterpart=third-party&latency=nightly',
  );
  await expect(page.locator(result)).toBeVisible();
  expect(asked.filter((path) => path.includes('meeting-page'))).toEqual([]);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Page for a meeting (Word)' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('integration-pattern-web-orders.docx');
  expect(
    readFileSync(await download.path())
      .subarray(0, 2)
      .toString(),
  ).toBe('PK');
  await expect(page.getByText('The page for Word is saved.')).toBeVisible();
});

test('the result is saved as a slide, whose writer is loaded only then', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(
    '/advisor/#rules=2.1&at=result&name=Web+orders&operation=create&counterpart=third-party&latency=nightly',
  );
  await expect(page.locator(result)).toBeVisible();
  expect(asked.filter((path) => /slide/.test(path))).toEqual([]);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Slide (PowerPoint)' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('integration-pattern-web-orders.pptx');
  const parts = unzipSync(readFileSync(await download.path()));
  const slide = strFromU8(parts['ppt/slides/slide1.xml'] ?? new Uint8Array());
  expect(slide).toContain('Which integration pattern for “Web orders”?');
  expect(slide).toContain('Data management framework');
  await expect(page.getByText('The slide is saved.')).toBeVisible();
});

test('the answer comes first, with its certainty, seven criteria and two alternatives beside it', async ({ page }) => {
  await page.goto('/advisor/#rules=2.1&at=result&operation=create&counterpart=third-party&latency=near-realtime');
  const shown = page.locator(result);
  const answer = await shown
    .getByRole('heading', { level: 2 })
    .evaluate((one) => Number.parseFloat(getComputedStyle(one).fontSize));
  const others = await page
    .locator('main :is(h1, h3, h4)')
    .evaluateAll((all) => all.map((one) => Number.parseFloat(getComputedStyle(one).fontSize)));
  expect(Math.max(...others)).toBeLessThan(answer);
  await expect(shown.locator('.result__certainty')).toHaveText('Provisional: open answers could change it');
  await expect(shown.locator('.criteria__line')).toHaveCount(7);
  await expect(shown.locator('.alternatives__card')).toHaveCount(2);
  await expect(shown.locator('.criteria').getByRole('link').first()).toBeVisible();
});

test('nothing chosen is said, not swallowed', async ({ page }) => {
  await page.goto('/advisor/');
  await page.getByRole('button', { name: 'Next' }).click();
  await expect(page.getByRole('alert')).toContainText('Choose one of the answers');
});

test('requirements that no pattern meets together are named, with ways out', async ({ page }) => {
  await page.goto('/advisor/#rules=1.0&at=result&latency=realtime&peak_batch_records=500000&operation=create');
  await expect(page.getByRole('heading', { name: 'These requirements do not go together' })).toBeVisible();
  await expect(page.getByText('One of them has to give way')).toBeVisible();
});

test('a broken link says so and offers a way on; a half readable one keeps what it can', async ({ page }) => {
  await page.goto('/advisor/#access_token=nonsense');
  await expect(page.getByRole('heading', { name: 'This link cannot be read' })).toBeVisible();
  await page.getByRole('button', { name: 'Start the questionnaire' }).click();
  await expect(page.getByRole('heading', { name: 'What has to happen?' })).toBeVisible();
  await page.goto('/');
  await page.goto('/advisor/#rules=0.1&at=review&operation=read&latency=soonish');
  await expect(page.getByText(/“soonish” is no answer/)).toBeVisible();
  await expect(page.getByText(/given under rules 0.1/)).toBeVisible();
  await expect(page.getByText('Read something')).toBeVisible();
});

test('a link that cannot be read costs nobody the draft', async ({ page }) => {
  await page.goto('/advisor/');
  await page.getByRole('radio', { name: /^Create records/ }).click();
  await expect(page).toHaveURL(/operation=create/);
  await page.goto('/');
  await page.goto('/advisor/#access_token=nonsense');
  await page.getByRole('button', { name: 'Start the questionnaire' }).click();
  await page.getByRole('button', { name: 'Review answers' }).click();
  await expect(page.getByText('Create records')).toBeVisible();
});

test('answers that make way for those of a link are offered again', async ({ page }) => {
  await page.goto('/advisor/');
  await page.getByRole('radio', { name: /^Create records/ }).click();
  await expect(page).toHaveURL(/operation=create/);
  await page.goto('/');
  await page.goto('/advisor/#rules=1.1&at=operation');
  await page.getByRole('radio', { name: /^Read something/ }).click();
  await expect(page).toHaveURL(/operation=read/);
  await page.goto('/');
  await page.goto('/advisor/');
  await expect(page.getByRole('heading', { name: 'We kept your draft' })).toBeVisible();
  await page.getByRole('link', { name: 'Open them' }).click();
  await expect(page).toHaveURL(/operation=create/);
  await page.getByRole('button', { name: 'Review answers' }).click();
  await expect(page.getByText('Create records')).toBeVisible();
});

test('a browser that refuses storage still gets a recommendation', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('denied', 'SecurityError');
      },
    });
  });
  await page.goto('/advisor/');
  await page.getByRole('radio', { name: /^Read something/ }).click();
  await page.getByRole('button', { name: 'See the recommendation' }).click();
  await expect(page.locator(result)).toBeVisible();
});

test('an answer that follows from others is not asked, and one that contradicts them cannot be chosen', async ({
  page,
}) => {
  await page.goto('/advisor/#rules=1.1&at=review&operation=extract&purpose=operational');
  await expect(page.getByText('Out of F&O (follows from the rest)')).toBeVisible();
  await page.goto('/');
  await page.goto('/advisor/#rules=1.1&at=initiator&operation=read&latency=realtime');
  await expect(page.getByRole('radio', { name: /^A schedule/ })).toBeDisabled();
  await expect(page.getByText(/Contradicts an earlier answer: Nobody stands waiting/)).toBeVisible();
});

test('the operations plan follows the service level', async ({ page }) => {
  await page.goto('/advisor/#rules=1.1&at=result&operation=bulk-load&latency=nightly');
  const plan = page.locator('.operations');
  await expect(plan.getByText('this plan assumes “Important”')).toBeVisible();
  await expect(plan.getByRole('row', { name: /Time to detect/ })).toContainText('30 minutes');
  await plan.getByRole('radio', { name: 'Critical' }).check();
  await expect(plan.getByRole('row', { name: /Time to detect/ })).toContainText('5 minutes');
  await expect(page).toHaveURL(/sla=critical/);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Operations plan (Markdown)' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('operations-dmf-critical.md');
});

test('a link from older rules says whether the answer has changed since', async ({ page }) => {
  await page.goto('/advisor/#rules=0.9&at=result&was=odata.optional&operation=bulk-load&latency=nightly');
  await expect(page.getByText(/It was: OData|The recommendation was: OData/)).toBeVisible();
  await page.goto('/');
  await page.goto('/advisor/#rules=0.9&at=result&was=dmf.optional&operation=bulk-load&latency=nightly');
  await expect(page.getByText(/The recommendation is still the same/)).toBeVisible();
});

test('two tabs keep their own answers, and a reload keeps each tab where it was', async ({ context }) => {
  const [first, second] = [await context.newPage(), await context.newPage()];
  await first.goto('/advisor/#rules=1.1&at=review&operation=read&latency=realtime');
  await second.goto('/advisor/#rules=1.1&at=review&operation=extract&latency=nightly');
  await second.getByRole('button', { name: 'Start over' }).click();
  await first.reload();
  await expect(first.getByText('Read something')).toBeVisible();
  await second.reload();
  await expect(second.getByRole('heading', { name: 'What has to happen?' })).toBeVisible();
});

test('the picture and its words stand on the result, with a hub where one is advised', async ({ page }) => {
  await page.goto(
    '/advisor/#rules=1.1&at=result&operation=create&counterpart=third-party&systems=9&initiator=external&latency=near-realtime',
  );
  await expect(page.getByRole('img', { name: /with middleware/ }).first()).toBeVisible();
  await page.getByText('The same in words').click();
  await expect(page.getByText(/Dead-letter queue/).last()).toBeVisible();
});

test('a variant that is undecided says so, and an answer from there decides it', async ({ page }) => {
  await page.goto('/advisor/#rules=2.1&at=result&operation=extract&purpose=analytics&latency=hourly');
  await expect(page.getByText('Where the copy lands: undecided.')).toBeVisible();
  await page.getByText('Answers that would build it in another way').click();
  await page.getByRole('button', { name: 'Answer “Store for reports”' }).click();
  await page.getByRole('radio', { name: /^A data lake of your own/ }).click();
  await expect(
    page.getByText('Where the copy lands: Synapse Link, CSV files into a data lake of your own.'),
  ).toBeVisible();
  await expect(page.getByRole('img', { name: /Analytics export/ }).first()).toBeVisible();
});

test('what survives an outage and is answered later stands behind a queue', async ({ page }) => {
  await page.goto(
    '/advisor/#rules=2.1&at=result&operation=create&counterpart=third-party&direction=inbound&initiator=external&response=later&guarantees=survives-outage',
  );
  await expect(page.getByText('Queue that keeps the messages.').first()).toBeVisible();
  await page.getByText('The same in words').click();
  await expect(page.getByText(/Between “Calling system” and .* message in, answer out, without waiting/)).toBeVisible();
});

const printed = {
  odata:
    'operation=create&counterpart=third-party&initiator=external&latency=near-realtime&volume_per_day=20000&peak_batch_records=6000&systems=6&transformation=simple&protocol=unsure&sla=critical',
  'custom-service':
    'operation=process-call&direction=inbound&initiator=external&latency=realtime&response=immediate&guarantees=all-or-nothing&systems=7',
  dmf: 'operation=bulk-load&direction=inbound&latency=nightly&volume_per_day=500000&peak_batch_records=400000&payload=large&initiator=schedule&transformation=complex&systems=9&deployment=cloud&purpose=operational&copy=required&response=later&protocol=file&guarantees=survives-outage&ownership=low-code&sla=critical&counterpart=third-party',
  'business-events':
    'operation=event-notify&latency=near-realtime&payload=large&transformation=simple&systems=12&ownership=integration-team&counterpart=third-party&sla=critical&volume_per_day=50000&peak_batch_records=9000&purpose=operational&protocol=message',
  'virtual-entities': 'operation=read&counterpart=power-platform&initiator=user&latency=realtime&copy=unwanted',
  'dual-write': 'operation=update&counterpart=dataverse&direction=bidirectional&copy=required&latency=near-realtime',
  'analytics-export': 'operation=extract&purpose=analytics&counterpart=microsoft-other&latency=hourly',
  middleware:
    'operation=event-notify&latency=near-realtime&payload=large&guarantees=ordered.exactly-once&transformation=complex&systems=12&ownership=integration-team&counterpart=third-party&sla=critical',
};

for (const [pattern, answers] of Object.entries(printed)) {
  test(`a result for ${pattern} prints on two pages, with its answers and sources`, async ({ page }) => {
    await page.goto(`/advisor/#rules=1.1&at=result&${answers}`);
    await expect(page.locator(`[data-advisor-result="${pattern}"]`)).toBeVisible();
    const margin = { top: '10mm', bottom: '10mm', left: '12mm', right: '12mm' };
    const pdf = await page.pdf({ format: 'A4', margin });
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page[^s]/g)).toHaveLength(2);
    await page.emulateMedia({ media: 'print' });
    await expect(page.getByRole('heading', { name: 'The answers behind it' })).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Sources' })).toBeVisible();
    await expect(page.getByRole('button')).toHaveCount(0);
  });
}

test('a result prints the answers given, "not sure" among them', async ({ page }) => {
  await page.goto(
    '/advisor/#rules=1.1&at=result&operation=create&counterpart=third-party&initiator=external&latency=near-realtime&volume_per_day=20000&peak_batch_records=6000&systems=6&transformation=simple&protocol=unsure&sla=critical',
  );
  await expect(page.locator(result)).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.result__answers')).toContainText('Not sure');
  await expect(page.locator('.result__answers')).toContainText('20,000');
});

test('in forced colours and without motion the way to a result is the same', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
  await page.goto('/advisor/#rules=1.1&at=latency&operation=create');
  const choice = page.getByRole('radio', { name: /^By the next day/ });
  await choice.focus();
  await page.keyboard.press('Space');
  await expect(choice).toBeChecked();
  const outline = await page
    .locator('.option', { has: choice })
    .evaluate((option) => getComputedStyle(option).outlineStyle);
  expect(outline).toBe('solid');
  await page.getByRole('button', { name: 'Review answers' }).click();
  await page.getByRole('button', { name: 'See the recommendation' }).click();
  await expect(page.locator(result)).toBeVisible();
});

test('the rules page says what changed with each version', async ({ page }) => {
  await page.goto('/advisor/rules/');
  await page.getByRole('link', { name: 'What changed' }).click();
  await expect(page.getByRole('heading', { name: /^Version 1\.1/ })).toBeVisible();
  await expect(page.getByRole('heading', { name: /^Version 1\.0/ })).toBeVisible();
});

test('without JavaScript the decision table stands in', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('/advisor/');
  await expect(page.getByRole('heading', { name: 'The same rules at a glance' })).toBeVisible();
  expect(await page.getByRole('row').count()).toBeGreaterThan(8);
  await context.close();
});

test('the decision record can be saved', async ({ page }) => {
  await page.goto('/advisor/#rules=1.0&at=result&operation=event-notify&direction=outbound');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Decision record (Markdown)' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('integration-pattern.md');
});
