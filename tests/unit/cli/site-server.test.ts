import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { siteServer } from '#cli/site-server.ts';

const folder = mkdtempSync(join(tmpdir(), 'fno-site-'));
const write = (file: string, text: string): void => writeFileSync(join(folder, file), text);
for (const name of ['_astro', 'integration', 'pagefind', '.git']) mkdirSync(join(folder, name));
const page = `<p>${'Read me. '.repeat(500)}</p>`;
write('index.html', page);
write('integration/index.html', page);
write('404.html', '<h1>There is no page here</h1>');
write('.git/config', 'secret');
write('ten.txt', '0123456789');
write('llms.txt', 'abcdefghij'.repeat(500));
const types = {
  'index.html': 'text/html; charset=utf-8',
  'template.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'sample.csv': 'text/csv; charset=utf-8',
  'plan.ics': 'text/calendar; charset=utf-8',
  'llms.txt': 'text/plain; charset=utf-8',
  'answer.md': 'text/markdown; charset=utf-8',
  'feed.xml': 'application/xml',
  'rules.json': 'application/json; charset=utf-8',
  'manifest.webmanifest': 'application/manifest+json',
  'favicon.svg': 'image/svg+xml',
  'picture.png': 'image/png',
  'sw.js': 'text/javascript; charset=utf-8',
  '_astro/a.1234.css': 'text/css; charset=utf-8',
  '_astro/a.1234.js': 'text/javascript; charset=utf-8',
  '_astro/a.1234.woff2': 'font/woff2',
  'pagefind/wasm.en.pagefind': 'application/wasm',
  'pagefind/a.pf_meta': 'application/octet-stream',
};
for (const file of Object.keys(types)) if (!/^(index|llms)/.test(file)) write(file, 'x');

const server = siteServer(folder);
let port: number;
let origin: string;

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ({ port } = server.address() as AddressInfo);
  origin = `http://127.0.0.1:${port}`;
});

afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

/** All that comes back for these bytes; most of them no HTTP library would send. */
function sendRaw(text: string, ends = false): Promise<string> {
  return new Promise((resolve, reject) => {
    let answered = '';
    const socket = connect(port, '127.0.0.1', () => (ends ? socket.end(text) : socket.write(text)));
    socket.on('data', (part) => {
      answered += part;
    });
    socket.on('close', () => resolve(answered));
    socket.on('error', reject);
  });
}

const raw = (line: string, ...headers: string[]): Promise<string> =>
  sendRaw([`${line} HTTP/1.1`, 'Host: localhost', 'Connection: close', ...headers, '', ''].join('\r\n'));

const statusOf = (answered: string): number => Number(/^HTTP\/1\.1 (\d{3})/.exec(answered)?.[1]);

test.each(['br', 'gzip'])('pages travel compressed with %s where the browser takes it', async (encoding) => {
  const response = await fetch(origin, { headers: { 'Accept-Encoding': encoding } });
  expect(response.headers.get('content-encoding')).toBe(encoding);
  expect(response.headers.get('vary')).toBe('Accept-Encoding');
  expect(await response.text()).toContain('Read me.');
});

test.each([
  ['a page', '/', {}, 200],
  ['a page that is not there', '/nowhere/', {}, 404],
  ['a page without its slash', '/integration', {}, 301],
  ['a request that cannot be read', '/%E0%A4%A', {}, 400],
  ['a form', '/', { method: 'POST' }, 405],
  ['a part that is not there', '/ten.txt', { headers: { Range: 'bytes=5-2' } }, 416],
])('%s is answered with every security header but the one that would lock localhost out of http', async (...given) => {
  const [_story, path, init, status] = given;
  const response = await fetch(origin + path, { redirect: 'manual', ...init });
  expect(response.status).toBe(status);
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-security-policy': "frame-ancestors 'none'",
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-cache',
  });
  expect(response.headers.get('strict-transport-security')).toBeNull();
});

test.each([
  ['/_astro/a.1234.css', 'public, max-age=31536000, immutable'],
  ['/', 'no-cache'],
  ['/sw.js', 'no-cache'],
])('%s is kept as "%s"', async (path, caching) => {
  expect((await fetch(origin + path)).headers.get('cache-control')).toBe(caching);
});

test.each(Object.entries(types))('%s is %s', async (file, type) => {
  expect((await fetch(`${origin}/${file}`)).headers.get('content-type')).toBe(type);
});

test('a file that has not changed is not sent again', async () => {
  const etag = (await fetch(origin)).headers.get('etag') ?? '';
  expect(statusOf(await raw('GET /', `If-None-Match: ${etag}`))).toBe(304);
});

test('a page without its slash leads to the page, and its query goes along', async () => {
  const { headers } = await fetch(`${origin}/integration?hub=x`, { redirect: 'manual' });
  expect(headers.get('location')).toBe('/integration/?hub=x');
});

test.each([
  '/nowhere/',
  '/%2e%2e/package.json',
  '/..%2fpackage.json',
  '/..%5cpackage.json',
  '/.git/config',
  '/%2egit/config',
  '/ten.txt/',
])('%s is not found, and says so', async (path) => {
  const answered = await raw(`GET ${path}`);
  expect(statusOf(answered)).toBe(404);
  expect(answered).toContain('There is no page here');
});

describe('parts of a file', () => {
  test.each([
    ['bytes=0-3', 206, 'bytes 0-3/10', '0123'],
    ['bytes=7-', 206, 'bytes 7-9/10', '789'],
    ['bytes=-4', 206, 'bytes 6-9/10', '6789'],
    ['bytes=8-99', 206, 'bytes 8-9/10', '89'],
    ['bytes=5-2', 416, 'bytes */10', 'The file has no such part.\n'],
    ['bytes=10-', 416, 'bytes */10', 'The file has no such part.\n'],
    ['bytes=-0', 416, 'bytes */10', 'The file has no such part.\n'],
    // RFC 9110 lets a server send the whole file where it does not send several parts or does not know the unit.
    ['bytes=-99', 200, null, '0123456789'],
    ['bytes=0-1,8-9', 200, null, '0123456789'],
    ['pages=1-2', 200, null, '0123456789'],
    ['bytes=', 200, null, '0123456789'],
    ['nonsense', 200, null, '0123456789'],
  ])('"%s" is answered with %i', async (range, status, part, text) => {
    const response = await fetch(`${origin}/ten.txt`, { headers: { Range: range } });
    expect(response.status).toBe(status);
    expect(response.headers.get('content-range')).toBe(part);
    expect(await response.text()).toBe(text);
  });

  test('are parts of what is on disk, also for a browser that takes it compressed', async () => {
    const headers = { Range: 'bytes=10-2009', 'Accept-Encoding': 'gzip' };
    const response = await fetch(`${origin}/llms.txt`, { headers });
    expect(response.headers.get('content-encoding')).toBeNull();
    expect(await response.text()).toBe('abcdefghij'.repeat(200));
  });

  test('are not asked for by HEAD', async () => {
    const response = await fetch(`${origin}/ten.txt`, { method: 'HEAD', headers: { Range: 'bytes=5-2' } });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-length')).toBe('10');
  });
});

test.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'PROPFIND'])('%s is refused', async (method) => {
  const answered = await raw(`${method} /`, 'Content-Length: 0');
  expect(statusOf(answered)).toBe(405);
  expect(answered).toMatch(/^Allow: GET, HEAD\r$/m);
});

test.each([
  ['a percent sign alone', 'GET /%'],
  ['half a character', 'GET /%E0%A4%A'],
  ['no UTF-8', 'GET /%ff%fe'],
  ['a character that ends strings', 'GET /%00'],
  ['no address', 'GET http://'],
])('%s is answered with 400', async (_story, line) => {
  expect(statusOf(await raw(line))).toBe(400);
});

test('a whole address, as a proxy sends it, is read', async () => {
  expect(await raw(`GET http://localhost:${port}/ten.txt`)).toContain('0123456789');
});

test.each(['GET //integration', 'GET /.//integration', 'GET /\\integration', 'GET ///evil.example/..%2fintegration'])(
  '%s leads to no other host',
  async (line) => {
    const location = /^Location: (.*)\r$/m.exec(await raw(line))?.[1] ?? '/';
    expect(location).toMatch(/^\/(?!\/)/);
  },
);

test.each([
  ['no HTTP', 'what is this?\r\n\r\n'],
  ['half a request', 'GET / HTTP/1.1\r\nHost: loc'],
  ['a tunnel', 'CONNECT other.example:443 HTTP/1.1\r\nHost: other.example\r\n\r\n'],
  ['another protocol', 'GET / HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n'],
  ['two lengths', 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n'],
  ['headers without end', `GET / HTTP/1.1\r\nHost: x\r\nX: ${'x'.repeat(100_000)}`],
  ['an address without end', `GET /${'a'.repeat(15_000)} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`],
  [
    'a thousand parts',
    `GET /ten.txt HTTP/1.1\r\nHost: x\r\nConnection: close\r\nRange: bytes=${'0-1,'.repeat(1000)}\r\n\r\n`,
  ],
])('%s does not end the server', async (_story, text) => {
  await sendRaw(text, true).catch(() => undefined);
  expect((await fetch(origin)).status).toBe(200);
});

test('a reader who goes away in the middle does not end the server', async () => {
  await new Promise<void>((resolve) => {
    const asked = request(`${origin}/llms.txt`, (response) => response.once('data', () => asked.destroy()));
    asked.on('error', () => undefined).on('close', resolve);
    asked.end();
  });
  expect((await fetch(origin)).status).toBe(200);
});

test('a site whose 404 page is gone says so without ending the server', async () => {
  const empty = mkdtempSync(join(tmpdir(), 'fno-empty-'));
  const bare = siteServer(empty);
  await new Promise<void>((resolve) => bare.listen(0, '127.0.0.1', resolve));
  const host = `http://127.0.0.1:${(bare.address() as AddressInfo).port}`;
  expect((await fetch(host)).status).toBe(500);
  expect((await fetch(host)).status).toBe(500);
  bare.close();
  rmSync(empty, { recursive: true });
});

test('a site built for a folder is served there and nowhere else', async () => {
  const inFolder = siteServer(folder, '/kb');
  await new Promise<void>((resolve) => inFolder.listen(0, '127.0.0.1', resolve));
  const host = `http://127.0.0.1:${(inFolder.address() as AddressInfo).port}`;
  expect(await (await fetch(`${host}/kb/`)).text()).toContain('Read me.');
  expect((await fetch(`${host}/`)).status).toBe(404);
  const moved = await fetch(`${host}/kb/integration`, { redirect: 'manual' });
  expect(moved.headers.get('location')).toBe('/kb/integration/');
  inFolder.close();
});
