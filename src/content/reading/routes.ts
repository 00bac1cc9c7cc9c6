import { posix } from 'node:path';
import type { Library } from './entries.ts';
import { listFiles } from './read-files.ts';

const pagesFolder = 'src/pages';

/** What the parts in brackets of a page's file stand for: the addresses that content gives it. */
const pagesOfContent: Readonly<Record<string, (library: Library) => string[]>> = {
  '/[hub]/': ({ hubs }) => hubs.map(({ id }) => `/${id}/`),
  '/[hub]/[question]/': ({ answers }) => answers.map(({ id }) => `/${id}/`),
  '/for/[audience]/': ({ desks }) => Object.keys(desks).map((audience) => `/for/${audience}/`),
  '/patterns/[pattern]/': ({ patterns }) => patterns.map(({ id }) => `/patterns/${id}/`),
  '/tools/[tool]/': ({ tools }) => tools.map(({ id }) => `/tools/${id}/`),
  '/tools/decisions/[decision]/': ({ decisions }) => decisions.map(({ id }) => `/tools/decisions/${id}/`),
  '/reading-paths/[id]/': ({ readingPaths }) => readingPaths.map(({ id }) => `/reading-paths/${id}/`),
};

/**
 * The routes of all pages, as their files below `src/pages/` name them: `/advisor/rules/`, `/patterns/[pattern]/`. The
 * page for addresses that do not exist is none.
 *
 * @param root the project's folder
 */
export const pageRoutes = (root: string): string[] =>
  listFiles(root, pagesFolder, '.astro')
    .map((file) => posix.join('/', file.slice(pagesFolder.length).replace(/(index)?\.astro$/, ''), '/'))
    .filter((route) => route !== '/404/');

/**
 * The address of every page of the site, with a slash at its end.
 *
 * @param root the project's folder
 * @throws {Error} for a page with brackets in its route of which this module does not know where its addresses come from
 */
export function siteAddresses(root: string, library: Library): Set<string> {
  const addresses = pageRoutes(root).flatMap((route) => {
    if (!route.includes('[')) return [route];
    const addressesOf = pagesOfContent[route];
    if (!addressesOf)
      throw new Error(`${route} is a page, but src/content/reading/routes.ts does not say which addresses it has`);
    return addressesOf(library);
  });
  return new Set(addresses);
}
