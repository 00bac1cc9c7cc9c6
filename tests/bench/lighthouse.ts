/**
 * `npm run lighthouse`: Lighthouse as on a phone, the median of several runs of each kind of page, beside the floor of
 * reading pages; keeps the figures in `reports/lighthouse.json`.
 *
 * @example RUNS=1 npm run lighthouse -- home advisor
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { siteServer } from '#cli/site-server.ts';
import { browserArguments, findOrInstallBrowser } from '#tests/support/browser.ts';
import { pages, siteWithFloors } from './floor.ts';
import { median, printTable } from './lab.ts';

const RUNS = Number(process.env.RUNS ?? 5);

/** Of one page's runs. */
const FAILURES_ALLOWED = 3;

const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
const metrics = {
  lcp: 'largest-contentful-paint',
  tbt: 'total-blocking-time',
  cls: 'cumulative-layout-shift',
} as const;

/** Least scores, in the order of {@link categories}. */
const targets: Readonly<Record<string, readonly number[]>> = {
  home: [100, 100, 100, 100],
  hub: [100, 100, 100, 100],
  answer: [100, 100, 100, 100],
  advisor: [98],
  search: [98],
};

type Figures = Record<(typeof categories)[number] | keyof typeof metrics, number>;

interface Report {
  categories: Record<string, { score: number | null } | undefined>;
  audits: Record<string, { numericValue?: number } | undefined>;
  runtimeError?: { message: string };
}

const chromium = findOrInstallBrowser(console.log).path;
const flags = ['--headless=new', ...browserArguments].join(' ');

/** Away from this process, which serves the pages. */
async function audit(address: string, folder: string): Promise<Figures> {
  const file = join(folder, 'report.json');
  const script = join('node_modules', 'lighthouse', 'cli', 'index.js');
  const lighthouse = spawn(
    process.execPath,
    [script, address, '--quiet', '--output=json', `--output-path=${file}`, `--chrome-flags=${flags}`],
    { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, CHROME_PATH: chromium } },
  );
  const [status] = await once(lighthouse, 'exit');
  if (status !== 0) throw new Error(`Lighthouse ended with ${status} on ${address}`);
  const report = JSON.parse(readFileSync(file, 'utf8')) as Report;
  if (report.runtimeError) throw new Error(`${address}: ${report.runtimeError.message}`);
  return Object.fromEntries([
    ...categories.map((name) => [name, Math.round((report.categories[name]?.score ?? 0) * 100)]),
    ...Object.entries(metrics).map(([name, id]) => [name, report.audits[id]?.numericValue ?? Number.NaN]),
  ]) as Figures;
}

/** Median of each figure on its own. */
async function measure(address: string, folder: string): Promise<Figures> {
  const runs: Figures[] = [];
  // Now and then Chromium's trace lacks the navigation and Lighthouse asks to be run again: that says nothing of the page.
  for (let failures = 0; runs.length < RUNS; ) {
    try {
      runs.push(await audit(address, folder));
    } catch (error) {
      failures += 1;
      if (failures > FAILURES_ALLOWED) throw error;
    }
  }
  return Object.fromEntries(
    Object.keys(runs[0] ?? {}).map((name) => [name, median(runs.map((one) => one[name as keyof Figures]))]),
  ) as Figures;
}

/** The most that a reading page's largest paint may take, as a multiple of its floor's. */
const LCP_LIMIT = 1.2;

function holds(name: string, figures: Figures, floor: Figures | undefined): string {
  const least = targets[name];
  if (!least) return '-';
  const scored = least.every((score, place) => figures[categories[place] ?? 'performance'] >= score);
  return scored && (!floor || figures.lcp / floor.lcp <= LCP_LIMIT) ? 'yes' : 'NO';
}

const row = (name: string, figures: Figures, floor: Figures | undefined): Record<string, string | number> => ({
  page: name,
  ...Object.fromEntries(categories.map((category) => [category, figures[category]])),
  'LCP ms': Math.round(figures.lcp),
  'x floor': floor ? (figures.lcp / floor.lcp).toFixed(2) : '-',
  'TBT ms': Math.round(figures.tbt),
  CLS: figures.cls.toFixed(3),
  'holds target': holds(name, figures, floor),
});

async function main(): Promise<void> {
  if (!existsSync('dist/index.html')) throw new Error('There is no built site: run "npm run build" first.');
  const asked = process.argv.slice(2);
  const site = siteWithFloors();
  const folder = mkdtempSync(join(tmpdir(), 'fno-lighthouse-'));
  const server = siteServer(site).listen(0);
  await once(server, 'listening');
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  const measured: Record<string, { page: Figures; floor?: Figures }> = {};
  for (const [name, path] of Object.entries(pages)) {
    if (asked.length > 0 && !asked.includes(name)) continue;
    const page = await measure(origin + path, folder);
    const isRead = ['home', 'hub', 'answer'].includes(name);
    measured[name] = { page, ...(isRead && { floor: await measure(`${origin}/floor/${name}/`, folder) }) };
  }
  server.close();
  for (const made of [site, folder]) rmSync(made, { recursive: true, force: true });
  console.log(`Lighthouse, mobile, median of ${RUNS}`);
  printTable(Object.entries(measured).map(([name, { page, floor }]) => row(name, page, floor)));
  mkdirSync('reports', { recursive: true });
  writeFileSync('reports/lighthouse.json', `${JSON.stringify({ runs: RUNS, measured }, null, 2)}\n`);
}

await main();
