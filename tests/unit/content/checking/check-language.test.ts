import { describe, expect, test } from 'vitest';
import { loadExamples, readLanguage } from '#content/reading/language.ts';
import { describeProblem } from '#content/reading/problem.ts';
import { smallSite } from '#tests/support/small-advisor.ts';
import { inTemporaryProject } from '#tests/support/small-library.ts';

const systems = 'content/advisor/systems.yaml';
const words = 'content/advisor/words.yaml';
const examples = 'content/advisor/described-examples.yaml';

type File = typeof systems | typeof words | typeof examples;

/** What the check says of the small site with one text replaced in one of its files. */
function problemsWith(file: File, before: string, after: string): string[] {
  const files: Record<string, string> = { ...smallSite };
  expect(files[file]).toContain(before);
  files[file] = (files[file] ?? '').replace(before, after);
  return inTemporaryProject(files, (root) => readLanguage(root).problems.map(describeProblem));
}

test('the small language is valid', () => {
  expect(problemsWith(words, 'by night', 'by night')).toEqual([]);
});

describe('the check names file, line and what is wrong', () => {
  test.each<[string, File, string, string, string]>([
    [
      'a name under two systems',
      systems,
      'Shopify: []',
      'Shopify: [Mage], Magento: [mage]',
      'stands under Shopify already',
    ],
    ['a name of F&O as a system', systems, 'Shopify: []', 'Shopify: ["F&O"]', 'stands under F&O already'],
    ['an end that there is none of', systems, 'third-party', 'fourth-party', 'groups.0.counterpart'],
    [
      'a phrase under two values',
      words,
      'nightly: { words: [by night] }',
      'nightly: { words: [by night] }, hourly: { hints: [By Night] }',
      'stands under fields.latency.nightly.words already',
    ],
    ['a phrase that ends in a gap', words, '[by night]', '["by night ..."]', 'must begin and end with a word'],
    ['a phrase that is only a kind', words, '[by night]', '[the SYSTEM]', 'says nothing of it'],
    ['a slip in the name of a kind', words, '[by night]', '[to SYSTEMS]', '"SYSTEMS" is no kind of thing'],
    ['an answer that the field has not', words, 'nightly: {', 'weekly: {', 'fields.latency.weekly'],
    [
      'a consequence with a value that there is none of',
      words,
      'follows: []',
      'follows: [{ when: { latency: soon }, gives: { latency: nightly }, because: so }]',
      'follows.0.when',
    ],
    ['an example that is not understood', examples, 'by night', 'by day', 'is understood as nothing, not nightly'],
  ])('%s', (_story, file, before, after, said) => {
    const [first = ''] = problemsWith(file, before, after);
    expect(first).toMatch(/^content\/advisor\/[a-z-]+\.yaml:\d+ › /);
    expect(first).toContain(said);
  });
});

test('there are fifteen examples, each a sentence of its own', () => {
  const texts = loadExamples().map(({ text }) => text);
  expect(texts).toHaveLength(15);
  expect(new Set(texts).size).toBe(15);
});
