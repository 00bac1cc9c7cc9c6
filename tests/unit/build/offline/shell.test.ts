import { expect, test } from 'vitest';
import { addressOf, shellOf } from '#build/offline/shell.ts';

const file = (path: string, bytes = 1000) => ({ path, bytes });
const paths = (files: readonly { path: string }[]): string[] => files.map(({ path }) => path);

test.each([
  ['index.html', '/'],
  ['advisor/inventory/index.html', '/advisor/inventory/'],
  ['404.html', '/404.html'],
  ['_astro/a.1234.js', '/_astro/a.1234.js'],
])('%s is found at %s', (path, address) => {
  expect(addressOf(path)).toBe(address);
});

test('answers, feeds and pictures are left for when somebody asks for them', () => {
  const left = ['integration/which-pattern/index.html', 'changes.xml', 'og/site.png', 'sources/index.html', 'sw.js'];
  const kept = ['_astro/a.1234.js', 'index.html', 'advisor/index.html', 'integration/index.html'];
  expect(paths(shellOf([...left, ...kept].map((path) => file(path)))).sort()).toEqual(kept.sort());
});

test('a group that would go past the limit is left out whole, and with it all that is less wanted', () => {
  const files = [
    file('_astro/a.js'),
    file('index.html'),
    file('integration/index.html', 900),
    file('finance/index.html'),
  ];
  expect(paths(shellOf(files, 3000))).toEqual(['_astro/a.js', 'index.html']);
});
