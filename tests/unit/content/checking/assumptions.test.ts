import { expect, test } from 'vitest';
import { withAssumptions } from '#content/reading/assumptions.ts';
import { loadLibrary, readLibrary } from '#content/reading/library.ts';
import { describeProblem } from '#content/reading/problem.ts';
import type { Assumption } from '#content/schemas/assumption.ts';
import { library } from '#tests/support/rule-book.ts';
import { inTemporaryProject, smallLibrary } from '#tests/support/small-library.ts';

const file = 'content/assumptions.yaml';
const [first, second] = ['content/answers/integration/first.mdx', 'content/answers/integration/second.mdx'] as const;

const register = `assumptions:
  window: { value: 60, unit: hours, what: All of it., checked: 2026-11-28, reviewBy: 2027-11-28 }
  forward: { value: 48, unit: hours, what: The way there., checked: 2026-11-28, reviewBy: 2027-11-28 }
  back: { value: 12, unit: hours, what: The way back., checked: 2026-11-28, reviewBy: 2027-11-28 }
relations:
  - { sum: window, of: [forward, back] }
`;
const answers = {
  [first]: smallLibrary[first].replace('verdict: This one.', 'verdict: It takes {window}.'),
  [second]: smallLibrary[second].replace(
    'A body.',
    'A window of <Assumption id="window" />, {forward:number} of them there and {back:words} back.',
  ),
};
const files = { ...smallLibrary, ...answers, [file]: register };

const problemsOf = (changed: Record<string, string>): string[] =>
  inTemporaryProject({ ...files, ...changed }, (root) => readLibrary(root).problems.map(describeProblem));

test('a number of ours is written where pages refer to it, with "our judgement" or alone', () => {
  const read = inTemporaryProject(files, loadLibrary);
  const page = (slug: string) => read.answers.find((answer) => answer.slug === slug);
  expect(page('first')?.verdict).toBe('It takes 60 hours.');
  expect(page('second')?.body.trim()).toBe('A window of 60 hours <Judgement />, 48 of them there and twelve back.');
  expect(page('second')?.assumptions).toEqual(['window', 'forward', 'back']);
});

test('a large number of ours has its thousands separated, as a figure has, and a tenth stays a tenth', () => {
  const ours = { what: 'An example.', checked: '2026-11-28', reviewBy: '2027-11-28' };
  const known: Record<string, Assumption> = {
    team: { ...ours, value: 45_000, unit: 'a week' },
    slow: { ...ours, value: 67.5, unit: 'hours' },
  };
  expect(withAssumptions('{team}, {team:number}, {team:words}, {slow}', known).text).toBe(
    '45,000 a week, 45,000, 45,000, 67.5 hours',
  );
});

test('braces that name no number of ours are left for the figures', () => {
  const known: Record<string, Assumption> = {};
  expect(withAssumptions('Within {page-size}.', known)).toEqual({ text: 'Within {page-size}.', used: [], unknown: [] });
});

test.each([
  [
    'hours that do not add up',
    { [file]: register.replace('value: 12', 'value: 22.5') },
    `${file}:6 › relations.0: forward, back come to 70.5, but window says 60`,
  ],
  [
    'a product that is another',
    { [file]: `${register}  - { product: window, of: [forward, back] }\n` },
    `${file}:7 › relations.1: forward, back come to 576, but window says 60`,
  ],
  [
    'a relation of something that is not there',
    { [file]: register.replace('[forward, back]', '[forward, backwards]') },
    `${file}:6 › relations.0: "backwards" does not exist; allowed are back, forward, window`,
  ],
  [
    'a page that names a number which is not there',
    { [second]: answers[second].replace('id="window"', 'id="widow"') },
    `${second}:11 › body, <Assumption>: "widow" does not exist in content/assumptions.yaml`,
  ],
  [
    'a number that one page alone uses',
    { [file]: register.replace(/relations:[\s\S]*/, 'relations: []\n') },
    `${file}:3 › assumptions.forward: is used on 1 page; a number of ours is kept here from 2 on`,
  ],
  [
    'a number that nobody uses',
    { [second]: smallLibrary[second] },
    `${file}:4 › assumptions.back: is used on 0 pages; a number of ours is kept here from 1 on`,
  ],
  [
    'a number of ours under the name of a figure',
    { [file]: register.replaceAll('back', 'page-size') },
    `${file}:4 › assumptions.page-size: is a figure as well; a number of ours needs an id of its own`,
  ],
])('%s stops the build', (_story, changed, said) => {
  expect(problemsOf(changed)).toContain(said);
});

test('tenths add up although binary fractions do not', () => {
  const tenths = register
    .replace('value: 60', 'value: 0.3')
    .replace('value: 48', 'value: 0.1')
    .replace('value: 12', 'value: 0.2');
  expect(problemsOf({ [file]: tenths })).toEqual([]);
});

test('the weekend of the example is told with the same hours on every page that tells it', () => {
  const telling = library.answers
    .filter(({ assumptions }) => assumptions.includes('weekend-window'))
    .map(({ id }) => id);
  expect(telling).toEqual(
    expect.arrayContaining([
      'go-live-cutover/cutover-plan',
      'data-migration/cutover-weekend',
      'go-live-cutover/rollback',
    ]),
  );
  expect(library.assumptions.relations.length).toBeGreaterThanOrEqual(8);
});
