import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, pageTypes, settled, test } from './test.ts';

const names = Object.keys(pageTypes) as (keyof typeof pageTypes)[];

/** What axe finds on the page as it stands, in both colour schemes. */
async function violationsOf(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    // Legacy mode spares a second page for results across frames, of which there are none, and halves the time.
    const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
    const { violations } = await axe.analyze();
    found.push(...violations.map(({ id, nodes }) => `${colorScheme}: ${id}: ${nodes[0]?.html}`));
  }
  return found;
}

for (const width of [390, 1280]) {
  test.describe(`at ${width} px, light and dark`, () => {
    test.use({ viewport: { width, height: 900 } });

    for (const name of names) {
      test(`${name}: no violation, no sideways scrolling`, async ({ page }) => {
        await page.goto(pageTypes[name]);
        await settled(page, name);
        expect(await violationsOf(page)).toEqual([]);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(overflow).toBeLessThanOrEqual(0);
      });
    }

    for (const place of ['review', 'result']) {
      test(`advisor, ${place}: no violation`, async ({ page }) => {
        const answers = 'operation=create&latency=realtime&peak_batch_records=500000&counterpart=third-party';
        await page.goto(`/advisor/#rules=1.0&at=${place}&${answers}`);
        await expect(page.locator('.questionnaire h2').first()).toBeVisible();
        expect(await violationsOf(page)).toEqual([]);
      });
    }
  });
}

test('no page scrolls sideways at 320 px', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 800 });
  const wide: string[] = [];
  for (const name of names) {
    await page.goto(pageTypes[name]);
    await settled(page, name);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    if (overflow > 0) wide.push(`${name}: ${overflow} px`);
  }
  expect(wide).toEqual([]);
});
