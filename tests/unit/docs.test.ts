import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { expect, test } from 'vitest';

const pages = [
  'README.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  ...readdirSync('docs', { recursive: true, encoding: 'utf8' })
    .map((file) => posix.join('docs', file.replaceAll('\\', '/')))
    .filter((file) => file.endsWith('.md')),
].toSorted();

const textOf = (file: string): string => readFileSync(file, 'utf8');

const foldersIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => `${folder}/${name}`);

/** Folders in the first column of the table in `docs/architecture.md`. */
const described = (textOf('docs/architecture.md').match(/^\| `src\/.*$/gm) ?? []).flatMap((row) =>
  [...(row.split('|')[1] ?? '').matchAll(/`(src\/[^`]*)\/`/g)].map(([, folder = '']) => folder),
);

test('the table of folders names every folder of src, two levels down', () => {
  const folders = foldersIn('src').flatMap((folder) => [folder, ...foldersIn(folder)]);
  expect(folders.length).toBeGreaterThan(10);
  expect(folders.filter((folder) => !described.includes(folder))).toEqual([]);
});

test('the table of folders names no folder that is gone, and none twice', () => {
  expect(described.filter((folder) => !existsSync(folder))).toEqual([]);
  expect(described.filter((folder, index) => described.indexOf(folder) < index)).toEqual([]);
});

test.each(pages)('every link of %s leads to a file that is there', (file) => {
  const links = [...textOf(file).matchAll(/\]\((?!https?:|#|\/)([^)#\s]+)/g)].map(([, link = '']) => link);
  expect(links.filter((link) => !existsSync(join(dirname(file), link)))).toEqual([]);
});

test.each(pages)('every command in %s is a script of package.json', (file) => {
  const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Record<string, string> };
  const commands = [...textOf(file).matchAll(/npm run (?:--silent |-s )?([a-z][a-z0-9:-]*)/g)].map(
    ([, name = '']) => name,
  );
  expect(commands.filter((name) => !(name in scripts))).toEqual([]);
});

/** Files and folders that a text names by their whole path; a name with a part to fill in, or a pattern, is none. */
const pathsIn = (text: string): string[] =>
  [...text.matchAll(/`((?:src|tests|docs|content)\/[^`\s]*)`/g)]
    .map(([, path = '']) => path.replace(/[:›].*$/, ''))
    .filter((path) => !/[<>*{}…]/.test(path));

test.each(pages.filter((page) => page.startsWith('docs/tasks/') || page === 'docs/architecture.md'))(
  'every file that %s names is there, but for those of its worked example',
  (file) => {
    const text = textOf(file);
    const own = text.slice(Math.max(0, text.indexOf('## Worked example')));
    const made = new Set(text.includes('## Worked example') ? pathsIn(own) : []);
    expect(pathsIn(text).filter((path) => !existsSync(path) && !made.has(path))).toEqual([]);
  },
);
