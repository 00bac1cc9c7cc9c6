import { contentOfBuild } from '#content/reading/content-of-build.ts';
import { readLibrary } from '#content/reading/library.ts';

/** Pages whose address has changed, as hosts are told of them. */
export function movedPages(root: string): { from: string; to: string }[] {
  const { redirects } = contentOfBuild(root)?.library ?? readLibrary(root).library;
  return Object.entries(redirects).map(([from, to]) => ({ from, to }));
}
