import { expect, test } from 'vitest';
import { latestReview } from '#content/checking/check-endings.ts';
import { dueEndings } from '#content/checking/due.ts';
import { loadLibrary, readLibrary } from '#content/reading/library.ts';
import { describeProblem } from '#content/reading/problem.ts';
import { inTemporaryProject, smallLibrary } from '#tests/support/small-library.ts';

const file = 'content/endings.yaml';

const list = `- id: lake
  what: The lake
  kind: stops
  on: 2027-06-30
  meaning: It stops.
  advice: Move.
  sources: [ms-odata]
  answers: [integration/first]
  checked: 2026-11-28
  reviewBy: 2027-05-01
- id: byod
  what: The database
  kind: advised
  on: unknown
  when: no date is set
  meaning: It goes on.
  advice: Wait.
  sources: [ms-odata]
  answers: [integration/second]
  checked: 2026-11-28
  reviewBy: 2027-11-28
`;

function problemsWith(before: string, after: string): string[] {
  expect(list).toContain(before);
  return inTemporaryProject({ ...smallLibrary, [file]: list.replace(before, after) }, (root) =>
    readLibrary(root).problems.map(describeProblem),
  );
}

test('a list without faults is read, and a site without a list has no endings', () => {
  expect(problemsWith('id: lake', 'id: lake')).toEqual([]);
  expect(inTemporaryProject(smallLibrary, (root) => loadLibrary(root).endings)).toEqual([]);
});

test.each([
  [
    'an ending of no known source',
    'sources: [ms-odata]',
    'sources: [ms-gone]',
    `${file}:7 › lake.sources.0: "ms-gone" does not exist; allowed are ms-odata`,
  ],
  [
    'an ending that no answer depends on',
    'answers: [integration/first]',
    'answers: []',
    `${file}:8 › 0.answers: must name at least one answer`,
  ],
  [
    'an answer that is not there',
    'answers: [integration/first]',
    'answers: [integration/gone]',
    `${file}:8 › lake.answers.0: "integration/gone" does not exist; allowed are integration/first, integration/second, integration/third`,
  ],
  [
    'a review less than 60 days before the end',
    'reviewBy: 2027-05-01',
    'reviewBy: 2027-05-02',
    `${file}:10 › lake.reviewBy: is too late for what ends then; allowed is 2027-05-01 or before`,
  ],
  [
    'a later ending above an earlier one',
    'on: unknown',
    'on: 2027-01',
    `${file}:14 › byod.on: is earlier than "lake" above it; allowed is the order of dates`,
  ],
  ['an ending twice', 'id: byod', 'id: lake', `${file}:11 › 1.id: "lake" stands twice`],
  [
    'no date and no word on it',
    '  when: no date is set\n',
    '',
    `${file}:11 › 1.when: must say what is known, where no date is`,
  ],
])('%s stops the build', (_story, before, after, said) => {
  expect(problemsWith(before, after)).toContain(said);
});

test.each([
  ['far ahead: 60 days before', { on: '2027-06-30', checked: '2026-11-28' }, '2027-05-01'],
  ['a month: 60 days before its first day', { on: '2027-06', checked: '2026-11-28' }, '2027-04-02'],
  ['less than 60 days ahead: the day itself', { on: '2026-12-20', checked: '2026-11-28' }, '2026-12-20'],
  ['past when it was looked at: no day', { on: '2026-11-28', checked: '2026-11-28' }, undefined],
  ['without a date: no day', { on: 'unknown', checked: '2026-11-28' }, undefined],
])('the last day for a review of what lies %s', (_story, ending, day) => {
  expect(latestReview(ending)).toBe(day);
});

test('an ending is due for review the day after its date', () => {
  const library = inTemporaryProject({ ...smallLibrary, [file]: list }, loadLibrary);
  expect(dueEndings(library, '2027-05-01')).toEqual([]);
  expect(dueEndings(library, '2027-05-02').map(({ id }) => id)).toEqual(['lake']);
});
