import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { findOrInstallBrowser } from './browser.ts';
import { type Count, countStep } from './count-tests.ts';
import { type Program, runStep } from './run-step.ts';

/** `npm test`: every check there is, each named, timed and counted; the last line sums them up. */

const CACHE = '.cache';
const OLDEST = 22;

interface Step extends Program {
  /** JSON report in which the tests are counted; a step without one counts as one test. */
  report?: string;
  /** Without it the later steps have nothing to work on. */
  needed?: true;
}

/** The command line of an installed package. */
const installed = (script: string): string => join('node_modules', script);

const vitest = (name: string, config: string, report: string): Step => ({
  name,
  script: installed('vitest/vitest.mjs'),
  arguments: ['run', '--config', config, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
  report,
});

const steps: readonly Step[] = [
  {
    name: 'types of pages and islands',
    script: 'src/cli/astro.ts',
    arguments: ['check', '--minimumSeverity', 'warning'],
  },
  { name: 'types of everything else', script: installed('typescript/bin/tsc'), arguments: ['--noEmit'] },
  { name: 'lint and format', script: installed('@biomejs/biome/bin/biome'), arguments: ['ci', '--error-on-warnings'] },
  {
    name: 'format of Astro files',
    script: installed('prettier/bin/prettier.cjs'),
    arguments: ['--check', 'src/**/*.astro'],
  },
  { name: 'style of the content', script: 'src/content/editorial/check.ts', arguments: [] },
  { name: 'dead code', script: installed('knip/bin/knip.js'), arguments: [] },
  vitest('unit and property tests', 'vitest.config.ts', join(CACHE, 'unit.json')),
  { name: 'build', script: 'tests/support/build.ts', arguments: [], needed: true },
  vitest('built pages', 'tests/site/vitest.config.ts', join(CACHE, 'site.json')),
  {
    name: 'browser tests',
    script: installed('@playwright/test/cli.js'),
    arguments: ['test', '--config', 'tests/e2e/playwright.config.ts'],
    report: join(CACHE, 'e2e.json'),
  },
  {
    name: 'the site in a folder of its host',
    script: installed('@playwright/test/cli.js'),
    arguments: ['test', '--config', 'tests/sub-path/playwright.config.ts'],
    report: join(CACHE, 'sub-path.json'),
  },
];

async function run(step: Step): Promise<{ succeeded: boolean; count: Count }> {
  console.log(`\n=== ${step.name}`);
  const { succeeded, seconds } = await runStep(step, console.log);
  console.log(`=== ${step.name}: ${succeeded ? 'passed' : 'FAILED'} after ${seconds.toFixed(1)} s`);
  return { succeeded, count: countStep(step.report, succeeded) };
}

/** A test that passes only when it is tried again is no clean pass, so it is named. */
function sayFlaky(flaky: readonly string[]): void {
  if (flaky.length === 0) return;
  console.log(`\n${flaky.length} flaky (failed, then passed when tried again):`);
  for (const name of flaky) console.log(`  ${name}`);
}

async function main(): Promise<void> {
  if (Number(process.versions.node.split('.')[0]) < OLDEST) {
    console.error(`This is Node ${process.version}; the project brings its own: run "npm ci", then "npm test".`);
    process.exitCode = 1;
    return;
  }
  rmSync(CACHE, { recursive: true, force: true });
  mkdirSync(CACHE);
  const browser = findOrInstallBrowser(console.log);
  console.log(`Node ${process.version}; browser: ${browser.path} (${browser.origin})`);
  const counts: Count[] = [];
  for (const step of steps) {
    const { succeeded, count } = await run(step);
    counts.push(count);
    if (!succeeded && step.needed) break;
  }
  sayFlaky(counts.flatMap(({ flaky }) => flaky));
  const sum = (of: 'passed' | 'failed'): number => counts.reduce((total, count) => total + count[of], 0);
  process.exitCode = sum('failed') > 0 ? 1 : 0;
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
}

await main();
