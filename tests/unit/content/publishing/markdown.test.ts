import { expect, test } from 'vitest';
import { llmsIndex } from '#content/publishing/llms.ts';
import { answerMarkdown, plainText } from '#content/publishing/markdown.ts';
import { readLibrary } from '#content/reading/library.ts';
import { inTemporaryProject, smallLibrary } from '#tests/support/small-library.ts';

const file = 'content/answers/integration/first.mdx';
const head = smallLibrary[file].split('---\n\n')[0] as string;

/** The first answer of the small library with another body, as Markdown. */
const written = (body: string): string => {
  const library = inTemporaryProject({ ...smallLibrary, [file]: `${head}---\n\n${body}` }, readLibrary).library;
  const [answer] = library.answers.filter(({ slug }) => slug === 'first');
  if (!answer) throw new Error('The small library has lost its first answer');
  return answerMarkdown(answer, library, 'https://site.example/base');
};

test('an answer is one file: question, verdict, text, standing and numbered sources', () => {
  expect(written('A page holds <Fact id="page-size" />, says one<Cite id="ms-odata" />.')).toMatchInlineSnapshot(`
    "# Which one first?

    **This one.**

    A page holds 10,000 records[^1], says one[^1].

    Documented position. Reviewed 23 November 2026. https://site.example/base/integration/first/

    [^1]: Open Data Protocol, Microsoft Learn, <https://learn.microsoft.com/odata> (copy of 1 May 2024; checked 23 November 2026)
    "
  `);
});

test.each([
  ['a figure cited just before', '<Fact id="page-size" bare />', '10,000 records'],
  ['a term', 'A <Term id="dmf">DMF</Term> job', 'A DMF job'],
  ['our judgement', 'Four weeks. <Judgement />', 'Four weeks. (our judgement)'],
  [
    'a link within the site',
    '[second](/integration/second/)',
    '[second](https://site.example/base/integration/second/)',
  ],
  ['a box', '<Callout title="But">\n\nNot so.\n\n</Callout>', '> **But**\n>\n> Not so.'],
  [
    'a timeline',
    '<Timeline>\n  <Moment when="T-8 weeks">Freeze.</Moment>\n  <Moment when="T-1 day">Load.</Moment>\n</Timeline>',
    '- **T-8 weeks**: Freeze.\n- **T-1 day**: Load.',
  ],
  ['a table of numbers', '<NumberTable>\n\n| a | b |\n| --- | --- |\n\n</NumberTable>', '| a | b |\n| --- | --- |'],
  [
    'a picture',
    '<Bars length="b" caption="See b.">\n\n| a | b |\n| --- | --- |\n\n</Bars>',
    '| a | b |\n| --- | --- |\n\n*See b.*',
  ],
  ['a list that begins bold within another', '- One\n  - **Two**: three', '- One\n  - **Two**: three'],
  ['a picture within the site', '![A map](/map.svg)', '![A map](https://site.example/base/map.svg)'],
  [
    'a link with a title',
    '[second](/integration/second/ "2nd")',
    '(https://site.example/base/integration/second/ "2nd")',
  ],
  ['a comment', 'One.{/* <Check this> */} Two.', 'One. Two.'],
  ['a title with an entity', '<Callout title="R&amp;D">\n\nSo.\n\n</Callout>', '> **R&D**'],
])('%s becomes plain Markdown', (_story, body, expected) => {
  const text = written(body);
  expect(text).toContain(expected);
  expect(text).not.toMatch(/<\/?[A-Z]/);
});

test('what stands in code stays as the author wrote it', () => {
  const code = '```mdx\n<Cite id="a" />\n\n\n\n[b](/b/)\n```';
  expect(written(`Write this:\n\n${code}\n\n\n\nOr \`<Judgement />\`.`)).toContain(
    `Write this:\n\n${code}\n\nOr \`<Judgement />\`.`,
  );
});

test('read aloud, Markdown has no marks, no rulings and no addresses', () => {
  expect(
    plainText(
      '# Why?\n\n**So.**[^1] See [this](https://a.example).\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\n\n[^1]: A source',
    ),
  ).toBe('Why? So. See this. a b 1 2 A source');
});

test('llms.txt names every answer with its verdict and the address of its Markdown', () => {
  const { library } = inTemporaryProject(smallLibrary, readLibrary);
  const index = llmsIndex('The site', library, 'https://site.example');
  expect(index).toContain('- [And then?](https://site.example/integration/second.md): The other one.');
  expect(index.match(/^- \[.*\.md\)/gm)).toHaveLength(library.answers.length);
});
