import { expect, test } from 'vitest';
import { dueCountries } from '#content/checking/due.ts';
import { loadLibrary, readLibrary } from '#content/reading/library.ts';
import { describeProblem } from '#content/reading/problem.ts';
import { inTemporaryProject, smallLibrary } from '#tests/support/small-library.ts';

const file = 'content/compliance/e-invoicing.yaml';

const table = `- id: be
  country: Belgium
  duties:
    - model: exchange
      with: [public-bodies]
      direction: [issue]
      from: 2024-03-01
      source: ms-odata
    - model: exchange
      with: [businesses]
      direction: [issue, receive]
      from: 2026-01-01
      source: ms-odata
  product:
    status: available
    delivery: provider
    direction: [issue, receive]
    text: PEPPOL through a provider.
    sources: [ms-odata]
  reviewed: 2026-11-27
  reviewBy: 2027-02-27
- id: gb
  country: United Kingdom
  duties: []
  product:
    status: not-listed
    text: Not in the list.
    sources: [ms-odata]
  note: Announced, and not yet law.
  reviewed: 2026-11-27
  reviewBy: 2027-03-27
`;

/** What the build says of the table with one text replaced. */
function problemsWith(before: string, after: string): string[] {
  expect(table).toContain(before);
  return inTemporaryProject({ ...smallLibrary, [file]: table.replace(before, after) }, (root) =>
    readLibrary(root).problems.map(describeProblem),
  );
}

test('a table without faults is read, and a site without a table has no countries', () => {
  expect(problemsWith('id: be', 'id: be')).toEqual([]);
  expect(inTemporaryProject(smallLibrary, (root) => loadLibrary(root).eInvoicing)).toEqual([]);
});

test.each([
  [
    'a duty of no known source',
    'from: 2026-01-01\n      source: ms-odata',
    'from: 2026-01-01\n      source: ms-gone',
    `${file}:13 › be.duties.1.source: "ms-gone" does not exist; allowed are ms-odata`,
  ],
  [
    'a product of no known source',
    'text: Not in the list.\n    sources: [ms-odata]',
    'text: Not in the list.\n    sources: [ms-gone]',
    `${file}:28 › gb.product.sources.0: "ms-gone" does not exist; allowed are ms-odata`,
  ],
  [
    'a later duty above an earlier one',
    'from: 2024-03-01',
    'from: 2027',
    `${file}:12 › be.duties.1.from: is earlier than the duty above it; allowed is the order of dates`,
  ],
  [
    'a duty without a date above one that has it',
    'from: 2024-03-01',
    'from: unknown',
    `${file}:12 › be.duties.1.from: is earlier than the duty above it; allowed is the order of dates`,
  ],
  [
    'a date that is none',
    'from: 2026-01-01',
    'from: spring 2026',
    `${file}:12 › 0.duties.1.from: must be a date such as 2027-01-01, a month such as 2026-08, or a year`,
  ],
  ['a country twice', 'id: gb', 'id: be', `${file}:22 › 1.id: "be" stands twice`],
  [
    'a country out of the order of the alphabet',
    'country: United Kingdom',
    'country: Andorra',
    `${file}:23 › 1.country: "Andorra" stands behind "Belgium"; allowed is the order of the alphabet`,
  ],
  [
    'a country without a duty and without a word on it',
    '  note: Announced, and not yet law.\n',
    '',
    `${file}:22 › 1.note: must say why no duty is listed: there is none, or it has not been researched`,
  ],
  [
    'an available feature that nobody delivers',
    '    delivery: provider\n',
    '',
    `${file}:14 › 0.product.delivery: must be given where the status is available or preview, and only there`,
  ],
])('%s stops the build', (_story, before, after, said) => {
  expect(problemsWith(before, after)).toEqual([said]);
});

test('a country is due for review the day after its date', () => {
  const library = inTemporaryProject({ ...smallLibrary, [file]: table }, loadLibrary);
  expect(dueCountries(library, '2027-02-27')).toEqual([]);
  expect(dueCountries(library, '2027-02-28').map(({ id }) => id)).toEqual(['be']);
});

test('every date of ours that rests on a secondary source can be told from one of Microsoft’s', () => {
  const { eInvoicing, sources } = loadLibrary();
  const grades = eInvoicing.flatMap(({ duties }) => duties.map(({ source }) => sources.get(source)?.grade));
  expect(grades).toContain('C');
  expect(grades).not.toContain(undefined);
  expect(eInvoicing.length).toBeGreaterThan(38);
});
