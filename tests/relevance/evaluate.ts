import type { AddressInfo } from 'node:net';
import { chromium } from '@playwright/test';
import { siteServer } from '#cli/serve.ts';
import { browserArguments, findOrInstallBrowser } from '#tests/support/browser.ts';
import { askSite } from './ask-site.ts';
import { type Case, readCases } from './cases.ts';
import { judge, type Outcome } from './measure.ts';
import { pageTexts } from './page-texts.ts';
import { reportOf } from './report.ts';

/**
 * Prints how well the search of the built site answers the queries of a file, asked in a real browser.
 *
 * @example npm run search:eval -- tests/fixtures/search-queries.jsonl
 */
async function evaluate(cases: readonly Case[]): Promise<Outcome[]> {
  const texts = pageTexts();
  const server = siteServer('dist').listen(0);
  const browser = await chromium.launch({
    executablePath: findOrInstallBrowser(console.log).path,
    args: [...browserArguments],
  });
  try {
    const site = `http://localhost:${(server.address() as AddressInfo).port}`;
    const page = await browser.newPage();
    const outcomes: Outcome[] = [];
    for (const asked of cases) outcomes.push(judge(asked, await askSite(page, site, asked.query), texts));
    return outcomes;
  } finally {
    await browser.close();
    server.close();
  }
}

const [file] = process.argv.slice(2);
if (file) {
  console.log(reportOf(await evaluate(readCases(file))));
} else {
  console.error('Name a file of relevance cases: npm run search:eval -- tests/fixtures/search-queries.jsonl');
  process.exitCode = 1;
}
