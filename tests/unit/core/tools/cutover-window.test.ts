import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newRow } from '#core/tools/tool.ts';
import { clockText } from '#core/tools/words.ts';
import { toolNamed, worked, workedExample } from '#tests/support/tools.ts';

const [table] = toolNamed('cutover-window').tables;
const step = (cells: Record<string, string>) => ({ ...(table && newRow(table)), ...cells });
const plan = (rows: readonly Record<string, string>[], inputs = {}) =>
  worked('cutover-window', inputs, { steps: rows.map(step) });
const clocks = (found: ReturnType<typeof plan>, column: string) =>
  found.tables.steps?.map(({ worked: cells }) => clockText(cells[column] as number));

describe('the example', () => {
  const found = workedExample('cutover-window');

  test('runs by the clock that the answer about the cutover plan prints', () => {
    expect(clocks(found, 'starts')).toEqual([
      'Fri 18:00',
      'Fri 19:00',
      'Sat 08:30',
      'Sat 14:30',
      'Sat 21:30',
      'Sun 05:30',
      'Sun 11:30',
      'Sun 14:30',
      'Sun 18:00',
      'Sun 18:00',
    ]);
  });

  test('has its point of no return on Sunday at 18:00, twelve hours before the old system must be open', () => {
    expect(clockText(found.results.return_point as number)).toBe('Sun 18:00');
    expect(clockText(found.results.closing as number)).toBe('Mon 06:00');
    expect(found.results).toMatchObject({ spare: 9, least_back: 0, empty_steps: 1 });
  });
});

test('records take their time through the measured rate, and half as long again is planned', () => {
  const found = plan([{ name: 'Load', records: '120000', rate: '40000', hours: '1' }]);
  expect(found.results).toMatchObject({ total: 6, finish: 24, spare: 54 });
});

describe('a step that needs people by day', () => {
  const at = (opening: string, hours: string) => {
    const found = plan([{ name: 'Sign', hours, people: 'Yes', stretch: 'No' }], { opening });
    return [clocks(found, 'starts')?.[0], clocks(found, 'ends')?.[0]];
  };

  test.each([
    ['begins at once while they are there', '10', '3', ['Fri 10:00', 'Fri 13:00']],
    ['waits for the morning after they have left', '22', '3', ['Sat 08:00', 'Sat 11:00']],
    ['waits for them before they have come', '6', '3', ['Fri 08:00', 'Fri 11:00']],
    ['goes on in the morning where the day was too short', '18', '4', ['Fri 18:00', 'Sat 10:00']],
    ['ends with the day where it fills it', '8', '12', ['Fri 08:00', 'Fri 20:00']],
    ['may take several days', '18', '27', ['Fri 18:00', 'Mon 09:00']],
  ])('%s', (_what, opening, hours, clock) => {
    expect(at(opening, hours)).toEqual(clock);
  });
});

test('the way back closes where a step cannot be undone, or where it would no longer end in time', () => {
  const rows = [
    { name: 'Load', hours: '30', stretch: 'No' },
    { name: 'Move', hours: '10', stretch: 'No', after: '1', undo: '9' },
    { name: 'Release', hours: '2', stretch: 'No', after: '2', one_way: 'Yes' },
  ];
  // 18 + 30 = 48; the move ends at 58 with 12 and 9 hours of way back before 78, one too many: so before 48.
  const found = plan(rows);
  expect(found.tables.steps?.map(({ worked: cells }) => cells.spare_back)).toEqual([18, -1, -3]);
  expect(found.results.return_point).toBe(48);
  // With less to undo only the release closes it, at 58.
  expect(plan(rows.map((row) => ({ ...row, undo: '0' }))).results.return_point).toBe(58);
});

test('without a step that closes it there is no point of no return', () => {
  expect(plan([{ name: 'Load', hours: '4' }]).results.return_point).toBeUndefined();
});

test('a longer step never ends the weekend earlier, nor leaves more for the way back', () => {
  const steps = fc.array(
    fc.record({
      hours: fc.integer({ min: 0, max: 12 }),
      people: fc.constantFrom('Yes', 'No'),
      before: fc.nat(20),
    }),
    { minLength: 2, maxLength: 8 },
  );
  fc.assert(
    fc.property(steps, fc.nat(7), (drawn, longer) => {
      const rowsWith = (more: number) =>
        drawn.map(({ hours, people, before }, index) => ({
          name: `Step ${index + 1}`,
          hours: String(hours + (index === longer % drawn.length ? more : 0)),
          people,
          after: index === 0 ? '' : String((before % index) + 1),
        }));
      const [short, long] = [plan(rowsWith(0)).results, plan(rowsWith(2)).results];
      expect(long.finish as number).toBeGreaterThanOrEqual((short.finish as number) - 1e-9);
      expect(long.least_back as number).toBeLessThanOrEqual((short.least_back as number) + 1e-9);
      expect(long.finish as number).toBeGreaterThanOrEqual(18 + Math.max(...drawn.map(({ hours }) => hours)));
    }),
    { numRuns: 60 },
  );
});
