import { describe, expect, test } from 'vitest';
import { capacityOf } from '#core/advisor/capacity.ts';
import type { Profile } from '#core/advisor/profile.ts';
import { recommend } from '#core/advisor/recommend.ts';
import { book } from '#tests/support/rule-book.ts';

const checksOf = (profile: Profile) => capacityOf(profile, recommend(profile, book), book);
const checkOf = (profile: Profile, id: string) => checksOf(profile).find(({ rule }) => rule.id === id);

/** OData by a wide margin, whatever the figures. */
const calls: Profile = { operation: 'create', latency: 'realtime', response: 'immediate', initiator: 'external' };

describe('a figure that was answered', () => {
  test('is held against the published one, with the sum written out', () => {
    const check = checkOf({ ...calls, peak_batch_records: 6000 }, 'capacity-odata-peak');
    expect(check).toMatchObject({ status: 'over', value: 6000, share: 1.2 });
    expect(check?.arithmetic).toMatch(
      /^6,000 records in the busiest hour, one call a record; against 5,000 records an hour, .+: 120%$/,
    );
  });

  test('is divided before it is compared where the windows differ', () => {
    const check = checkOf({ ...calls, volume_per_day: 24_000 }, 'capacity-odata-day');
    expect(check).toMatchObject({ status: 'within', value: 1000, share: 0.2 });
    expect(check?.arithmetic).toContain('24,000 records a day ÷ 24 hours = 1,000; against 5,000');
  });

  test.each([
    [3499, 'within'],
    [3500, 'near'],
    [5000, 'near'],
    [5001, 'over'],
  ])('of %i against 5,000 is %s', (peak, status) => {
    expect(checkOf({ ...calls, peak_batch_records: peak }, 'capacity-odata-peak')?.status).toBe(status);
  });

  test('of nothing is no share worth a number', () => {
    expect(checkOf({ ...calls, peak_batch_records: 0 }, 'capacity-odata-peak')?.arithmetic).toMatch(/: 0%$/);
    expect(checkOf({ ...calls, peak_batch_records: 1 }, 'capacity-odata-peak')?.arithmetic).toMatch(/: under 1%$/);
  });
});

test.each([
  [49_999, '1,000%'],
  [50_000, '10 times the figure'],
  [125_000, '25 times the figure'],
  [49, 'under 1%'],
  [50, '1%'],
])('%i records against 5,000 are %s', (peak, share) => {
  expect(checkOf({ ...calls, peak_batch_records: peak }, 'capacity-odata-peak')?.arithmetic).toMatch(
    new RegExp(`: ${share}$`),
  );
});

test('the figures of a hub count where one is advised or required, and only there', () => {
  const limits = (profile: Profile) => checksOf({ payload: 'large', ...profile }).map(({ rule }) => rule.pattern);
  expect(limits({ operation: 'create', systems: 5 })).toContain('hub');
  expect(limits({ operation: 'create', systems: 5, transformation: 'complex' })).toContain('hub');
  expect(limits({ operation: 'create', systems: 2, transformation: 'none' })).not.toContain('hub');
});

test('the size of a message is held against the broker, a large one as "more than"', () => {
  const events: Profile = { operation: 'event-notify', payload: 'large' };
  const check = checkOf(events, 'capacity-events-size');
  expect(check?.status).toBe('over');
  expect(check?.arithmetic).toContain('more than 1,024 KB');
  expect(checkOf({ ...events, payload: 'small' }, 'capacity-events-size')?.status).toBe('within');
});

test('what an answer in words amounts to is what its question says', () => {
  const events: Profile = { operation: 'event-notify', payload: 'medium' };
  const questions = book.questions.map((question) =>
    question.field === 'payload'
      ? { ...question, options: question.options.map((option) => ({ ...option, amount: { up_to: 300 } })) }
      : question,
  );
  const changed = { ...book, questions };
  const [check] = capacityOf(events, recommend(events, changed), changed);
  expect(check).toMatchObject({ given: 300, arithmetic: expect.stringMatching(/^300 KB/) });
});

test('a limit that pattern and hub share is told once', () => {
  const profile: Profile = { operation: 'event-notify', payload: 'medium', systems: 12, transformation: 'complex' };
  const sizes = checksOf(profile).filter(({ rule }) => rule.field === 'payload');
  expect(sizes).toHaveLength(1);
});

test('nothing is checked that was not answered, and the worst comes first', () => {
  expect(checksOf(calls)).toEqual([]);
  const shares = checksOf({ ...calls, peak_batch_records: 4000, volume_per_day: 1000 }).map(({ share }) => share);
  expect(shares).toEqual(shares.toSorted((a, b) => b - a));
  expect(shares.length).toBeGreaterThan(1);
});

test('import and export have samples of their own', () => {
  const run: Profile = { peak_batch_records: 250_000, latency: 'nightly' };
  expect(checkOf({ ...run, operation: 'bulk-load', direction: 'inbound' }, 'capacity-dmf-import')?.status).toBe('over');
  expect(checkOf({ ...run, operation: 'bulk-load', direction: 'outbound' }, 'capacity-dmf-export')?.status).toBe(
    'near',
  );
});
