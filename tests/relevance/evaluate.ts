import { askSite } from './ask-site.ts';
import { type Case, readCases } from './cases.ts';
import { judge, type Outcome } from './measure.ts';
import { pageTexts } from './page-texts.ts';
import { reportOf } from './report.ts';
import { withSite } from './with-site.ts';

/**
 * Prints how well the search of the built site answers the queries of a file, asked in a real browser.
 *
 * @example npm run search:eval -- tests/fixtures/search-queries.jsonl
 */
function evaluate(cases: readonly Case[]): Promise<Outcome[]> {
  const texts = pageTexts();
  return withSite('dist', async (page, site) => {
    const outcomes: Outcome[] = [];
    for (const asked of cases) outcomes.push(judge(asked, await askSite(page, site, asked.query), texts));
    return outcomes;
  });
}

const [file] = process.argv.slice(2);
if (file) {
  console.log(reportOf(await evaluate(readCases(file))));
} else {
  console.error('Name a file of relevance cases: npm run search:eval -- tests/fixtures/search-queries.jsonl');
  process.exitCode = 1;
}
