import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newRow } from '#core/tools/tool.ts';
import { timeText } from '#core/tools/words.ts';
import { toolNamed, worked, workedExample } from '#tests/support/tools.ts';

const [table] = toolNamed('batch-night').tables;
const job = (cells: Record<string, string>) => ({ ...(table && newRow(table)), ...cells });

/** One server of eight threads, from eight in the evening to six in the morning. */
const nightOf = (rows: readonly Record<string, string>[], inputs: Record<string, string> = {}) =>
  worked('batch-night', inputs, { jobs: rows.map((row, index) => job({ name: `Job ${index + 1}`, ...row })) });

const slots = (found: ReturnType<typeof nightOf>, column: string, count: number) =>
  found.tables.slots?.slice(0, count).map(({ worked: cells }) => cells[column]);
const times = (found: ReturnType<typeof nightOf>, column: string) =>
  found.tables.jobs?.map(({ worked: cells }) => timeText(cells[column] as number));

test('what finds no thread waits, and is done when threads are free again', () => {
  const found = nightOf([
    { at: '20', hours: '2', threads: '6' },
    { at: '20', hours: '2', threads: '6' },
  ]);
  // Twelve threads wanted of eight: two thread hours more wait after each half hour, eight after four of them, which
  // eight threads do in one hour more.
  expect(slots(found, 'wanted', 7)).toEqual([12, 12, 12, 12, 0, 0, 0]);
  expect(slots(found, 'waiting', 7)).toEqual([2, 4, 6, 8, 4, 0, 0]);
  expect(slots(found, 'busy', 7)).toEqual([8, 8, 8, 8, 8, 8, 0]);
  expect(found.results).toMatchObject({
    capacity: 8,
    all_work: 24,
    full_slots: 5,
    full_at: 20,
    most_waiting: 8,
    done: 23,
    spare: 7,
    room: 80,
    share: 30,
  });
  expect(found.tables.jobs?.map(({ worked: cells }) => cells.meets)).toEqual([true, true]);
});

test('a part of a half hour counts as that part of it', () => {
  const found = nightOf([{ at: '20.25', hours: '0.5', threads: '4' }]);
  expect(slots(found, 'wanted', 3)).toEqual([2, 2, 0]);
  expect(found.results).toMatchObject({ all_work: 2, full_slots: 0, full_at: undefined, done: 20.75 });
});

test('a job begins at its hour, after midnight on the next day, and never before those that it comes after', () => {
  const found = nightOf([
    { at: '18', hours: '1' },
    { at: '21', hours: '4' },
    { at: '22', hours: '1', after: '2' },
    { at: '3', hours: '1', after: '2' },
  ]);
  expect(times(found, 'starts')).toEqual(['20:00', '21:00', '01:00', '03:00']);
  expect(times(found, 'ends')).toEqual(['21:00', '01:00', '02:00', '04:00']);
});

test('a night may begin after midnight', () => {
  const found = nightOf([{ at: '2', hours: '1' }], { opening: '1', window: '4' });
  expect(times(found, 'starts')).toEqual(['02:00']);
  expect(timeText(found.results.closing as number)).toBe('05:00');
  expect(found.results.spare).toBe(2);
});

test('a job that wants more threads than there are takes longer with those there are', () => {
  // Sixteen threads for an hour are two hours with eight.
  const found = nightOf([{ at: '20', hours: '1', threads: '16' }]);
  expect(found.tables.jobs?.[0]?.worked).toMatchObject({ used: 8, length: 2, work: 16 });
  expect(found.results.full_slots).toBe(0);
});

test('threads that are reserved are left out, whole ones only', () => {
  expect(nightOf([], { servers: '3', threads_each: '12', reserved: '25' }).results.capacity).toBe(27);
  expect(nightOf([], { reserved: '10' }).results.capacity).toBe(7);
  expect(nightOf([], { threads_each: '1', reserved: '25' }).results.capacity).toBe(1);
});

describe('month-end', () => {
  const rows = [
    { at: '20', hours: '2', threads: '4' },
    { at: '20', hours: '3', threads: '4', after: '1', only: 'Month-end only' },
    { at: '20', hours: '1', threads: '4', after: '2' },
  ];

  test('has its jobs on top, and those of every night take longer', () => {
    // 2 h and half as long again, then 3 h, then 1.5 h.
    const found = nightOf(rows, { stretch: '50' });
    expect(times(found, 'ends')).toEqual(['23:00', '02:00', '03:30']);
    expect(found.results).toMatchObject({ all_work: 30, month_work: 12 });
  });

  test('is not in an ordinary night, where what came after its jobs comes after those before them', () => {
    const found = nightOf(rows, { stretch: '50', night: 'Ordinary night' });
    expect(found.tables.jobs?.map(({ worked: cells }) => cells.ends)).toEqual([22, undefined, 23]);
    expect(found.results).toMatchObject({ all_work: 12, month_work: 0 });
  });
});

test('a job that ends too late without waiting is no question of threads', () => {
  const found = nightOf([{ at: '20', hours: '12' }]);
  expect(found.results).toMatchObject({ spare: -2, full_slots: 0, late: 1 });
});

test('with no lengths there is nothing to say', () => {
  expect(nightOf([{ at: '20' }]).results).toMatchObject({ spare: undefined, all_work: 0 });
});

test('the example is full at ten in the evening and fits all the same', () => {
  const { results, tables } = workedExample('batch-night');
  // By hand: 1.8 h × 8 + 1.2 × 4 + 2.4 × 8 + 2.4 × 4 + 1.8 × 2 = 51.6 of every night, 4 + 3 + 27 + 4 = 38 of month-end.
  expect(results.all_work).toBeCloseTo(89.6, 9);
  expect(results).toMatchObject({ month_work: 38, capacity: 16, full_at: 22 });
  // From 22:00 to 22:30 planning (8), posting (8), inventory close (9) and revaluation (2).
  expect(tables.slots?.[4]?.worked.wanted).toBeCloseTo(27, 9);
  // Clean-up ends last: 3:00 and 1.5 h and a fifth of that.
  expect(timeText(results.done as number)).toBe('04:48');
});

describe('whatever the jobs are', () => {
  const jobs = fc.array(
    fc.record({
      at: fc.integer({ min: 0, max: 24 }),
      quarters: fc.integer({ min: 1, max: 12 }),
      threads: fc.integer({ min: 1, max: 12 }),
      only: fc.constantFrom('Every night', 'Month-end only'),
      before: fc.nat(20),
    }),
    { minLength: 1, maxLength: 6 },
  );
  type Drawn = { at: number; quarters: number; threads: number; only: string; before: number };
  const rowsOf = (drawn: readonly Drawn[]) =>
    drawn.map(({ at, quarters, threads, only, before }, index) => ({
      at: String(at),
      hours: String(quarters / 4),
      threads: String(threads),
      only,
      after: index === 0 || before % 3 === 0 ? '' : String((before % index) + 1),
    }));

  test('the half hours add up to the work of the jobs, wanted as well as done', () => {
    fc.assert(
      fc.property(jobs, (drawn) => {
        // Those that would run on after the last half hour are not in it.
        const found = nightOf(rowsOf(drawn.map((each) => ({ ...each, at: 20, quarters: each.quarters / 3 }))));
        const sum = (column: string): number =>
          (found.tables.slots ?? []).reduce((all, { worked: cells }) => all + (cells[column] as number) / 2, 0);
        expect(sum('wanted')).toBeCloseTo(found.results.all_work as number, 6);
        const left = found.tables.slots?.at(-1)?.worked.waiting as number;
        expect(sum('busy') + left).toBeCloseTo(found.results.all_work as number, 6);
        for (const { worked: cells } of found.tables.slots ?? [])
          expect(cells.busy as number).toBeLessThanOrEqual((found.results.capacity as number) + 1e-9);
      }),
      { numRuns: 40 },
    );
  });

  test('a longer night never leaves less to spare, another server never ends it later, another job never earlier', () => {
    fc.assert(
      fc.property(jobs, (drawn) => {
        const rows = rowsOf(drawn);
        const base = nightOf(rows).results;
        expect(nightOf(rows, { window: '12' }).results.spare as number).toBeGreaterThan(base.spare as number);
        expect(nightOf(rows, { servers: '2' }).results.done as number).toBeLessThanOrEqual(
          (base.done as number) + 1e-9,
        );
        const more = nightOf([...rows, { at: '20', hours: '2', threads: '8' }]).results;
        expect(more.done as number).toBeGreaterThanOrEqual((base.done as number) - 1e-9);
      }),
      { numRuns: 25 },
    );
  });
});
