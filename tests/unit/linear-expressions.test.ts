import { describe, expect, test } from 'vitest';
import { type Expression, expressionsIn, expressionsOfSource, growthOf } from '#tests/support/expressions.ts';

/** A visitor's text can be as long as they like, so no expression that meets it may take more than linear time. */

/**
 * These read our own content while the site is built or checked, and nothing that a visitor wrote; lint rules keep what
 * pages load from importing them.
 */
const ownContentOnly: Readonly<Record<string, string>> = {
  'src/build/': 'writes what hosts, search and offline use need, from built pages and settings',
  'src/components/article/': 'draws our own content while the site is built',
  'src/components/mdx/': 'draws our own content while the site is built',
  'src/content/': 'reads content/ while the site is built or checked',
  'src/pages/og/': 'draws preview pictures of our own pages while the site is built',
};

/** Modules in those folders that pages load as well. */
const alsoInPages = ['src/content/publishing/path.ts'];

const meetsVisitors = ({ file }: { file: string }): boolean =>
  alsoInPages.includes(file) || !Object.keys(ownContentOnly).some((folder) => file.startsWith(folder));

const told = ({ file, line, source, flags }: Expression): string => `${file}:${line} /${source}/${flags}`;

const { expressions, unfollowed } = expressionsOfSource();

describe('regular expressions', () => {
  test('are found all over the source', () => {
    expect(expressions.length).toBeGreaterThan(100);
    for (const ending of ['.ts', '.astro']) {
      expect(
        expressions.some(({ file }) => file.endsWith(ending)),
        ending,
      ).toBe(true);
    }
  });

  test('take linear time where they meet a visitor’s text', () => {
    const offending = expressions.filter((one) => meetsVisitors(one) && growthOf(one) !== 'linear');
    expect(offending.map(told)).toEqual([]);
  });

  test('are never exponential, not even over our own content', () => {
    expect(expressions.filter((one) => growthOf(one) === 'exponential').map(told)).toEqual([]);
  });

  test('are not put together while a page runs', () => {
    expect(unfollowed.filter(meetsVisitors)).toEqual([]);
  });
});

describe('the check', () => {
  test.each([
    ['two quantifiers that share characters', String.raw`^\d*\s*\s*x$`, 'polynomial'],
    ['one behind another', String.raw`^[-| ]+\|?\s*$`, 'polynomial'],
    ['an end that is looked for from every sign', String.raw`\s+$`, 'polynomial'],
    ['a tag that may hold its own beginning', '<row[^>]*/>', 'polynomial'],
    ['brackets that may hold brackets', String.raw`\([^)]*\)`, 'polynomial'],
    ['brackets that may not', String.raw`\([^()]*\)`, 'linear'],
    ['a beginning that stands once', String.raw`^\([^)]*\)`, 'linear'],
    ['all that is left', String.raw`\([\s\S]*`, 'linear'],
    ['a quantifier over a quantifier', '^(a+)+$', 'exponential'],
    ['alternatives that overlap', '^(?:a|ab?)*$', 'linear'],
    ['a class and an end', '^[a-z]+$', 'linear'],
    ['runs of a class', String.raw`[\s\p{Cc}]+`, 'linear'],
  ])('%s: %s is %s', (_story, source, growth) => {
    expect(growthOf({ source, flags: 'u' })).toBe(growth);
  });

  test('follows constants into an expression that is put together', () => {
    const text = [
      "const DIGITS = '[0-9]+';",
      'const a = new RegExp(`^$' + '{DIGITS}$`, "i");',
      'RegExp(String.raw`\\d$' + '{DIGITS}`);',
    ].join('\n');
    expect(expressionsIn('a.ts', text)).toEqual({
      expressions: [
        { file: 'a.ts', line: 2, source: '^[0-9]+$', flags: 'i' },
        { file: 'a.ts', line: 3, source: String.raw`\d[0-9]+`, flags: '' },
      ],
      unfollowed: [],
    });
  });

  test('names what it cannot follow', () => {
    const text = 'export const find = (word: string) => new RegExp(word);';
    expect(expressionsIn('a.ts', text).unfollowed).toEqual([{ file: 'a.ts', line: 1, text: 'new RegExp(word)' }]);
  });

  test('reads the scripts of an Astro file, not its markup', () => {
    const text = "---\nconst a = /x/;\n---\n<p>1 / 2 / 3</p>\n<script>\n  'y'.match(/y+$/);\n</script>\n";
    expect(expressionsIn('a.astro', text).expressions.map(({ line, source }) => [line, source])).toEqual([
      [2, 'x'],
      [6, 'y+$'],
    ]);
  });
});
