import type { Page } from '@playwright/test';
import type { Shown } from './measure.ts';

const result = '[data-search-result]';
const noMatch = '[data-search-no-match]';

/** Asks the built site as a visitor would, by the address of its search page, and waits for the final list. */
export async function askSite(page: Page, site: string, query: string): Promise<Shown> {
  await page.goto(`${site}/search/?q=${encodeURIComponent(query)}`);
  await page.locator(`${result}, ${noMatch}`).first().waitFor();
  await page.locator('#search-results:not([aria-busy="true"])').waitFor();
  const addresses = await page
    .locator(result)
    .evaluateAll((items) => items.map((item) => new URL(item.querySelector('a')?.href ?? '').pathname));
  return { addresses, isQuiet: addresses.length === 0 || (await page.locator(noMatch).count()) > 0 };
}
