import { expect, test } from 'vitest';
import { readLibrary } from '#content/reading/library.ts';
import { describeProblem } from '#content/reading/problem.ts';
import { inTemporaryProject, smallLibrary } from '#tests/support/small-library.ts';

const file = 'content/behaviours/integration.yaml';
const page = 'content/answers/integration/second.mdx';

const ledger = `restore-window:
  statement: A restore begins the window anew.
  anchor: "the restore history isn't carried over"
  source: ms-odata
  checked: 2026-11-23
  reviewBy: 2027-05-23
`;
const citing = smallLibrary[page].replace('A body.', 'A body.<Cite id="ms-odata" behaviour="restore-window" />');
const files = { ...smallLibrary, [file]: ledger, [page]: citing };

const problemsOf = (changed: Record<string, string>): string[] =>
  inTemporaryProject({ ...files, ...changed }, (root) => readLibrary(root).problems.map(describeProblem));

test('a behaviour that a text cites is kept as a figure is', () => {
  expect(problemsOf({})).toEqual([]);
});

test.each([
  [
    'a behaviour that no text cites',
    { [page]: smallLibrary[page] },
    `${file}:1 › restore-window: is cited nowhere; a text cites it as <Cite id="ms-odata" behaviour="restore-window" />`,
  ],
  [
    'a citation for a behaviour that is not there',
    { [page]: citing.replace('restore-window', 'restore-windw') },
    `${page}:11 › body, <Cite>: "restore-windw" does not exist; allowed are restore-window`,
  ],
  [
    'a behaviour under the name of a figure',
    { [file]: ledger.replace('restore-window', 'page-size') },
    `${file}:1 › page-size: is a figure as well; a behaviour needs an id of its own`,
  ],
  [
    'a behaviour without words of its source',
    { [file]: ledger.replace(/ {2}anchor.*\n/, '') },
    `${file}:1 › restore-window.anchor: is missing; text is expected`,
  ],
  [
    'an anchor that quotes too much',
    { [file]: ledger.replace('"the restore history isn\'t carried over"', 'word '.repeat(16)) },
    `${file}:3 › restore-window.anchor: must have at most 15 words, has 16`,
  ],
])('%s stops the build', (_story, changed, said) => {
  expect(problemsOf(changed)).toContain(said);
});

test('a citation for a behaviour has to name the source that carries it', () => {
  const other = smallLibrary['content/sources/integration.yaml'].replace('ms-odata', 'ms-other');
  expect(
    problemsOf({
      'content/sources/other.yaml': other,
      [page]: citing.replace('<Cite id="ms-odata"', '<Cite id="ms-other"'),
    }),
  ).toEqual([`${page}:11 › body: cites "ms-other" for restore-window, whose source is "ms-odata"`]);
});
