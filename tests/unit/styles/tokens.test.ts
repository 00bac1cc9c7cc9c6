import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { expect, test } from 'vitest';
import { coloursOf, contrast } from '#tests/support/colours.ts';
import { library } from '#tests/support/rule-book.ts';

const tokensFile = 'src/styles/tokens.css';

const styled = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((file) => posix.join('src', file.replaceAll('\\', '/')))
  .filter((file) => /\.(css|astro|tsx|ts|js)$/.test(file))
  .map((file) => ({ file, text: readFileSync(file, 'utf8') }));

const tokens = styled.find(({ file }) => file === tokensFile)?.text ?? '';

const matches = (expression: RegExp): { file: string; match: string }[] =>
  styled.flatMap(({ file, text }) => [...text.matchAll(expression)].map(([, match = '']) => ({ file, match })));

test('every custom property that is used is defined', () => {
  const defined = new Set(
    matches(/(--[a-z][a-z0-9-]*)['"]?\s*[:\]]|(?<=setProperty\(['"`])(--[a-z0-9-]+)/g).map(({ match }) => match),
  );
  const used = matches(/var\((--[a-z0-9-]+)/g);
  expect(used.length).toBeGreaterThan(100);
  expect(used.filter(({ match }) => !defined.has(match))).toEqual([]);
});

test('every colour of the tokens has a light and a dark value', () => {
  const bare = tokens.match(/--[a-z-]+: (?!light-dark\()[^;]*(?:#[0-9a-f]{3,8}|rgb\(|hsl\(|oklch\()[^;]*/g);
  expect(bare ?? []).toEqual([]);
});

test('no style but the tokens names a colour itself', () => {
  const named = styled
    .filter(({ file }) => /\.(css|astro)$/.test(file) && file !== tokensFile)
    .flatMap(({ file, text }) =>
      [...text.matchAll(/[^\n]*(?:(?<![&\w])#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|oklch|light-dark)\()[^\n]*/gi)].map(
        ([line]) => ({
          file,
          line: line.trim(),
        }),
      ),
    )
    // A browser asks for the colour of its own bars before any style sheet is there; the next test holds it.
    .filter(({ line }) => !line.startsWith('<meta name="theme-color"'));
  expect(named).toEqual([]);
});

test("the browser's bars have the colour of the page", () => {
  const page = styled.find(({ file }) => file === 'src/layouts/Page.astro')?.text ?? '';
  const barOf = (theme: string): string | undefined =>
    page.match(new RegExp(`theme-color" media="\\(prefers-color-scheme: ${theme}\\)" content="(#[0-9a-f]{6})"`))?.[1];
  expect({ light: barOf('light'), dark: barOf('dark') }).toEqual(coloursOf(':root').get('surface'));
});

test.each(library.hubs.map(({ id }) => id))('the hub %s has its own colour, and words in it can be read', (hub) => {
  const own = coloursOf(`[data-hub='${hub}']`);
  const surface = coloursOf(':root').get('surface');
  const [accent, soft] = [own.get('accent'), own.get('accent-soft')];
  if (!accent || !soft || !surface) throw new Error(`${tokensFile} needs --accent and --accent-soft for ${hub}`);
  for (const theme of ['light', 'dark'] as const) {
    expect(contrast(accent[theme], surface[theme]), theme).toBeGreaterThanOrEqual(4.5);
    expect(contrast(accent[theme], soft[theme]), theme).toBeGreaterThanOrEqual(4.5);
  }
});

test('every hub has its own picture, and no picture is of a hub that is gone', () => {
  const pictures = readFileSync('src/components/illustrations/Illustration.astro', 'utf8');
  const drawn = [...pictures.matchAll(/^ {2}\['([a-z-]+)', [A-Z]\w+\],$/gm)].map(([, hub]) => hub);
  expect(drawn.toSorted()).toEqual(library.hubs.map(({ id }) => id).toSorted());
});
