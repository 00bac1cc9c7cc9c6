import { describe, expect, test } from 'vitest';
import {
  citationData,
  type FactData,
  factSentence,
  factsNamed,
  yearOfOldCopy,
} from '#content/publishing/citation-data.ts';
import { loadLibrary } from '#content/reading/library.ts';
import { inTemporaryProject, smallLibrary } from '#tests/support/small-library.ts';

const figure = `window:
  value: 8
  unit: hours
  scope: of access to the database
  kind: limit
  bound: at-most
  condition: ended earlier by a database refresh
  platform: lifecycle-services
  anchor: "valid for 8 hours or until the next database movement"
  source: ms-old
  checked: 2026-11-23
  reviewBy: 2027-11-23
`;
const source = `ms-old:
  title: Just-in-time access
  url: https://learn.microsoft.com/jit
  publisher: Microsoft Learn
  dated: 2023-04-03
  checked: 2026-11-23
  grade: B
`;
const behaviour = `restore-window:
  statement: A restore begins the window anew.
  condition: for the restored environment
  anchor: "the point-in-time restore history isn't carried over"
  source: ms-odata
  checked: 2026-11-23
  reviewBy: 2027-05-23
`;
const answer = smallLibrary['content/answers/integration/second.mdx'];

/** The small library with a figure, a behaviour, and an answer that names both. */
const library = inTemporaryProject(
  {
    ...smallLibrary,
    'content/sources/more.yaml': source,
    'content/figures/more.yaml': figure,
    'content/behaviours/more.yaml': behaviour,
    'content/answers/integration/second.mdx': answer.replace(
      'A body.',
      'In Lifecycle Services you have <Fact id="window" bound />. It begins anew.<Cite id="ms-odata" behaviour="restore-window" />',
    ),
  },
  loadLibrary,
);
const today = '2026-11-28';

test('a citation tells its source, the age of the copy, and the figure with bound, condition, platform and anchor', () => {
  expect(citationData(library, { source: 'ms-old', fact: 'window', today })).toMatchObject({
    title: 'Just-in-time access',
    copy: 'copy of 3 April 2023',
    year: '2023',
    isSecondary: false,
    fact: {
      text: 'at most 8 hours',
      scope: 'of access to the database',
      condition: 'ended earlier by a database refresh',
      platform: 'environments in Lifecycle Services',
      anchor: 'valid for 8 hours or until the next database movement',
    },
  });
});

test('a citation for a behaviour tells its sentence, one for nothing in particular tells the source alone', () => {
  expect(citationData(library, { source: 'ms-odata', fact: 'restore-window', today }).fact).toMatchObject({
    text: 'A restore begins the window anew.',
    anchor: 'the point-in-time restore history isn’t carried over',
  });
  expect(citationData(library, { source: 'ms-odata', today }).fact).toBeUndefined();
});

test.each([
  ['a source', { source: 'ms-gone', today }, 'No source has the id "ms-gone"'],
  ['a fact', { source: 'ms-odata', fact: 'gone', today }, 'No figure or behaviour has the id "gone"'],
])('%s that nobody knows is an error of the program', (_what, of, message) => {
  expect(() => citationData(library, of)).toThrow(message);
});

test.each([
  ['a copy of 18 months and a day', '2025-05-27', '2025'],
  ['a copy of 18 months', '2025-05-28', undefined],
  ['an old copy', '2019-01-02', '2019'],
  ['a copy without a date', 'undated', undefined],
])('the year is told beside %s where it is older than 18 months', (_what, dated, year) => {
  expect(yearOfOldCopy({ dated }, today)).toBe(year);
});

describe('the facts that a page names', () => {
  const page = library.answers.find(({ slug }) => slug === 'second');

  test('are those of its verdict and its body, each once and with its source', () => {
    const named = factsNamed(page ?? { body: '' }, ['Within {page-size}, or {page-size}.'], library);
    expect(named.map(({ source: id, fact }) => [id, fact.id])).toEqual([
      ['ms-odata', 'page-size'],
      ['ms-old', 'window'],
      ['ms-odata', 'restore-window'],
    ]);
    expect(named.map(({ fact }) => factSentence(fact))).toEqual([
      '10,000 records: per page.',
      'At most 8 hours: of access to the database; ended earlier by a database refresh; environments in Lifecycle Services.',
      'A restore begins the window anew; for the restored environment.',
    ]);
  });
});

test('a fact of which the ledger says no more than its text is one sentence', () => {
  const fact = { text: 'It is so.' } as FactData;
  expect(factSentence(fact)).toBe('It is so.');
});
