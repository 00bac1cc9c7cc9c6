import { describe, expect, test } from 'vitest';
import { baseFrom, type Deployment } from '#hosting/deployment.ts';
import { fileHeaders, folderRules, securityHeaders } from '#hosting/headers.ts';
import { headersFile, redirectsFile } from '#hosting/headers-file.ts';
import { nginxServer } from '#hosting/nginx.ts';
import { staticWebAppConfig } from '#hosting/static-web-app.ts';

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
  ['/_astro/index.1234.css', /immutable/],
  ['/pagefind/fragment/en_1.pf_fragment', /immutable/],
  ['/pagefind/pagefind-entry.json', /^no-cache$/],
  ['/sw.js', /^no-cache$/],
  ['/integration/', /^no-cache$/],
])('%s is cached as %s', (path, caching) => {
  expect(fileHeaders(path)['Cache-Control']).toMatch(caching);
});

describe('every host', () => {
  const nginx = { ...deployment(), listen: '80', root: '/srv/site', strictTransport: true };

  test.each(Object.entries(securityHeaders))('is told %s', (name, value) => {
    expect(staticWebAppConfig(deployment()).globalHeaders).toMatchObject({ [name]: value });
    expect(headersFile(deployment())).toContain(`  ${name}: ${value}\n`);
    const locations = nginxServer(nginx).match(/location \^~ [^}]*\}/g) ?? [];
    expect(locations).toHaveLength(folderRules.length + 1);
    for (const [place, location] of locations.entries()) {
      const own = folderRules[place]?.headers[name] ?? value;
      expect(location).toContain(`add_header ${name} "${own}" always;`);
    }
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
