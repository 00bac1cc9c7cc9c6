import puppeteer from 'puppeteer-core';
import { APPEARANCE_MS, SERVER_MS } from '#tests/support/patience.ts';
import type { Driver } from './driver.ts';

/** Firefox as the system installed it, by WebDriver BiDi. */
export async function puppeteerDriver(executablePath: string): Promise<Driver> {
  const browser = await puppeteer.launch({ browser: 'firefox', executablePath, headless: true, timeout: SERVER_MS });
  const page = await browser.newPage();
  page.setDefaultTimeout(APPEARANCE_MS);
  return {
    name: `${await browser.version()}, WebDriver BiDi`,
    goto: async (address) => {
      await page.goto(address);
    },
    reload: async () => {
      await page.reload();
    },
    evaluate: <T>(expression: string) => page.evaluate(expression) as Promise<T>,
    press: async (key) => {
      const [modifier, plain] = key === 'Control+k' ? (['Control', 'k'] as const) : [undefined, key];
      if (modifier) await page.keyboard.down(modifier);
      await page.keyboard.press(plain === 'Space' ? ' ' : plain);
      if (modifier) await page.keyboard.up(modifier);
    },
    type: (text) => page.keyboard.type(text),
    click: async (selector) => {
      await page.locator(selector).click();
    },
    close: () => browser.close(),
  };
}
