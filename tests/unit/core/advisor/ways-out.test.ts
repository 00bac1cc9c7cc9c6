import { describe, expect, test } from 'vitest';
import { findConflicts } from '#core/advisor/conflicts.ts';
import type { Field, Profile } from '#core/advisor/profile.ts';
import { against, conflict, contradiction, exclude, favour, type OwnRules, ownBook } from '#tests/support/own-rules.ts';

/* The search for ways out, by small books; what the project's own conflicts offer is in `conflicts.test.ts`. */

const create = { operation: 'create' } as const;
const odata = favour('odata', 'task', 2, create);

const ways = (own: OwnRules, given: Profile, unsure: readonly Field[] = []) =>
  findConflicts(given, unsure, ownBook({ rules: [odata], ...own })).flatMap(({ rule, waysOut }) =>
    waysOut.map(
      ({ field, value, and }) => `${rule.id}: ${field}: ${value}${and ? ` and ${and.field}: ${and.value}` : ''}`,
    ),
  );

/** A large message in real time clashes. */
const rush = { latency: 'realtime', payload: 'large' } as const;
const given = { ...create, ...rush };
const clash = conflict('clash', rush, ['latency', 'payload']);

describe('a way out', () => {
  test('is the nearest answer to each of the questions between which it clashes', () => {
    expect(ways({ conflicts: [clash] }, given)).toEqual(['clash: latency: near-realtime', 'clash: payload: medium']);
  });

  test('is sought on both sides of the answer', () => {
    const middle = conflict('middle', { payload: 'medium' }, ['payload']);
    expect(ways({ conflicts: [middle] }, { ...create, payload: 'medium' })).toEqual(['middle: payload: small']);
    const lower = conflict('lower', { payload: ['small', 'medium'] }, ['payload']);
    expect(ways({ conflicts: [lower] }, { ...create, payload: 'medium' })).toEqual(['lower: payload: large']);
  });

  test('is the next less of a count, and never more of it', () => {
    const busy = conflict('busy', { systems: { above: 5 } }, ['systems']);
    const busier = conflict('busier', { systems: { above: 9 } });
    expect(ways({ conflicts: [busy, busier] }, { ...create, systems: 40 })).toEqual(['busy: systems: 5']);
    const few = conflict('few', { systems: { below: 5 } }, ['systems']);
    expect(ways({ conflicts: [few] }, { ...create, systems: 3 })).toEqual([]);
  });

  test('drops as few promises as it can, and adds none', () => {
    const promises = conflict('promises', { guarantees: 'ordered' }, ['guarantees']);
    const profile: Profile = { ...create, guarantees: ['ordered', 'exactly-once', 'all-or-nothing'] };
    const [first] = findConflicts(profile, [], ownBook({ rules: [odata], conflicts: [promises] }))[0]?.waysOut ?? [];
    expect(first?.value).toEqual(['all-or-nothing', 'exactly-once']);
    const missing = conflict('missing', create, ['guarantees']);
    const byOrder = { ...missing, unless: [[{ field: 'guarantees', anyOf: ['ordered'] } as const]] };
    expect(ways({ conflicts: [byOrder] }, { ...create, guarantees: [] })).toEqual([]);
  });

  test('is sought among no questions that nobody answered', () => {
    const more = { ...clash, between: ['latency', 'copy'] as const };
    expect(ways({ conflicts: [more] }, given)).toEqual(['clash: latency: near-realtime']);
  });

  test('says what is recommended then, and what it costs', () => {
    const rules = [odata, favour('dmf', 'task', 3, { operation: 'create', latency: 'near-realtime' })];
    const [found] = findConflicts(given, [], ownBook({ rules, conflicts: [clash] }));
    expect(found?.waysOut).toEqual([
      {
        field: 'latency',
        value: 'near-realtime',
        costs: ['The price of latency.'],
        primary: 'dmf',
        middleware: 'optional',
      },
      { field: 'payload', value: 'medium', costs: ['The price of payload.'], primary: 'odata', middleware: 'optional' },
    ]);
  });
});

describe('an answer is no way out', () => {
  test('where it contradicts another one', () => {
    const contradictions = [contradiction({ latency: 'near-realtime', operation: 'create' })];
    expect(ways({ conflicts: [clash], contradictions }, given)).toEqual([
      'clash: latency: hourly',
      'clash: payload: medium',
    ]);
  });

  test('where it opens a clash that was not there before', () => {
    const hourly = conflict('soon', { latency: 'near-realtime' });
    expect(ways({ conflicts: [clash, hourly] }, given)).toEqual(['clash: latency: hourly', 'clash: payload: medium']);
  });

  test('where nothing can be recommended any more', () => {
    const rules = [odata, exclude('odata', { payload: 'medium' })];
    expect(ways({ rules, conflicts: [clash] }, given)).toEqual([
      'clash: latency: near-realtime',
      'clash: payload: small',
    ]);
  });

  test('where the pattern then breaks a promise', () => {
    const breaks = against('odata', 'promises', 1, { guarantees: 'ordered', payload: 'medium' });
    const promised: Profile = { ...given, guarantees: ['ordered'] };
    expect(ways({ rules: [odata, breaks], conflicts: [clash] }, promised)).toEqual([
      'clash: latency: near-realtime',
      'clash: payload: small',
    ]);
    const speaks = against('odata', 'load', 1, { guarantees: 'ordered', payload: 'medium' });
    expect(ways({ rules: [odata, speaks], conflicts: [clash] }, promised)).toContain('clash: payload: medium');
  });

  test('unless the promise was what gave way', () => {
    const promises = conflict('promises', { guarantees: 'ordered' }, ['guarantees']);
    const breaks = against('odata', 'promises', 1, { guarantees: 'exactly-once' });
    const kept: Profile = { ...create, guarantees: ['ordered', 'exactly-once'] };
    expect(ways({ rules: [odata, breaks], conflicts: [promises] }, kept)).toEqual([
      'promises: guarantees: exactly-once',
    ]);
  });
});

describe('where another clash is left', () => {
  const other = conflict('other', { payload: 'large', copy: 'required' }, ['copy']);

  test('giving in to one is told all the same', () => {
    const both: Profile = { ...given, copy: 'required' };
    expect(ways({ conflicts: [clash, other] }, both)).toEqual([
      'clash: latency: near-realtime',
      'clash: payload: medium',
      'other: copy: unwanted',
    ]);
  });

  test('even where nothing is recommended then', () => {
    const both: Profile = { ...given, copy: 'required' };
    const rules = [odata, exclude('odata', { copy: 'required' })];
    expect(ways({ rules, conflicts: [clash, other] }, both)).toContain('clash: latency: near-realtime');
  });
});

describe('two requirements give way together', () => {
  /** Either alone leaves the clash, and a third requirement too. */
  const knot = conflict(
    'knot',
    [{ latency: ['realtime', 'near-realtime'] }, { payload: ['medium', 'large'] }],
    ['latency', 'payload'],
  );

  test('where neither does alone, by the nearest pair, with what both cost', () => {
    expect(ways({ conflicts: [knot] }, given)).toEqual(['knot: latency: hourly and payload: small']);
    const [found] = findConflicts(given, [], ownBook({ rules: [odata], conflicts: [knot] }));
    expect(found?.waysOut[0]?.costs).toEqual(['The price of latency.', 'The price of payload.']);
  });

  test('and not where one of them does', () => {
    const third = {
      ...knot,
      between: ['latency', 'payload', 'copy'] as const,
      unless: [[{ field: 'copy', anyOf: ['unwanted'] } as const]],
    };
    expect(ways({ conflicts: [third] }, { ...given, copy: 'required' })).toEqual([
      'knot: copy: unwanted',
      'knot: latency: hourly and payload: small',
    ]);
  });

  test('and not where no pair is a way out', () => {
    expect(ways({ conflicts: [conflict('always', create, ['latency', 'payload'])] }, given)).toEqual([]);
  });
});

test('what follows from the answers clashes like an answer, unless somebody is not sure of it', () => {
  const contradictions = [contradiction({ operation: 'create', deployment: 'on-premises' })];
  const conflicts = [conflict('cloud', { deployment: 'cloud', latency: 'realtime' }, ['latency'])];
  const own = { contradictions, conflicts };
  expect(ways(own, { ...create, latency: 'realtime' })).toEqual(['cloud: latency: near-realtime']);
  expect(ways(own, { ...create, latency: 'realtime' }, ['deployment'])).toEqual([]);
});
