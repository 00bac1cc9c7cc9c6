import { readLibrary } from '#content/reading/library.ts';

/** Pages whose address has changed, as hosts are told of them. */
export const movedPages = (root: string): { from: string; to: string }[] =>
  Object.entries(readLibrary(root).library.redirects).map(([from, to]) => ({ from, to }));
