import { expect, test } from 'vitest';
import { alignedTablesIn, citedSources, codeIn, hasForm, linksIn, tagsIn } from '#content/reading/body.ts';

test('every component is found with its line, in sentences, tables and other components', () => {
  const body =
    'So<Cite id="a" />.\n\n| a | b |\n| --- | --- |\n| 1 | <Fact id="b" bare /> |\n\n<Timeline>\n  <Moment when="T">\n    Go\n    <Judgement />\n  </Moment>\n</Timeline>';
  expect(tagsIn(body).map(({ name, id, bare, line }) => `${line} ${name} ${id} ${bare}`)).toEqual([
    '1 Cite a false',
    '5 Fact b true',
    '7 Timeline undefined false',
    '8 Moment undefined false',
    '10 Judgement undefined false',
  ]);
});

test('what only shows a component or a link is none', () => {
  const body = 'Write `<Cite id="a" />` or:\n\n```mdx\n<Fact id="b" /> [c](/c/)\n```\n\n{/* <Cite id="d" /> */}';
  expect(tagsIn(body)).toEqual([]);
  expect(linksIn(body)).toEqual([]);
});

test('an attribute that holds a bracket ends no component', () => {
  expect(tagsIn('<Callout title="a > b" id="c">\n\nd\n\n</Callout>')[0]?.id).toBe('c');
});

test('a source is cited once, a figure by its own source, a bare figure not at all', () => {
  const figures = new Map([
    ['size', { source: 'b' }],
    ['time', { source: 'c' }],
  ]);
  const body = '<Cite id="a" /> <Fact id="size" /> <Cite id="a" /> <Fact id="time" bare /> <Fact id="gone" />';
  expect(citedSources(body, figures)).toEqual(['a', 'b']);
});

test.each([
  ['a link', 'One.\n\nSee [b](/b/).', [{ href: '/b/', line: 3 }]],
  ['a link with a title', '[b](/b/ "B")', [{ href: '/b/', line: 1 }]],
  ['a link in a callout', '<Callout title="a">\n\n[b](/b/#c)\n\n</Callout>', [{ href: '/b/#c', line: 3 }]],
  ['an address that links share', '[b][1]\n\n[1]: /b/', [{ href: '/b/', line: 3 }]],
  ['a picture', '![b](/b.svg)', [{ href: '/b.svg', line: 1 }]],
  ['a link elsewhere', '[b](https://b.example/)', []],
])('links within the site are found: %s', (_story, body, links) => {
  expect(linksIn(body)).toEqual(links);
});

test.each([
  ['an import', "One.\n\nimport A from './a.ts';", [3]],
  ['an export', 'export const a = 1;', [1]],
  ['an import that runs on from text', "One.\nimport A from './a.ts';", [2]],
  ['a sentence about imports', 'One.\nimport jobs run at night, export jobs by day.', []],
])('code in a body is found: %s', (_story, body, lines) => {
  expect(codeIn(body)).toEqual(lines);
});

test.each([
  ['to the right', '\n| a | b |\n| --- | --: |\n| 1 | 2 |', [3]],
  ['not at all', '| a | b |\n| --- | --- |\n| 1 | 2: |', []],
])('a table is found whose columns are aligned: %s', (_story, body, lines) => {
  expect(alignedTablesIn(body)).toEqual(lines);
});

test.each([
  ['prose', 'One | two.', false],
  ['a table', 'One.\n\n| a |\n| --- |\n| b |', true],
  ['a timeline', '<Timeline>\n  <Moment when="a">b</Moment>\n</Timeline>', true],
  ['a picture', '<Flow caption="a">\n\n1. b\n2. c\n\n</Flow>', true],
  ['a box', '<Callout title="a">\n\nb\n\n</Callout>', false],
])('%s: has it a form of its own?', (_story, body, has) => {
  expect(hasForm(body)).toBe(has);
});
