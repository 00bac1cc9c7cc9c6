import type { AddressInfo } from 'node:net';
import { chromium } from '@playwright/test';
import Papa from 'papaparse';
import { decisionSession } from '#apps/inventory/deciding/decision-session.ts';
import { emptyInventory } from '#apps/inventory/machine/inventory.ts';
import { importSession } from '#apps/inventory/reading/import-session.ts';
import { noCorrections } from '#apps/inventory/reading/vocabulary.ts';
import { siteServer } from '#cli/site-server.ts';
import { loadVocabulary } from '#content/reading/inventory.ts';
import { browserArguments, findOrInstallBrowser } from '#tests/support/browser.ts';
import { lexicon } from '#tests/support/lexicon.ts';
import { generator, pickOne } from '#tests/support/random-profiles.ts';
import { book } from '#tests/support/rule-book.ts';

/**
 * `npm run bench:inventory`: rows a second from CSV to recommendations, in Node and in the page of the built site, with
 * memory and the longest task of the page's main thread. Nothing is asserted.
 */
const vocabulary = loadVocabulary();

/** A large programme: volumes differ from row to row, so that hardly two profiles are the same. */
function programme(rows: number): string {
  const random = generator(7);
  const lines = Array.from({ length: rows }, (_, place) =>
    [
      `I-${place}`,
      `Interface ${place}`,
      `System ${place % 60}`,
      pickOne(['external', 'D365 CE', 'power app', 'Azure', ''], random),
      pickOne(['create', 'look up', 'export', 'notify', 'bulk import', 'update', 'call', ''], random),
      pickOne(['inbound', 'outbound', ''], random),
      pickOne(['daily', 'real time', 'hourly', 'near real time', ''], random),
      Math.floor(random() * 300_000),
      Math.floor(random() * 60_000),
      pickOne(['REST', 'SFTP', 'service bus', ''], random),
      pickOne(['simple', 'complex', 'none', ''], random),
      pickOne(['', 'in order', 'durable; exactly once'], random),
    ].join(','),
  );
  const header =
    'Ref,Interface,Other system,Type of system,What it does,Direction,How often,Records per day,Peak volume,Transport,Mapping complexity,Guarantees';
  return `${header}\n${lines.join('\n')}\n`;
}

const megabytes = (bytes: number): string => `${Math.round(bytes / 1_000_000)} MB`;
const perSecond = (rows: number, milliseconds: number): string =>
  `${Math.round(rows / (milliseconds / 1000)).toLocaleString('en-GB')} rows/s (${(milliseconds / 1000).toFixed(2)} s)`;

/** Processor time of this process since an earlier look, in microseconds a row. */
const microseconds = (since: NodeJS.CpuUsage, rows: number): number => {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / rows;
};

/** The floor: the same text through Papa Parse alone, in the same run. */
function bareParse(text: string, rows: number): number {
  const start = process.cpuUsage();
  Papa.parse(text, { header: true });
  return microseconds(start, rows);
}

async function inNode(rows: number): Promise<void> {
  const text = programme(rows);
  const bare = bareParse(text, rows);
  const began = process.cpuUsage();
  const before = process.memoryUsage().rss;
  const imports = importSession(vocabulary, book, lexicon);
  const decisions = decisionSession(vocabulary, book);
  let peak = 0;
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss);
  }, 20);
  const start = performance.now();
  const opened = await imports.open({ kind: 'text', name: 'bench', text }, noCorrections);
  const columns = opened.sheets[0]?.matches.map(({ column }) => column) ?? [];
  const found = imports.take({ sheet: 0, columns, takenIn: [], corrections: noCorrections }, 1);
  const read = performance.now() - start;
  let decided = 0;
  let processor = 0;
  decisions.putRows(found.rows);
  const update = { keys: found.rows.map(({ key }) => key), shared: emptyInventory.shared };
  await decisions.update(update, {
    onOutcomes: () => undefined,
    onProgramme: () => {
      decided = performance.now() - start;
      processor = microseconds(began, rows);
    },
    onBlanks: () => undefined,
  });
  const whole = performance.now() - start;
  clearInterval(watch);
  console.log(
    `Node, ${rows.toLocaleString('en-GB').padStart(7)} rows: read ${perSecond(rows, read)}, CSV to programme view ` +
      `${perSecond(rows, decided)}, with every blank tried ${perSecond(rows, whole)}, peak ${megabytes(peak)}`,
  );
  console.log(
    `      a row: ${processor.toFixed(0)} µs of processor and ${((peak - before) / rows / 1000).toFixed(1)} kB to the programme view; ` +
      `a bare parse of the same file ${bare.toFixed(1)} µs`,
  );
}

async function inPage(rows: number): Promise<void> {
  const server = siteServer('dist').listen(0);
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  const browser = await chromium.launch({
    executablePath: findOrInstallBrowser(() => undefined).path,
    args: [...browserArguments, '--enable-precise-memory-info'],
  });
  const page = await browser.newPage();
  await page.goto(`${origin}/advisor/inventory/`);
  await page.getByRole('button', { name: 'Open the sample programme' }).waitFor();
  await page.evaluate(() => {
    const tasks: number[] = [];
    Object.assign(window, { tasks });
    new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({
      type: 'longtask',
    });
  });
  const file = { name: 'bench.csv', mimeType: 'text/csv', buffer: Buffer.from(programme(rows)) };
  await page.locator('input[type="file"]').first().setInputFiles(file);
  await page.getByRole('button', { name: 'Decide these interfaces' }).waitFor();
  const start = performance.now();
  await page.getByRole('button', { name: 'Decide these interfaces' }).click();
  await page.getByRole('heading', { name: 'Decisions to take, worst first' }).waitFor();
  const decided = performance.now() - start;
  await page.locator('.inventory[data-kept="yes"]').waitFor();
  const grid = page.getByRole('grid');
  await grid.hover();
  for (let turns = 0; turns < 20; turns += 1) await page.mouse.wheel(0, 3000);
  await page.getByRole('columnheader', { name: 'Pattern' }).getByRole('button').click();
  await page.getByRole('searchbox', { name: 'Find' }).fill('Interface 99');
  await page.waitForTimeout(1500);
  const { tasks, heap } = await page.evaluate(() => ({
    tasks: (window as unknown as { tasks: number[] }).tasks,
    heap: (performance as unknown as { memory: { usedJSHeapSize: number } }).memory.usedJSHeapSize,
  }));
  console.log(
    `Page, ${rows.toLocaleString('en-GB').padStart(7)} rows: confirmed to programme view ${perSecond(rows, decided)}; read, kept, ` +
      `scrolled, sorted and searched with a longest main-thread task of ` +
      `${tasks.length === 0 ? 'under 50' : Math.round(Math.max(...tasks))} ms (${tasks.length} over 50 ms), page heap ${megabytes(heap)}`,
  );
  await browser.close();
  server.close();
}

for (const rows of [1_000, 10_000, 100_000]) await inNode(rows);
await inPage(10_000);
await inPage(50_000);
