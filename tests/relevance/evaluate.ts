import { rankAnew, type SearchResults, searchTexts } from '#apps/search/ranking/search.ts';
import { askSite } from './ask-site.ts';
import { type Case, readCases } from './cases.ts';
import { type Engine, enginesAlone, shown } from './engines-alone.ts';
import { foldedFigures, grid } from './folds.ts';
import { isNonsense, judge, type Outcome } from './measure.ts';
import { type OfflineSite, withOfflineSite } from './offline-site.ts';
import { pageTexts } from './page-texts.ts';
import { figureRow, reportOf, summaryOf } from './report.ts';
import { withSite } from './with-site.ts';

/**
 * Prints how well the search answers the queries of each file: from `content/` alone, beside each engine by itself and
 * with the rank weights chosen on other queries; or with `--built` as a visitor of the built site gets it in a browser.
 * Without a file both sets of the project are asked, each with figures of its own.
 *
 * @example npm run search:eval -- tests/fixtures/search-queries.jsonl
 */
function evaluateBuilt(cases: readonly Case[]): Promise<Outcome[]> {
  const texts = pageTexts();
  return withSite('dist', async (page, site) => {
    const outcomes: Outcome[] = [];
    for (const asked of cases) outcomes.push(judge(asked, await askSite(page, site, asked.query), texts));
    return outcomes;
  });
}

async function askAll(engine: Engine, cases: readonly Case[], { readings }: OfflineSite): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const asked of cases) outcomes.push(judge(asked, await engine.ask(asked.query), readings));
  return outcomes;
}

const judged = (asked: Case, { hits }: SearchResults, { readings }: OfflineSite): Outcome =>
  judge(asked, shown(hits.map(({ path }) => path)), readings);

async function reportOffline(cases: readonly Case[], site: OfflineSite): Promise<string> {
  const alone: string[] = [];
  for (const engine of enginesAlone(site)) {
    alone.push(`${engine.name}\n${summaryOf(await askAll(engine, cases, site))}\n`);
  }
  const found: { asked: Case; results: SearchResults }[] = [];
  for (const asked of cases) {
    found.push({ asked, results: await searchTexts({ query: asked.query, literal: false }, site.light, site.texts) });
  }
  const outcomes = found.map(({ asked, results }) => judged(asked, results, site));
  const trials = grid.map((weights) => ({
    weights,
    outcomes: found
      .map(({ asked, results }) => judged(asked, rankAnew(results, site.light, weights), site))
      .filter((outcome) => !isNonsense(outcome)),
  }));
  const { folds, all } = foldedFigures(trials);
  return [...alone, 'this site', reportOf(outcomes), '', ...[...folds, all].map(figureRow)].join('\n');
}

/** What is asked where no file is named: the open set, and two that were written before they were asked. */
const SETS = ['search-queries', 'search-unseen', 'search-fresh'].map((name) => `tests/fixtures/${name}.jsonl`);

const named = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const report = process.argv.includes('--built')
  ? async (cases: readonly Case[]) => reportOf(await evaluateBuilt(cases))
  : (cases: readonly Case[]) => withOfflineSite((site) => reportOffline(cases, site));

for (const file of named.length > 0 ? named : SETS) {
  console.log(`${file}\n`);
  console.log(`${await report(readCases(file))}\n`);
}
