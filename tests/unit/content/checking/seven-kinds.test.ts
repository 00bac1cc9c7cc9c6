import { describe, expect, test } from 'vitest';
import { missingFrom, withoutAnchor } from '#content/checking/anchors.ts';
import { sourcesOfTwoPlatforms } from '#content/checking/platform-faults.ts';
import { twinFigures } from '#content/checking/twin-figures.ts';
import { factSentence, factsNamed } from '#content/publishing/citation-data.ts';
import { newestCopyText } from '#content/publishing/copy-text.ts';
import { loadLibrary, readLibrary } from '#content/reading/library.ts';
import { describeProblem } from '#content/reading/problem.ts';
import { library } from '#tests/support/rule-book.ts';
import { type Files, inTemporaryProject, smallLibrary } from '#tests/support/small-library.ts';

/*
 * The seven kinds of fault that readers found when they held figures and claims against their sources. Each test plants
 * one of the kind; the check has to name it.
 */

const page = 'content/answers/integration/second.mdx';
const figure = `window:
  value: 8
  unit: hours
  scope: of access
  kind: limit
  bound: at-most
  condition: or until the database is replaced
  platform: lifecycle-services
  anchor: "expires after 8 hours"
  source: ms-odata
  checked: 2026-11-23
  reviewBy: 2027-11-23
`;
const saying = 'In Lifecycle Services access lasts at most <Fact id="window" />.';
const files = {
  ...smallLibrary,
  'content/figures/more.yaml': figure,
  [page]: smallLibrary[page].replace('A body.', saying),
};

const read = (changed: Files) => inTemporaryProject({ ...files, ...changed }, readLibrary);
const faultsOf = (changed: Files): string[] => read(changed).problems.map(describeProblem);

test('without a fault nothing is named', () => {
  expect(faultsOf({})).toEqual([]);
});

describe('1, an older copy is used although a newer one is there', () => {
  const { library: small } = read({});
  const inCopy = (text: string) => missingFrom(new Map([['ms-odata', text]]), small).map(({ id }) => id);

  test('a newer copy that no longer has the words of a figure is named', () => {
    expect(inCopy('The firewall entry expires after a day.')).toEqual(['window']);
  });

  test.each([
    ['the words', 'It expires after 8 hours.'],
    ['the words in bold, over a line, with a link', 'It **expires after\n[8 hours](/more)**.'],
    ['the words in a table', '| expires | after 8 hours |'],
  ])('a copy with %s is passed', (_what, text) => {
    expect(inCopy(text)).toEqual([]);
  });

  test('a source of which there is no copy is not looked at', () => {
    expect(missingFrom(new Map([['ms-other', 'Nothing.']]), small)).toEqual([]);
  });

  test('figures that quote nothing can only become fewer', () => {
    expect(withoutAnchor(small).map(({ id }) => id)).toEqual(['page-size']);
    expect(withoutAnchor(library).length).toBeLessThanOrEqual(6);
  });
});

describe('2, a bound, a condition or a platform is dropped', () => {
  test('a sentence that drops the bound is named', () => {
    expect(faultsOf({ [page]: files[page].replace('at most ', '') })).toEqual([
      `${page}:11 › body: drops the bound "at-most" of window: say it in that sentence, or let <Fact id="window" bound /> write it`,
    ]);
  });

  test('a page that names neither platform is named', () => {
    expect(faultsOf({ [page]: files[page].replace('In Lifecycle Services access', 'Access') })).toEqual([
      `${page}:11 › body: drops the platform of window: say on this page that it holds in Lifecycle Services`,
    ]);
  });

  test('a figure of unified environments wants them named', () => {
    const unified = figure.replace('platform: lifecycle-services', 'platform: unified');
    expect(faultsOf({ 'content/figures/more.yaml': unified })[0]).toContain('that it holds in unified environments');
  });

  test('the page prints the condition and the platform with the figure, whatever its text says', () => {
    const answer = read({}).library.answers.find(({ slug }) => slug === 'second') ?? { body: '' };
    expect(factsNamed(answer, [], read({}).library).map(({ fact }) => factSentence(fact))).toEqual([
      'At most 8 hours: of access; or until the database is replaced; environments in Lifecycle Services.',
    ]);
  });
});

describe('3, an old copy is called current', () => {
  test.each(['2019-06-19', '2026-11-01'])('the age of a copy of %s is told from its date', (dated) => {
    const text = newestCopyText({ dated, checked: '2026-11-27' });
    expect(text).toMatch(/^copy of \d+ \w+ \d{4}, the newest found on 27 November 2026$/);
    expect(text).not.toMatch(/current|today/);
  });

  test('a page without a date is told as such', () => {
    expect(newestCopyText({ dated: 'undated', checked: '2026-11-27' })).toBe('undated copy, found 27 November 2026');
  });
});

describe('4, one fact stands twice, or one source serves two platforms', () => {
  const { library: small } = inTemporaryProject(
    {
      ...files,
      'content/figures/more.yaml': `${figure}${figure
        .replace('window:', 'window-again:')
        .replace('platform: lifecycle-services', 'platform: unified')}`,
    },
    readLibrary,
  );

  test('two entries of one source, value and unit are named', () => {
    expect(twinFigures(small).map((twins) => twins.map(({ id }) => id))).toEqual([['window', 'window-again']]);
  });

  test('a source cited for two platforms is named with what it is cited for', () => {
    expect(sourcesOfTwoPlatforms(small).map(({ source, facts }) => [source, facts.map(({ id }) => id)])).toEqual([
      ['ms-odata', ['window', 'window-again']],
    ]);
    expect(sourcesOfTwoPlatforms(read({}).library)).toEqual([]);
  });

  test('the site has one such source, whose page compares the two', () => {
    expect(sourcesOfTwoPlatforms(library).map(({ source }) => source)).toEqual(['ms-elastic-compute']);
  });
});

describe('5, a note contradicts the date of its source', () => {
  const file = 'content/sources/integration.yaml';
  const noted = (note: string): string[] => faultsOf({ [file]: `${smallLibrary[file]}  note: "${note}"\n` });

  test('a note that gives its own copy another date, or names a newer one, is named', () => {
    expect(noted('This copy of February 2023 has no banner.')).toEqual([
      `${file}:8 › ms-odata.note: says "This copy of February 2023", but the copy is of 2024-05-01`,
    ]);
    expect(noted('The copy of 2 May 2026 differs.')).toHaveLength(1);
    expect(noted('An earlier copy, of 2 May 2023, said less.')).toEqual([]);
  });
});

test('6, an end date that comes is looked at again 60 days before', () => {
  const ending = `- id: lake
  what: The lake
  kind: stops
  on: 2027-06-30
  meaning: It stops.
  advice: Move.
  sources: [ms-odata]
  answers: [integration/first]
  checked: 2026-11-28
  reviewBy: 2027-06-01
`;
  expect(faultsOf({ 'content/endings.yaml': ending })).toEqual([
    'content/endings.yaml:10 › lake.reviewBy: is too late for what ends then; allowed is 2027-05-01 or before',
  ]);
});

test('7, what was set aside is not said again', () => {
  const rejected = `- claim: Access lasts for ever
  pattern: 'lasts for ever'
  reason: Withdrawn.
`;
  const told = files[page].replace('lasts at most <Fact id="window" />', 'lasts for ever');
  expect(faultsOf({ 'content/editorial/rejected-facts.yaml': rejected, [page]: told })).toEqual([
    `${page}:11: says "lasts for ever", which was set aside: Access lasts for ever. Withdrawn.`,
  ]);
});

test('the site itself has none of the seven', () => {
  expect(() => loadLibrary()).not.toThrow();
});
