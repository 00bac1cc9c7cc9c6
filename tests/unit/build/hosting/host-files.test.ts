import { describe, expect, test } from 'vitest';
import { baseFrom, type Deployment } from '#build/hosting/deployment.ts';
import { fileHeaders } from '#build/hosting/headers.ts';
import { headersFile, redirectsFile } from '#build/hosting/headers-file.ts';
import { nginxServer } from '#build/hosting/nginx.ts';
import { staticWebAppConfig } from '#build/hosting/static-web-app.ts';

const deployment = (given: Partial<Deployment> = {}): Deployment => ({ base: '', redirects: [], ...given });
const moved = { from: '/old/', to: '/integration/which-pattern/' };

test.each([
  ['/', ''],
  ['', ''],
  ['kb', '/kb'],
  ['/kb/fno/', '/kb/fno'],
])('a site deployed to "%s" has its pages below "%s/"', (text, base) => {
  expect(baseFrom(text)).toBe(base);
});

test.each([
  ['/_astro/index.1234.css', 'public, max-age=31536000, immutable'],
  ['/pagefind/fragment/en_1.pf_fragment', 'public, max-age=31536000, immutable'],
  ['/pagefind/index/en_1.pf_index', 'public, max-age=31536000, immutable'],
  ['/pagefind/pagefind-entry.json', 'no-cache'],
  ['/search/palette.js', 'no-cache'],
  ['/sw.js', 'no-cache'],
  ['/integration/', 'no-cache'],
])('%s is cached as %s', (path, caching) => {
  expect(fileHeaders(path)['Cache-Control']).toBe(caching);
});

/** Written out, so that a change in the headers is a change here too. */
const written = {
  'Content-Security-Policy': "frame-ancestors 'none'",
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Strict-Transport-Security': 'max-age=63072000; includeSubDomains',
  'X-Content-Type-Options': 'nosniff',
};

describe('every host', () => {
  const nginx = { ...deployment(), listen: '80', root: '/srv/site', strictTransport: true };

  test('is told the headers of every response', () => {
    expect(staticWebAppConfig(deployment()).globalHeaders).toEqual({ ...written, 'Cache-Control': 'no-cache' });
    const lines = Object.entries(written).map(([name, value]) => `  ${name}: ${value}`);
    expect(headersFile(deployment()).split('\n').slice(0, 8)).toEqual(['/*', ...lines]);
    const ofServer = nginxServer(nginx).match(/^ {2}add_header .*$/gm) ?? [];
    const all = { ...written, 'Cache-Control': 'no-cache' };
    expect(ofServer).toEqual(Object.entries(all).map(([name, value]) => `  add_header ${name} "${value}" always;`));
  });

  test('is told what may be kept for good, and what workers may load', () => {
    const forGood = 'public, max-age=31536000, immutable';
    const ofScripts = {
      'Cache-Control': forGood,
      'Content-Security-Policy': "default-src 'none'; script-src 'self'; frame-ancestors 'none'",
    };
    const folders: readonly [string, Record<string, string>][] = [
      ['/_astro/', ofScripts],
      ['/pagefind/fragment/', { 'Cache-Control': forGood }],
      ['/pagefind/index/', { 'Cache-Control': forGood }],
    ];
    expect(staticWebAppConfig(deployment()).routes).toEqual(
      folders.map(([folder, headers]) => ({ route: `${folder}*`, headers })),
    );
    const rules = folders.flatMap(([folder, headers]) => [
      `${folder}*`,
      ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`),
    ]);
    expect(headersFile(deployment()).split('\n').slice(8)).toEqual([...rules, '']);
    const locations = nginxServer(nginx).match(/location \^~ [^}]*\}/g) ?? [];
    // A location with headers of its own has lost those of the server; the last has none of its own.
    for (const [index, [folder, headers]] of folders.entries()) {
      expect(locations[index]).toContain(`location ^~ ${folder} {\n    alias "/srv/site${folder}";`);
      for (const [name, value] of Object.entries({ ...written, ...headers }))
        expect(locations[index]).toContain(`    add_header ${name} "${value}" always;\n`);
    }
    expect(locations.at(-1)).toBe('location ^~ / {\n    alias "/srv/site/";\n    index index.html;\n  }');
  });

  test.each([
    ['.csv', 'text/csv'],
    ['.ics', 'text/calendar'],
    ['.js', 'text/javascript'],
    ['.md', 'text/markdown'],
    ['.pagefind', 'application/wasm'],
    ['.webmanifest', 'application/manifest+json'],
    ['.woff2', 'font/woff2'],
    ['.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ])('that may need it is told the type of %s', (ending, type) => {
    expect(staticWebAppConfig(deployment()).mimeTypes[ending]?.replace('; charset=utf-8', '')).toBe(type);
    expect(nginxServer(nginx)).toContain(`    ${type} ${ending.slice(1)};\n`);
  });

  test('that asks is told to end addresses with a slash', () => {
    expect(staticWebAppConfig(deployment()).trailingSlash).toBe('always');
  });

  test('is told what has moved', () => {
    const withRedirect = deployment({ base: '/kb', redirects: [moved] });
    expect(redirectsFile(withRedirect)).toBe('/kb/old/ /kb/integration/which-pattern/ 301\n');
    expect(staticWebAppConfig(withRedirect).routes[0]).toEqual({
      route: '/kb/old/',
      redirect: '/kb/integration/which-pattern/',
      statusCode: 301,
    });
    expect(nginxServer({ ...nginx, ...withRedirect })).toContain(
      'location = /kb/old/ { return 301 /kb/integration/which-pattern/; }',
    );
  });

  test('is told the folder the site is deployed to', () => {
    const inFolder = deployment({ base: '/kb' });
    const { routes, responseOverrides } = staticWebAppConfig(inFolder);
    expect(routes.map(({ route }) => route)).toContain('/kb/_astro/*');
    expect(responseOverrides['404'].rewrite).toBe('/kb/404.html');
    expect(headersFile(inFolder)).toContain('/kb/_astro/*\n');
    expect(nginxServer({ ...nginx, ...inFolder })).toContain('error_page 404 /kb/404.html;');
  });
});

test('a site tried over plain http does not lock its host out of http', () => {
  const site = { ...deployment(), listen: '8080', root: '/srv/site', strictTransport: false };
  expect(nginxServer(site)).not.toContain('Strict-Transport-Security');
});

test('nginx compresses all text, and says that it does so for those who keep it', () => {
  const config = nginxServer({ ...deployment(), listen: '80', root: '/srv/site', strictTransport: true });
  expect(config).toContain('  gzip on;\n  gzip_vary on;\n');
  const types = /gzip_types (.*);/.exec(config)?.[1]?.split(' ').sort();
  expect(types).toEqual([
    'application/json',
    'application/manifest+json',
    'application/xml',
    'image/svg+xml',
    'text/calendar',
    'text/css',
    'text/csv',
    'text/javascript',
    'text/markdown',
    'text/plain',
  ]);
});
