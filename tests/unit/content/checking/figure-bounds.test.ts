import { expect, test } from 'vitest';
import { boundFaults } from '#content/checking/figure-bounds.ts';
import { answerMarkdown } from '#content/publishing/markdown.ts';
import { readLibrary } from '#content/reading/library.ts';
import { describeProblem } from '#content/reading/problem.ts';
import { inTemporaryProject, smallLibrary } from '#tests/support/small-library.ts';

const figures = new Map([
  ['page-size', { value: 10000, bound: 'at-most' }],
  ['pause', { value: 1, bound: 'at-most' }],
  ['delay', { value: 'up to 60', bound: 'at-most' }],
  ['threads', { value: 8, bound: 'exact' }],
  ['since', { value: '10.0.36', bound: 'or-later' }],
] as const);

test.each([
  ['said in front of it', 'It takes at most <Fact id="page-size" />.'],
  ['said behind it', 'It takes <Fact id="page-size" /> at most.'],
  ['said for two figures at once', 'Beyond <Fact id="page-size" /> or <Fact id="pause" bare />, changes are lost.'],
  ['said in its value', 'It takes <Fact id="delay" />.'],
  ['said by the row', '| A page of at most | <Fact id="page-size" /> |'],
  ['said by the head of the table', '| What | Limit |\n| --- | --- |\n| A page | <Fact id="page-size" /> |'],
  ['written by the component', 'It takes <Fact id="page-size" bound />.'],
  ['none, since the value is exact', 'It runs <Fact id="threads" />.'],
])('a bound is %s', (_story, body) => {
  expect(boundFaults(body, figures)).toEqual([]);
});

test.each([
  ['dropped', 'It takes <Fact id="page-size" />.', 1, 'drops the bound "at-most" of page-size'],
  [
    'said in another sentence only',
    'At most is not said here. It takes <Fact id="page-size" />.',
    1,
    'drops the bound "at-most" of page-size',
  ],
  ['dropped further down', 'Text.\n\n- One.\n- In\n  <Fact id="since" />.', 5, 'drops the bound "or-later" of since'],
  [
    'said by the head of another table',
    '| What | Limit |\n| --- | --- |\n| A | b |\n\nText.\n\n| A page | <Fact id="page-size" /> |',
    7,
    'drops the bound "at-most" of page-size',
  ],
  ['said twice', 'Take up to <Fact id="page-size" bound />.', 1, '<Fact id="page-size" bound /> says twice'],
])('a bound that is %s is reported', (_story, body, line, message) => {
  expect(boundFaults(body, figures)).toEqual([{ line, message: expect.stringContaining(message) }]);
});

const answer = 'content/answers/integration/first.mdx';
const ledger = 'content/figures/integration.yaml';
const bounded = { ...smallLibrary, [ledger]: smallLibrary[ledger].replace('  source:', '  bound: at-most\n  source:') };

test('the content check names the place where an answer drops a bound, in its body and in its verdict', () => {
  const file = smallLibrary[answer].replace('verdict: This one.', 'verdict: This one, by {page-size}.');
  expect(file).not.toBe(smallLibrary[answer]);
  const said = inTemporaryProject({ ...bounded, [answer]: file }, (root) => readLibrary(root).problems);
  const ours = said.filter((problem) => problem.file === answer).map(describeProblem);
  expect(ours).toEqual([
    expect.stringMatching(/verdict: drops the bound "at-most" of page-size/),
    expect.stringMatching(/body: drops the bound "at-most" of page-size.*<Fact id="page-size" bound \/> write it/),
  ]);
});

test('the component writes the bound in the Markdown of an answer too', () => {
  const file = smallLibrary[answer].replace('<Fact id="page-size" />', '<Fact id="page-size" bound />');
  const { library, problems } = inTemporaryProject({ ...bounded, [answer]: file }, readLibrary);
  expect(problems.filter((problem) => problem.file === answer)).toEqual([]);
  const [first] = library.answers.filter(({ slug }) => slug === 'first');
  expect(first && answerMarkdown(first, library, '')).toContain('at most 10,000 records');
});
