import { describe, expect, test } from 'vitest';
import type { Profile } from '#core/advisor/profile.ts';
import { recommend } from '#core/advisor/recommend.ts';
import { book } from '#tests/support/rule-book.ts';

const primaryOf = (profile: Profile) => recommend(profile, book).primary;

describe('the pattern', () => {
  test.each<[string, Profile, string]>([
    ['a look-up someone waits for', { operation: 'read', latency: 'realtime', counterpart: 'third-party' }, 'odata'],
    [
      'an order with all lines or none',
      { operation: 'create', guarantees: ['all-or-nothing'], response: 'immediate' },
      'custom-service',
    ],
    [
      'an approval asked for by another system',
      { operation: 'process-call', direction: 'inbound', latency: 'realtime' },
      'custom-service',
    ],
    [
      'a nightly feed of 400,000 rows',
      { operation: 'bulk-load', latency: 'nightly', peak_batch_records: 400_000 },
      'dmf',
    ],
    ['20,000 order lines an hour', { operation: 'create', direction: 'inbound', peak_batch_records: 20_000 }, 'dmf'],
    [
      'a confirmation that others must hear of',
      { operation: 'event-notify', direction: 'outbound', initiator: 'fno' },
      'business-events',
    ],
    [
      'customers that two apps change',
      { counterpart: 'dataverse', operation: 'update', direction: 'bidirectional', latency: 'near-realtime' },
      'dual-write',
    ],
    [
      'a Power App that shows orders',
      { counterpart: 'power-platform', operation: 'read', initiator: 'user' },
      'virtual-entities',
    ],
    [
      'Power BI on ledger data',
      { purpose: 'analytics', operation: 'extract', direction: 'outbound' },
      'analytics-export',
    ],
    [
      'EDI with five partners',
      {
        protocol: 'file',
        transformation: 'complex',
        direction: 'bidirectional',
        counterpart: 'third-party',
        systems: 5,
      },
      'middleware',
    ],
    [
      'a web shop that sells while F&O is down',
      { operation: 'read', latency: 'realtime', guarantees: ['survives-outage'], response: 'immediate' },
      'middleware',
    ],
    ['anything against an on-premises F&O', { deployment: 'on-premises' }, 'dmf'],
  ])('%s', (_story, profile, primary) => {
    expect(primaryOf(profile)).toBe(primary);
  });

  test('Dataverse alone leads to virtual entities, the safer start', () => {
    expect(primaryOf({ counterpart: 'dataverse' })).toBe('virtual-entities');
  });

  test('a demand for a copy rules virtual entities out, by name', () => {
    const { standings } = recommend({ counterpart: 'dataverse', copy: 'required' }, book);
    const standing = standings.find(({ pattern }) => pattern === 'virtual-entities');
    expect(standing?.excludedBy.map(({ id }) => id)).toEqual(['virtual-entities-copy']);
  });

  test('nothing known leads to nothing: no pattern is made for a task that nobody has named', () => {
    expect(primaryOf({})).toBeUndefined();
    expect(primaryOf({ sla: 'critical', systems: 12, ownership: 'integration-team' })).toBeUndefined();
    expect(primaryOf({ latency: 'realtime', payload: 'small', protocol: 'api' })).toBeUndefined();
  });

  test('middleware as the pattern names the way into F&O behind it', () => {
    const profile: Profile = {
      protocol: 'file',
      transformation: 'complex',
      direction: 'bidirectional',
      counterpart: 'third-party',
    };
    expect(recommend(profile, book)).toMatchObject({ primary: 'middleware', middleware: 'required', wayIn: 'dmf' });
  });
});

describe('how far the runner-up is behind', () => {
  test.each<[string, Profile, string]>([
    ['a runner-up three points behind', { operation: 'extract' }, 'clear'],
    ['a runner-up two points behind', { operation: 'extract', payload: 'large' }, 'close'],
    ['a near rival that cannot do it', { operation: 'read', counterpart: 'dataverse', copy: 'required' }, 'clear'],
    ['all rivals out of it', { deployment: 'on-premises' }, 'clear'],
  ])('%s', (_story, profile, margin) => {
    expect(recommend(profile, book).margin).toBe(margin);
  });

  test('does not look at a rival that is excluded, however well it would score', () => {
    const two = { ...book, patterns: book.patterns.filter(({ id }) => id === 'dmf' || id === 'odata') };
    expect(recommend({ deployment: 'on-premises', latency: 'near-realtime', operation: 'create' }, two)).toMatchObject({
      primary: 'dmf',
      margin: 'clear',
    });
  });

  test('is clear where there is no other pattern', () => {
    const one = { ...book, patterns: book.patterns.slice(0, 1) };
    expect(recommend({ operation: 'read' }, one).margin).toBe('clear');
  });
});

describe('facts that say the same thing', () => {
  /** More facts of the same kind, none of which says anything new, and the pattern that they must not move. */
  test.each<[string, Profile, Profile, string]>([
    [
      'a person in a Power App who waits for what is read',
      { counterpart: 'power-platform', operation: 'read', direction: 'outbound', initiator: 'user' },
      { latency: 'realtime', response: 'immediate' },
      'virtual-entities',
    ],
    [
      'a person in a Dynamics 365 app who waits for what is read',
      { counterpart: 'dataverse', operation: 'read', direction: 'outbound', initiator: 'user' },
      { latency: 'realtime', response: 'immediate' },
      'virtual-entities',
    ],
    [
      'a person in a Power App who has something posted',
      { counterpart: 'power-platform', operation: 'process-call', direction: 'inbound', initiator: 'user' },
      { latency: 'realtime', response: 'immediate', protocol: 'api' },
      'virtual-entities',
    ],
    [
      'an outside system that calls business logic',
      { counterpart: 'third-party', operation: 'process-call' },
      { direction: 'inbound', initiator: 'external', latency: 'realtime', response: 'immediate' },
      'custom-service',
    ],
    [
      'an outside system that hands over a whole document',
      { counterpart: 'third-party', operation: 'create', guarantees: ['all-or-nothing'] },
      { direction: 'inbound', initiator: 'external', latency: 'realtime', response: 'immediate', protocol: 'api' },
      'custom-service',
    ],
    [
      'a service that F&O calls while somebody waits',
      { counterpart: 'third-party', operation: 'process-call', direction: 'outbound', latency: 'realtime' },
      { initiator: 'fno', response: 'immediate', protocol: 'api', payload: 'small' },
      'outbound-call',
    ],
    [
      'a notification',
      { counterpart: 'third-party', operation: 'event-notify' },
      { direction: 'outbound', initiator: 'fno', latency: 'near-realtime', response: 'none', payload: 'small' },
      'business-events',
    ],
    [
      'a nightly load',
      { counterpart: 'third-party', operation: 'bulk-load' },
      { direction: 'inbound', initiator: 'schedule', latency: 'nightly', response: 'none', protocol: 'file' },
      'dmf',
    ],
    [
      'records that two apps change',
      { counterpart: 'dataverse', operation: 'update', direction: 'bidirectional' },
      { latency: 'realtime', initiator: 'user', payload: 'small', copy: 'required' },
      'dual-write',
    ],
  ])('do not move the pattern: %s', (_story, profile, more, pattern) => {
    expect(primaryOf(profile)).toBe(pattern);
    for (const [field, value] of Object.entries(more)) expect(primaryOf({ ...profile, [field]: value })).toBe(pattern);
    expect(primaryOf({ ...profile, ...more })).toBe(pattern);
  });
});

describe('a load far above the published figures', () => {
  const orders: Profile = {
    counterpart: 'third-party',
    operation: 'create',
    direction: 'inbound',
    initiator: 'external',
  };

  test.each<[string, Profile]>([
    ['five million a day', { volume_per_day: 5_000_000 }],
    ['the same rate in the busiest hour', { peak_batch_records: 208_333 }],
  ])('decides, on one scale: %s', (_story, load) => {
    expect(primaryOf({ ...orders, latency: 'near-realtime', ...load })).toBe('dmf');
  });

  test.each<Profile>([
    { ...orders, response: 'immediate', latency: 'realtime' },
    { ...orders, operation: 'process-call' },
    { counterpart: 'power-platform', operation: 'read', initiator: 'user' },
    { counterpart: 'dataverse', operation: 'update', direction: 'bidirectional' },
    { counterpart: 'third-party', operation: 'process-call', direction: 'outbound', initiator: 'fno' },
  ])('rules out every pattern that works record by record: %o', (profile) => {
    const live = ['odata', 'custom-service', 'virtual-entities', 'dual-write', 'outbound-call'];
    for (const load of [{ volume_per_day: 4_800_000 }, { peak_batch_records: 200_000 }]) {
      expect(live).not.toContain(primaryOf({ ...profile, ...load }));
    }
  });
});

describe('a promise that a pattern cannot keep', () => {
  test.each<[string, Profile]>([
    ['a file', { counterpart: 'third-party', operation: 'create', direction: 'inbound', protocol: 'file' }],
    [
      'a file that a schedule brings',
      {
        counterpart: 'third-party',
        operation: 'create',
        direction: 'inbound',
        protocol: 'file',
        initiator: 'schedule',
        payload: 'medium',
      },
    ],
    ['records by night', { operation: 'update', latency: 'nightly', counterpart: 'third-party' }],
    ['a bulk load', { operation: 'bulk-load', counterpart: 'third-party' }],
    ['a migration', { operation: 'bulk-load', purpose: 'migration' }],
  ])('all or nothing across %s is never data management', (_story, profile) => {
    expect(primaryOf({ ...profile, guarantees: ['all-or-nothing'] })).not.toBe('dmf');
    expect(primaryOf({ ...profile, guarantees: ['all-or-nothing', 'ordered'] })).not.toBe('dmf');
  });

  test('all or nothing for single documents is a service of your own', () => {
    const file: Profile = { counterpart: 'third-party', operation: 'create', direction: 'inbound', protocol: 'file' };
    expect(primaryOf({ ...file, guarantees: ['all-or-nothing'] })).toBe('custom-service');
    expect(primaryOf({ ...file, initiator: 'schedule', payload: 'medium', guarantees: ['all-or-nothing'] })).toBe(
      'custom-service',
    );
  });
});

describe('F&O calling out', () => {
  const call: Profile = { operation: 'process-call', direction: 'outbound', counterpart: 'third-party' };

  test.each<NonNullable<Profile['initiator']>>(['fno', 'user', 'schedule'])(
    'is recognised when %s starts it',
    (initiator) => {
      const later = recommend({ ...call, initiator, response: 'later' }, book);
      expect(later.primary).toBe('business-events');
      expect(later.middleware).toBe('advised');
      expect(later.standings.flatMap(({ excludedBy }) => excludedBy).map(({ id }) => id)).not.toContain(
        'business-events-inbound',
      );
      if (initiator !== 'schedule') {
        expect(primaryOf({ ...call, initiator, latency: 'realtime', response: 'immediate' })).toBe('outbound-call');
      }
    },
  );

  test('is not what happens where an outside system asks for something', () => {
    expect(primaryOf({ ...call, initiator: 'external', response: 'immediate' })).toBe('custom-service');
  });
});

describe('the middleware verdict', () => {
  test.each<[string, Profile, string]>([
    ['two systems with the same shape', { operation: 'read', systems: 2, transformation: 'none' }, 'optional'],
    ['five systems', { operation: 'read', systems: 5 }, 'advised'],
    ['complex mapping for five systems', { operation: 'create', systems: 5, transformation: 'complex' }, 'required'],
    [
      'a call that must outlive an outage',
      { operation: 'create', guarantees: ['survives-outage'], counterpart: 'third-party', initiator: 'external' },
      'required',
    ],
    ['dual-write in a programme of twelve', { counterpart: 'dataverse', copy: 'required', systems: 12 }, 'avoid'],
    ['a copy for reporting', { purpose: 'analytics' }, 'avoid'],
    ['nobody to run a hub', { operation: 'read', ownership: 'none' }, 'avoid'],
  ])('%s', (_story, profile, verdict) => {
    expect(recommend(profile, book).middleware).toBe(verdict);
  });

  test('kinds are named only where a hub is wanted', () => {
    expect(recommend({ purpose: 'analytics' }, book).middlewareKinds).toEqual([]);
    const { middlewareKinds } = recommend({ operation: 'event-notify', counterpart: 'third-party' }, book);
    expect(middlewareKinds[0]?.kind).toBe('functions-service-bus');
  });
});
