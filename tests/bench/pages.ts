import { rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync } from 'node:zlib';
import type { Browser } from '@playwright/test';
import { siteServer } from '#cli/site-server.ts';
import { pages, siteWithFloors } from './floor.ts';
import { median, openBrowser, printTable, slowPage } from './lab.ts';

const RUNS = 5;
const SETTLED_MS = 1500;

interface Weight {
  /** Bytes by kind of resource, compressed with Brotli where that helps. */
  byKind: Readonly<Record<string, number>>;
  total: number;
  requests: number;
  /** All JavaScript that the page runs before anybody touches it: what it loads and what stands in it. */
  scripts: number;
}

interface Speed {
  lcp: number;
  cls: number;
  tbt: number;
}

type Figures = Weight & Speed;

export interface Measured {
  page: Figures;
  floor: Figures;
}

export type PageFigures = Record<keyof typeof pages, Measured>;

const compressed = (type: string, body: Buffer): number =>
  /font|image\/png/.test(type) ? body.length : brotliCompressSync(body).length;

/** What stands in a page and runs; blocks of data do not. */
const inlineScripts = (html: string): string =>
  [...html.matchAll(/<script type="module">([\s\S]*?)<\/script>|<script>([\s\S]*?)<\/script>/g)]
    .map(([, module, classic]) => module ?? classic ?? '')
    .join('\n');

async function weigh(browser: Browser, address: string): Promise<Weight> {
  const context = await browser.newContext({ serviceWorkers: 'block' });
  const page = await context.newPage();
  const byKind: Record<string, number> = {};
  let inline = '';
  const reading: Promise<void>[] = [];
  page.on('response', (response) => {
    const read = response.body().then((body) => {
      const kind = response.request().resourceType();
      if (kind === 'document') inline = inlineScripts(body.toString());
      byKind[kind] = (byKind[kind] ?? 0) + compressed(response.headers()['content-type'] ?? '', body);
    });
    reading.push(read);
  });
  await page.goto(address, { waitUntil: 'networkidle' });
  await Promise.all(reading);
  await context.close();
  const total = Object.values(byKind).reduce((sum, bytes) => sum + bytes, 0);
  const scripts = (byKind.script ?? 0) + (inline === '' ? 0 : brotliCompressSync(inline).length);
  return { byKind, total, requests: reading.length, scripts };
}

/** Runs in the page before anything else: adds up what the browser reports. */
function watch(): void {
  const seen = { lcp: 0, cls: 0, tbt: 0 };
  Object.assign(window, { benchFigures: seen });
  const firstPaint = (): number =>
    performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.POSITIVE_INFINITY;
  new PerformanceObserver((list) => {
    seen.lcp = list.getEntries().at(-1)?.startTime ?? seen.lcp;
  }).observe({ type: 'largest-contentful-paint', buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) seen.cls += (entry as PerformanceEntry & { value: number }).value;
  }).observe({ type: 'layout-shift', buffered: true });
  new PerformanceObserver((list) => {
    // As Lighthouse counts: what keeps somebody waiting who sees something already.
    for (const { startTime, duration } of list.getEntries()) {
      const visible = Math.min(duration, startTime + duration - firstPaint());
      seen.tbt += Math.max(0, visible - 50);
    }
  }).observe({ type: 'longtask', buffered: true });
}

async function timeOnce(browser: Browser, address: string): Promise<Speed> {
  const page = await slowPage(browser);
  await page.addInitScript(watch);
  await page.goto(address, { waitUntil: 'load' });
  await page.waitForTimeout(SETTLED_MS);
  const speed = await page.evaluate(() => (window as unknown as { benchFigures: Speed }).benchFigures);
  await page.context().close();
  return speed;
}

const medians = (runs: readonly Speed[]): Speed => {
  const of = (name: keyof Speed): number => median(runs.map((one) => one[name]));
  return { lcp: of('lcp'), cls: of('cls'), tbt: of('tbt') };
};

/** Page and floor in turns, so that whatever else the machine does falls on both. */
async function measure(browser: Browser, address: string, floorAddress: string): Promise<Measured> {
  const weight = { page: await weigh(browser, address), floor: await weigh(browser, floorAddress) };
  const runs: { page: Speed[]; floor: Speed[] } = { page: [], floor: [] };
  for (let run = 0; run < RUNS; run += 1) {
    runs.floor.push(await timeOnce(browser, floorAddress));
    runs.page.push(await timeOnce(browser, address));
  }
  return {
    page: { ...weight.page, ...medians(runs.page) },
    floor: { ...weight.floor, ...medians(runs.floor) },
  };
}

const kB = (bytes: number): string => (bytes / 1000).toFixed(1);
const times = (value: number, floor: number): string => (floor > 0 ? `${(value / floor).toFixed(2)} x` : '-');

function row(name: string, { page, floor }: Measured): Record<string, string | number> {
  const { document = 0, stylesheet = 0, script = 0, font = 0 } = page.byKind;
  return {
    page: name,
    'total kB': kB(page.total),
    html: kB(document),
    css: kB(stylesheet),
    js: kB(script),
    'js, inline too': kB(page.scripts),
    font: kB(font),
    other: kB(page.total - document - stylesheet - script - font),
    requests: page.requests,
    'floor kB': kB(floor.total),
    'x floor': times(page.total, floor.total),
    'LCP ms': Math.round(page.lcp),
    'LCP x floor': times(page.lcp, floor.lcp),
    CLS: page.cls.toFixed(3),
    'TBT ms': Math.round(page.tbt),
  };
}

/** Bytes, requests, largest paint, shifts and blocking of each kind of page, beside its floor. */
export async function benchPages(): Promise<PageFigures> {
  const folder = siteWithFloors();
  const server = siteServer(folder);
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  const browser = await openBrowser();
  const measured = {} as PageFigures;
  for (const name of Object.keys(pages) as (keyof PageFigures)[]) {
    measured[name] = await measure(browser, `${origin}${pages[name]}`, `${origin}/floor/${name}/`);
  }
  await browser.close();
  server.close();
  rmSync(folder, { recursive: true, force: true });
  printTable(Object.entries(measured).map(([name, both]) => row(name, both)));
  return measured;
}
