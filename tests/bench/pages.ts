import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { Browser } from '@playwright/test';
import { siteServer } from '#cli/serve.ts';
import { floorOf } from './floor.ts';
import { median, openBrowser, printTable, slowPage } from './lab.ts';

const RUNS = 5;
const SETTLED_MS = 1500;

/** What is measured. A page that this build does not have is left out and said so. */
const pages: Readonly<Record<string, string>> = {
  home: '/',
  hub: '/integration/',
  answer: '/integration/which-pattern/',
  advisor: '/advisor/',
  search: '/search/',
  inventory: '/advisor/inventory/',
};

interface Weight {
  /** Bytes by kind of resource, compressed with Brotli where that helps. */
  byKind: Readonly<Record<string, number>>;
  total: number;
  requests: number;
}

interface Speed {
  lcp: number;
  cls: number;
  tbt: number;
}

type Figures = Weight & Speed;

const compressed = (type: string, body: Buffer): number =>
  /font|image\/png/.test(type) ? body.length : brotliCompressSync(body).length;

async function weigh(browser: Browser, address: string): Promise<Weight> {
  const context = await browser.newContext({ serviceWorkers: 'block' });
  const page = await context.newPage();
  const byKind: Record<string, number> = {};
  const reading: Promise<void>[] = [];
  page.on('response', (response) => {
    const read = response.body().then((body) => {
      const kind = response.request().resourceType();
      byKind[kind] = (byKind[kind] ?? 0) + compressed(response.headers()['content-type'] ?? '', body);
    });
    reading.push(read);
  });
  await page.goto(address, { waitUntil: 'networkidle' });
  await Promise.all(reading);
  await context.close();
  const total = Object.values(byKind).reduce((sum, bytes) => sum + bytes, 0);
  return { byKind, total, requests: reading.length };
}

/** Runs in the page before anything else: adds up what the browser reports. */
function watch(): void {
  const seen = { lcp: 0, cls: 0, tbt: 0 };
  Object.assign(window, { benchFigures: seen });
  new PerformanceObserver((list) => {
    seen.lcp = list.getEntries().at(-1)?.startTime ?? seen.lcp;
  }).observe({ type: 'largest-contentful-paint', buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) seen.cls += (entry as PerformanceEntry & { value: number }).value;
  }).observe({ type: 'layout-shift', buffered: true });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) seen.tbt += Math.max(0, duration - 50);
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

async function measure(browser: Browser, address: string): Promise<Figures> {
  const weight = await weigh(browser, address);
  const runs: Speed[] = [];
  for (let run = 0; run < RUNS; run += 1) runs.push(await timeOnce(browser, address));
  const of = (name: keyof Speed): number => median(runs.map((one) => one[name]));
  return { ...weight, lcp: of('lcp'), cls: of('cls'), tbt: of('tbt') };
}

/** A copy of the site with the floor of each page beside it, below `/floor/`. */
function siteWithFloors(): string {
  const folder = mkdtempSync(join(tmpdir(), 'fno-bench-'));
  cpSync('dist', folder, { recursive: true });
  for (const [name, address] of Object.entries(pages)) {
    const file = join('dist', address, 'index.html');
    if (!existsSync(file)) continue;
    const html = readFileSync(file, 'utf8');
    mkdirSync(join(folder, 'floor', name), { recursive: true });
    writeFileSync(join(folder, 'floor', name, 'index.html'), floorOf(html, cssOf(html)));
  }
  return folder;
}

function cssOf(html: string): string {
  const inline = [...html.matchAll(/<style>([\s\S]*?)<\/style>/g)].map(([, css = '']) => css);
  const linked = [...html.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map(([, href = '']) =>
    readFileSync(join('dist', href), 'utf8'),
  );
  return [...linked, ...inline].join('');
}

const kB = (bytes: number): string => (bytes / 1000).toFixed(1);
const times = (value: number, floor: number): string => (floor > 0 ? `${(value / floor).toFixed(2)} x` : '-');

function row(name: string, page: Figures, floor: Figures): Record<string, string | number> {
  const { document = 0, stylesheet = 0, script = 0, font = 0 } = page.byKind;
  return {
    page: name,
    'total kB': kB(page.total),
    html: kB(document),
    css: kB(stylesheet),
    js: kB(script),
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
export async function benchPages(): Promise<Record<string, { page: Figures; floor: Figures }>> {
  const folder = siteWithFloors();
  const server = siteServer(folder);
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  const browser = await openBrowser();
  const measured: Record<string, { page: Figures; floor: Figures }> = {};
  for (const [name, address] of Object.entries(pages)) {
    if (!existsSync(join(folder, 'floor', name))) {
      console.log(`${name}: left out, this build has no ${address}`);
      continue;
    }
    const floor = await measure(browser, `${origin}/floor/${name}/`);
    measured[name] = { floor, page: await measure(browser, `${origin}${address}`) };
  }
  await browser.close();
  server.close();
  rmSync(folder, { recursive: true, force: true });
  printTable(Object.entries(measured).map(([name, { page, floor }]) => row(name, page, floor)));
  return measured;
}
