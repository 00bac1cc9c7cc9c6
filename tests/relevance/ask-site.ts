import type { Page } from '@playwright/test';
import type { Shown } from './measure.ts';

const result = '[data-search-result]';
const noMatch = '[data-search-no-match]';

/** How often a visitor tries again where a part of the search did not load. */
const ATTEMPTS = 5;

/** Waits until nothing of the list on the search page is still to come; what is painted first is not the last word. */
export const searched = (page: Page): Promise<void> => page.locator('#search-results[aria-busy="false"]').waitFor();

/**
 * Asks the built site as a visitor would, by the address of its search page, and waits for the final list.
 *
 * @throws {Error} when the search goes on saying that it could not be loaded
 */
export async function askSite(page: Page, site: string, query: string): Promise<Shown> {
  await page.goto(`${site}/search/?q=${encodeURIComponent(query)}`);
  await searched(page);
  const again = page.getByRole('button', { name: 'Try again' });
  for (let attempt = 1; (await again.count()) > 0; attempt += 1) {
    if (attempt > ATTEMPTS) throw new Error(`the search could not be loaded for “${query}”`);
    await again.click();
    await searched(page);
  }
  return shownOn(page);
}

/** What the search page shows. */
async function shownOn(page: Page): Promise<Shown> {
  const addresses = await page
    .locator(result)
    .evaluateAll((items) => items.map((item) => new URL(item.querySelector('a')?.href ?? '').pathname));
  return { addresses, isQuiet: addresses.length === 0 || (await page.locator(noMatch).count()) > 0 };
}

/** Types a query on the search page in place of the one before, and waits for the final list. */
export async function typeOnSite(page: Page, query: string): Promise<Shown> {
  const input = page.getByRole('searchbox').last();
  await input.fill(query);
  // The address follows the query when the search for it begins.
  await page.waitForFunction((typed) => new URLSearchParams(location.search).get('q') === typed, query);
  await searched(page);
  return shownOn(page);
}
