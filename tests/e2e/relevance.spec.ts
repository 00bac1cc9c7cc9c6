import { typeOnSite } from '#tests/relevance/ask-site.ts';
import { readCases } from '#tests/relevance/cases.ts';
import { judge, type Outcome } from '#tests/relevance/measure.ts';
import { pageTexts } from '#tests/relevance/page-texts.ts';
import { reportOf } from '#tests/relevance/report.ts';
import { expect, test } from './test.ts';

/** Of each kind so many; all of them are asked of the same index in `tests/site/relevance.test.ts`, in Node. */
const OF_EACH_KIND = 4;

/** Of a sample one query is worth much. */
const FIRST_THREE = 0.9;

test('queries typed one after another find their answers, and nonsense finds none', async ({ page, baseURL }) => {
  test.slow();
  const texts = pageTexts();
  const kinds = Map.groupBy(readCases('tests/fixtures/search-queries.jsonl'), ({ kind }) => kind);
  await page.goto(`${baseURL}/search/`);
  const outcomes: Outcome[] = [];
  for (const asked of [...kinds.values()].flatMap((cases) => cases.slice(0, OF_EACH_KIND))) {
    outcomes.push(judge(asked, await typeOnSite(page, asked.query), texts));
  }
  const isRight = ({ asked, rank, shown }: Outcome): boolean =>
    asked.kind === 'none' ? shown.isQuiet : rank > 0 && rank <= 3;
  expect(outcomes.filter(isRight).length / outcomes.length, reportOf(outcomes)).toBeGreaterThanOrEqual(FIRST_THREE);
});
