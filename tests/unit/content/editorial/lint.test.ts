import { describe, expect, test } from 'vitest';
import { blocksOf, wordsShown } from '#content/editorial/blocks.ts';
import { lintContent } from '#content/editorial/lint.ts';
import { passagesOf } from '#content/editorial/passages.ts';
import { phraseFinder } from '#content/editorial/phrases.ts';
import { longestSentence, readingGrade, sentenceLengths } from '#content/editorial/reading-ease.ts';
import { rhythmOf, sentencesIn } from '#content/editorial/rhythm.ts';
import { britishSpellChecker } from '#content/editorial/spelling.ts';
import { unsourcedFigures } from '#content/editorial/unsourced-figures.ts';
import { readLibrary } from '#content/reading/library.ts';
import { describeProblem } from '#content/reading/problem.ts';
import { inTemporaryProject, smallLibrary } from '#tests/support/small-library.ts';

describe('figures without a ground', () => {
  test.each([
    ['a number with a unit', 'It holds 5,000 records.', '5,000 records'],
    ['a number in words', 'It takes three weeks.', 'three weeks'],
    ['a share', 'It fails in 40% of cases.', '40%'],
    ['an amount', 'It costs USD 1,200 each.', 'USD 1,200'],
    ['a version', 'Since 10.0.36 it is on.', '10.0.36'],
    ['a date', 'It ends on 16 February 2026.', '16 February 2026'],
    ['a row of a table', '| a | b |\n| --- | --- |\n| x | 9 days |', '9 days'],
  ])('%s is reported', (_story, body, figure) => {
    expect(unsourcedFigures(body).map((found) => found.figure)).toEqual([figure]);
  });

  test.each([
    ['cited', 'It holds 5,000 records.<Cite id="ms-odata" />'],
    ['taken from the ledger', 'It holds <Fact id="page-size" /> for 3 days.'],
    ['labelled as judgement', 'It takes three weeks. <Judgement />'],
    ['declared as an example', 'Say it takes three weeks.'],
    ['in a heading', '## A three-day calendar'],
    [
      'in a table that the paragraph before it grounds',
      'So it is.<Cite id="a" />\n\n| a | b |\n| --- | --- |\n| x | 9 days |',
    ],
    ['in a table whose head grounds it', '| Our example | b |\n| --- | --- |\n| x | 9 days |\n| y | 8 days |'],
    ['in a quotation that the paragraph after it grounds', '> *Costs:* 9 days\n\nThe numbers are ours. <Judgement />'],
    [
      'in a timeline that the paragraph after it grounds',
      '<Moment when="Day 1">9 days.</Moment>\n\nOurs. <Judgement />',
    ],
    ['no figure at all', 'One thing and 3 others.'],
    ['the number of a list item', '1. Records are counted.'],
    ['in code', 'It says `5 days`.'],
  ])('one that is %s is not', (_story, body) => {
    expect(unsourcedFigures(body)).toEqual([]);
  });

  test('the line is the one on which the paragraph begins', () => {
    expect(unsourcedFigures('A start.\n\n- One.\n- It takes\n  three weeks.')[0]?.line).toBe(4);
  });
});

describe('spelling', () => {
  const { misspelt } = britishSpellChecker(['Dataverse', 'cutover']);

  test.each([
    ['British words', 'The organisation authorises colour licences', []],
    ['American words', 'The organization colors the center', ['organization', 'colors', 'center']],
    ['a slip', 'The recieved batch', ['recieved']],
    ['own words, in any case where they are lower case', 'Cutover to dataverse and Dataverse', ['dataverse']],
    ['a possessive', "Dataverse's cutover", []],
    ['acronyms, versions and names written together', 'DMF APIs, X2 and SharePoint', []],
    ['compounds of right words', 'a read-only cutover-weekend', []],
  ])('%s', (_story, text, expected) => {
    expect(misspelt(text)).toEqual(expected);
  });
});

test('banned phrases are found as whole words, with what to do instead', () => {
  const find = phraseFinder([
    { phrase: 'leverag*', instead: 'use' },
    { phrase: 'in order to', instead: 'to' },
  ]);
  expect(find('Leveraging it in order to')).toEqual([
    { found: 'Leveraging', instead: 'use' },
    { found: 'in order to', instead: 'to' },
  ]);
  expect(find('The cleverage of it')).toEqual([]);
});

test('long words and long sentences read harder', () => {
  expect(readingGrade('Cut it. Load it. Go.')).toBeLessThan(readingGrade('Cut it and load it and then go.'));
  expect(readingGrade('Organisational interoperability.')).toBeGreaterThan(readingGrade('It fits well.'));
  expect(longestSentence('One two three. Four: five six.')).toBe(3);
  expect(readingGrade('')).toBe(0);
});

test('a sentence ends at its full stop, also behind a bracket or a quotation mark, and not at a semicolon', () => {
  expect(sentenceLengths('It works; nobody asks. (It does.) "Why?" No idea.')).toEqual([4, 2, 1, 2]);
});

test('the sentences of a body are those of its running text', () => {
  const body = [
    '## Three words here',
    'One two. One two three.<Cite id="a" />',
    '| a | b |\n| --- | --- |\n| x | y |',
    '- An item here.',
    '<Timeline>\n<Moment when="Day 1">A note.</Moment>\n</Timeline>',
  ].join('\n\n');
  expect(sentencesIn(body)).toEqual([2, 3, 3]);
});

test('the rhythm of a text is its middle sentence and the shares of short and long ones', () => {
  expect(rhythmOf([31, 6, 30, 7])).toEqual({ median: 30, short: 0.25, long: 0.25 });
  expect(rhythmOf([])).toEqual({ median: 0, short: 0, long: 0 });
});

test('a body comes apart into headings, paragraphs, items, rows, quotations and moments', () => {
  const body =
    '## Title\nText of\ntwo lines.\n\n| a |\n| --- |\n| b |\n\n1. One\n2. Two\n\n> Said\n> so\n\n<Timeline>\n  <Moment when="x">M</Moment>\n</Timeline>';
  expect(blocksOf(body).map(({ kind, line }) => `${kind} ${line}`)).toEqual([
    'heading 1',
    'paragraph 2',
    'row 5',
    'row 7',
    'item 9',
    'item 10',
    'quotation 12',
    'moment 16',
  ]);
});

test('the caption of a picture is read, and does not part a table from what grounds it', () => {
  const body = '<Flow caption="It goes on.">\n\n1. One\n2. Two\n\n</Flow>';
  expect(blocksOf(body).map(({ kind, text }) => `${kind}: ${text.trim()}`)).toEqual([
    'caption: It goes on.',
    'item: One',
    'item: Two',
  ]);
  expect(wordsShown(body)).toBe('It goes on. One Two');
  const table = '<Bars caption="Four hours." length="b">\n\n| a | b |\n| --- | --- |\n| c | 4 hours |\n\n</Bars>';
  expect(unsourcedFigures(`Ours. <Judgement />\n\n${table}`)).toEqual([]);
  expect(unsourcedFigures(table).map(({ figure, line }) => [figure, line])).toEqual([['4 hours', 5]]);
});

test('a callout has its title for a paragraph, and a list within a list its own items', () => {
  const body = '<Callout title="But">Not so.</Callout>\n\n- One\n  - Two `code`\n\n```ts\ncode\n```';
  expect(blocksOf(body).map(({ kind, line, text }) => `${line} ${kind}: ${text}`)).toEqual([
    '1 paragraph: But:',
    '1 paragraph: Not so.',
    '3 item: One',
    '4 item: Two',
  ]);
});

test('the lint names file, place and fault', () => {
  const file = 'content/answers/integration/first.mdx';
  const text = smallLibrary[file].replace(
    'A page holds <Fact id="page-size" />',
    'We leverage 5 days of recieved data',
  );
  const said = inTemporaryProject({ ...smallLibrary, [file]: text.replace('<Cite id="ms-odata" />', '') }, (root) => {
    const { library } = readLibrary(root);
    const find = phraseFinder([{ phrase: 'leverag*', instead: 'use' }]);
    return lintContent(library, passagesOf(root, library), britishSpellChecker([]), find).map(describeProblem);
  });
  expect(said).toContain(`${file} › body line 2: "leverage" is banned. use`);
  expect(said.filter((line) => line.startsWith(file))).toEqual([
    `${file} › body: has 19 words; 180 to 600 are wanted`,
    `${file} › body line 2: "5 days" has no <Fact>, no <Cite> and no <Judgement />, and is not declared as an example`,
    `${file} › body line 2: "recieved" is not in the British dictionary, nor in content/editorial/dictionary.txt`,
    `${file} › body line 2: "leverage" is banned. use`,
  ]);
});

test('the words of a source, quoted as evidence, are spelt as the source spells them', () => {
  const file = 'content/figures/integration.yaml';
  const quoting = smallLibrary[file].replace(
    '  source:',
    '  anchor: "in order to organize synchronization"\n  source:',
  );
  expect(quoting).toContain('anchor:');
  const texts = inTemporaryProject({ ...smallLibrary, [file]: quoting }, (root) => {
    const { library, problems } = readLibrary(root);
    expect(problems).toEqual([]);
    return passagesOf(root, library).flatMap((passage) => (passage.file === file ? passage.text : []));
  });
  expect(texts.join(' ')).not.toContain('organize');
});
