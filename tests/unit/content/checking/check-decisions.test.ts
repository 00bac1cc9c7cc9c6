import { expect, test } from 'vitest';
import { readLibrary } from '#content/reading/library.ts';
import { describeProblem } from '#content/reading/problem.ts';
import { inTemporaryProject, smallLibrary } from '#tests/support/small-library.ts';

const file = 'content/decisions/colour.yaml';

const decision = `title: Colour
question: Red or blue?
verdict: Red.
hub: integration
order: 1
choices: [{ id: red, name: Red, means: It is red. }, { id: blue, name: Blue, means: It is blue. }]
criteria:
  - { id: task, title: Task, asks: Does it suit?, weight: 2, reason: It must. }
questions:
  - { field: taste, label: Taste, ask: Warm or cold?, why: It matters., options: [{ value: warm, label: Warm }, { value: cold, label: Cold }] }
  - { field: light, label: Light, ask: Is it light?, why: It matters., options: [{ value: bright, label: Bright }, { value: dim, label: Dim }] }
rules:
  - { id: red-warm, choice: red, criterion: task, when: { taste: warm }, favour: 2, evidence: guidance, reason: Red is warm., sources: [ms-odata] }
  - { id: blue-cold, choice: blue, criterion: task, when: { taste: cold }, favour: 2, evidence: judgement, reason: Blue is cold. }
  - { id: blue-dim, choice: blue, criterion: task, when: { light: dim }, against: 1, evidence: judgement, reason: Blue looks black. }
cases:
  - { case: A fire, answers: { taste: warm } }
  - { case: An ice, answers: { taste: cold } }
  - { case: A cellar, answers: { light: dim } }
limits: [One., Two.]
answers: [integration/first]
`;

const problemsOf = (text: string): string[] =>
  inTemporaryProject({ ...smallLibrary, [file]: text }, (root) => readLibrary(root).problems.map(describeProblem));

test('a decision that is right is read, with the fields of its questions and its sources', () => {
  const { library, problems } = inTemporaryProject({ ...smallLibrary, [file]: decision }, readLibrary);
  expect(problems).toEqual([]);
  expect(library.decisions[0]?.book.ownFields).toEqual({
    taste: { kind: 'choice', words: ['warm', 'cold'] },
    light: { kind: 'choice', words: ['bright', 'dim'] },
  });
  expect(Object.keys(library.decisions[0]?.book.sources ?? {})).toEqual(['ms-odata']);
});

test.each([
  ['taste: warm }, favour', 'taste: hot }, favour', '"hot" is no answer to "taste"; allowed are warm, cold'],
  ['light: dim }, against', 'shade: dim }, against', 'no question asks for "shade"; allowed are taste, light'],
  ['light: dim }, against', 'taste: warm }, against', 'is asked for nothing: no rule tests it'],
  [
    'choice: blue, criterion: task, when: { taste',
    'choice: red, criterion: task, when: { taste',
    'can never be recommended',
  ],
  [
    'choice: blue, criterion: task, when: { light',
    'choice: green, criterion: task, when: { light',
    '"green" does not exist; allowed are red, blue',
  ],
  ['against: 1, evidence', 'exclude: true, evidence', 'only a documented limit excludes a choice'],
  [
    'evidence: guidance, reason: Red is warm., sources: [ms-odata]',
    'evidence: guidance, reason: Red is warm.',
    'needs a source',
  ],
  ['sources: [ms-odata]', 'sources: [ms-odta]', '"ms-odta" does not exist; allowed are ms-odata'],
  ['answers: { light: dim }', 'answers: { light: dark }', '“dark” is no answer to “Light”; allowed are bright, dim.'],
  ['answers: [integration/first]', 'answers: [integration/fist]', '"integration/fist" does not exist'],
])('%s → %s is named', (right, wrong, message) => {
  expect(decision).toContain(right);
  const problems = problemsOf(decision.replace(right, wrong));
  expect(problems.join('\n')).toContain(message);
  expect(problems.join('\n')).toContain(file);
});
