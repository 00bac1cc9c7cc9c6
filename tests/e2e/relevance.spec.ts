import { askSite } from '#tests/relevance/ask-site.ts';
import { readCases } from '#tests/relevance/cases.ts';
import { figuresByKind, judge, type Outcome, quietShare } from '#tests/relevance/measure.ts';
import { pageTexts } from '#tests/relevance/page-texts.ts';
import { reportOf } from '#tests/relevance/report.ts';
import { expect, test } from './test.ts';

/** Least shares, not ranks: one query may come out otherwise after an edit, all of them may not. */
const floors = {
  all: { atOne: 0.8, atThree: 0.95, reciprocalRank: 0.88 },
  typo: { atThree: 0.95 },
  acronym: { atThree: 0.9 },
  synonym: { atThree: 0.9 },
} as const;
const QUIET = 0.85;

test('queries as visitors type them find their answers, and nonsense finds none', async ({ page, baseURL }) => {
  test.slow();
  const texts = pageTexts();
  const outcomes: Outcome[] = [];
  for (const asked of readCases('tests/fixtures/search-queries.jsonl')) {
    outcomes.push(judge(asked, await askSite(page, baseURL ?? '', asked.query), texts));
  }
  const figures = new Map(figuresByKind(outcomes).map((one) => [one.kind, one]));
  for (const [kind, least] of Object.entries(floors)) {
    for (const [figure, floor] of Object.entries(least)) {
      const measured = figures.get(kind)?.[figure as keyof typeof least];
      expect(measured, `${kind}, ${figure}\n${reportOf(outcomes)}`).toBeGreaterThanOrEqual(floor);
    }
  }
  expect(quietShare(outcomes)?.share).toBeGreaterThanOrEqual(QUIET);
});
