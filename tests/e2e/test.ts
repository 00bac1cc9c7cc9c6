import { test as base, expect, type Page } from '@playwright/test';
import { pageTypes } from '../support/page-types.ts';

/** Waits until the page's own script, where it has one, has done its first work. */
export async function settled(page: Page, name: keyof typeof pageTypes): Promise<void> {
  if (name === 'advisor') await expect(page.getByRole('heading', { name: 'What has to happen?' })).toBeVisible();
  if (name === 'inventory') await expect(page.getByRole('button', { name: 'Open the sample programme' })).toBeVisible();
  if (name === 'search') await expect(page.locator('[data-search-result]').first()).toBeVisible();
}

/** Chromium skips a view transition, and says so, when a page is shown before it was ready: on a busy machine. */
const skippedTransition = /^Transition was (aborted|skipped)/;

/**
 * A test that fails on any console error, any breach of the security policy and any request to another host, since no
 * page may do any of these.
 */
export const test = base.extend<{ quiet: undefined; mayFail: boolean }>({
  /** Whether requests are made to fail or scripts are damaged, which the browser itself complains of. */
  mayFail: [false, { option: true }],
  quiet: [
    async ({ page, baseURL, mayFail }, use) => {
      const complaints: string[] = [];
      page.on('console', (message) => {
        const isExpected404 = message.location().url.includes('/no-such-page/');
        const isExpected =
          isExpected404 || (mayFail && /^(Failed to load resource|\[astro-island\])/.test(message.text()));
        if (message.type() === 'error' && !isExpected) complaints.push(message.text());
      });
      page.on('pageerror', ({ name, message }) => {
        const isExpected = mayFail && name === 'SyntaxError';
        if (!isExpected && !skippedTransition.test(message)) complaints.push(message);
      });
      page.on('request', (request) => {
        const address = request.url();
        if (!address.startsWith(baseURL ?? '') && !/^(data|blob):/.test(address))
          complaints.push(`foreign: ${address}`);
      });
      await use(undefined);
      expect(complaints).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect, pageTypes };
