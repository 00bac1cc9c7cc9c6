import { expect, test } from 'vitest';
import { readLibrary } from '#content/reading/library.ts';
import { pageRoutes, siteAddresses } from '#content/reading/routes.ts';
import { pageTypes } from '#tests/support/page-types.ts';
import { library } from '#tests/support/rule-book.ts';
import { inTemporaryProject, smallLibrary } from '#tests/support/small-library.ts';

/** The page for addresses that do not exist has none itself. */
const { missing: _missing, ...shown } = pageTypes;
const addresses = Object.values(shown).map((address) => address.replace(/\?.*/, ''));

const isShownAt = (route: string, address: string): boolean =>
  new RegExp(`^${route.replaceAll(/\[[^\]]+\]/g, '[^/]+')}$`).test(address);

const brackets = (route: string): number => route.split('[').length - 1;

/** The route with the fewest brackets goes first: `/patterns/` is no hub, `/patterns/dmf/` no question. */
const routeOf = (address: string, routes: readonly string[]): string | undefined =>
  routes.filter((route) => isShownAt(route, address)).toSorted((a, b) => brackets(a) - brackets(b))[0];

test('every page of the site is among the page types that browser tests go through', () => {
  const routes = pageRoutes(process.cwd());
  const covered = addresses.map((address) => routeOf(address, routes));
  expect(routes.filter((route) => !covered.includes(route))).toEqual([]);
});

test('every page type is a page that there is', () => {
  const pages = siteAddresses(process.cwd(), library);
  expect(addresses.filter((address) => !pages.has(address))).toEqual([]);
});

test('routes are what the files of src/pages say', () => {
  expect(inTemporaryProject(smallLibrary, pageRoutes).toSorted()).toEqual([
    '/',
    '/[hub]/',
    '/[hub]/[question]/',
    '/advisor/rules/',
    '/patterns/[pattern]/',
    '/reading-paths/[id]/',
  ]);
});

test('a new page can be linked to as soon as its file is there', () => {
  const answer = 'content/answers/integration/second.mdx';
  const files = { ...smallLibrary, [answer]: smallLibrary[answer].replace('A body.', 'See [it](/tools/sizes/).') };
  const messages = (more: Record<string, string>) =>
    inTemporaryProject({ ...files, ...more }, (root) => readLibrary(root).problems.map(({ message }) => message));
  expect(messages({})).toEqual(['links to /tools/sizes/, which does not exist']);
  expect(messages({ 'src/pages/tools/sizes.astro': '' })).toEqual([]);
});

test('a page whose addresses nobody states is named', () => {
  const files = { ...smallLibrary, 'src/pages/oddities/[oddity].astro': '' };
  expect(() => inTemporaryProject(files, readLibrary)).toThrow(
    '/oddities/[oddity]/ is a page, but src/content/reading/routes.ts does not say which addresses it has',
  );
});
