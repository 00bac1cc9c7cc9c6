import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { findOrInstallBrowser } from './browser.ts';

/** `npm test`: every check there is, each named, timed and counted; the last line sums them up. */

const CACHE = '.cache';
const OLDEST = 22;

/** What tools compile is kept in the project's folder, not in the system's for temporary files. */
const caches = {
  NODE_COMPILE_CACHE: resolve('node_modules/.cache/compiled'),
  PWTEST_CACHE_DIR: resolve('node_modules/.cache/playwright'),
};

interface Step {
  name: string;
  /** Run by the Node that runs this. */
  script: string;
  arguments: readonly string[];
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
  { name: 'style of the content', script: 'src/editorial/check.ts', arguments: [] },
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

interface Count {
  passed: number;
  failed: number;
}

/** Reads what vitest or Playwright counted. */
function countIn(report: string): Count | undefined {
  if (!existsSync(report)) return undefined;
  const data = JSON.parse(readFileSync(report, 'utf8'));
  if (data.stats) return { passed: data.stats.expected + data.stats.flaky, failed: data.stats.unexpected };
  return { passed: data.numPassedTests, failed: data.numFailedTests };
}

function countOf(step: Step, succeeded: boolean): Count {
  const counted = step.report ? countIn(step.report) : undefined;
  if (!counted) return succeeded ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  // A run that broke off without a failed test has failed all the same.
  return !succeeded && counted.failed === 0 ? { ...counted, failed: 1 } : counted;
}

function run(step: Step): { succeeded: boolean; count: Count } {
  console.log(`\n=== ${step.name}`);
  const started = performance.now();
  const { status } = spawnSync(process.execPath, [step.script, ...step.arguments], {
    stdio: 'inherit',
    env: { ...process.env, ...caches },
  });
  const succeeded = status === 0;
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`=== ${step.name}: ${succeeded ? 'passed' : 'FAILED'} after ${seconds} s`);
  return { succeeded, count: countOf(step, succeeded) };
}

function main(): void {
  if (Number(process.versions.node.split('.')[0]) < OLDEST) {
    console.error(`This is Node ${process.version}; the project brings its own: run "npm ci", then "npm test".`);
    process.exitCode = 1;
    return;
  }
  rmSync(CACHE, { recursive: true, force: true });
  mkdirSync(CACHE);
  const browser = findOrInstallBrowser(console.log);
  console.log(`Node ${process.version}; browser: ${browser.path} (${browser.origin})`);
  const total: Count = { passed: 0, failed: 0 };
  for (const step of steps) {
    const { succeeded, count } = run(step);
    total.passed += count.passed;
    total.failed += count.failed;
    if (!succeeded && step.needed) break;
  }
  process.exitCode = total.failed > 0 ? 1 : 0;
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
}

main();
