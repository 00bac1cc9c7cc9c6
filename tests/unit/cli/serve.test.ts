import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { siteServer } from '#cli/serve.ts';
import { fileHeaders, securityHeaders } from '#hosting/headers.ts';

const folder = mkdtempSync(join(tmpdir(), 'fno-site-'));
writeFileSync(join(folder, 'index.html'), `<p>${'Read me. '.repeat(500)}</p>`);
writeFileSync(join(folder, '404.html'), '<h1>There is no page here</h1>');
mkdirSync(join(folder, '_astro'));
writeFileSync(join(folder, '_astro', 'a.1234.css'), 'a{}');
const server = siteServer(folder);
let origin: string;

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, resolve));
  origin = `http://localhost:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

test.each(['br', 'gzip'])('pages travel compressed with %s where the browser takes it', async (encoding) => {
  const response = await fetch(origin, { headers: { 'Accept-Encoding': encoding } });
  expect(response.headers.get('content-encoding')).toBe(encoding);
  expect(await response.text()).toContain('Read me.');
});

test('every response carries the security headers, but for the one that would lock localhost out of http', async () => {
  const { headers } = await fetch(origin);
  for (const [name, value] of Object.entries(securityHeaders)) {
    expect(headers.get(name), name).toBe(name === 'Strict-Transport-Security' ? null : value);
  }
});

test('files named after their content may be kept for good, pages may not', async () => {
  for (const path of ['/_astro/a.1234.css', '/']) {
    expect((await fetch(`${origin}${path}`)).headers.get('cache-control')).toBe(fileHeaders(path)['Cache-Control']);
  }
});

test.each(['/nowhere/', '/%2e%2e/package.json', '/..%2fpackage.json'])('%s is not found, and says so', async (path) => {
  const response = await fetch(`${origin}${path}`);
  expect(response.status).toBe(404);
  expect(await response.text()).toContain('There is no page here');
});

test('a site built for a folder is served there and nowhere else', async () => {
  const inFolder = siteServer(folder, '/kb');
  await new Promise<void>((resolve) => inFolder.listen(0, resolve));
  const host = `http://localhost:${(inFolder.address() as AddressInfo).port}`;
  expect(await (await fetch(`${host}/kb/`)).text()).toContain('Read me.');
  expect((await fetch(`${host}/`)).status).toBe(404);
  inFolder.close();
});
