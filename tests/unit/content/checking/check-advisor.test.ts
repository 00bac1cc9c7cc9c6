import { expect, test } from 'vitest';
import { readContent } from '#content/reading/content.ts';
import { describeProblem } from '#content/reading/problem.ts';
import { choices, fields } from '#core/advisor/profile.ts';
import { patternIds } from '#core/advisor/rule-book.ts';
import { smallSite } from '#tests/support/small-advisor.ts';
import { type Files, inTemporaryProject } from '#tests/support/small-library.ts';

type File = keyof typeof smallSite;

const rules = 'content/advisor/rules/odata.yaml';
const questions = 'content/advisor/questions.yaml';
const middleware = 'content/advisor/middleware.yaml';
const conflicts = 'content/advisor/conflicts.yaml';
const contradictions = 'content/advisor/contradictions.yaml';
const notes = 'content/advisor/notes.yaml';
const capacity = 'content/advisor/capacity.yaml';
const meters = 'content/advisor/meters.yaml';
const plan = 'content/advisor/operations/odata.yaml';
const levels = 'content/advisor/operations/service-levels.yaml';
const words = 'content/advisor/inventory.yaml';
const sample = 'content/advisor/sample-programme.csv';
const situations = 'content/advisor/situations.yaml';
const version = 'content/advisor/rule-book.yaml';

const problemsOf = (files: Files): string[] =>
  inTemporaryProject(files, (root) => readContent(root).problems.map(describeProblem));

function replaced(text: string, before: string, after: string): string {
  expect(text).toContain(before);
  return text.replace(before, after);
}

/** The small site with one text replaced in one of its files. */
const changed = (file: File, before: string, after: string): Files => ({
  ...smallSite,
  [file]: replaced(smallSite[file], before, after),
});

function without(file: string): Files {
  expect(Object.keys(smallSite)).toContain(file);
  return Object.fromEntries(Object.entries(smallSite).filter(([name]) => name !== file));
}

const latencyQuestion = smallSite[questions].slice(
  smallSite[questions].indexOf('- field: latency'),
  smallSite[questions].indexOf('- field: systems'),
);

const capacityRule = `- id: capacity-page
  pattern: hub
  field: systems-here
  measures: records
  limit: page-size
  over: Take less.
`;

test('the small site is valid', () => {
  expect(problemsOf(smallSite)).toEqual([]);
});

/** What an architect gets wrong, and the whole of what the check and the build say to it. */
const faults: readonly [story: string, file: File, before: string, after: string, ...said: string[]][] = [
  [
    'a rule whose source does not exist',
    rules,
    'sources: [ms-odata]',
    'sources: [ms-odata, ms-gone]',
    `${rules}:11 › odata-read.sources.1: "ms-gone" does not exist; allowed are ms-odata`,
  ],
  [
    'a limit without a source',
    rules,
    'evidence: judgement',
    'evidence: limit',
    `${rules}:12 › odata-systems.sources: evidence "limit" needs a source`,
  ],
  [
    'a reason with an unknown figure',
    rules,
    '{page-size}',
    '{page-count}',
    `${rules}:10 › odata-read.reason: "page-count" does not exist; allowed are page-size`,
  ],
  [
    'a bound that is an unknown figure',
    rules,
    '{ above: 4 }',
    '{ above: page-count }',
    `${rules}:15 › odata-systems.when.0.systems.above: "page-count" does not exist; allowed are page-size`,
  ],
  [
    'a rule on a field without a question',
    rules,
    'when: { operation: read }',
    'when: { operation: read, copy: required }',
    `${rules}:5 › odata-read.when.copy: no question asks for "copy"; allowed are operation, latency, systems`,
  ],
  [
    'an exception on a field without a question',
    rules,
    '      latency: nightly',
    '      latency: nightly\n      payload: large',
    `${rules}:8 › odata-read.unless.payload: no question asks for "payload"; allowed are operation, latency, systems`,
  ],
  [
    'the second of several conditions on a field without a question',
    rules,
    '{ latency: [hourly, nightly] }',
    '{ protocol: file }',
    `${rules}:16 › odata-systems.when.1.protocol: no question asks for "protocol"; allowed are operation, latency, systems`,
  ],
  [
    'a question that is taken away from under its rules',
    questions,
    smallSite[questions].slice(smallSite[questions].indexOf('- field: systems')),
    '',
    `${middleware}:3 › hub-many.when.systems: no question asks for "systems"; allowed are operation, latency, primary`,
    `${rules}:15 › odata-systems.when.0.systems: no question asks for "systems"; allowed are operation, latency`,
  ],
  [
    'the chosen pattern as a condition in a rule that chooses it',
    rules,
    'when: { operation: read }',
    'when: { primary: dmf }',
    `${rules}:5 › odata-read.when.primary: no question asks for "primary"; allowed are operation, latency, systems`,
  ],
  [
    'a condition on a field that nobody knows',
    rules,
    'when: { operation: read }',
    'when: { colour: blue }',
    `${rules}:5 › rules.0.when.colour: is no field here; allowed are counterpart, operation, direction, latency, volume_per_day, peak_batch_records, payload, initiator, transformation, systems, deployment, purpose, copy, response, protocol, guarantees, ownership, platform, subscribers, extensions, caller, network, repair, load, primary`,
  ],
  [
    'a condition on a value that the field does not have',
    rules,
    '[hourly, nightly]',
    '[hourly, weekly]',
    `${rules}:16 › rules.1.when.1.latency.1: Invalid option: expected one of "realtime"|"near-realtime"|"hourly"|"nightly"`,
  ],
  [
    'a bound that is neither number nor figure',
    rules,
    '{ above: 4 }',
    '{ above: [4] }',
    `${rules}:15 › rules.1.when.0.systems.above: must be a number or text`,
  ],
  [
    'a rule that neither favours nor excludes',
    rules,
    '    favour: 2\n',
    '',
    `${rules}:3 › rules.0: must have exactly one of favour, against and exclude`,
  ],
  [
    'an exclusion that no limit backs',
    rules,
    'against: 1',
    'exclude: true',
    `${rules}:18 › odata-systems.evidence: only a documented limit excludes a pattern, or a load far beyond it`,
  ],
  [
    'a criterion without a weight',
    version,
    '  - { id: load, title: Some, asks: Some?, weight: 1, reason: A reason. }\n',
    '',
    `${version}:2 › criteria: "load" is missing`,
  ],
  [
    'an id that stands twice',
    rules,
    'id: odata-systems',
    'id: hub-many',
    `${middleware}:2 › hub-many: this id stands in ${rules} already`,
  ],
  [
    'a rule about a pattern that nobody knows',
    rules,
    'pattern: odata',
    'pattern: sftp',
    `${rules}:1 › pattern: Invalid option: expected one of ${patternIds.map((id) => `"${id}"`).join('|')}`,
  ],
  [
    'a question with an answer that its field does not have',
    questions,
    '{ value: hourly,',
    '{ value: weekly,',
    `${questions}:18 › latency.options: offers no "hourly"; allowed are realtime, near-realtime, hourly, nightly`,
    `${questions}:21 › latency.options.2.value: "weekly" is no value of latency; allowed are realtime, near-realtime, hourly, nightly`,
  ],
  [
    'a question that offers an answer twice',
    questions,
    '{ value: 4,',
    '{ value: 2,',
    `${questions}:29 › systems.options.1.value: "2" is offered twice`,
  ],
  [
    'a range without its number',
    questions,
    '{ value: 4,',
    '{ value: many,',
    `${questions}:29 › systems.options.1.value: "many" must be a number`,
  ],
  [
    'a question that is asked twice',
    questions,
    '- field: systems',
    `${latencyQuestion}- field: systems`,
    `${questions}:23 › 2.field: a question about "latency" stands twice`,
  ],
  [
    'a question whose answer nothing reads',
    questions,
    '- field: systems',
    `- field: copy
  label: Copy
  ask: May there be a copy?
  why: Because.
  options: [{ value: required, label: Yes }, { value: unwanted, label: No }]
- field: systems`,
    `${questions}:23 › copy: no rule, conflict, note, variant, part, figure or plan reads it, so its answer changes nothing`,
  ],
  [
    'a question with a term that the glossary lacks',
    questions,
    'terms: [dmf]',
    'terms: [dixf]',
    `${questions}:5 › operation.terms.0: "dixf" does not exist; allowed are dmf`,
  ],
  [
    'a conflict about a field without a question',
    conflicts,
    '{ field: latency, costs: Some }]',
    '{ field: latency, costs: Some }, { field: payload, costs: Some }]',
    `${conflicts}:4 › conflict-soon.between.2: no question asks for "payload"; allowed are operation, latency, systems`,
  ],
  [
    'a contradiction of one field',
    contradictions,
    '{ operation: extract, latency: realtime }',
    '{ operation: extract }',
    `${contradictions}:1 › 0: must name two fields or more`,
  ],
  [
    'a contradiction on a field without a question',
    contradictions,
    'latency: realtime',
    'payload: large',
    `${contradictions}:2 › contradiction-soon.when.payload: no question asks for "payload"; allowed are operation, latency, systems`,
  ],
  [
    'a note that leads to no page',
    notes,
    '/integration/first/',
    '/integration/gone/',
    `${notes}:4 › note-first.link: leads to /integration/gone/, which does not exist`,
  ],
  [
    'a verdict on middleware with an unknown source',
    middleware,
    'evidence: judgement',
    'evidence: judgement\n    sources: [ms-gone]',
    `${middleware}:6 › hub-many.sources.0: "ms-gone" does not exist; allowed are ms-odata`,
  ],
  [
    'a plan that names a number that no service level has',
    plan,
    '{sla:detect}',
    '{sla:notice}',
    `${plan}:3 › delivery.0.text: {sla:notice} is not one of id, title, meaning, duty, detect, acknowledge, recover, loss, backlog, attempts, letters, rate, reconcile, keep, rehearse`,
  ],
  [
    'a plan with an unknown figure',
    plan,
    '{page-size}',
    '{page-count}',
    `${plan}:3 › delivery.0.text: "page-count" does not exist; allowed are page-size`,
  ],
  [
    'a plan with an unknown source',
    plan,
    '[ms-odata]',
    '[ms-gone]',
    `${plan}:5 › delivery.0.sources.0: "ms-gone" does not exist; allowed are ms-odata`,
  ],
  [
    'a plan on a field without a question',
    plan,
    'when: { operation: read }',
    'when: { ownership: none }',
    `${plan}:6 › delivery.0.when.ownership: no question asks for "ownership"; allowed are operation, latency, systems, primary, variant, middleware, hub`,
  ],
  [
    'a service level with a number of ours that is nowhere',
    levels,
    'detect: some',
    "detect: '{soon-enough}'",
    `${levels}:5 › 0.detect: {soon-enough} is not in content/assumptions.yaml`,
  ],
  [
    'a service level without a number',
    levels,
    '  detect: some\n',
    '',
    `${levels}:1 › 0.detect: is missing; text is expected`,
  ],
  [
    'a service level that stands twice',
    levels,
    'id: routine',
    'id: critical',
    `${levels}: has no "routine"; needed are critical, important, routine`,
    `${levels}:31 › 2.id: "critical" stands twice`,
  ],
  [
    'a situation with an answer that no question offers',
    situations,
    'operation: read',
    'operation: look-up',
    `${situations}:2 › 0.profile.operation: Invalid option: expected one of ${choices.operation.map((word) => `"${word}"`).join('|')}`,
  ],
  [
    'a situation with a field that nobody knows',
    situations,
    'latency: realtime',
    'latencies: realtime',
    `${situations}:2 › 0.profile.latencies: is no field here; allowed are ${fields.join(', ')}`,
  ],
  [
    'a situation that answers nothing',
    situations,
    '{ operation: read, latency: realtime }',
    '{}',
    `${situations}:2 › 0.profile: must answer one question or more`,
  ],
  [
    'a situation that is told twice',
    situations,
    '- situation: Somebody waits for an answer',
    '- situation: Somebody waits for an answer\n  profile: { operation: create }\n- situation: Somebody waits for an answer',
    `${situations}:3 › 1.situation: "Somebody waits for an answer" stands twice`,
  ],
  [
    'a version that says nothing of its change',
    version,
    'version: "1.0"',
    'version: "1.1"',
    `${version}:1 › version: is "1.1", but the newest change stands under "1.0"; allowed is the same version for both`,
  ],
  [
    'a header word that stands under two columns',
    words,
    'operation: [action]',
    'operation: [action, Title]',
    `${words}:10 › headers.operation.1: "Title" stands under name already; a word may have one meaning only`,
  ],
  [
    'a synonym that stands under two answers',
    words,
    'create: [add]',
    'create: [add, Look-up]',
    `${words}:14 › values.operation.create.1: "Look-up" stands under read already; a word may have one meaning only`,
  ],
  [
    "a synonym that is another answer's own word",
    words,
    'create: [add]',
    'create: [add, bulk load]',
    `${words}:14 › values.operation.create.1: "bulk load" is understood as bulk-load already; a word may have one meaning only`,
  ],
  [
    'a synonym of an answer that nobody knows',
    words,
    'create: [add]',
    'delete: [add]',
    `${words}:14 › values.operation.delete: is no field here; allowed are read, create, update, event-notify, process-call, bulk-load, extract`,
  ],
  [
    'a word of the sample that says nothing',
    sample,
    'look up,nightly',
    'look up,soonish',
    `${sample}:2 › How soon: "soonish" cannot be read; allowed: realtime, near-realtime, hourly, nightly`,
  ],
];

test.each(faults)('the check names file, line and what is allowed for %s', (_story, file, before, after, ...said) => {
  expect(problemsOf(changed(file, before, after))).toEqual(said);
});

test('a capacity check is held against questions and figures', () => {
  const at = (field: string, limit: string) =>
    problemsOf({
      ...smallSite,
      [capacity]: capacityRule.replace('systems-here', field).replace('page-size', limit),
    });
  expect(at('payload', 'page-size')).toEqual([
    `${capacity}:3 › capacity-page.field: no question asks for "payload"; allowed are operation, latency, systems`,
  ]);
  expect(at('payload', 'page-count')).toContain(
    `${capacity}:5 › capacity-page.limit: "page-count" does not exist; allowed are page-size`,
  );
});

test.each([
  [
    'the reason of a rule',
    'content/advisor/rules/odata.yaml',
    'reason: A reason.',
    'reason: "Takes {page-size} at once."',
  ],
  ['a line of a plan', plan, 'at {page-size} a page', 'with {page-size} a page'],
] as const)('%s says what bounds its figure', (_story, file, before, after) => {
  const figures = 'content/figures/integration.yaml';
  const bounded = {
    ...smallSite,
    [figures]: smallSite[figures].replace('kind: limit', 'kind: limit\n  bound: at-most'),
  };
  const at = (text: string) =>
    problemsOf({ ...bounded, [file]: replaced(smallSite[file], before, text) }).filter((line) => line.startsWith(file));
  expect(at(after)).toEqual([
    expect.stringContaining('drops the bound "at-most" of page-size: say it in that sentence'),
  ]);
  expect(at(after.replace('{page-size}', 'at most {page-size}'))).toEqual([]);
});

test('a meter is held against questions, figures and sources, and counts in one way', () => {
  const meter = (more: string) => ({
    ...smallSite,
    [meters]: `meters:
  - id: meter-calls
    name: Calls
    unit: calls
    patterns: [odata]
    counts: one call
    definition: A call.
    sources: [ms-odata]
${more}left_out: []
`,
  });
  expect(problemsOf(meter('    each: 1\n'))).toEqual([]);
  expect(problemsOf(meter('    rate: page-count\n'))).toEqual([
    `${meters}:9 › meter-calls.rate: "page-count" does not exist; allowed are page-size`,
  ]);
  expect(problemsOf(meter('    each: 1\n    when: { payload: small }\n'))[0]).toContain(
    'no question asks for "payload"',
  );
  expect(problemsOf(meter(''))[0]).toContain('one of "each" and "rate" has to stand here');
});

test('an answer in words that is held against a figure says how much it stands for', () => {
  const rule = capacityRule.replace('systems-here', 'payload');
  const question = (amount: string): string =>
    `- field: payload\n  label: Size\n  ask: How large?\n  why: Because.\n  options:\n${choices.payload
      .map((word) => `    - { value: ${word}, label: Some${amount} }\n`)
      .join('')}`;
  const at = (amount: string): string[] =>
    problemsOf({ ...smallSite, [capacity]: rule, [questions]: `${question(amount)}${smallSite[questions]}` });
  expect(at(', amount: { up_to: 64 }')).toEqual([]);
  expect(at('')).toEqual(
    [6, 7, 8].map(
      (line, index) =>
        `${questions}:${line} › payload.options.${index}: needs an amount, up_to or above, since figures are held against it`,
    ),
  );
});

test.each(['volume_per_day', 'payload'])('a figure of an hour is not one of %s', (field) => {
  const rule = capacityRule.replace('systems-here', `${field}\n  per: hour`);
  expect(problemsOf({ ...smallSite, [capacity]: rule })).toEqual([
    `${capacity}:4 › 0.per: stands with a figure for peak_batch_records alone, and without divide`,
  ]);
});

test.each([
  [notes, 'is missing'],
  [meters, 'is missing'],
  [sample, 'is missing'],
])('a file that the advisor needs is missed: %s', (file, said) => {
  expect(problemsOf(without(file))).toEqual([`${file}: ${said}`]);
});

test('all faults are named at once, file by file and from the top down', () => {
  const files = {
    ...smallSite,
    [rules]: smallSite[rules]
      .replace('{page-size}', '{page-count}')
      .replace('sources: [ms-odata]', 'sources: [ms-gone]'),
    [words]: smallSite[words].replace('create: [add]', 'create: [add, look up]'),
    [sample]: smallSite[sample].replace('hourly', 'soonish'),
    'content/home.yaml': 'first: [integration/gone, integration/second, integration/third]\n',
  };
  expect(problemsOf(files).map((problem) => problem.replace(/ ›.*/, ''))).toEqual([
    `${words}:14`,
    `${rules}:10`,
    `${rules}:11`,
    `${sample}:3`,
    'content/home.yaml:1',
  ]);
});

test.each([
  ['content/sources/integration.yaml', 'grade: A', 'grade: Z', 'ms-odata.grade'],
  ['content/figures/integration.yaml', 'kind: limit', 'kind: rumour', 'page-size.kind'],
  ['content/glossary.yaml', 'term: DMF', 'termm: DMF', '0.termm'],
  ['content/answers/integration/first.mdx', 'topic: choosing', 'topic: [choosing]', 'topic'],
  ['content/hubs/integration.yaml', 'order: 1', 'order: first', 'order'],
] as const)(
  'what cannot be read is reported where it stands, and not wherever it is named: %s',
  (file, before, after, field) => {
    const problems = problemsOf(changed(file, before, after));
    expect(problems.every((problem) => problem.startsWith(`${file}:`))).toBe(true);
    expect(problems.join('\n')).toContain(` › ${field}: `);
  },
);

test('rules are not held against questions that cannot be read', () => {
  expect(problemsOf(changed(questions, 'ask: What has to happen?', 'ask: ""'))).toEqual([
    `${questions}:3 › 0.ask: must not be empty`,
  ]);
});
