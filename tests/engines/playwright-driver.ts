import type { BrowserType, LaunchOptions } from '@playwright/test';
import { APPEARANCE_MS, SERVER_MS } from '#tests/support/patience.ts';
import type { Driver } from './driver.ts';

export async function playwrightDriver(type: BrowserType, options: LaunchOptions): Promise<Driver> {
  const browser = await type.launch({ timeout: SERVER_MS, ...options });
  const page = await (await browser.newContext()).newPage();
  page.setDefaultTimeout(APPEARANCE_MS);
  return {
    name: `${type.name()} ${browser.version()}, Playwright`,
    goto: async (address) => {
      await page.goto(address);
    },
    reload: async () => {
      await page.reload();
    },
    evaluate: (expression) => page.evaluate(expression),
    press: (key) => page.keyboard.press(key),
    type: (text) => page.keyboard.type(text),
    click: (selector) => page.locator(selector).click(),
    close: () => browser.close(),
  };
}
