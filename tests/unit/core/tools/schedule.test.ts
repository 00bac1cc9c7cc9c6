import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inOrder } from '#apps/tools/writing/write-tool-workbook.ts';
import { workOut } from '#core/tools/evaluate.ts';
import { readEntries } from '#core/tools/read-entries.ts';
import { plan } from '#tests/support/tools.ts';

const read = (rows: readonly Record<string, string>[]) =>
  readEntries(plan, { inputs: { opening: '18' }, tables: { steps: rows } });

const cellsOf = (rows: readonly Record<string, string>[], column: string) =>
  workOut(plan, read(rows)).tables.steps?.map(({ worked }) => worked[column]);

describe('steps that wait for one another', () => {
  // Freeze 1 h; load 10 h and print 2 h after it; reconcile 4 h after both: 18, 19, 19, 29, and the end at 33.
  const rows = [
    { name: 'Freeze', hours: '1' },
    { name: 'Load', hours: '10', after: '1' },
    { name: 'Print', hours: '2', after: '1' },
    { name: 'Reconcile', hours: '4', after: '2, 3' },
  ];

  test('begin when the last of those before them has ended, and not before the opening', () => {
    expect(cellsOf(rows, 'starts')).toEqual([18, 19, 19, 29]);
    expect(cellsOf(rows, 'ends')).toEqual([19, 29, 21, 33]);
  });

  test('decide the end where nothing else could have waited longer', () => {
    expect(cellsOf(rows, 'critical')).toEqual([true, true, false, true]);
  });

  test('may stand in any order', () => {
    const turned = [
      { name: 'Reconcile', hours: '4', after: '2; 3' },
      { name: 'Load', hours: '10', after: '4' },
      { name: 'Print', hours: '2', after: '4' },
      { name: 'Freeze', hours: '1' },
    ];
    expect(cellsOf(turned, 'ends')).toEqual([33, 29, 21, 19]);
    expect(inOrder(read(turned).tables.steps ?? []).map(({ index }) => index)).toEqual([3, 1, 2, 0]);
  });

  test('keep their numbers where an empty row stands between them', () => {
    expect(cellsOf([rows[0] ?? {}, {}, { name: 'Load', hours: '10', after: '1' }], 'starts')).toEqual([18, 19]);
  });

  test.each([
    ['2', 'Row 2 cannot come after itself: write the numbers of other rows, 1 to 2, with commas between them.'],
    ['7', '“7” is no row: write the numbers of other rows, 1 to 2, with commas between them.'],
    ['Freeze', '“Freeze” is no row: write the numbers of other rows, 1 to 2, with commas between them.'],
  ])('cannot come after %s', (after, text) => {
    const { faults } = read([
      { name: 'a', hours: '1' },
      { name: 'b', hours: '1', after },
    ]);
    expect(faults).toEqual([{ table: 'steps', row: 1, field: 'after', text }]);
  });

  test('that wait in a ring say so once, and nothing is worked out from them', () => {
    const ring = [
      { name: 'a', hours: '1', after: '3' },
      { name: 'b', hours: '1', after: '1' },
      { name: 'c', hours: '1', after: '2' },
    ];
    expect(read(ring).faults).toEqual([
      {
        table: 'steps',
        row: 0,
        field: 'after',
        text: 'Rows 1, 3, 2 wait for one another in a ring, so none can begin: take one of these numbers out.',
      },
    ]);
    expect(cellsOf(ring, 'ends')).toEqual([undefined, undefined, undefined]);
  });

  test('never end earlier because one of them takes longer', () => {
    const plans = fc
      .array(fc.record({ hours: fc.integer({ min: 0, max: 40 }), before: fc.array(fc.nat(30), { maxLength: 4 }) }), {
        minLength: 1,
        maxLength: 12,
      })
      .chain((steps) => fc.tuple(fc.constant(steps), fc.nat(steps.length - 1)));
    fc.assert(
      fc.property(plans, ([steps, longer]) => {
        const rowsWith = (more: number) =>
          steps.map(({ hours, before }, index) => ({
            name: `Step ${index + 1}`,
            hours: String(hours + (index === longer ? more : 0)),
            after: index === 0 ? '' : [...new Set(before.map((each) => (each % index) + 1))].join(','),
          }));
        const before = workOut(plan, read(rowsWith(0))).results.finish as number;
        const after = workOut(plan, read(rowsWith(3))).results.finish as number;
        expect(after).toBeGreaterThanOrEqual(before);
        // What decides the end does so to the hour; what does not has at least some room.
        const isCritical = workOut(plan, read(rowsWith(0))).tables.steps?.[longer]?.worked.critical === true;
        if (isCritical) expect(after).toBe(before + 3);
        else expect(after).toBeLessThan(before + 3);
      }),
    );
  });
});

describe('what was typed', () => {
  const inputOf = (opening: string) => readEntries(plan, { inputs: { opening }, tables: {} });

  test.each([
    ['18', 18],
    [' 18.5 ', 18.5],
    ['.5', 0.5],
    ['', undefined],
  ])('%j is read', (text, value) => {
    expect(inputOf(text)).toMatchObject({ inputs: { opening: value }, faults: [] });
  });

  test.each([
    ['abc', '“abc” is not allowed: write a number from 0 to 100.'],
    ['101', '“101” is not allowed: write a number from 0 to 100.'],
    ['1,5', '“1,5” is not allowed: write a number from 0 to 100, with a point before the decimals.'],
    ['1e1', '“1e1” is not allowed: write a number from 0 to 100.'],
  ])('%j says what is allowed', (text, fault) => {
    expect(inputOf(text).faults).toEqual([{ field: 'opening', text: fault }]);
    expect(inputOf(text).inputs.opening).toBeUndefined();
  });

  test('with separators of thousands is a number, and one that is cut wrongly is none', () => {
    const hoursOf = (hours: string) =>
      readEntries({ ...plan, tables: [wide] }, { inputs: {}, tables: { steps: [{ name: 'a', hours }] } });
    const wide = {
      ...(plan.tables[0] as (typeof plan.tables)[number]),
      columns:
        plan.tables[0]?.columns.map((column) => (column.id === 'hours' ? { ...column, max: 1e9 } : column)) ?? [],
    };
    expect(hoursOf('1,234,567.5').tables.steps?.[0]?.values.hours).toBe(1_234_567.5);
    expect(hoursOf('1 234').tables.steps?.[0]?.values.hours).toBe(1234);
    expect(hoursOf('12,34').faults).toHaveLength(1);
  });

  test('in a row that lacks something is left out of the sums', () => {
    const found = workOut(plan, read([{ name: 'a', hours: '2' }, { name: 'b' }, { name: 'c', hours: '5' }]));
    expect(found.results.work).toBe(7);
  });
});
