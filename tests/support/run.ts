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

/** Steps one after the other. */
type Lane = readonly Step[];

/**
 * The lanes of a stage run side by side, and a stage begins when the one before has ended. What takes one core shares a stage;
 * unit tests and browser tests take all cores and have one each.
 */
const stages: readonly (readonly Lane[])[] = [
  [
    [
      {
        name: 'types of pages and islands',
        script: 'src/cli/astro.ts',
        arguments: ['check', '--minimumSeverity', 'warning'],
      },
    ],
    [
      { name: 'types of everything else', script: installed('typescript/bin/tsc'), arguments: ['--noEmit'] },
      {
        name: 'lint and format',
        script: installed('@biomejs/biome/bin/biome'),
        arguments: ['ci', '--error-on-warnings'],
      },
      {
        name: 'format of Astro files',
        script: installed('prettier/bin/prettier.cjs'),
        arguments: ['--check', 'src/**/*.astro'],
      },
      { name: 'style of the content', script: 'src/content/editorial/check.ts', arguments: [] },
      { name: 'dead code', script: installed('knip/bin/knip.js'), arguments: [] },
    ],
  ],
  [[vitest('unit and property tests', 'vitest.config.ts', join(CACHE, 'unit.json'))]],
  [[{ name: 'build', script: 'tests/support/build.ts', arguments: [], needed: true }]],
  [
    [vitest('built pages', 'tests/site/vitest.config.ts', join(CACHE, 'site.json'))],
    [
      {
        name: 'the site in a folder of its host',
        script: installed('@playwright/test/cli.js'),
        arguments: ['test', '--config', 'tests/sub-path/playwright.config.ts'],
        report: join(CACHE, 'sub-path.json'),
      },
    ],
  ],
  [
    [
      {
        name: 'browser tests',
        script: installed('@playwright/test/cli.js'),
        arguments: ['test', '--config', 'tests/e2e/playwright.config.ts'],
        report: join(CACHE, 'e2e.json'),
      },
    ],
  ],
];

interface Result {
  step: Step;
  succeeded: boolean;
  count: Count;
}

/**
 * Runs a step.
 *
 * @param isHeld whether what it writes is shown when it has ended, since another step writes at the same time
 */
async function run(step: Step, isHeld: boolean): Promise<Result> {
  const held: Buffer[] = [];
  console.log(`\n=== ${step.name}`);
  const write = isHeld ? (data: Buffer) => held.push(data) : undefined;
  const { succeeded, seconds } = await runStep(step, console.log, undefined, write);
  if (held.length > 0) console.log(`\n=== ${step.name} says`);
  for (const data of held) process.stdout.write(data);
  console.log(`=== ${step.name}: ${succeeded ? 'passed' : 'FAILED'} after ${seconds.toFixed(1)} s`);
  return { step, succeeded, count: countStep(step.report, succeeded) };
}

/** Runs a lane to its end, or to a failed step that the later ones need. */
async function runLane(lane: Lane, isHeld: boolean): Promise<Result[]> {
  const results: Result[] = [];
  for (const step of lane) {
    const result = await run(step, isHeld);
    results.push(result);
    if (!result.succeeded && step.needed) break;
  }
  return results;
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
  for (const lanes of stages) {
    const results = (await Promise.all(lanes.map((lane) => runLane(lane, lanes.length > 1)))).flat();
    counts.push(...results.map(({ count }) => count));
    if (results.some(({ step, succeeded }) => step.needed && !succeeded)) break;
  }
  sayFlaky(counts.flatMap(({ flaky }) => flaky));
  const sum = (of: 'passed' | 'failed'): number => counts.reduce((total, count) => total + count[of], 0);
  process.exitCode = sum('failed') > 0 ? 1 : 0;
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
}

await main();
