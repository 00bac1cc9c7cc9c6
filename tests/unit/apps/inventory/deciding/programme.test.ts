import { expect, test } from 'vitest';
import { blanksOf } from '#apps/inventory/deciding/blanks.ts';
import { decide, decider } from '#apps/inventory/deciding/decide.ts';
import { connectionsOf, programmeOf } from '#apps/inventory/deciding/programme.ts';
import { type InventoryRow, profileOf, type Shared, sharedAnswers } from '#apps/inventory/machine/inventory.ts';
import { loadVocabulary } from '#content/reading/inventory.ts';
import { certaintyOf } from '#core/advisor/certainty.ts';
import { findConflicts } from '#core/advisor/conflicts.ts';
import { contradictionsIn, withImplied } from '#core/advisor/contradictions.ts';
import { domainOf } from '#core/advisor/domain.ts';
import { recommend } from '#core/advisor/recommend.ts';
import type { RuleBook } from '#core/advisor/rule-book.ts';
import { isSettled } from '#core/advisor/settle.ts';
import { generator, randomProfile } from '#tests/support/random-profiles.ts';
import { book } from '#tests/support/rule-book.ts';

const vocabulary = loadVocabulary();

const row = (key: number, cells: InventoryRow['cells']): InventoryRow => ({ key, cells, extras: [] });
const nothingShared: Shared = { countSystems: false, answers: {} };
function programme(rows: readonly InventoryRow[], shared = nothingShared, rules = book) {
  const answers = sharedAnswers({ rows, shared });
  const decided = rows.map((one) => ({ row: one, outcome: decide(profileOf(one, answers), rules) }));
  return programmeOf(decided, { rows, shared }, vocabulary, rules);
}
const many = (count: number, systems: number, cells: InventoryRow['cells']) =>
  Array.from({ length: count }, (_, index) => row(index, { system: `System ${index % systems}`, ...cells }));

const look: InventoryRow['cells'] = { counterpart: 'third-party', operation: 'read', latency: 'realtime' };

test.each([
  ['four interfaces to two systems', many(4, 2, look), 'optional'],
  ['five interfaces to two systems', many(5, 2, look), 'advised'],
  ['five interfaces to one system', many(5, 1, look), 'optional'],
  ['one that cannot do without', many(1, 1, { operation: 'create', guarantees: 'survives-outage' }), 'required'],
  [
    'five links of the platform itself',
    many(5, 2, { counterpart: 'dataverse', copy: 'required', direction: 'bidirectional' }),
    'avoid',
  ],
  ['nothing at all', [], 'optional'],
])('middleware for %s', (_story, rows, verdict) => {
  expect(programme(rows).verdict.verdict).toBe(verdict);
});

test('the patterns of the mix and the rows of which nothing is known add up to all rows', () => {
  const { mix, unknown, interfaces } = programme([...many(3, 1, look), row(9, {}), row(10, { name: 'Empty' })]);
  expect(unknown).toBe(2);
  expect(mix.reduce((sum, { count }) => sum + count, 0) + unknown).toBe(interfaces);
});

test('decisions come worst first and name their rows', () => {
  const { decisions } = programme([
    row(1, { name: 'Clash', operation: 'create', latency: 'realtime', peak_batch_records: '500000' }),
    row(2, { name: 'Unread', latency: 'soonish' }),
  ]);
  expect(decisions[0]).toMatchObject({ severity: 1, examples: ['Clash'] });
  expect(decisions.find(({ filter }) => filter?.by === 'unread')).toMatchObject({ count: 1, examples: ['Unread'] });
  const severities = decisions.map(({ severity }) => severity);
  expect(severities).toEqual(severities.toSorted());
});

test('load is added up by hour against the figure of the pattern', () => {
  const rows = many(2, 2, { ...look, volume_per_day: '8000', window: '08:00-10:00' });
  const [load] = programme(rows).loads;
  expect(load?.rule).toBe('capacity-odata-peak');
  expect(load?.hours[8]).toBe(8000);
  expect(load?.hours[10]).toBe(0);
});

test('load is added up against figures of an hour by what the ledger says of them, whatever the words', () => {
  const rows = many(2, 2, { ...look, volume_per_day: '8000', window: '08:00-10:00' });
  const reworded: RuleBook = { ...book, capacity: book.capacity.map((rule) => ({ ...rule, measures: 'calls' })) };
  expect(programme(rows, nothingShared, reworded).loads).toEqual(programme(rows).loads);
  const capacity = book.capacity.map(({ per: _per, ...rule }) => ({
    ...rule,
    measures: 'records in the busiest hour',
  }));
  expect(programme(rows, nothingShared, { ...book, capacity }).loads).toEqual([]);
});

test('a hub that nobody runs is a decision to take, whether a row says so or the programme does once for all', () => {
  const needsHub: InventoryRow['cells'] = { name: 'Orders', operation: 'create', guarantees: 'survives-outage' };
  const nobody = (rows: readonly InventoryRow[], shared?: Shared) =>
    programme(rows, shared).decisions.find(({ filter }) => filter?.by === 'hub-without-owner');
  const onceForAll: Shared = { countSystems: false, answers: { ownership: 'none' } };
  const title = 'A hub is required and nobody runs one';
  expect(nobody([row(1, { ...needsHub, ownership: 'none' })])).toMatchObject({ title, count: 1, examples: ['Orders'] });
  expect(nobody([row(1, needsHub)], onceForAll)).toMatchObject({ title, count: 1, examples: ['Orders'] });
  expect(nobody([row(1, needsHub)])).toBeUndefined();
  expect(nobody([row(1, { ...needsHub, ownership: 'integration-team' })], onceForAll)).toBeUndefined();
});

test('three patterns to one system are worth a question, two are not', () => {
  const rows = [
    row(1, { system: 'SAP', operation: 'bulk-load', latency: 'nightly' }),
    row(2, { system: 'SAP', ...look }),
    row(3, { system: ' sap ', operation: 'event-notify', direction: 'outbound', initiator: 'fno' }),
  ];
  const patterns = rows.map((one) => decide(profileOf(one, {}), book).primary);
  expect(new Set(patterns).size).toBe(3);
  const asked = (some: readonly InventoryRow[]) =>
    programme(some).decisions.find(({ filter }) => filter?.by === 'system');
  expect(asked(rows)).toMatchObject({ title: '3 patterns to one system: SAP', count: 3 });
  expect(asked(rows.slice(0, 2))).toBeUndefined();
});

test('every pair of systems against one hub', () => {
  expect(connectionsOf(6)).toEqual({ systems: 6, direct: 15, throughHub: 6 });
});

test('systems are counted without regard to case, and only where that is wanted', () => {
  const rows = [row(1, { system: 'SAP' }), row(2, { system: ' sap ' }), row(3, { system: 'Bank' })];
  expect(sharedAnswers({ rows, shared: { countSystems: true, answers: {} } })).toEqual({ systems: 2 });
  expect(sharedAnswers({ rows, shared: { countSystems: false, answers: {} } })).toEqual({});
});

test('deciding many gives what the core gives for one', () => {
  const decideOf = decider(book);
  const random = generator(5);
  const drawn = Array.from({ length: 100 }, () => randomProfile(book, random));
  // Each a second time, since what was decided once is remembered.
  for (const profile of [...drawn, ...drawn.toReversed()]) {
    const outcome = decideOf(structuredClone(profile));
    const { primary, middleware } = recommend(withImplied(profile, [], book), book);
    expect(outcome).toMatchObject({ primary, middleware, certainty: certaintyOf(profile, [], book) });
    expect(outcome.conflicts).toEqual(findConflicts(profile, [], book).map(({ rule }) => rule.id));
  }
});

test('a blank that always settles a row does so whatever is answered', () => {
  const random = generator(11);
  const drawn = Array.from({ length: 60 }, () => randomProfile(book, random, 0.85));
  const claims = drawn
    .filter((profile) => !isSettled(profile, [], book))
    .flatMap((profile) =>
      blanksOf(profile, book)
        .filter(({ always }) => always)
        .map(({ field }) => ({ profile, field })),
    );
  const broken = claims.filter(({ profile, field }) =>
    (domainOf(book).get(field) ?? []).some((value) => {
      const answered = { ...profile, [field]: value };
      return contradictionsIn(answered, book).length === 0 && !isSettled(answered, [], book);
    }),
  );
  expect(claims.length).toBeGreaterThan(0);
  expect(broken).toEqual([]);
});
