import { expect, test } from 'vitest';
import { rejectedIn } from '#content/checking/rejected-facts.ts';
import { readLibrary } from '#content/reading/library.ts';
import { describeProblem } from '#content/reading/problem.ts';
import type { RejectedFact } from '#content/schemas/rejected-fact.ts';
import { inTemporaryProject, smallLibrary } from '#tests/support/small-library.ts';

const file = 'content/editorial/rejected-facts.yaml';
const page = 'content/answers/integration/second.mdx';

const list = `- claim: "A page holds 10,000 rows for ever"
  pattern: '10,000 records for ever'
  reason: "Withdrawn in 2025."
`;

const problemsOf = (changed: Record<string, string>): string[] =>
  inTemporaryProject({ ...smallLibrary, [file]: list, ...changed }, (root) =>
    readLibrary(root).problems.map(describeProblem),
  );

const saying = smallLibrary[page].replace(
  'A body.',
  'A page holds <Fact id="page-size" bare />\nfor ever.<Cite id="ms-odata" />',
);

test('a page that says nothing of the kind is read', () => {
  expect(problemsOf({})).toEqual([]);
});

test('a page that says what was set aside stops the build, with its line and the reason, whatever the line breaks', () => {
  expect(problemsOf({ [page]: saying })).toEqual([
    `${page}:11: says "10,000 records for ever", which was set aside: A page holds 10,000 rows for ever. Withdrawn in 2025.`,
  ]);
});

test('a rule or a list of ours is held against it as a page is', () => {
  const glossary = smallLibrary['content/glossary.yaml'].replace(
    'The data management framework.',
    'It has {page-size} for ever.',
  );
  expect(problemsOf({ 'content/glossary.yaml': glossary })[0]).toMatch(
    /^content\/glossary\.yaml:3: says "10,000 records/,
  );
});

test('a page that says that it is wrong may say it', () => {
  expect(problemsOf({ [page]: saying, [file]: `${list}  told: [${page}]\n` })).toEqual([]);
});

test.each([
  [
    'an exception for a page that is not there',
    `${list}  told: [content/answers/gone.mdx]\n`,
    `${file}:4 › 0.told: "content/answers/gone.mdx" is not there`,
  ],
  [
    'a pattern that is none',
    list.replace('10,000 records for ever', '(10,000'),
    `${file}:2 › 0.pattern: must be a regular expression`,
  ],
])('%s stops the build', (_story, text, said) => {
  expect(problemsOf({ [file]: text })).toEqual([said]);
});

const fact = (pattern: string): RejectedFact => ({ claim: 'A claim', pattern, reason: 'No.', told: [] });

test.each([
  ['a bound that was dropped', 'TLS 1\\.2(?! or later)', 'It needs TLS 1.2.', 1],
  ['the bound', 'TLS 1\\.2(?! or later)', 'It needs TLS 1.2 or later.', 0],
  ['another case', 'every 26 days', 'Updates come\nEvery\n26 days.', 1],
  ['something twice', '26 days', '26 days and 26 days', 2],
])('%s is found as often as it is there', (_what, pattern, text, times) => {
  expect(rejectedIn(text, [fact(pattern)])).toHaveLength(times);
});
