import { describe, expect, test } from 'vitest';
import { findConflicts } from '#core/advisor/conflicts.ts';
import type { Profile } from '#core/advisor/profile.ts';
import { book } from '#tests/support/rule-book.ts';

const conflictsIn = (profile: Profile) => findConflicts(profile, [], book);
const idsOf = (profile: Profile) => conflictsIn(profile).map(({ rule }) => rule.id);

/** The ways out of one conflict as `field: value`, in the order in which they are offered. */
const waysOutOf = (id: string, profile: Profile) =>
  conflictsIn(profile)
    .find(({ rule }) => rule.id === id)
    ?.waysOut.map(({ field, value, and }) => `${field}: ${value}${and ? ` and ${and.field}: ${and.value}` : ''}`);

test.each<[string, Profile, string[]]>([
  ['nothing known', {}, []],
  ['a million records a day, by the next day', { volume_per_day: 1_000_000, latency: 'nightly' }, []],
  [
    'a million records a day, in real time',
    { volume_per_day: 1_000_000, latency: 'realtime' },
    ['conflict-bulk-realtime'],
  ],
  [
    'a large event that must come exactly once',
    { operation: 'event-notify', payload: 'large', guarantees: ['exactly-once'] },
    ['conflict-exactly-once-events', 'conflict-event-bulk'],
  ],
])('%s', (_story, profile, ids) => {
  expect(idsOf(profile)).toEqual(ids);
});

describe('a way out', () => {
  test('drops the one guarantee in the way and keeps the others', () => {
    const events: Profile = { operation: 'event-notify', guarantees: ['ordered', 'exactly-once'] };
    expect(waysOutOf('conflict-exactly-once-events', events)?.[0]).toBe('guarantees: ordered');
  });

  test('takes the largest number that still fits', () => {
    const rush: Profile = { operation: 'create', latency: 'realtime', volume_per_day: 3_000_000 };
    expect(waysOutOf('conflict-bulk-realtime', rush)).toEqual(['latency: near-realtime', 'volume_per_day: 999999']);
  });

  test('takes the nearest word that fits', () => {
    const remote: Profile = { deployment: 'on-premises', latency: 'realtime', operation: 'create' };
    expect(waysOutOf('conflict-realtime-on-premises', remote)).toEqual(['deployment: cloud', 'latency: near-realtime']);
  });

  test('is sought only among answers that were given', () => {
    expect(waysOutOf('conflict-atomic-bulk', { operation: 'bulk-load', guarantees: ['all-or-nothing'] })).toEqual([
      'guarantees: ',
      'operation: process-call',
    ]);
  });

  test('leads to what is recommended then, and says what it costs', () => {
    const [conflict] = conflictsIn({ latency: 'realtime', operation: 'create', peak_batch_records: 500_000 });
    expect(conflict?.waysOut).toEqual([
      {
        field: 'latency',
        value: 'near-realtime',
        costs: [conflict?.rule.costs.latency],
        primary: 'dmf',
        middleware: 'optional',
      },
      {
        field: 'peak_batch_records',
        value: 5000,
        costs: [conflict?.rule.costs.peak_batch_records],
        primary: 'odata',
        middleware: 'optional',
      },
    ]);
  });

  test('gives up two requirements where one alone leads nowhere: later and by batch, not fewer calls only', () => {
    const rush: Profile = {
      operation: 'create',
      latency: 'realtime',
      response: 'immediate',
      peak_batch_records: 1_000_000,
    };
    expect(waysOutOf('conflict-bulk-realtime', rush)).toEqual([
      'peak_batch_records: 5000',
      'latency: near-realtime and response: later',
    ]);
    const ways = conflictsIn(rush)[0]?.waysOut ?? [];
    expect(ways.map(({ primary }) => primary)).toEqual(['odata', 'dmf']);
    expect(ways[1]?.costs).toHaveLength(2);
  });

  test('never ends where it began: exactly once is not kept by another kind of event', () => {
    const documents: Profile = {
      operation: 'event-notify',
      counterpart: 'third-party',
      initiator: 'fno',
      guarantees: ['exactly-once'],
      protocol: 'message',
    };
    const ways = conflictsIn(documents).find(({ rule }) => rule.id === 'conflict-exactly-once-events')?.waysOut ?? [];
    expect(ways.length).toBeGreaterThan(0);
    for (const { field, primary } of ways) if (field !== 'guarantees') expect(primary).not.toBe('business-events');
  });
});
