import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { countIn, countStep } from '#tests/support/count-tests.ts';

const vitest = JSON.stringify({ numPassedTests: 7, numFailedTests: 2 });
const playwright = JSON.stringify({
  stats: { expected: 3, flaky: 1, unexpected: 0 },
  suites: [
    {
      title: 'search.spec.ts',
      specs: [{ title: 'steady', tests: [{ status: 'expected' }] }],
      suites: [{ title: 'the palette', specs: [{ title: 'shaky', tests: [{ status: 'flaky' }] }] }],
    },
  ],
});

test('the tests of a vitest report are counted', () => {
  expect(countIn(vitest)).toEqual({ passed: 7, failed: 2, flaky: [] });
});

test('a test that passed only when tried again counts as passed and is named', () => {
  expect(countIn(playwright)).toEqual({ passed: 4, failed: 0, flaky: ['search.spec.ts: the palette: shaky'] });
});

test.each([
  ['that succeeded', true, { passed: 1, failed: 0, flaky: [] }],
  ['that failed', false, { passed: 0, failed: 1, flaky: [] }],
])('a step without a report %s counts as one test', (_story, succeeded, count) => {
  expect(countStep(undefined, succeeded)).toEqual(count);
  expect(countStep('no/such/report.json', succeeded)).toEqual(count);
});

test('a step that broke off without a failed test has failed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'fno-count-'));
  const report = join(folder, 'report.json');
  writeFileSync(report, playwright);
  expect(countStep(report, false)).toMatchObject({ passed: 4, failed: 1 });
  expect(countStep(report, true)).toMatchObject({ passed: 4, failed: 0 });
  rmSync(folder, { recursive: true });
});
