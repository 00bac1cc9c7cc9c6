/**
 * `npm run test:engines`: the main walks in Chromium, Firefox and WebKit, as far as they are installed.
 *
 * @example npm run test:engines -- firefox webkit
 */
import { existsSync } from 'node:fs';
import { SiteCopy } from '#tests/support/site-copy.ts';
import type { Driver } from './driver.ts';
import { engines } from './find.ts';
import { Walker } from './walker.ts';
import { walks } from './walks.ts';

interface Outcome {
  passed: number;
  failed: number;
}

async function walkAll(driver: Driver, site: SiteCopy): Promise<Outcome> {
  const outcome: Outcome = { passed: 0, failed: 0 };
  for (const [name, walk] of Object.entries(walks)) {
    const started = performance.now();
    const seconds = (): string => `${((performance.now() - started) / 1000).toFixed(1)} s`;
    try {
      await walk(new Walker(driver, site.origin), site);
      outcome.passed += 1;
      console.log(`  passed  ${name} (${seconds()})`);
    } catch (error) {
      outcome.failed += 1;
      const at = await driver.evaluate<string>('location.href').catch(() => 'nowhere');
      console.log(
        `  FAILED  ${name} (${seconds()}): ${error instanceof Error ? `${error.name}: ${error.message}` : error}; at ${at}`,
      );
    }
  }
  return outcome;
}

async function walkIn(engine: string): Promise<Outcome | undefined> {
  const found = engines[engine]?.() ?? { skipped: 'there is no such engine' };
  if ('skipped' in found) {
    console.log(`\n${engine}: skipped, ${found.skipped}`);
    return undefined;
  }
  const site = new SiteCopy();
  await site.serve();
  let driver: Driver | undefined;
  try {
    driver = await found.start();
    console.log(`\n${engine}: ${driver.name}`);
    return await walkAll(driver, site);
  } finally {
    await driver?.close();
    await site.remove();
  }
}

async function main(): Promise<void> {
  if (!existsSync('dist/index.html')) throw new Error('There is no built site: run "npm run build" first.');
  const asked = process.argv.slice(2);
  const total: Outcome = { passed: 0, failed: 0 };
  const skipped: string[] = [];
  for (const engine of asked.length > 0 ? asked : Object.keys(engines)) {
    const outcome = await walkIn(engine);
    if (!outcome) skipped.push(engine);
    total.passed += outcome?.passed ?? 0;
    total.failed += outcome?.failed ?? 0;
  }
  const without = skipped.length > 0 ? `; without ${skipped.join(' and ')}` : '';
  console.log(`\n${total.passed} passed, ${total.failed} failed${without}`);
  process.exitCode = total.failed > 0 ? 1 : 0;
}

await main();
