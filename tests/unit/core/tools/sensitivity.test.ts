import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { workOutResult } from '#core/tools/evaluate.ts';
import { readEntries } from '#core/tools/read-entries.ts';
import { sensitivity } from '#core/tools/sensitivity.ts';
import { quantile, randomFrom, simulate, triangular } from '#core/tools/simulate.ts';
import { exampleEntries } from '#core/tools/tool.ts';
import { plan, tools } from '#tests/support/tools.ts';

describe('each input moved by a fifth', () => {
  test('tells the largest change first', () => {
    const read = readEntries(plan, {
      inputs: { opening: '10' },
      tables: {
        steps: [
          { name: 'a', hours: '20' },
          { name: 'b', hours: '20', after: '1' },
        ],
      },
    });
    // 10 + 40 = 50: with hours a fifth lower or higher 42 or 58, with the opening 48 or 52.
    expect(sensitivity(plan, read).map(({ label, lower, higher }) => [label, lower, higher])).toEqual([
      ['Hours, of all steps', 42, 58],
      ['Opening', 48, 52],
    ]);
  });

  test('stays within what is allowed', () => {
    const read = readEntries(plan, { inputs: { opening: '95' }, tables: { steps: [{ name: 'a', hours: '1' }] } });
    expect(sensitivity(plan, read)[0]).toMatchObject({ label: 'Opening', lower: 77, higher: 101 });
  });

  test.each(tools.map((tool) => [tool.id, tool] as const))('says something about the example of %s', (_id, tool) => {
    const read = readEntries(tool, exampleEntries(tool));
    const movements = sensitivity(tool, read);
    expect(movements.length).toBeGreaterThan(1);
    expect(
      movements.every(({ effect }, index) => effect <= (movements[index - 1]?.effect ?? Number.POSITIVE_INFINITY)),
    ).toBe(true);
    expect(typeof workOutResult(tool, read, tool.headline)).toBe('number');
  });
});

describe('numbers drawn by lot', () => {
  test('are the same for the same seed, and spread over all from 0 to 1', () => {
    const [first, second] = [randomFrom(7), randomFrom(7)];
    const drawn = Array.from({ length: 10_000 }, first);
    expect(drawn).toEqual(Array.from({ length: 10_000 }, second));
    expect(drawn.every((value) => value >= 0 && value < 1)).toBe(true);
    expect(drawn.reduce((sum, value) => sum + value, 0) / drawn.length).toBeCloseTo(0.5, 1);
  });

  test('between two others stay there, and grow with the chance', () => {
    const limits = fc
      .array(fc.integer({ min: 0, max: 1000 }), { minLength: 3, maxLength: 3 })
      .map((three) => three.toSorted((a, b) => a - b) as [number, number, number]);
    const chance = fc.double({ min: 0, max: 0.999, noNaN: true });
    fc.assert(
      fc.property(limits, chance, chance, ([low, likely, high], one, other) => {
        const [lower, higher] = [Math.min(one, other), Math.max(one, other)].map((each) =>
          triangular(low, likely, high, each),
        );
        expect(lower).toBeGreaterThanOrEqual(low - 1e-9);
        expect(higher).toBeLessThanOrEqual(high + 1e-9);
        expect(higher).toBeGreaterThanOrEqual((lower ?? 0) - 1e-9);
      }),
    );
  });

  test('are as likely below the likeliest as its distance says', () => {
    // A quarter of the way up, so a quarter of the chance: 0, 10, 40.
    expect(triangular(0, 10, 40, 0.25)).toBeCloseTo(10, 9);
    expect(triangular(5, 5, 5, 0.4)).toBe(5);
  });

  test('give a spread around the result that was worked out', () => {
    const tool = {
      ...plan,
      tables: plan.tables.map((table) => ({
        ...table,
        columns: table.columns.flatMap((column) =>
          column.id === 'hours' ? [column, { ...column, id: 'low' }, { ...column, id: 'high' }] : column,
        ),
      })),
    };
    const read = readEntries(tool, {
      inputs: { opening: '0' },
      tables: { steps: [{ name: 'a', hours: '10', low: '4', high: '16' }] },
    });
    const simulated = simulate(tool, read, {
      result: 'finish',
      runs: 4000,
      seed: 1,
      draws: [{ kind: 'between', table: 'steps', column: 'hours', low: 'low', high: 'high' }],
    });
    expect(simulated.outcomes).toHaveLength(4000);
    expect(quantile(simulated, 0.5)).toBeCloseTo(10, 0);
    // The tenth part: 4 + sqrt(0.1 × 12 × 6) = 6.68.
    expect(quantile(simulated, 0.1)).toBeCloseTo(6.7, 0);
    expect(quantile(simulated, 0.9)).toBeCloseTo(13.3, 0);
  });
});
