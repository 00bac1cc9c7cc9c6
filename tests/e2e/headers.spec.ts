import { test as ask } from '@playwright/test';
import { expect, pageTypes, test } from './test.ts';

/**
 * What the server in front of the site says, ours or the one that `npm run test:hosted` starts. All values are written
 * out: taken from where the servers take theirs, they would agree with any mistake. To ask takes no page.
 */

const onEveryResponse = {
  'content-security-policy': "frame-ancestors 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-cache',
};

for (const [kind, path, status] of [
  ['a page', pageTypes.answer, 200],
  ['a page that is not there', pageTypes.missing, 404],
  ['a page without its slash', '/integration/which-pattern', 301],
  ['data', '/api/patterns.json', 200],
] as const) {
  ask(`${kind} comes with every security header and is asked for anew each time`, async ({ request }) => {
    const response = await request.get(path, { maxRedirects: 0 });
    expect(response.status()).toBe(status);
    expect(response.headers()).toMatchObject(onEveryResponse);
  });
}

ask('a page without its slash leads to the page', async ({ request }) => {
  const { location } = (await request.get('/integration/which-pattern', { maxRedirects: 0 })).headers();
  expect(location).toBe('/integration/which-pattern/');
});

ask('what is no reading is refused with every security header', async ({ request }) => {
  const response = await request.post('/');
  expect(response.status()).toBe(405);
  expect(response.headers()).toMatchObject(onEveryResponse);
});

for (const [path, type] of [
  ['/', 'text/html; charset=utf-8'],
  ['/llms-full.txt', 'text/plain; charset=utf-8'],
  ['/integration/which-pattern.md', 'text/markdown; charset=utf-8'],
  ['/advisor/inventory/template.csv', 'text/csv; charset=utf-8'],
  ['/advisor/inventory/template.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['/manifest.webmanifest', 'application/manifest+json'],
  ['/favicon.svg', 'image/svg+xml'],
  ['/og/site.png', 'image/png'],
  ['/changes.xml', 'application/xml'],
  ['/api/rules.json', 'application/json; charset=utf-8'],
  ['/sw.js', 'text/javascript; charset=utf-8'],
] as const) {
  ask(`${path} is ${type}`, async ({ request }) => {
    const said = (await request.get(path)).headers()['content-type'] ?? '';
    // These say their character set themselves, or have none, so that a server may add it or not.
    const needsNone = /xml$|manifest/.test(type);
    expect((needsNone ? said.replace(/; ?charset=utf-8$/i, '') : said).replace('UTF-8', 'utf-8')).toBe(type);
  });
}

for (const path of [
  '/',
  '/llms-full.txt',
  '/api/rules.json',
  '/advisor/inventory/sample.csv',
  '/changes.xml',
  '/sw.js',
]) {
  ask(`${path} travels compressed, and says that there is another form of it`, async ({ request }) => {
    const headers = (await request.get(path, { headers: { 'Accept-Encoding': 'gzip' } })).headers();
    expect(headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'Accept-Encoding' });
  });
}

for (const [range, status, part] of [
  ['bytes=0-3', 206, /^bytes 0-3\//],
  ['bytes=5-2', 416, /^bytes \*\//],
] as const) {
  ask(`a part of a file, "${range}", is answered with ${status}`, async ({ request }) => {
    const response = await request.get('/favicon.svg', { headers: { Range: range } });
    expect(response.status()).toBe(status);
    expect(response.headers()['content-range']).toMatch(part);
  });
}

test('what a page loads by a name with a hash is kept for good, may load only scripts of ours, and comes with its type', async ({
  page,
}) => {
  const responses = new Map<string, Record<string, string>>();
  page.on('response', (response) => responses.set(new URL(response.url()).pathname, response.headers()));
  await page.goto(pageTypes.search);
  await expect(page.locator('[data-search-result]').first()).toBeVisible();
  const hashed = [...responses].filter(([path]) => path.startsWith('/_astro/'));
  expect(hashed.length).toBeGreaterThan(0);
  for (const [path, headers] of hashed) {
    expect(headers, path).toMatchObject({
      ...onEveryResponse,
      'cache-control': 'public, max-age=31536000, immutable',
      'content-security-policy': "default-src 'none'; script-src 'self'; frame-ancestors 'none'",
    });
  }
  const scripts = [...responses].filter(([path]) => path.endsWith('.js'));
  for (const [path, headers] of scripts) expect(headers['content-type'], path).toBe('text/javascript; charset=utf-8');
});
