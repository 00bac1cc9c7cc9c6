import { performance } from 'node:perf_hooks';
import { brotliCompressSync } from 'node:zlib';
import { type Case, readCases } from '#tests/relevance/cases.ts';
import { type Figures, figuresByKind, judge, type Outcome, quietShare } from '#tests/relevance/measure.ts';
import { pageTexts } from '#tests/relevance/page-texts.ts';
import { withSite } from '#tests/relevance/with-site.ts';
import { type Engine, engines, OURS } from './engines.ts';
import { median, printTable } from './lab.ts';
import { bytesToFirstResults } from './search-bytes.ts';

const CASES = 'tests/fixtures/search-queries.jsonl';

export interface SearchFigures {
  engine: string;
  /** Of all queries first, then of each kind. */
  kinds: readonly Figures[];
  /** Share of the queries that nothing answers for which the engine showed nothing. */
  quiet: number;
  /** Milliseconds a query took, in the middle. */
  ms: number;
  /** Bytes (Brotli) that have to be loaded before there is a first result. */
  bytes: number;
}

async function measure(engine: Engine, cases: readonly Case[], bytes: number): Promise<SearchFigures> {
  const texts = pageTexts();
  const outcomes: Outcome[] = [];
  const times: number[] = [];
  for (const asked of cases) {
    const started = performance.now();
    const shown = await engine.ask(asked.query);
    times.push(performance.now() - started);
    outcomes.push(judge(asked, shown, texts));
  }
  const quiet = quietShare(outcomes)?.share ?? Number.NaN;
  return { engine: engine.name, kinds: figuresByKind(outcomes), quiet, ms: median(times), bytes };
}

const packed = (files: readonly string[]): number =>
  files.reduce((sum, file) => sum + brotliCompressSync(file).length, 0);

const two = (value: number): string => value.toFixed(2);

function rows({ engine, kinds, quiet, ms, bytes }: SearchFigures): Record<string, string | number>[] {
  return kinds.map(({ kind, queries, atOne, atThree, reciprocalRank }) => ({
    engine,
    kind,
    queries,
    'success@1': two(atOne),
    'success@3': two(atThree),
    'MRR@10': two(reciprocalRank),
    quiet: kind === 'all' ? two(quiet) : '',
    'ms a query': kind === 'all' ? ms.toFixed(1) : '',
    'kB to first result': kind === 'all' ? (bytes / 1000).toFixed(1) : '',
  }));
}

/**
 * The site's own search beside each engine by itself: same content, same queries, one run. Times of Pagefind and of
 * the site are those of a page in a browser, loading included; the other two run in Node with their index in memory.
 */
export async function benchSearch(): Promise<SearchFigures[]> {
  const cases = readCases(CASES);
  const loaded = await bytesToFirstResults('dist');
  const measured = await withSite('dist', async (page, site) => {
    const all: SearchFigures[] = [];
    for (const engine of await engines(page, site, pageTexts())) {
      const bytes = engine.files ? packed(engine.files) : engine.name === OURS ? loaded.site : loaded.pagefind;
      all.push(await measure(engine, cases, bytes));
    }
    return all;
  });
  printTable(measured.flatMap(rows));
  return measured;
}
