import { describe, expect, test } from 'vitest';
import { findConflicts } from '#core/advisor/conflicts.ts';
import { withImplied } from '#core/advisor/contradictions.ts';
import { choices, type Profile } from '#core/advisor/profile.ts';
import { recommend } from '#core/advisor/recommend.ts';
import { cellAt, runsOf, volumeMap } from '#core/advisor/volume-map.ts';
import { book } from '#tests/support/rule-book.ts';

const bases: readonly Profile[] = [
  { operation: 'create', direction: 'inbound', counterpart: 'third-party' },
  { operation: 'read', counterpart: 'third-party', volume_per_day: 10, latency: 'nightly' },
  { operation: 'event-notify', direction: 'outbound', counterpart: 'third-party' },
  { counterpart: 'dataverse', copy: 'required' },
  {},
];

/** Volumes on both sides of anything that a rule could tell apart, and some between. */
const volumes = [
  1, 2, 50, 999, 1000, 4999, 5000, 5001, 9999, 10_000, 10_001, 50_000, 99_999, 250_000, 1_000_000, 9_000_000,
];

describe('the map of volume and delay', () => {
  test.each(bases)('of %j says in each place what the rules say there', (base) => {
    const map = volumeMap(base, book);
    const { latency: _latency, volume_per_day: _day, ...rest } = base;
    for (const latency of choices.latency) {
      const ends = map.columns.flatMap(({ from, upTo }) => [from, upTo ?? from]);
      for (const peak_batch_records of [...volumes, ...ends]) {
        const profile = { ...rest, latency, peak_batch_records };
        const { primary, middleware } = recommend(withImplied(profile, [], book), book);
        expect(cellAt(map, latency, peak_batch_records)).toMatchObject({
          primary,
          middleware,
          ...(findConflicts(profile, [], book).length > 0 && { clashes: true }),
        });
      }
    }
  });

  test.each(bases)('of %j has columns without gap or overlap, no two alike, the last without end', (base) => {
    const { columns, rows } = volumeMap(base, book);
    expect(rows.map(({ delay }) => delay)).toEqual(choices.latency);
    expect(columns[0]?.from).toBe(1);
    expect(columns.at(-1)?.upTo).toBeUndefined();
    for (const [index, { upTo }] of columns.slice(0, -1).entries()) {
      expect(columns[index + 1]?.from).toBe(Number(upTo) + 1);
      expect(rows.every(({ cells }) => JSON.stringify(cells[index]) === JSON.stringify(cells[index + 1]))).toBe(false);
    }
  });

  test('draws where somebody waits a line at 5,000 records an hour, and none at night', () => {
    const map = volumeMap({ operation: 'create', direction: 'inbound', counterpart: 'third-party' }, book);
    const runs = Object.fromEntries(map.rows.map(({ delay, cells }) => [delay, runsOf(cells, map.columns)]));
    expect(runs['near-realtime']?.[0]).toMatchObject({ primary: 'odata', clashes: false, from: 1, upTo: 5000 });
    expect(runs['near-realtime']?.[1]).toMatchObject({ clashes: true, from: 5001 });
    expect(runs.nightly?.[0]).toMatchObject({ primary: 'dmf', clashes: false, from: 1 });
    expect(runs.nightly?.[0]?.upTo).toBeGreaterThan(100_000);
  });
});
