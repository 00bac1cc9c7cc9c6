import { fileHeaders, securityHeaders } from '#hosting/headers.ts';
import { expect, pageTypes, test } from './test.ts';

/** What the server in front of the site says, ours or the one that `npm run test:hosted` starts. */

const said = Object.entries(securityHeaders).filter(([name]) => name !== 'Strict-Transport-Security');

for (const [kind, path] of [
  ['a page', pageTypes.answer],
  ['a page that is not there', pageTypes.missing],
  ['data', '/api/patterns.json'],
] as const) {
  test(`${kind} comes with every security header and is asked for anew each time`, async ({ request }) => {
    const response = await request.get(path);
    const headers = response.headers();
    for (const [name, value] of said) expect(headers[name.toLowerCase()], name).toBe(value);
    expect(headers['cache-control']).toBe(fileHeaders(path)['Cache-Control']);
    expect(response.status()).toBe(path === pageTypes.missing ? 404 : 200);
  });
}

test('what a page loads by a name with a hash is kept for good and comes with its type', async ({ page }) => {
  const responses = new Map<string, Record<string, string>>();
  page.on('response', (response) => responses.set(new URL(response.url()).pathname, response.headers()));
  await page.goto(pageTypes.search);
  await expect(page.locator('[data-search-result]').first()).toBeVisible();
  const hashed = [...responses].filter(([path]) => path.startsWith('/_astro/'));
  expect(hashed.length).toBeGreaterThan(0);
  for (const [path, headers] of hashed) expect(headers['cache-control'], path).toBe(fileHeaders(path)['Cache-Control']);
  const scripts = [...responses].filter(([path]) => path.endsWith('.js'));
  for (const [path, headers] of scripts)
    expect(headers['content-type'], path).toMatch(/^(text|application)\/javascript/);
});
