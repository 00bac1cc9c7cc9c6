import { expect, test } from 'vitest';
import { checkPatterns, type KnownPatterns } from '#content/checking/check-patterns.ts';
import { readContent } from '#content/reading/content.ts';
import { readLibrary } from '#content/reading/library.ts';
import { describeProblem } from '#content/reading/problem.ts';
import { operationsSectionIds, patternIds } from '#core/advisor/rule-book.ts';
import { smallSite } from '#tests/support/small-advisor.ts';
import { type Files, inTemporaryProject } from '#tests/support/small-library.ts';

const page = 'content/patterns/dmf.mdx';
const rules = 'content/advisor/rules/dmf.yaml';
const variants = 'content/advisor/variants/dmf.yaml';
const plan = 'content/advisor/operations/dmf.yaml';
const capacity = 'content/advisor/capacity.yaml';
const glossary = 'content/glossary.yaml';
const allowed = patternIds.join(', ');

const problemsOf = (files: Files): string[] =>
  inTemporaryProject(files, (root) => readContent(root).problems.map(describeProblem));

/** What is said where the program knows these patterns and drawings instead of its own. */
const problemsWith = (known: KnownPatterns, files: Files = smallSite): string[] =>
  inTemporaryProject(files, (root) => checkPatterns(root, readLibrary(root).library, known).map(describeProblem));

/** The small site with one text replaced in one of its files. */
function changed(file: keyof typeof smallSite, before: string, after: string): Files {
  expect(smallSite[file]).toContain(before);
  return { ...smallSite, [file]: smallSite[file].replace(before, after) };
}

function without(file: string): Files {
  expect(Object.keys(smallSite)).toContain(file);
  return Object.fromEntries(Object.entries(smallSite).filter(([name]) => name !== file));
}

test('a pattern of which only the id is there is told all that it needs', () => {
  expect(problemsWith({ ids: [...patternIds, 'sftp'], drawn: patternIds })).toEqual([
    'content/patterns/sftp.mdx: is missing: the advisor recommends it',
    'content/advisor/rules/sftp.yaml: is missing: no rule speaks for or against "sftp"',
    'content/advisor/variants/sftp.yaml: is missing: nothing says how "sftp" can be built',
    'content/advisor/operations/sftp.yaml: is missing: "sftp" has no operations plan',
    `${capacity}: holds no check for "sftp"; where nobody has published a figure, say so under withoutCapacity in content/patterns/sftp.mdx`,
    'src/components/diagrams/blueprints.ts › sftp: is missing: "sftp" has no reference architecture',
    `${glossary}: explains no "sftp": add a term, with the names it goes by`,
  ]);
});

test.each([
  [page, `${page}: is missing: the advisor recommends it`],
  [rules, `${rules}: is missing: no rule speaks for or against "dmf"`],
  [variants, `${variants}: is missing: nothing says how "dmf" can be built`],
  [plan, `${plan}: is missing: "dmf" has no operations plan`],
])('a pattern without %s is named', (file, said) => {
  expect(problemsOf(without(file))).toContain(said);
});

const data = (text: string): keyof typeof smallSite => text as keyof typeof smallSite;

test.each([
  [
    'nothing ever recommends',
    data(rules),
    'favour: 1',
    'against: 1',
    `${rules}:2 › rules: no rule favours "dmf" under "task", so the advisor would never recommend it`,
  ],
  [
    'is favoured for its form alone',
    data(rules),
    'criterion: task',
    'criterion: form',
    `${rules}:2 › rules: no rule favours "dmf" under "task", so the advisor would never recommend it`,
  ],
  [
    'has rules that speak of another',
    data(rules),
    'pattern: dmf',
    'pattern: odata',
    `${rules}:1 › pattern: is "odata"; allowed in a file of this name is "dmf"`,
  ],
  [
    'has a plan that speaks of another',
    data(plan),
    'pattern: dmf',
    'pattern: odata',
    `${plan}:1 › pattern: is "odata"; allowed in a file of this name is "dmf"`,
  ],
  [
    'has a plan with nothing on retries',
    data(plan),
    'retry: [{ text: Do retry., evidence: judgement }]\n',
    '',
    `${plan}:1 › retry: holds no line; a plan says something about each of ${operationsSectionIds.join(', ')}`,
  ],
  [
    'has no check of a published figure, and does not say why',
    data(page),
    'withoutCapacity: None is published.\n',
    '',
    `${capacity}: holds no check for "dmf"; where nobody has published a figure, say so under withoutCapacity in ${page}`,
  ],
  [
    'stands where another stands in the catalogue',
    data(page),
    'order: 3',
    'order: 2',
    `${page}:4 › order: 2 is the place of "custom-service" already; ties need one order`,
  ],
])('a pattern that %s is named', (_story, file, before, after, said) => {
  expect(problemsOf(changed(file, before, after))).toEqual([said]);
});

test('a figure is either held against answers, or said to be unknown', () => {
  const check = '- { id: some, pattern: dmf, field: systems, measures: some, limit: page-size, over: Stop. }\n'.replace(
    'systems',
    'peak_batch_records',
  );
  expect(problemsWith({ ids: patternIds, drawn: patternIds }, { ...smallSite, [capacity]: check })).toEqual([
    `${page} › withoutCapacity: says why no figure is held against answers, but ${capacity} has one for "dmf"; allowed is one of the two`,
  ]);
});

test('a pattern that the glossary lacks is named, and so is one that search finds under one word only', () => {
  expect(problemsOf(changed(glossary, 'middleware]', 'hub]'))).toEqual([
    `${glossary}: explains no "middleware": add a term, with the names it goes by`,
  ]);
  const names = `- { id: dmf, term: DMF, definition: A framework. }\n- { id: all, term: All, definition: The others., aliases: [${allowed.replace('dmf, ', '')}] }\n`;
  expect(problemsOf({ ...smallSite, [glossary]: names })).toEqual([
    `${glossary}:1 › dmf: has no other name, so search finds "dmf" under one word only; add aliases, oldNames or an expansion`,
  ]);
});

test('the term of a pattern may be in the singular, and spelt without hyphens', () => {
  const names = smallSite[glossary].replace('business-events', 'Business event').replace('dual-write', 'Dual Write');
  expect(problemsOf({ ...smallSite, [glossary]: names })).toEqual([]);
});

test('parts of a pattern that is on no list are named', () => {
  const stray = {
    'content/patterns/sftp.mdx': smallSite['content/patterns/odata.mdx'].replace('order: 1', 'order: 20'),
    'content/advisor/rules/sftp.yaml': 'pattern: odata\nrules: []\n',
    'content/advisor/operations/sftp.yaml': 'pattern: odata\n',
  };
  const said = `belongs to no pattern: the advisor knows no "sftp"; name it in patternIds of src/core/advisor/rule-book.ts. Allowed are ${allowed}`;
  expect(problemsWith({ ids: patternIds, drawn: [...patternIds, 'sftp'] }, { ...smallSite, ...stray })).toEqual([
    `content/patterns/sftp.mdx: ${said}`,
    `content/advisor/operations/sftp.yaml: ${said}`,
    `content/advisor/rules/sftp.yaml: ${said}`,
    `src/components/diagrams/blueprints.ts › sftp: ${said}`,
  ]);
});
