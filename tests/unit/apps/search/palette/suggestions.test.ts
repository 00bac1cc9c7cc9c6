import { expect, test } from 'vitest';
import { LightIndex } from '#apps/search/index/light-index.ts';
import { noMatchGroups, resultGroups, startGroups } from '#apps/search/palette/suggestions.ts';
import { searchLight } from '#apps/search/ranking/search.ts';
import { smallFile, smallIndex } from '#tests/support/small-index.ts';

/** Headings, and below each what may be chosen and where it leads. */
const outline = (groups: ReturnType<typeof startGroups>): string[] =>
  groups.flatMap(({ title, suggestions }) => [
    `# ${title}`,
    ...suggestions.map(({ text, detail, href }) => [text, detail, href].filter(Boolean).join(' | ')),
  ]);

const resultsFor = (query: string) => searchLight({ query, literal: false }, smallIndex);

test('a query is answered by pages, terms and a way to everything, the kind of the best page first', () => {
  expect(outline(resultGroups('DMF', resultsFor('DMF'), { light: smallIndex, base: '/base' }))).toMatchInlineSnapshot(`
    [
      "# Patterns",
      "Data management framework | also asked as “DMF” | /base/patterns/dmf/",
      "# Questions",
      "DMF or OData? | Integration · in the question | /base/integration/dmf-or-odata/",
      "# Glossary",
      "DMF | also Data Management Framework | /base/glossary/#dmf",
      "# Search",
      "All results for “DMF” | /base/search/?q=DMF",
    ]
  `);
});

test('a page is offered with its short answer once that is loaded', () => {
  const named = smallFile.entries.map((entry) => (entry.path === 'patterns/dmf' ? entry : { ...entry, verdict: '' }));
  const light = new LightIndex({ ...smallFile, entries: named });
  const [patterns, questions] = resultGroups('DMF', resultsFor('DMF'), { light, base: '' });
  expect(patterns?.suggestions[0]?.verdict).toBe('For everything that is counted in thousands.');
  expect(questions?.suggestions[0]?.verdict).toBeUndefined();
});

test('a query that nothing answers leads to the search page and all questions', () => {
  expect(outline(noMatchGroups('pizza & co', resultsFor('pizza & co'), smallIndex, '/base'))).toMatchInlineSnapshot(`
    [
      "# Elsewhere",
      "Integration | the nearest hub | /base/integration/",
      "Search the full texts | /base/search/?q=pizza+%26+co",
      "All questions from A to Z | /base/search/#index-heading",
    ]
  `);
});

test('before anything is typed, earlier searches and the hubs are offered', () => {
  expect(outline(startGroups(['tax'], smallIndex, ''))).toMatchInlineSnapshot(`
    [
      "# Recent searches",
      "tax",
      "# Hubs",
      "Finance module | /finance-module/",
      "Integration | /integration/",
      "Go-live & cutover | /go-live-cutover/",
    ]
  `);
  expect(startGroups([], undefined, '')).toEqual([]);
});
