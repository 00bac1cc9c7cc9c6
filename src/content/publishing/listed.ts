import { contentOfBuild } from '#content/reading/content-of-build.ts';
import { readLibrary } from '#content/reading/library.ts';

function emptyHubs(root: string): string[] {
  const { hubs, answers } = contentOfBuild(root)?.library ?? readLibrary(root).library;
  return hubs.filter(({ id }) => !answers.some(({ hub }) => hub === id)).map(({ id }) => `/${id}/`);
}

/**
 * Whether search engines should be told of a page; a hub without answers has an address, but nothing to find yet. The
 * content is read when the first page is asked about.
 */
export function listedPages(root: string): (address: string) => boolean {
  let empty: string[] | undefined;
  return (address) => {
    empty ??= emptyHubs(root);
    return !empty.some((path) => new URL(address).pathname.endsWith(path));
  };
}
