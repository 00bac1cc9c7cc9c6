import { describe, expect, test } from 'vitest';
import { advise } from '#core/advisor/advice.ts';
import { costText, metersOf, readPrice } from '#core/advisor/meters.ts';
import type { Profile } from '#core/advisor/profile.ts';
import type { RuleBook } from '#core/advisor/rule-book.ts';
import { book } from '#tests/support/rule-book.ts';

const metersFor = (given: Profile, of: RuleBook = book) => {
  const { profile, recommendation, chain } = advise(given, [], of);
  return metersOf(profile, recommendation, chain, of);
};
const lines = (given: Profile) =>
  metersFor(given).flatMap(({ pattern, readings }) =>
    readings.map(({ rule, arithmetic }) => `${pattern}, ${rule.name}: ${arithmetic}`),
  );

const lookUp: Profile = { operation: 'read', counterpart: 'power-platform', initiator: 'user', copy: 'unwanted' };
const load: Profile = { operation: 'bulk-load', direction: 'inbound', latency: 'nightly', volume_per_day: 20_000 };

describe('units are those of a month of 30 days, with the sum written out', () => {
  test.each<[string, Profile, string]>([
    [
      'a request for each record that is shown',
      { ...lookUp, volume_per_day: 2000 },
      'virtual-entities, Power Platform requests: 2,000 records a day × 30 days = 60,000 requests a month (one request for each record that is read or written)',
    ],
    [
      'hours of batch at the rate of the published sample',
      load,
      'dmf, Batch time in F&O: 20,000 records a day × 30 days ÷ 200,000 records an hour = 3 hours a month (hours of import at the rate of Microsoft’s sample)',
    ],
    [
      'a message for each event',
      { operation: 'event-notify', counterpart: 'third-party', initiator: 'fno', volume_per_day: 100 },
      'business-events, Service Bus messages: 100 records a day × 30 days = 3,000 messages a month (one message for each record)',
    ],
  ])('%s', (_story, given, line) => {
    expect(lines(given).map((one) => one.replaceAll("'", '’'))).toContain(line);
  });

  test('the hub is counted beside the recommended pattern, and not beside the next one', () => {
    const given: Profile = {
      operation: 'event-notify',
      counterpart: 'third-party',
      initiator: 'fno',
      systems: 12,
      guarantees: ['survives-outage', 'ordered'],
      ownership: 'integration-team',
      platform: 'azure',
      volume_per_day: 100,
    };
    const kinds = advise(given, [], book).recommendation.middlewareKinds.map(({ kind }) => kind);
    expect(kinds[0]).toBe('functions-service-bus');
    const [first, ...rest] = metersFor(given);
    const hasHub = ({ readings }: { readings: readonly { rule: { kinds: readonly string[] } }[] }): boolean =>
      readings.some(({ rule }) => rule.kinds.includes('functions-service-bus'));
    expect(first && hasHub(first)).toBe(true);
    expect(rest.some(({ readings }) => readings.some(({ rule }) => rule.id === 'meter-functions-executions'))).toBe(
      false,
    );
  });
});

describe('a hub is counted only where the design has one', () => {
  const told: Profile = {
    operation: 'event-notify',
    counterpart: 'third-party',
    initiator: 'fno',
    volume_per_day: 100,
  };

  test.each<[string, Profile, boolean]>([
    ['events that go to a queue without a hub behind it', told, false],
    ['the same among many systems', { ...told, systems: 12 }, true],
    ['the same with mapping', { ...told, transformation: 'simple' }, true],
    [
      'a hub that is the pattern',
      {
        operation: 'update',
        direction: 'bidirectional',
        counterpart: 'third-party',
        transformation: 'complex',
        protocol: 'message',
        volume_per_day: 100,
      },
      true,
    ],
  ])('%s', (_story, given, isCounted) => {
    const { recommendation } = advise(given, [], book);
    expect(recommendation.middlewareKinds[0]?.kind).toBe('functions-service-bus');
    const ids = metersFor(given).flatMap(({ readings }) => readings.map(({ rule }) => rule.id));
    expect(ids.includes('meter-functions-executions')).toBe(isCounted);
  });
});

test('without a volume it says which answer is missing, and gives no number', () => {
  const [meters] = metersFor(lookUp);
  expect(meters?.readings[0]).toMatchObject({
    units: undefined,
    missing: ['volume_per_day'],
    arithmetic: 'How many records a day is not answered, so nothing can be counted',
  });
});

test('no volume at all comes to nothing', () => {
  const [meters] = metersFor({ ...lookUp, volume_per_day: 0 });
  expect(meters?.readings[0]?.units).toBe(0);
});

test('every meter has a source of 2024 or later, or one that gauges its rate', () => {
  for (const { id, sources, rate } of book.meters.rules) {
    const dates = sources.map((source) => book.sources[source]?.dated ?? '');
    expect(
      dates.some((dated) => rate !== undefined || dated >= '2024'),
      id,
    ).toBe(true);
  }
  expect(book.meters.leftOut.length).toBeGreaterThan(0);
});

describe('a price of the reader’s own', () => {
  test.each([
    ['', { kind: 'none' }],
    ['   ', { kind: 'none' }],
    ['0.0004', { kind: 'read', price: 0.0004 }],
    [' 0,025 ', { kind: 'read', price: 0.025 }],
    ['1234', { kind: 'read', price: 1234 }],
    ['1,5', { kind: 'read', price: 1.5 }],
    ['0', { kind: 'read', price: 0 }],
  ])('“%s” is read', (typed, price) => {
    expect(readPrice(typed)).toEqual(price);
  });

  test.each([
    ['1,234', 'write 1234 for thousands or 1.234 for decimals'],
    ['€ 5', 'without a currency sign, such as 0.0004'],
    ['-1', 'a number of zero or more'],
    ['1.234.567', 'a number of zero or more'],
    ['1e9', 'a number of zero or more'],
    ['x'.repeat(500), `“${'x'.repeat(30)}…”`],
  ])('“%s” is refused with what is allowed', (typed, hint) => {
    const price = readPrice(typed);
    expect(price).toMatchObject({ kind: 'unreadable', reason: expect.stringContaining(hint) });
  });

  test('comes to a sum with two decimals', () => {
    expect(costText(60_000, 0.0004)).toBe('24.00');
    expect(costText(3_000_000, 1.5)).toBe('4,500,000.00');
  });
});
