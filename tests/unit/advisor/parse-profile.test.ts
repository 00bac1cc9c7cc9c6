import { describe, expect, test } from 'vitest';
import { parseProfile } from '#advisor/parse-profile.ts';

describe('reading a profile', () => {
  test('takes words in any case and with spaces, and numbers with separators', () => {
    const { profile } = parseProfile({ latency: ' Near Realtime ', systems: '12', volume_per_day: '1,200,000' });
    expect(profile).toEqual({ latency: 'near-realtime', systems: 12, volume_per_day: 1_200_000 });
  });

  test.each([null, undefined, '', '   '])('a blank (%j) is "not sure"', (blank) => {
    expect(parseProfile({ latency: blank })).toEqual({ profile: {}, faults: [], unknown: [] });
  });

  test.each<[string, Record<string, unknown>]>([
    ['an unknown word', { latency: 'soonish' }],
    ['a negative count', { systems: -1 }],
    ['a count in words', { volume_per_day: 'lots' }],
    ['a list where a word belongs', { latency: ['hourly'] }],
    ['an unknown guarantee', { guarantees: ['ordered', 'cheap'] }],
    ['infinity', { systems: Number.POSITIVE_INFINITY }],
    ['an object', { operation: { toString: 'read' } }],
  ])('%s is a fault that names field, value and what is allowed', (_story, raw) => {
    const [field] = Object.keys(raw);
    const { profile, faults } = parseProfile(raw);
    expect(profile).toEqual({});
    expect(faults).toEqual([{ field, found: expect.any(String), allowed: expect.stringMatching(/\S/) }]);
  });

  test('keeps what is good beside what is bad', () => {
    const { profile, faults } = parseProfile({ latency: 'soonish', operation: 'read' });
    expect(profile).toEqual({ operation: 'read' });
    expect(faults.map(({ allowed }) => allowed)).toEqual(['realtime, near-realtime, hourly, nightly']);
  });

  test('guarantees come as a list or as text, none as an empty list', () => {
    expect(parseProfile({ guarantees: 'ordered; Exactly once' }).profile.guarantees).toEqual([
      'ordered',
      'exactly-once',
    ]);
    expect(parseProfile({ guarantees: [] }).profile.guarantees).toEqual([]);
  });

  test('names keys that are no field', () => {
    expect(parseProfile({ colour: 'blue', __proto__: { latency: 'hourly' } })).toEqual({
      profile: {},
      faults: [],
      unknown: ['colour'],
    });
  });
});
