import { expect, test } from 'vitest';
import { certaintyOf } from '#advisor/certainty.ts';
import { contradictionsIn, withImplied } from '#advisor/contradictions.ts';
import { domainOf } from '#advisor/domain.ts';
import type { Profile } from '#advisor/profile.ts';
import { recommend } from '#advisor/recommend.ts';
import { isSettled } from '#advisor/settle.ts';
import { blanksOf } from '#inventory/blanks.ts';
import { decide } from '#inventory/decide.ts';
import { type InventoryRow, readRow, sharedAnswers } from '#inventory/inventory.ts';
import { connectionsOf, programmeOf } from '#inventory/programme.ts';
import { generator, randomProfile } from '#tests/support/random-profiles.ts';
import { book } from '#tests/support/rule-book.ts';
import { loadVocabulary } from '../../../src/content/inventory.ts';

const vocabulary = loadVocabulary();

const row = (key: number, cells: InventoryRow['cells']): InventoryRow => ({ key, cells, extras: [] });
const programme = (rows: readonly InventoryRow[]) =>
  programmeOf(
    rows.map((one) => ({ row: one, outcome: decide(readRow(one).profile, book) })),
    { rows },
    vocabulary,
    book,
  );
const many = (count: number, systems: number, cells: InventoryRow['cells']) =>
  Array.from({ length: count }, (_, place) => row(place, { system: `System ${place % systems}`, ...cells }));

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

test('every pair of systems against one hub', () => {
  expect(connectionsOf(6)).toEqual({ systems: 6, direct: 15, throughHub: 6 });
});

test('systems are counted without regard to case, and only where that is wanted', () => {
  const rows = [row(1, { system: 'SAP' }), row(2, { system: ' sap ' }), row(3, { system: 'Bank' })];
  expect(sharedAnswers({ rows, shared: { countSystems: true, answers: {} } })).toEqual({ systems: 2 });
  expect(sharedAnswers({ rows, shared: { countSystems: false, answers: {} } })).toEqual({});
});

test('deciding many gives what the core gives for one', () => {
  const random = generator(5);
  for (let drawn = 0; drawn < 100; drawn += 1) {
    const profile = randomProfile(book, random);
    const outcome = decide(profile, book);
    expect(outcome.certainty).toBe(certaintyOf(profile, [], book));
    expect(outcome.primary).toBe(recommend(withImplied(profile, [], book), book).primary);
  }
  const full: Profile = { operation: 'bulk-load', latency: 'nightly' };
  expect(decide(full, book).primary).toBe(recommend(full, book).primary);
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
