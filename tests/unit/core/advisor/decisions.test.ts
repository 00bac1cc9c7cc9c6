import { describe, expect, test } from 'vitest';
import { fingerprintOf } from '#content/reading/fingerprint.ts';
import { certaintyOf } from '#core/advisor/certainty.ts';
import { contradictionsBy, contradictionsIn, withImplied } from '#core/advisor/contradictions.ts';
import type { Profile } from '#core/advisor/profile.ts';
import { recommend } from '#core/advisor/recommend.ts';
import type { RuleBook } from '#core/advisor/rule-book.ts';
import { movedDecisions, readDecisions, stillDecides } from '#tests/support/decisions.ts';
import { renewHint } from '#tests/support/recordings.ts';
import { book } from '#tests/support/rule-book.ts';

const decisions = readDecisions();

/** True and told as a reason why not, though the pattern is never ahead there anyway. */
const onlyTold = [
  'custom-service-bulk',
  'custom-service-event',
  'dual-write-read',
  'dual-write-other-counterpart',
  'middleware-analytics',
  'odata-bulk-operation',
  'odata-event',
  'outbound-call-inbound',
  'outbound-call-load',
  'virtual-entities-other-counterpart',
];

test('the rules decide as they were recorded to', () => {
  expect(movedDecisions(decisions, book), renewHint).toEqual([]);
});

test('the evaluator and its fast twin decide alike', () => {
  for (const { profile, outcome } of decisions) {
    const { primary, middleware } = recommend(profile, book);
    expect(`${primary} ${middleware}`, renewHint).toBe(outcome);
  }
});

test('every rule decides some profile', () => {
  const decided = new Set(decisions.map(({ rule }) => rule));
  const idle = [...book.rules, ...book.verdicts].map(({ id }) => id).filter((id) => !decided.has(id));
  expect(idle, `a rule without a decision, or ${renewHint}`).toEqual(onlyTold);
  const noLonger = decisions.filter((decision) => decision.rule && !stillDecides(decision, book));
  expect(
    noLonger.map(({ rule }) => rule),
    renewHint,
  ).toEqual([]);
});

test('every contradiction can be run into, and saves a question or forbids an answer', () => {
  for (const { when, id } of book.contradictions.filter(({ moreThan }) => moreThan === undefined)) {
    const [first, second] = when[0] ?? [];
    if (!first || !second || !('anyOf' in first) || !('anyOf' in second)) throw new Error(`${id}: no two choices`);
    const value = first.field === 'guarantees' ? [first.anyOf[0]] : first.anyOf[0];
    const other = second.field === 'guarantees' ? [second.anyOf[0]] : second.anyOf[0];
    const given = { [first.field]: value } as Profile;
    expect(contradictionsBy({ [second.field]: other }, given, book).map((rule) => rule.id)).toContain(id);
  }
});

test('what follows from an answer is filled in, but never over a "not sure"', () => {
  expect(withImplied({ operation: 'extract' }, [], book)).toEqual({ operation: 'extract', direction: 'outbound' });
  expect(withImplied({ operation: 'event-notify' }, [], book)).toMatchObject({
    direction: 'outbound',
    initiator: 'fno',
  });
  expect(withImplied({ counterpart: 'dataverse' }, [], book)).toMatchObject({ protocol: 'api' });
  expect(withImplied({ operation: 'extract' }, ['direction'], book)).toEqual({ operation: 'extract' });
  expect(withImplied({ operation: 'extract', direction: 'inbound' }, [], book).direction).toBe('inbound');
});

describe('a busiest hour', () => {
  const found = (profile: Profile) => contradictionsIn(profile, book).map(({ id }) => id);

  test.each([
    [400_000, 50],
    [51, 50],
    [5_000_001, 5_000_000],
  ])('of %i cannot be part of a day of %i', (peak_batch_records, volume_per_day) => {
    expect(found({ peak_batch_records, volume_per_day })).toEqual(['peak-within-the-day']);
    expect(certaintyOf({ operation: 'bulk-load', peak_batch_records, volume_per_day }, [], book)).toBe('undecided');
  });

  test.each([
    [50, 50],
    [0, 0],
    [1, 4_800_000],
  ])('of %i can be part of a day of %i', (peak_batch_records, volume_per_day) => {
    expect(found({ peak_batch_records, volume_per_day })).toEqual([]);
  });
});

describe('the version', () => {
  const versionWith = (change: (book: RuleBook) => RuleBook) => fingerprintOf(change(structuredClone(book)));

  test('follows every rule, weight and order that decides', () => {
    const [first] = book.rules;
    const changed = [
      (one: RuleBook) => ({ ...one, rules: one.rules.slice(1) }),
      (one: RuleBook) => ({ ...one, verdicts: one.verdicts.slice(1) }),
      (one: RuleBook) => ({ ...one, contradictions: one.contradictions.slice(1) }),
      (one: RuleBook) => ({ ...one, choices: one.choices.slice(1) }),
      (one: RuleBook) => ({ ...one, parts: one.parts.toReversed() }),
      (one: RuleBook) => ({ ...one, patterns: one.patterns.toReversed() }),
      (one: RuleBook) => ({ ...one, criteria: one.criteria.map((each) => ({ ...each, weight: each.weight + 1 })) }),
      (one: RuleBook) => ({ ...one, rules: [{ ...first, unless: first?.when }, ...one.rules.slice(1)] as never }),
    ];
    for (const change of changed) expect(versionWith(change)).not.toBe(fingerprintOf(book));
    expect(book.version).toBe(`${book.changes[0]?.version}.${fingerprintOf(book)}`);
  });

  test('does not follow words', () => {
    const reworded = versionWith((one) => ({ ...one, rules: one.rules.map((rule) => ({ ...rule, reason: 'x' })) }));
    expect(reworded).toBe(fingerprintOf(book));
  });
});
