import { existsSync, readFileSync } from 'node:fs';

/** What a step of `npm test` comes to. */
export interface Count {
  passed: number;
  failed: number;
  /** Names of tests that failed first and passed when they were tried again; they count as passed. */
  flaky: readonly string[];
}

interface PlaywrightSuite {
  title: string;
  suites?: readonly PlaywrightSuite[];
  specs?: readonly { title: string; tests: readonly { status: string }[] }[];
}

function flakyIn({ title, suites = [], specs = [] }: PlaywrightSuite): string[] {
  const own = specs.filter(({ tests }) => tests.some(({ status }) => status === 'flaky'));
  return [...own.map((spec) => spec.title), ...suites.flatMap(flakyIn)].map((name) => `${title}: ${name}`);
}

/** Reads what vitest or Playwright counted, from the text of its JSON report. */
export function countIn(report: string): Count {
  const data = JSON.parse(report);
  if (!data.stats) return { passed: data.numPassedTests, failed: data.numFailedTests, flaky: [] };
  return {
    passed: data.stats.expected + data.stats.flaky,
    failed: data.stats.unexpected,
    flaky: data.suites.flatMap(flakyIn),
  };
}

/**
 * Counts a step: the tests of its report, or the step itself where it has none.
 *
 * @param report name of the file with its JSON report
 */
export function countStep(report: string | undefined, succeeded: boolean): Count {
  if (!report || !existsSync(report)) return { passed: Number(succeeded), failed: Number(!succeeded), flaky: [] };
  const counted = countIn(readFileSync(report, 'utf8'));
  // A run that broke off without a failed test has failed all the same.
  return !succeeded && counted.failed === 0 ? { ...counted, failed: 1 } : counted;
}
