import { expect, test } from 'vitest';
import { readLibrary } from '#content/reading/library.ts';
import { describeProblem } from '#content/reading/problem.ts';
import { inTemporaryProject, smallLibrary } from '#tests/support/small-library.ts';

const file = 'content/tools/sum.yaml';

const tool = `title: Sum
question: How much?
verdict: So much.
hub: integration
order: 1
inputs:
  - { id: size, label: Size, unit: records, max: 100000, default: 10000, basis: { figure: page-size } }
  - { id: kind, label: Kind, options: [One, Two], default: One, basis: { ours: "it is the usual one." } }
tables:
  - id: things
    label: Things
    row: { one: thing, many: things }
    columns:
      - { id: name, label: Name, kind: text, required: true }
      - { id: count, label: Count, kind: number, required: true, max: 50 }
      - { id: all, label: All, formula: "count * size" }
results:
  - { id: total, label: Total, formula: "sum(things.all)" }
headline: total
limits: [One., Two.]
answers: [integration/first]
example:
  text: An example.
  tables: { things: [{ name: a, count: 2 }] }
`;

const problemsOf = (text: string): string[] =>
  inTemporaryProject({ ...smallLibrary, [file]: text }, (root) => readLibrary(root).problems.map(describeProblem));

test('a tool that is right is read, with where its defaults come from', () => {
  const { library, problems } = inTemporaryProject({ ...smallLibrary, [file]: tool }, readLibrary);
  expect(problems).toEqual([]);
  expect(library.tools[0]).toMatchObject({ id: 'sum', headline: 'total' });
  expect(library.tools[0]?.inputs.map(({ basis }) => basis)).toEqual([
    {
      text: 'Published: 10,000 records per page.',
      url: 'https://learn.microsoft.com/odata',
      source: 'Open Data Protocol',
      checked: '2026-11-23',
    },
    { text: 'Ours: it is the usual one.' },
  ]);
});

test.each([
  [
    'a formula that cannot be read',
    'sum(things.all)',
    'sum(things.all',
    /results\.total\.formula: expected "\)" instead of the end/,
  ],
  [
    'a name that is not there',
    'count * size',
    'count * weight',
    /columns\.all\.formula: "weight" does not exist; allowed are name, count/,
  ],
  [
    'a column that is not there',
    'things.all)',
    'things.none_of_it)',
    /results\.total\.formula: there is no column "none_of_it"/,
  ],
  ['a table that is not there', 'sum(things.all)', 'sum(stones.all)', /there is no table "stones"/],
  ['a formula that needs itself', 'count * size', 'count * total', /formula: needs itself, by way of/],
  [
    'a default that is not its figure’s',
    'default: 10000',
    'default: 9000',
    /inputs\.size\.default: is not the 10000 of page-size/,
  ],
  ['a figure that is not in the ledger', 'figure: page-size', 'figure: page-sise', /"page-sise" does not exist/],
  ['a default of nobody', 'ours: "it is the usual one."', 'note: why', /basis/],
  [
    'an answer that is not there',
    'integration/first',
    'integration/fourth',
    /answers\.0: "integration\/fourth" does not exist/,
  ],
  [
    'an example that the page would not take',
    'count: 2',
    'count: 99',
    /“99” is not allowed: write a number from 0 to 50/,
  ],
  [
    'a cell of a column that is not there',
    'count: 2',
    'weight: 2',
    /example\.tables\.things\.0\.weight: is no column to fill in/,
  ],
  [
    'a headline that is no result',
    'headline: total',
    'headline: size',
    /headline: "size" does not exist; allowed are total/,
  ],
  ['an order that no column gives', 'count * size', 'latest(all, size)', /"latest" needs a column of the kind after/],
  [
    'a comparison that spreadsheets round',
    'sum(things.all)',
    'max(things.all where things.count > 1)',
    /takes only conditions with =/,
  ],
  [
    'a cell that content fills in a table to which rows can be added',
    'kind: text, required: true }',
    'kind: text, required: true, given: true }',
    /tables\.things\.columns\.name: is given, so the table must be fixed/,
  ],
  [
    'a fixed table without rows',
    'row: { one: thing, many: things }',
    'row: { one: thing, many: things }\n    fixed: true',
    /tables\.things\.start: must have rows/,
  ],
  ['an option that a workbook would take for two', '[One, Two]', '[One, "Two, three"]', /must not contain a comma/],
  [
    'a chart that is drawn from no result',
    'limits:',
    'charts: [{ kind: profile, title: A, table: things, at: count, value: all, line: { result: no, label: L } }]\nlimits:',
    /charts\.0\.line: "no" does not exist; allowed are total/,
  ],
])('%s stops the build', (_what, from, to, problem) => {
  const problems = problemsOf(tool.replace(from, to));
  expect(problems.join('\n')).toMatch(problem);
  expect(problems.every((text) => text.startsWith(`${file}:`))).toBe(true);
});

test('a sentence about a result that names what is not there stops the build', () => {
  const saying = (text: string): string =>
    tool.replace('"sum(things.all)" }', `"sum(things.all)", says: [{ when: "total > 0", text: "${text}" }] }`);
  expect(problemsOf(saying('With {size} it is {total}.'))).toEqual([]);
  expect(problemsOf(saying('With {sise} it is {total}.'))).toEqual([
    expect.stringContaining('{sise} is no input and no result; allowed are size, kind, total'),
  ]);
});

test('a default that is one number of a figure in words must be that number', () => {
  const ledger = 'content/figures/integration.yaml';
  const worded = (value: string): string[] =>
    inTemporaryProject(
      {
        ...smallLibrary,
        [ledger]: (smallLibrary as Record<string, string>)[ledger]?.replace('value: 10000', `value: ${value}`) ?? '',
        [file]: tool,
      },
      (root) => readLibrary(root).problems.map(describeProblem),
    );
  expect(worded('USD 10000')).toEqual([]);
  expect(worded('USD 210')).toEqual([expect.stringContaining('inputs.size.default: is not the 210 of page-size')]);
  expect(worded('10 or 20')).toEqual([]);
});

test('rows that are counted are numbered, each after the one before it', () => {
  const counted = tool.replace(
    /columns:[\s\S]*?results:/,
    `counted: 3
    columns:
      - { id: number, label: Number, kind: number, required: true, given: true }
      - { id: after, label: After, kind: after, given: true }
      - { id: all, label: All, formula: "number * size + latest(all, 0)" }
results:`,
  );
  const { library, problems } = inTemporaryProject(
    { ...smallLibrary, [file]: counted.replace(/\n {2}tables: \{ things.*/, '') },
    readLibrary,
  );
  expect(problems).toEqual([]);
  expect(library.tools[0]?.tables[0]).toMatchObject({
    isFixed: true,
    start: [{ number: '1' }, { number: '2', after: '1' }, { number: '3', after: '2' }],
  });
});
