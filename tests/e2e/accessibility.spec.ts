import type { Page } from '@playwright/test';
import { cutTexts, hiddenFocus, overflow, smallTargets } from './measure.ts';
import { partOf, states } from './states.ts';
import { expect, pageTypes, settled, test } from './test.ts';
import { violations } from './violations.ts';

/** Every page type and every state of a page, by the way that leads there. */
const pages = Object.fromEntries(
  Object.entries(pageTypes).map(([name, address]) => [
    name,
    async (page: Page) => {
      await page.goto(address);
      await settled(page, name as keyof typeof pageTypes);
    },
  ]),
);

/** An answer for each kind of picture. */
const pictured = Object.fromEntries(
  Object.entries({
    'answer with bars': '/go-live-cutover/cutover-plan/',
    'answer with a curve': '/data-migration/mock-migrations/',
    'answer with a flow': '/finance-module/month-end-close/',
    'answer with layers': '/implementation-strategy/one-instance-or-several/',
  }).map(([name, address]) => [name, async (page: Page) => void (await page.goto(address))]),
);
const places = { ...pages, ...pictured, ...states };

const usual = { width: 1280, height: 800 };
/** What is left of a window of 1280 px at a zoom of 400%. */
const zoomed = { width: 320, height: 640 };

/** Gives all text twice its size, as a browser's own setting does. */
const doubleText = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('html { font-size: 200% !important }');
    document.adoptedStyleSheets.push(sheet);
  });

test.describe('without a violation, in both themes, at 400% zoom and with text of 200%', () => {
  // Some states are those of a network that failed.
  test.use({ mayFail: true, viewport: usual });

  for (const [name, reach] of Object.entries(places)) {
    test(name, async ({ page }) => {
      await reach(page);
      expect(await violations(page, name in states ? partOf(name) : 'html')).toEqual([]);
      expect(await smallTargets(page)).toEqual([]);
      await page.setViewportSize(zoomed);
      expect(await overflow(page)).toEqual([]);
      expect(await cutTexts(page)).toEqual([]);
      expect(await smallTargets(page)).toEqual([]);
      await page.setViewportSize(usual);
      await doubleText(page);
      expect(await overflow(page)).toEqual([]);
      expect(await cutTexts(page)).toEqual([]);
    });
  }
});

test.describe('a text that is too pale', () => {
  test.use({ viewport: usual });

  for (const colorScheme of ['light', 'dark'] as const) {
    test(`is found among hundreds that look as it did, in the ${colorScheme} theme`, async ({ page }) => {
      await page.goto(pageTypes.sources);
      const pale = page.locator('p.reference__more').last();
      await page.emulateMedia({ colorScheme });
      await pale.evaluate((element) => {
        element.style.color = 'color-mix(in srgb, var(--ink) 20%, var(--surface))';
      });
      const found = await violations(page);
      expect(found.map((fault) => fault.split(' ', 2).join(' '))).toContain(`${colorScheme}: color-contrast:`);
    });
  }
});

test.describe('on a small screen', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('answer with accounts: no violation', async ({ page }) => {
    await page.goto('/finance-module/intercompany/');
    expect(await violations(page, 'html', ['light'])).toEqual([]);
    await page.setViewportSize(zoomed);
    expect(await overflow(page)).toEqual([]);
    expect(await cutTexts(page)).toEqual([]);
  });

  for (const name of ['home', 'answer', 'pattern', 'search', 'inventory, programme', 'advisor, result']) {
    test(`${name}: no violation`, async ({ page }) => {
      await places[name]?.(page);
      expect(await violations(page, 'html', ['light'])).toEqual([]);
      expect(await overflow(page)).toEqual([]);
    });
  }
});

const focusWalks = ['answer', 'patterns', 'search', 'advisor, result', 'inventory, mapping', 'palette, results'];

for (const [colorScheme, width] of [
  ['light', usual.width],
  ['dark', usual.width],
  ['light', zoomed.width],
] as const) {
  test.describe(`in the ${colorScheme} theme at ${width} px the focus is seen wherever it goes`, () => {
    test.use({ viewport: { width, height: 600 }, colorScheme, contextOptions: { reducedMotion: 'reduce' } });

    for (const name of focusWalks) {
      test(`by Tab, ${name}`, async ({ page }) => {
        await places[name]?.(page);
        expect(await hiddenFocus(page, 'Tab', 60)).toEqual([]);
      });
    }

    test('by arrow keys in the table of interfaces', async ({ page }) => {
      await places['inventory, programme']?.(page);
      await page.locator('[data-grid-cell][tabindex="0"]').focus();
      for (const key of ['ArrowRight', 'ArrowDown', 'ArrowLeft', 'ArrowUp']) {
        expect(await hiddenFocus(page, key, 12)).toEqual([]);
      }
    });
  });
}
