import { describe, expect, test } from 'vitest';
import { parseProfile } from '#core/advisor/parse-profile.ts';

describe('reading a profile', () => {
  test('takes words in any case and with spaces, and numbers with separators', () => {
    const { profile } = parseProfile({ latency: ' Near Realtime ', systems: '12', volume_per_day: '1,200,000' });
    expect(profile).toEqual({ latency: 'near-realtime', systems: 12, volume_per_day: 1_200_000 });
  });

  test.each([
    ['12', 12],
    [' 12 ', 12],
    ['0', 0],
    ['2.5', 2.5],
    ['2.75', 2.75],
    ['1,200,000', 1_200_000],
    ['1_200_000', 1_200_000],
    ['1 200 000', 1_200_000],
    ['1\u00a0200\u202f000', 1_200_000],
    [0, 0],
  ])('the count %j is %d', (text, count) => {
    expect(parseProfile({ systems: text })).toEqual({ profile: { systems: count }, faults: [], unknown: [] });
  });

  test.each(['12 pallets', 'about 12', '1,2', '0,500', '12.', '1.a', true, ['12']])('%j is no count', (text) => {
    const [fault] = parseProfile({ systems: text }).faults;
    expect(fault).toMatchObject({ field: 'systems', allowed: 'a number of zero or more' });
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
    ['a number where a word belongs', { operation: 7 }],
    ['a number where a list belongs', { guarantees: 7 }],
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

  test('blanks and repetitions in a list of guarantees count for nothing', () => {
    expect(parseProfile({ guarantees: ' ordered,, ordered |exactly   once; ' }).profile.guarantees).toEqual([
      'ordered',
      'exactly-once',
    ]);
  });

  test('says which guarantees there are', () => {
    expect(parseProfile({ guarantees: 'cheap' }).faults).toEqual([
      {
        field: 'guarantees',
        found: 'cheap',
        allowed: 'any of ordered, all-or-nothing, exactly-once, survives-outage, separated by semicolons',
      },
    ]);
  });

  test('a long value is cut, so that a fault stays readable', () => {
    expect(parseProfile({ latency: 'x'.repeat(500) }).faults[0]?.found).toHaveLength(80);
  });

  test('names keys that are no field', () => {
    expect(parseProfile({ colour: 'blue', __proto__: { latency: 'hourly' } })).toEqual({
      profile: {},
      faults: [],
      unknown: ['colour'],
    });
  });
});
