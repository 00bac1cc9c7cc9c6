import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { contentCheck } from '#content/checking/integration.ts';
import { readLibrary } from '#content/reading/library.ts';
import { describeProblem } from '#content/reading/problem.ts';
import { comparisonFields } from '#content/schemas/pattern.ts';
import { smallSite } from '#tests/support/small-advisor.ts';
import { inTemporaryProject, smallLibrary } from '#tests/support/small-library.ts';

type File = keyof typeof smallLibrary;

const answer = 'content/answers/integration/first.mdx';
const pattern = 'content/patterns/odata.mdx';
const sources = 'content/sources/integration.yaml';
const figures = 'content/figures/integration.yaml';

const answersAllowed = 'allowed are integration/first, integration/second, integration/third';

/** The small library with one text replaced in one of its files. */
function changed(file: File, before: string, after: string): Record<string, string> {
  expect(smallLibrary[file]).toContain(before);
  return { ...smallLibrary, [file]: smallLibrary[file].replace(before, after) };
}

const problemsOf = (files: Record<string, string>): string[] =>
  inTemporaryProject(files, (root) => readLibrary(root).problems.map(describeProblem));

test('the small library is valid', () => {
  expect(problemsOf(smallLibrary)).toEqual([]);
});

const sixtyOneWords = Array.from({ length: 61 }, () => 'word').join(' ');

/** What an editor gets wrong, and the whole of what the build says to it. */
const faults: readonly [story: string, file: File, before: string, after: string, said: string][] = [
  [
    'an answer that is related to none',
    answer,
    'related: [integration/second]',
    'related: [integration/fourth]',
    `${answer}:7 › related.0: "integration/fourth" does not exist; ${answersAllowed}`,
  ],
  [
    'an answer that rests on no known source',
    answer,
    'sources: [ms-odata]',
    'sources: [ms-odata, ms-gone]',
    `${answer}:8 › sources.1: "ms-gone" does not exist; allowed are ms-odata`,
  ],
  [
    'an answer in no topic of its hub',
    answer,
    'topic: choosing',
    'topic: cost',
    `${answer}:5 › topic: "cost" is none of the hub's topics (choosing)`,
  ],
  [
    'a citation of no known source',
    answer,
    '<Cite id="ms-odata" />',
    '<Cite id="ms-gone" />',
    `${answer}:13 › body, <Cite>: "ms-gone" does not exist; allowed are ms-odata`,
  ],
  [
    'a figure that is not in the ledger',
    answer,
    '<Fact id="page-size" />',
    '<Fact id="page-count" />',
    `${answer}:13 › body, <Fact>: "page-count" does not exist; allowed are page-size`,
  ],
  [
    'a term that is not in the glossary',
    answer,
    '<Term id="dmf">',
    '<Term id="dixf">',
    `${answer}:14 › body, <Term>: "dixf" does not exist; allowed are dmf`,
  ],
  [
    'a figure in a verdict that is not in the ledger',
    answer,
    'verdict: This one.',
    'verdict: "At most {page-count}."',
    `${answer}:3 › verdict: "page-count" does not exist; allowed are page-size`,
  ],
  [
    'a link to a page that does not exist',
    answer,
    '(/integration/second/)',
    '(/integration/fourth/)',
    `${answer}:13 › body: links to /integration/fourth/, which does not exist`,
  ],
  [
    'a link without its last slash',
    answer,
    '(/integration/second/)',
    '(/integration/second)',
    `${answer}:13 › body: links to /integration/second, which does not exist; allowed is /integration/second/, with a slash at its end`,
  ],
  [
    'a figure of no known source',
    figures,
    'source: ms-odata',
    'source: ms-gone',
    `${figures}:6 › page-size.source: "ms-gone" does not exist; allowed are ms-odata`,
  ],
  [
    'a pattern limited by an unknown figure',
    pattern,
    'limits: [page-size]',
    'limits: [page-count]',
    `${pattern}:${10 + comparisonFields.length} › limits.0: "page-count" does not exist; allowed are page-size`,
  ],
  [
    'a front page that opens with an unknown question',
    'content/home.yaml',
    'integration/third]',
    'integration/fourth]',
    `content/home.yaml:1 › first.2: "integration/fourth" does not exist; ${answersAllowed}`,
  ],
  [
    'a term that points at an unknown one',
    'content/glossary.yaml',
    'definition: The data management framework.',
    'definition: The data management framework.\n  see: [dixf]',
    'content/glossary.yaml:4 › dmf.see.0: "dixf" does not exist; allowed are dmf',
  ],
  [
    'a name of two terms',
    'content/glossary.yaml',
    'definition: The data management framework.',
    'definition: The data management framework.\n- id: staging\n  term: Staging\n  definition: A table.\n  aliases: [load, dmf]',
    'content/glossary.yaml:7 › staging.aliases.1: "dmf" stands under dmf already; a name may mean one thing only',
  ],
  [
    'an audience nobody knows',
    answer,
    'audiences: [architect]',
    'audiences: [architect, pilots]',
    `${answer}:4 › audiences.1: Invalid option: expected one of "cio"|"cfo"|"programme-leader"|"architect"|"finance-lead"|"data-lead"|"security-lead"|"operations"`,
  ],
  [
    'a source without an address',
    sources,
    '  url: https://learn.microsoft.com/odata\n',
    '',
    `${sources}:1 › ms-odata.url: must be an http(s) address`,
  ],
  [
    'a source without the date it was checked',
    sources,
    '  checked: 2026-11-23\n',
    '',
    `${sources}:1 › ms-odata.checked: must be a date such as 2026-11-23`,
  ],
  [
    'a verdict of 61 words',
    answer,
    'verdict: This one.',
    `verdict: ${sixtyOneWords}`,
    `${answer}:3 › verdict: must be at most 60 words, has 61`,
  ],
  [
    'a table with an aligned column',
    answer,
    '| --- | --- |',
    '| --- | ---: |',
    `${answer}:17 › body: aligns a table column with a colon; use <NumberTable> instead`,
  ],
  [
    'a component that does not exist',
    answer,
    'A <Term id="dmf">DMF</Term> job.',
    '<Video />',
    `${answer}:14 › body: <Video> is no component; allowed are Cite, Fact, Term, Assumption, Judgement, Callout, Timeline, Moment, NumberTable, Bars, Curve, Flow, Layers, TAccounts`,
  ],
  [
    'code in content',
    answer,
    'A <Term id="dmf">DMF</Term> job.',
    "import Video from './Video.astro';",
    `${answer}:14 › body: content holds no code: remove the import or export`,
  ],
  [
    'a sign that MDX takes for a component',
    answer,
    'A <Term id="dmf">DMF</Term> job.',
    'At <5 days.',
    `${answer}:14 › body: cannot be read: Unexpected character after \`<\`, expected a valid JSX tag (note: to create a link in MDX, use \`[text](url)\`)`,
  ],
  [
    'a component that is not closed',
    answer,
    'A <Term id="dmf">DMF</Term> job.',
    'A <Term id="dmf">DMF job.',
    `${answer}:14 › body: cannot be read: Expected a closing tag for \`<Term>\` before the end of \`paragraph\``,
  ],
  [
    'a field that nobody knows',
    answer,
    'topic: choosing',
    'topic: choosing\nauthor: me',
    `${answer}:6 › author: is no field here; allowed are question, verdict, audiences, topic, aliases, related, sources, reviewed, confidence`,
  ],
];

/** The small library with one more file. */
const withFile = (file: string, text: string): string[] => problemsOf({ ...smallLibrary, [file]: text });

const steps = (answers: readonly string[]): string =>
  answers.map((answer) => `    - { answer: integration/${answer}, why: Because. }\n`).join('');

test.each([
  [
    'a reading path to an unknown answer',
    'content/reading-paths.yaml',
    `- id: audit\n  title: Audit\n  line: A line.\n  outcome: An end.\n  steps:\n${steps(['first', 'second', 'third', 'first', 'gone'])}`,
    [
      `content/reading-paths.yaml:10 › audit.steps.4: "integration/gone" does not exist; ${answersAllowed}`,
      'content/reading-paths.yaml:5 › audit.steps: names an answer twice',
    ],
  ],
  [
    'a desk with an answer that is not written for its reader, one that does not exist, and an unknown path',
    'content/desks.yaml',
    'cfo:\n  line: A line.\n  first: [integration/first, integration/gone, integration/second, integration/second]\n  paths: [gone]\n',
    [
      `content/desks.yaml:3 › cfo.first.1: "integration/gone" does not exist; ${answersAllowed}`,
      'content/desks.yaml:3 › cfo.first: names an answer twice',
      'content/desks.yaml:3 › cfo.first.0: "integration/first" is not written for cfo; it is for architect',
      'content/desks.yaml:3 › cfo.first.2: "integration/second" is not written for cfo; it is for cio',
      'content/desks.yaml:3 › cfo.first.3: "integration/second" is not written for cfo; it is for cio',
      'content/desks.yaml:4 › cfo.paths.0: "gone" does not exist; allowed are ',
    ],
  ],
  [
    'an old address of a page that still exists',
    'content/redirects.yaml',
    '/integration/first/: /integration/second/\n',
    [
      'content/redirects.yaml:1 › /integration/first/: is a page of its own: only addresses that no page has any more lead elsewhere',
    ],
  ],
  [
    'an old address that leads nowhere',
    'content/redirects.yaml',
    '/integration/old/: /integration/gone/\n',
    ['content/redirects.yaml:1 › /integration/old/: leads to /integration/gone/, which does not exist'],
  ],
  [
    'an old address that is none',
    'content/redirects.yaml',
    'integration/old: /integration/first/\n',
    ['content/redirects.yaml:1 › integration/old: must be a page such as /integration/odata-limits/'],
  ],
  [
    'a phrase that stands twice',
    'content/search/phrases.yaml',
    '- say: [turn the page, turning our pages]\n  mean: DMF\n',
    [
      'content/search/phrases.yaml:1 › 0.say.1: "turning our pages" stands here already, but for small words and endings',
    ],
  ],
  [
    'a phrase whose meaning stands nowhere',
    'content/search/phrases.yaml',
    '- say: [go straight on]\n  mean: zeppelins\n',
    [
      'content/search/phrases.yaml:2 › 0.mean: "zeppelins" is in no question, other name, short answer or term, so it would find nothing',
    ],
  ],
  [
    'a synonym of nothing',
    'content/search/words.yaml',
    'weak: []\nordinary: []\nsynonyms:\n  - [lonely]\n',
    ['content/search/words.yaml:4 › synonyms.0: needs at least two words that mean one thing'],
  ],
  [
    'a change to an unknown answer',
    'content/changes.yaml',
    '- { date: 2026-11-25, kind: added, title: News, answers: [integration/gone] }\n',
    [`content/changes.yaml:1 › 0.answers.0: "integration/gone" does not exist; ${answersAllowed}`],
  ],
  [
    'a correction that rests on an unknown source',
    'content/changes.yaml',
    '- { date: 2026-11-25, kind: corrected, title: News, text: It said 5., sources: [ms-gone] }\n',
    ['content/changes.yaml:1 › 0.sources.0: "ms-gone" does not exist; allowed are ms-odata'],
  ],
])('the check names file, line and field of %s', (_story, file, text, said) => {
  expect(withFile(file, text)).toEqual(said);
});

test.each(faults)('the check names file, line and field of %s', (_story, file, before, after, said) => {
  expect(problemsOf(changed(file, before, after))).toEqual([said]);
});

test('the check names file and line of broken YAML', () => {
  const [problem] = problemsOf(changed(sources, '  publisher:', '    publisher:'));
  expect(problem).toMatch(/^content\/sources\/integration\.yaml:3: /);
});

test('an id may be defined once only', () => {
  const other = 'content/sources/other.yaml';
  const problems = problemsOf({ ...smallLibrary, [other]: smallLibrary[sources] });
  expect(problems).toEqual([`${other}:1 › ms-odata: is defined in ${sources} already`]);
});

test('files written on Windows are read alike', () => {
  const windows = Object.entries(smallLibrary).map(([file, text]) => [file, `\uFEFF${text.replaceAll('\n', '\r\n')}`]);
  expect(problemsOf(Object.fromEntries(windows))).toEqual([]);
});

test('a build stops before its first page, and says where and why', () => {
  const build = (root: string): unknown =>
    contentCheck().hooks['astro:config:setup']?.({
      command: 'build',
      config: { root: pathToFileURL(`${root}/`), cacheDir: pathToFileURL(`${root}/kept/`) },
      updateConfig: () => undefined,
    } as never);
  const broken = changed(answer, '[integration/second]', '[integration/fourth]');
  const site = { ...smallSite, 'package-lock.json': '{}' };
  const files = { ...site, [answer]: broken[answer] as string };
  expect(() => inTemporaryProject(files, build)).toThrowErrorMatchingInlineSnapshot(`
    [ContentError: content/ has 1 problem:
      content/answers/integration/first.mdx:7 › related.0: "integration/fourth" does not exist; allowed are integration/first, integration/second, integration/third]
  `);
  expect(() => inTemporaryProject(site, build)).not.toThrow();
});
