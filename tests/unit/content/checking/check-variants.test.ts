import { expect, test } from 'vitest';
import { readContent } from '#content/reading/content.ts';
import { describeProblem } from '#content/reading/problem.ts';
import { smallSite } from '#tests/support/small-advisor.ts';
import { type Files, inTemporaryProject } from '#tests/support/small-library.ts';

const variants = 'content/advisor/variants/odata.yaml';
const parts = 'content/advisor/parts.yaml';

const problemsOf = (files: Files): string[] =>
  inTemporaryProject(files, (root) => readContent(root).problems.map(describeProblem));

/** The small site with one text replaced in one of its files. */
function changed(file: keyof typeof smallSite, before: string, after: string): Files {
  expect(smallSite[file]).toContain(before);
  return { ...smallSite, [file]: smallSite[file].replace(before, after) };
}

const last = 'otherwise: true, evidence: judgement, reason: A reason.';

test.each<[string, keyof typeof smallSite, string, string, string]>([
  [
    'a variant with an unknown source',
    variants,
    last,
    'otherwise: true, evidence: guidance, reason: A reason., sources: [ms-gone]',
    `${variants}:7 › odata-other.sources.0: "ms-gone" does not exist; allowed are ms-odata`,
  ],
  [
    'guidance without a source',
    variants,
    last,
    'otherwise: true, evidence: guidance, reason: A reason.',
    `${variants}:7 › odata-other.sources: evidence "guidance" needs a source`,
  ],
  [
    'a choice that says nothing of what is left',
    variants,
    'otherwise: true',
    'when: { operation: read }',
    `${variants}:3 › odata-choice: needs a last variant with "otherwise: true", or "undecided" with what is said where no answer asks for one`,
  ],
  [
    'a variant behind the one for all other cases',
    variants,
    'when: { operation: create }, evidence',
    'otherwise: true, evidence',
    `${variants}:6 › odata-choice.variants.0.otherwise: must stand last; those behind it could never be chosen`,
  ],
  [
    'what is undecided, although nothing can be',
    variants,
    'title: How',
    'title: How\n    undecided: Nobody knows.',
    `${variants}:5 › odata-choice.undecided: is never said, because one variant has "otherwise: true"`,
  ],
  [
    'a condition on a field that nobody knows',
    variants,
    'when: { operation: create }',
    'when: { weather: fine }',
    `${variants}:6 › choices.0.variants.0.when.weather: is no field here; allowed are counterpart, operation, `,
  ],
  [
    'a part that asks for a variant that does not exist',
    parts,
    'when: { operation: create }',
    'when: { variant: odata-none }',
    `${parts}:1 › hub: "odata-none" is no variant; allowed are `,
  ],
  [
    'a part on a field without a question',
    parts,
    'when: { operation: create }',
    'when: { ownership: none }',
    `${parts}:1 › hub.when.ownership: no question asks for "ownership"; allowed are operation, latency, systems, primary, variant, middleware, hub`,
  ],
])('the check names file, line and what is allowed for %s', (_fault, file, before, after, said) => {
  const problems = problemsOf(changed(file, before, after));
  expect(problems).toHaveLength(1);
  expect(problems[0]?.startsWith(said), problems[0]).toBe(true);
});

test('a part that designs are drawn by is missed', () => {
  const files = { ...smallSite, [parts]: smallSite[parts].split('\n')[0] ?? '' };
  expect(problemsOf(files)).toEqual([`${parts}: "queue" is missing; designs are drawn by it`]);
});
