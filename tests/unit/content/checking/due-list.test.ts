import { expect, test } from 'vitest';
import { dueList } from '#content/checking/due-list.ts';
import { loadLibrary } from '#content/reading/library.ts';
import { inTemporaryProject, smallLibrary } from '#tests/support/small-library.ts';

const second = 'content/answers/integration/second.mdx';
const third = 'content/answers/integration/third.mdx';

const library = inTemporaryProject(
  {
    ...smallLibrary,
    'content/behaviours/elsewhere.yaml': `always:
  statement: It is so.
  anchor: it is so
  source: ms-odata
  checked: 2026-11-23
  reviewBy: 2026-12-01
`,
    'content/endings.yaml': `- id: lake
  what: The lake
  kind: stops
  on: 2027-06-30
  meaning: It stops.
  advice: Move.
  sources: [ms-odata]
  answers: [integration/first, integration/second]
  checked: 2026-11-28
  reviewBy: 2027-01-01
`,
    'content/assumptions.yaml': `assumptions:
  window: { value: 60, unit: hours, what: All., checked: 2026-11-28, reviewBy: 2027-02-01 }
relations: []
`,
    'content/compliance/e-invoicing.yaml': `- id: be
  country: Belgium
  duties: []
  product: { status: not-listed, text: Not in the list., sources: [ms-odata] }
  note: None.
  reviewed: 2026-11-27
  reviewBy: 2027-03-01
`,
    [second]: smallLibrary[second].replace(
      'A body.',
      'It is so,<Cite id="ms-odata" behaviour="always" /> for {window}.',
    ),
    [third]: smallLibrary[third].replace('A body.', 'For {window}.'),
  },
  loadLibrary,
);

const told = (today: string): string[] => dueList(library, today).map(({ hub, kind, id }) => `${hub}: ${kind} ${id}`);

test('nothing is due before its day', () => {
  expect(told('2026-12-01')).toEqual([]);
});

test('everything that has a review date is told once it has passed, by the hub that looks after it', () => {
  expect(told('2029-01-01')).toEqual([
    'integration: figure page-size',
    'integration: ending lake',
    'integration: assumption window',
    'integration: source ms-odata',
    'every hub: behaviour always',
    'every hub: country be',
  ]);
});

test.each([
  ['2026-12-02', 'behaviour always'],
  ['2027-01-02', 'ending lake'],
  ['2027-02-02', 'assumption window'],
  ['2027-03-02', 'country be'],
])('on %s the %s is due', (today, what) => {
  expect(told(today).filter((line) => line.endsWith(what))).toHaveLength(1);
});

test('an entry says where it stands and since when it is due', () => {
  expect(dueList(library, '2027-01-02').find(({ kind }) => kind === 'ending')).toMatchObject({
    file: 'content/endings.yaml',
    text: 'was due for review on 2027-01-01',
  });
});
