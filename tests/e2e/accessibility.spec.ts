import AxeBuilder from '@axe-core/playwright';
import { expect, pageTypes, settled, test } from './test.ts';

const names = Object.keys(pageTypes) as (keyof typeof pageTypes)[];

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [390, 1280]) {
    test.describe(`${colorScheme}, ${width} px`, () => {
      test.use({ colorScheme, viewport: { width, height: 900 } });

      for (const name of names) {
        test(`${name}: no violation, no sideways scrolling`, async ({ page }) => {
          await page.goto(pageTypes[name]);
          await settled(page, name);
          const { violations } = await new AxeBuilder({ page }).analyze();
          expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
          const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
          expect(overflow).toBeLessThanOrEqual(0);
        });
      }

      test('advisor, review and result: no violation', async ({ page }) => {
        const answers = 'operation=create&latency=realtime&peak_batch_records=500000&counterpart=third-party';
        for (const place of ['review', 'result']) {
          await page.goto('/');
          await page.goto(`/advisor/#rules=1.0&at=${place}&${answers}`);
          await expect(page.locator('.questionnaire h2').first()).toBeVisible();
          const { violations } = await new AxeBuilder({ page }).analyze();
          expect(violations.map(({ id, nodes }) => `${place}: ${id}: ${nodes[0]?.html}`)).toEqual([]);
        }
      });
    });
  }
}
