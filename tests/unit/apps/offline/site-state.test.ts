// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { siteState } from '#apps/offline/site-state.ts';
import { withBuild } from '#build/hosting/page-policy.ts';

const answerWith = (response: Response | Error): void => {
  vi.stubGlobal('fetch', () => (response instanceof Error ? Promise.reject(response) : Promise.resolve(response)));
};

beforeEach(() => {
  const page = withBuild('<html><head><meta charset="utf-8"></head></html>', '1a2b3c4d');
  document.head.innerHTML = /<head>(.*)<\/head>/.exec(page)?.[1] ?? '';
});
afterEach(() => {
  document.head.innerHTML = '';
  vi.unstubAllGlobals();
});

test.each([
  ['current', new Response('worker()\n// 1a2b3c4d\n')],
  ['updated', new Response('worker()\n// 5e6f7a8b\n')],
  ['current', new Response('', { status: 404 })],
  ['unreachable', new TypeError('Failed to fetch')],
] as const)('the site is %s by what the host answers to a page that names its build', async (state, response) => {
  answerWith(response);
  expect(await siteState()).toBe(state);
});
