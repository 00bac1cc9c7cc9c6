import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { loadContent } from '#content/reading/content.ts';
import { loadKeptContent } from '#content/reading/kept-content.ts';
import { smallSite } from '#tests/support/small-advisor.ts';
import { type Files, inTemporaryProject } from '#tests/support/small-library.ts';

/** Reading and checking everything, as it is when nothing is kept. */
vi.mock('#content/reading/content.ts', { spy: true });

const answer = 'content/answers/integration/first.mdx';
const site: Files = {
  ...smallSite,
  'package-lock.json': '{}',
  'content/sources/more.yaml': smallSite['content/sources/integration.yaml'].replace('ms-odata', 'ms-more'),
};

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fno-kept-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
  vi.clearAllMocks();
});

/** Loads a project that differs from the small site in some files, and says how often everything was read. */
const load = (changed: Files = {}) =>
  inTemporaryProject({ ...site, ...changed }, (root) => {
    vi.mocked(loadContent).mockClear();
    const content = loadKeptContent(root, folder);
    const readings = vi.mocked(loadContent).mock.calls.length;
    return { ...content, readings, anew: loadContent(root) };
  });

const { [answer]: text = '' } = site;

test('what nothing has changed in is not read again, and is the same', () => {
  const first = load();
  const second = load();
  expect([first.readings, second.readings]).toEqual([1, 0]);
  expect(second.library).toEqual(second.anew.library);
  expect(second.book).toEqual(second.anew.book);
  expect(second.key).toBe(first.key);
});

test('another body of an answer comes into the library with its citations, and no other text is read', () => {
  load();
  const edited = load({ [answer]: `${text}\nSays another<Cite id="ms-more" />.\n` });
  expect(edited.readings).toBe(0);
  const first = edited.library.answers.find(({ file }) => file === answer);
  expect(first?.body).toContain('Says another');
  expect(first?.citations).toEqual(['ms-odata', 'ms-more']);
  expect(edited.library).toEqual(edited.anew.library);
  const back = load();
  expect(back.readings).toBe(0);
  expect(back.library).toEqual(back.anew.library);
});

test.each([
  ['a reference that leads nowhere', 'See [more](/integration/nowhere/).', 'links to /integration/nowhere/'],
  ['a figure that does not exist', '<Fact id="nowhere" />', 'nowhere'],
  ['a component that is not closed', '<Term id="dmf">', 'cannot be read'],
])('%s in another body stops the build as ever', (_what, added, said) => {
  load();
  const files = { ...site, [answer]: `${text}\n${added}\n` };
  expect(() => inTemporaryProject(files, (root) => loadKeptContent(root, folder))).toThrow(said);
});

test.each([
  ['a question', answer, text.replace('Which one first?', 'Which one, then?')],
  ['a figure', 'content/figures/integration.yaml', site['content/figures/integration.yaml']?.replace('10000', '20000')],
  ['a page', 'src/pages/more.astro', ''],
  ['a package', 'package-lock.json', '{ }'],
  ['a new answer', 'content/answers/integration/fourth.mdx', text.replace('Which one first?', 'And the fourth?')],
])('another text of %s has everything read, and another key', (_what, file, changed = '') => {
  const first = load();
  const second = load({ [file]: changed });
  expect(second.readings).toBe(1);
  expect(second.key).not.toBe(first.key);
  expect(second.library).toEqual(second.anew.library);
});

test('a file that is damaged counts as none', () => {
  load();
  writeFileSync(join(folder, 'content.v8'), 'half of a');
  const second = load();
  expect(second.readings).toBe(1);
  expect(load().readings).toBe(0);
});
