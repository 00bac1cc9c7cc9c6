import { expect, test } from 'vitest';
import { applies } from '#core/advisor/condition.ts';
import { findConflicts } from '#core/advisor/conflicts.ts';
import { contradictionsBy, contradictionsIn, withImplied } from '#core/advisor/contradictions.ts';
import type { Profile } from '#core/advisor/profile.ts';
import { recommend } from '#core/advisor/recommend.ts';
import { movedDecisions, readDecisions, stillDecides } from '#tests/support/decisions.ts';
import { generator, randomProfile, withClause } from '#tests/support/random-profiles.ts';
import { renewHint } from '#tests/support/recordings.ts';
import { book } from '#tests/support/rule-book.ts';

const decisions = readDecisions();

/** True and told ("cannot do it"), though another pattern is always ahead of it anyway. */
const onlyTold = ['custom-service-read-during-outage'];

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

/** A profile to which a rule applies and that does not contradict itself. */
function profileFor(rule: (typeof book.notes)[number] | (typeof book.conflicts)[number]): Profile | undefined {
  const random = generator(3);
  for (let tries = 0; tries < 3000; tries += 1) {
    const profile = withClause(randomProfile(book, random, 0.3), rule.when[0] ?? [], book, random);
    const { primary } = recommend(profile, book);
    if (contradictionsIn(profile, book).length === 0 && applies(rule, { ...profile, primary })) return profile;
  }
  return undefined;
}

test('every note and every kind of middleware comes up for some profile', () => {
  const silent = [...book.notes, ...book.kinds].filter((rule) => profileFor(rule as never) === undefined);
  expect(silent.map(({ id }) => id)).toEqual([]);
});

test('every conflict comes up, and offers two ways out at least', () => {
  for (const rule of book.conflicts) {
    const profile = profileFor(rule) as Profile;
    const conflict = findConflicts(profile, [], book).find((one) => one.rule.id === rule.id);
    expect(conflict, rule.id).toBeDefined();
    const fields = new Set(conflict?.waysOut.map(({ field }) => field));
    expect(fields.size, `${rule.id}: ${JSON.stringify(profile)}`).toBeGreaterThanOrEqual(2);
  }
});

test('every contradiction can be run into, and saves a question or forbids an answer', () => {
  for (const { when, id } of book.contradictions) {
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
