import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { listedPages } from '#content/publishing/listed.ts';
import { movedPages } from '#content/publishing/moved.ts';
import { readContent } from '#content/reading/content.ts';
import { contentOfBuild, shareContent } from '#content/reading/content-of-build.ts';
import { smallSite } from '#tests/support/small-advisor.ts';
import { inTemporaryProject } from '#tests/support/small-library.ts';

const files = {
  ...smallSite,
  'content/redirects.yaml': '/old/: /integration/\n',
  'content/hubs/empty.yaml': `${smallSite['content/hubs/integration.yaml']}`,
};

/** The folder is gone by the time of a test: whoever reads it anew finds nothing. */
const { root, content } = inTemporaryProject(files, (folder) => ({
  root: folder,
  content: { ...readContent(folder), key: 'a key' },
}));

beforeEach(() => shareContent(root, content));
afterEach(() => shareContent(root, undefined));

test('another copy of the modules, as the bundle of the pages has, gets what the build has read', async () => {
  vi.resetModules();
  const copy = await import('#content/reading/content-of-build.ts');
  expect(copy.contentOfBuild).not.toBe(contentOfBuild);
  expect(copy.contentOfBuild(`${root}/`)).toBe(content);
});

test('hosts and search engines are told from what the build has read', () => {
  expect(movedPages(root)).toEqual([{ from: '/old/', to: '/integration/' }]);
  const isListed = listedPages(root);
  expect(isListed('https://site.example/integration/')).toBe(true);
  expect(isListed('https://site.example/empty/')).toBe(false);
});

test('outside a build, and for another project, everybody reads anew', () => {
  expect(contentOfBuild(`${root}-of-somebody-else`)).toBeUndefined();
  shareContent(root, undefined);
  expect(contentOfBuild(root)).toBeUndefined();
  expect(movedPages(root)).toEqual([]);
});
