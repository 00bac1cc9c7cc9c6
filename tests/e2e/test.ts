import { test as base, expect, type Page } from '@playwright/test';
import { pageTypes } from '#tests/support/page-types.ts';

/** Waits until the page's own script, where it has one, has done its first work. */
export async function settled(page: Page, name: keyof typeof pageTypes): Promise<void> {
  if (name === 'advisor') await expect(page.getByRole('heading', { name: 'What has to happen?' })).toBeVisible();
  if (name === 'inventory') await expect(page.getByRole('button', { name: 'Open the sample programme' })).toBeVisible();
  if (name === 'tool') await expect(page.getByRole('button', { name: 'Open the worked example' })).toBeVisible();
  if (name === 'search') await expect(page.locator('[data-search-result]').first()).toBeVisible();
}

/** Chromium skips a view transition, and says so, when a page is shown before it was ready: on a busy machine. */
const skippedTransition = /^Transition was (aborted|skipped)/;

/**
 * Lets a page wait as long as it takes. Left to itself it gives up on its own parts after some seconds: the palette
 * gives way to the search page, the search makes do without the texts. On a busy machine that would be another walk.
 * A test of the giving up installs a clock of its own, which replaces this one.
 */
function waitPatiently(): void {
  const SHORTEST_MS = 4000;
  const FACTOR = 100;
  const own = window.setTimeout.bind(window) as (handler: TimerHandler, delay?: number, ...rest: unknown[]) => number;
  const patient = (handler: TimerHandler, delay = 0, ...rest: unknown[]): number =>
    own(handler, delay < SHORTEST_MS ? delay : delay * FACTOR, ...rest);
  window.setTimeout = patient as typeof window.setTimeout;
}

/**
 * A test that fails on any console error, any breach of the security policy and any request to another host, since no
 * page may do any of these.
 */
export const test = base.extend<{ quiet: undefined; mayFail: boolean }>({
  context: async ({ context }, use) => {
    await context.addInitScript(waitPatiently);
    await use(context);
  },
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
