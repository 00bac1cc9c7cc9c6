import { type Browser, chromium, type Page } from '@playwright/test';
import { browserArguments, findOrInstallBrowser } from '#tests/support/browser.ts';

/** A slow phone on slow 4G, as Lighthouse has it. */
const network = { offline: false, latency: 150, downloadThroughput: (1.6e6 / 8) * 0.9, uploadThroughput: 750e3 / 8 };
const SLOWDOWN = 4;

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: findOrInstallBrowser(console.log).path, args: [...browserArguments] });

/** A page in a fresh profile on the slow phone. */
export async function slowPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 412, height: 823 }, serviceWorkers: 'block' });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', network);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
  return page;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** Prints rows as columns: names on the left, figures on the right. */
export function printTable(rows: readonly Readonly<Record<string, string | number>>[]): void {
  const columns = Object.keys(rows[0] ?? {});
  const widths = columns.map((name) => Math.max(name.length, ...rows.map((row) => String(row[name]).length)));
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, place) => (place === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[place] ?? 0)))
      .join('  ');
  console.log(line(columns));
  for (const row of rows) console.log(line(columns.map((name) => String(row[name]))));
}
