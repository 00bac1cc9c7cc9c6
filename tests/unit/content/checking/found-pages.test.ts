import { expect, test } from 'vitest';
import { lightFileOf } from '#build/search-index/light-file-plugin.ts';
import { readLibrary } from '#content/reading/library.ts';
import { describeProblem } from '#content/reading/problem.ts';
import { library } from '#tests/support/rule-book.ts';
import { inTemporaryProject, smallLibrary } from '#tests/support/small-library.ts';

const file = 'content/search/pages.yaml';
const list = `- path: advisor/rules
  title: Every rule
  verdict: All rules with their reasons.
  aliases: [rule book]
`;

const problemsOf = (text: string): string[] =>
  inTemporaryProject({ ...smallLibrary, [file]: text }, (root) => readLibrary(root).problems.map(describeProblem));

test('a page beside answers and patterns can be found', () => {
  expect(problemsOf(list)).toEqual([]);
});

test('a page that the site does not have stops the build', () => {
  expect(problemsOf(list.replace('advisor/rules', 'advisor/rulez'))).toEqual([
    `${file}:1 › 0.path: /advisor/rulez/ is no page of this site`,
  ]);
});

test('search knows the pages of this site by address, name and short answer', () => {
  for (const { path, title, verdict } of library.searchLanguage.pages) {
    expect(lightFileOf(library).entries.find((entry) => entry.path === path)).toMatchObject({ title, verdict });
  }
  expect(library.searchLanguage.pages.map(({ path }) => path)).toEqual(
    expect.arrayContaining(['ending', 'finance-module/e-invoicing-by-country']),
  );
});
