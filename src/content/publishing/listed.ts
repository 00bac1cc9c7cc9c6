import { readLibrary } from '#content/reading/library.ts';

/** Whether search engines should be told of a page; a hub without answers has an address, but nothing to find yet. */
export function listedPages(root: string): (address: string) => boolean {
  const { hubs, answers } = readLibrary(root).library;
  const empty = hubs.filter(({ id }) => !answers.some(({ hub }) => hub === id)).map(({ id }) => `/${id}/`);
  return (address) => !empty.some((path) => new URL(address).pathname.endsWith(path));
}
