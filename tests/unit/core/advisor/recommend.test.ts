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

  test('nothing known leads to the pattern that needs the least to own, and says so', () => {
    expect(recommend({}, book)).toMatchObject({ primary: 'odata', lead: 'nothing-known' });
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

describe('how clear the lead is', () => {
  test.each<[string, Profile, string]>([
    ['nothing known', {}, 'nothing-known'],
    ['an answer no rule asks for', { sla: 'critical' }, 'nothing-known'],
    ['a runner-up one point behind', { counterpart: 'microsoft-other', latency: 'near-realtime' }, 'close'],
    ['a runner-up two points behind', { operation: 'create', latency: 'nightly' }, 'clear'],
    ['a near rival that cannot do it', { operation: 'read', counterpart: 'dataverse', copy: 'required' }, 'clear'],
    ['all rivals out of it', { deployment: 'on-premises' }, 'clear'],
  ])('%s', (_story, profile, lead) => {
    expect(recommend(profile, book).lead).toBe(lead);
  });

  test('does not look at a rival that is excluded, however well it would score', () => {
    const two = { ...book, patterns: book.patterns.filter(({ id }) => id === 'dmf' || id === 'odata') };
    expect(recommend({ deployment: 'on-premises', latency: 'near-realtime', operation: 'create' }, two)).toMatchObject({
      primary: 'dmf',
      lead: 'clear',
    });
  });

  test('is clear where there is no other pattern', () => {
    const one = { ...book, patterns: book.patterns.slice(0, 1) };
    expect(recommend({ operation: 'read' }, one).lead).toBe('clear');
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

test('F&O calling out is recognised as outside the patterns, with a way on', () => {
  const { notes } = recommend({ operation: 'process-call', direction: 'outbound', initiator: 'fno' }, book);
  expect(notes.map(({ id }) => id)).toContain('note-fno-calls-out');
});
