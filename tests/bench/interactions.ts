import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { siteServer } from '#cli/site-server.ts';
import { median, openBrowser, printTable, slowPage } from './lab.ts';

const RUNS = 7;

interface Interaction {
  address: string;
  /** Brings the page to where the interaction starts; false where this build has no such thing. */
  prepare(page: Page): Promise<boolean>;
  act(page: Page): Promise<void>;
}

const there = (page: Page, selector: string): Promise<boolean> =>
  page
    .locator(selector)
    .first()
    .waitFor({ timeout: 10_000 })
    .then(
      () => true,
      () => false,
    );

const interactions: Readonly<Record<string, Interaction>> = {
  'opening the palette': {
    address: '/integration/',
    prepare: async (page) => {
      await page.keyboard.press('Control+k');
      const exists = await page
        .locator('dialog[open]')
        .waitFor({ timeout: 3000 })
        .then(
          () => true,
          () => false,
        );
      await page.keyboard.press('Escape');
      return exists;
    },
    act: (page) => page.keyboard.press('Control+k'),
  },
  'answering a question': {
    address: '/advisor/',
    prepare: (page) => there(page, '.questionnaire .option input[type=radio]'),
    // A press on an answer goes on by itself.
    act: (page) => page.locator('.questionnaire .option').first().click(),
  },
  'filtering a hub': {
    address: '/integration/',
    prepare: (page) => there(page, '.filter input'),
    act: (page) => page.locator('.filter input').nth(1).click(),
  },
};

const floor: Interaction = {
  address: '/floor.html',
  prepare: async () => true,
  act: (page) => page.locator('input').click(),
};

/** Runs in the page: keeps how long each event took until the next paint. */
function watch(): void {
  const durations: number[] = [];
  Object.assign(window, { benchEvents: durations });
  const options = { type: 'event', durationThreshold: 16, buffered: true } as PerformanceObserverInit;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if ((entry as PerformanceEntry & { interactionId: number }).interactionId > 0) durations.push(entry.duration);
    }
  }).observe(options);
}

async function once(
  browser: Browser,
  origin: string,
  { address, prepare, act }: Interaction,
): Promise<number | undefined> {
  const page = await slowPage(browser);
  await page.addInitScript(watch);
  await page.goto(origin + address, { waitUntil: 'networkidle' });
  const isThere = await prepare(page);
  if (isThere) {
    await page.waitForTimeout(500);
    await page.evaluate(() => (window as unknown as { benchEvents: number[] }).benchEvents.splice(0));
    await act(page);
    await page.waitForTimeout(700);
  }
  const events = await page.evaluate(() => (window as unknown as { benchEvents: number[] }).benchEvents);
  await page.context().close();
  return isThere ? Math.max(16, ...events) : undefined;
}

async function measure(browser: Browser, origin: string, interaction: Interaction): Promise<number | undefined> {
  const runs: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const duration = await once(browser, origin, interaction);
    if (duration === undefined) return undefined;
    runs.push(duration);
  }
  return median(runs);
}

/** From an event to the next paint on a slow phone, beside a bare checkbox. Browsers report no less than 16 ms. */
export async function benchInteractions(): Promise<Record<string, number>> {
  const folder = mkdtempSync(join(tmpdir(), 'fno-floor-'));
  const bare = '<!DOCTYPE html><meta charset="utf-8"><title>Floor</title><input type="checkbox">';
  for (const name of ['floor.html', 'index.html', '404.html']) writeFileSync(join(folder, name), bare);
  const servers = [siteServer('dist'), siteServer(folder)] as const;
  for (const server of servers) await new Promise<void>((resolve) => server.listen(0, resolve));
  const [site, floorOrigin] = servers.map((server) => `http://localhost:${(server.address() as AddressInfo).port}`);
  const browser = await openBrowser();
  const figures: Record<string, number> = {};
  figures['floor: a bare checkbox'] = (await measure(browser, floorOrigin ?? '', floor)) ?? Number.NaN;
  for (const [name, interaction] of Object.entries(interactions)) {
    const duration = await measure(browser, site ?? '', interaction);
    if (duration === undefined) console.log(`${name}: left out, this build has none`);
    else figures[name] = duration;
  }
  await browser.close();
  for (const server of servers) server.close();
  rmSync(folder, { recursive: true, force: true });
  printTable(Object.entries(figures).map(([interaction, ms]) => ({ interaction, 'ms to next paint': ms })));
  return figures;
}
