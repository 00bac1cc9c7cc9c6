import fc from 'fast-check';
import { expect, test } from 'vitest';
import { worked } from '#tests/support/tools.ts';

const object = (cells: Record<string, string>) => ({
  measured_with: '1',
  threads: '1',
  set: '1',
  early: 'No',
  ...cells,
});

/** One server of eight threads, no planning factor, no checks: the sums of the objects and nothing else. */
const bare = {
  servers: '1',
  threads_each: '8',
  factor: '1',
  checks: '0',
  gain: '50',
  changed: '10',
  weekend: '60',
  share: '25',
};

test('an object takes its records through its rate', () => {
  const { tables, results } = worked('load-time', bare, {
    objects: [object({ name: 'a', records: '120000', rate: '40000' })],
  });
  expect(tables.objects?.[0]?.worked).toMatchObject({ hours: 3, in_weekend: 3, begins: 0, ends: 3 });
  // A quarter of 60 hours is 15, so 12 are to spare.
  expect(results).toMatchObject({ total: 3, allowed: 15, spare: 12, longest: 3, capacity: 8 });
});

test('further threads add their share of one', () => {
  // Measured with 1, planned with 5 at 50% each: 3 times the speed, 2 hours instead of 6.
  const { tables } = worked('load-time', bare, {
    objects: [object({ name: 'a', records: '60000', rate: '10000', threads: '5' })],
  });
  expect(tables.objects?.[0]?.worked).toMatchObject({ speed: 3, hours: 2 });
});

test('no more threads are used than there are', () => {
  const { tables } = worked('load-time', bare, {
    objects: [object({ name: 'a', records: '1000', rate: '1000', threads: '30' })],
  });
  expect(tables.objects?.[0]?.worked.used).toBe(8);
});

test('sets follow one another, and inside of one the longest decides', () => {
  const { tables, results } = worked(
    'load-time',
    { ...bare, checks: '0.5' },
    {
      objects: [
        object({ name: 'a', records: '2000', rate: '1000' }),
        object({ name: 'b', records: '5000', rate: '1000' }),
        object({ name: 'c', records: '1000', rate: '1000', set: '2' }),
      ],
    },
  );
  // 5 h and half an hour of checks, then 1 h and half an hour.
  expect(tables.objects?.map(({ worked: cells }) => cells.begins)).toEqual([0, 0, 5.5]);
  expect(results.total).toBe(7);
});

test('a set that wants more threads than there are takes its thread hours through the threads', () => {
  const four = ['a', 'b', 'c', 'd'].map((name) =>
    object({ name, records: '8000', rate: '2000', measured_with: '8', threads: '8' }),
  );
  // Four objects of 4 h with 8 threads each are 128 thread hours; 8 threads do them in 16 h.
  expect(worked('load-time', bare, { objects: four }).results.total).toBeCloseTo(16, 9);
});

test('of what was loaded before only the changed records are loaded again', () => {
  const { results, tables } = worked('load-time', bare, {
    objects: [
      object({ name: 'a', records: '10000', rate: '1000', early: 'Yes' }),
      object({ name: 'b', records: '4000', rate: '1000', set: '2' }),
    ],
  });
  // 10% of 10 h, then 4 h; b would save nine tenths of its own.
  expect(results).toMatchObject({ total: 5, before: 10 });
  expect(tables.objects?.[1]?.worked.saves).toBeCloseTo(3.6, 9);
});

test('time is planned longer than it was measured', () => {
  expect(
    worked('load-time', { ...bare, factor: '1.5' }, { objects: [object({ name: 'a', records: '4000', rate: '1000' })] })
      .results.total,
  ).toBe(6);
});

test('more records never take less time, and a better rate never more', () => {
  const objects = fc.array(
    fc.record({
      records: fc.integer({ min: 1, max: 1_000_000 }),
      rate: fc.integer({ min: 100, max: 100_000 }),
      threads: fc.integer({ min: 1, max: 20 }),
      set: fc.integer({ min: 1, max: 4 }),
      early: fc.constantFrom('Yes', 'No'),
    }),
    { minLength: 1, maxLength: 6 },
  );
  const totalOf = (rows: readonly Record<string, string | number>[]): number =>
    worked(
      'load-time',
      {},
      {
        objects: rows.map((row, index) =>
          object({
            name: `Object ${index}`,
            ...Object.fromEntries(Object.entries(row).map(([id, value]) => [id, String(value)])),
          }),
        ),
      },
    ).results.total as number;
  fc.assert(
    fc.property(objects, (rows) => {
      const [first, ...others] = rows;
      if (!first) return;
      const base = totalOf(rows);
      expect(totalOf([{ ...first, records: first.records * 2 }, ...others])).toBeGreaterThanOrEqual(base - 1e-9);
      expect(totalOf([{ ...first, rate: first.rate * 2 }, ...others])).toBeLessThanOrEqual(base + 1e-9);
    }),
    { numRuns: 60 },
  );
});
