import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { lightFileOf, recallLightFile } from '#build/search-index/light-file-plugin.ts';
import type { KeptContent } from '#content/reading/kept-content.ts';
import { readLibrary } from '#content/reading/library.ts';
import { inTemporaryProject, smallLibrary } from '#tests/support/small-library.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fno-light-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const question = 'content/answers/integration/first.mdx';
const changed = { ...smallLibrary, [question]: smallLibrary[question].replace('Which one first?', 'What is new?') };

/** The titles of the light file of a project, for which a build knows that key. */
function titles(files: typeof smallLibrary, key: string): string[] {
  const { library } = inTemporaryProject(files, readLibrary);
  recallLightFile({ library, key } as KeptContent, folder);
  return lightFileOf(library).entries.map(({ title }) => title);
}

test('the light file of a build before is taken while the key of the content is the same, and made anew otherwise', () => {
  expect(titles(smallLibrary, 'a')).toContain('Which one first?');
  expect(titles(changed, 'a')).toContain('Which one first?');
  expect(titles(changed, 'b')).toContain('What is new?');
  expect(titles(smallLibrary, 'b')).toContain('What is new?');
});

test('a damaged file is none', () => {
  titles(smallLibrary, 'a');
  writeFileSync(join(folder, 'light-file.v8'), 'half of a');
  expect(titles(changed, 'a')).toContain('What is new?');
});
