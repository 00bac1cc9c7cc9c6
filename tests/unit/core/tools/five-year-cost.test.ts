import { expect, test } from 'vitest';
import { readEntries } from '#core/tools/read-entries.ts';
import { quantile, simulate } from '#core/tools/simulate.ts';
import { exampleEntries, type Simulation } from '#core/tools/tool.ts';
import { toolNamed, worked, workedExample } from '#tests/support/tools.ts';

const tool = toolNamed('five-year-cost');

test('the example has the contingency and the running cost that its answers print', () => {
  // 187,000 of known risks and 8 weeks of 45,000; 1,036,000 a year for four years; 2,540 days.
  expect(workedExample('five-year-cost').results).toMatchObject({
    expected: 187_000,
    slip: 360_000,
    contingency: 547_000,
    run_total: 4_144_000,
    days: 2540,
    // 2,540 days at 700 and as many of one's own at 350, and 300,000 of subscription.
    base: 2540 * 1050 + 300_000,
  });
});

test('things, risks and years are added up', () => {
  const { results } = worked(
    'five-year-cost',
    { rate: '1000', own_share: '0.5', own_rate: '400', slip_weeks: '2', week: '5000', years: '3' },
    {
      things: [{ name: 'Interfaces', number: '4', low: '5', each: '10', high: '20' }],
      risks: [{ name: 'Risk', amount: '8000', probability: '25' }],
      running: [{ name: 'Team', amount: '20000' }],
    },
  );
  // 40 days × (1,000 + 0.5 × 400) = 48,000; 2,000 + 10,000; 60,000.
  expect(results).toMatchObject({
    base: 48_000,
    contingency: 12_000,
    run_total: 60_000,
    total: 120_000,
    contingency_share: 25,
  });
});

test('with nothing filled in there is no sum, and no share', () => {
  expect(worked('five-year-cost', {}).results).toMatchObject({ total: undefined, contingency_share: undefined });
});

test('the draw is the same each time, and lies between the least and the most that can come out', () => {
  const read = readEntries(tool, exampleEntries(tool));
  const simulation = { ...(tool.simulation as Simulation), runs: 500 };
  const first = simulate(tool, read, simulation);
  expect(first).toEqual(simulate(tool, read, simulation));
  // Days at 70% and no risk; days at 140% and all risks; the delay and running are in both.
  const least = 2540 * 0.7 * 1050 + 300_000 + 360_000 + 4_144_000;
  const most = 2540 * 1.4 * 1050 + 300_000 + 465_000 + 360_000 + 4_144_000;
  expect(first.outcomes[0]).toBeGreaterThan(least);
  expect(first.outcomes.at(-1)).toBeLessThan(most);
  const [tenth, half, nine] = [0.1, 0.5, 0.9].map((share) => quantile(first, share) ?? 0) as [number, number, number];
  expect(tenth).toBeLessThan(half);
  expect(half).toBeLessThan(nine);
});
