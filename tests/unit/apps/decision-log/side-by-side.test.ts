import { expect, test } from 'vitest';
import { type Decision, newDecision } from '#apps/decision-log/decision.ts';
import { sideBySide } from '#apps/decision-log/side-by-side.ts';
import type { Field, Profile } from '#core/advisor/profile.ts';
import { book } from '#tests/support/rule-book.ts';

const decisionOn = (profile: Profile, unsure: readonly Field[] = [], more: Partial<Decision> = {}): Decision => ({
  ...newDecision({ name: '', answers: { profile, unsure }, sentence: '' }, book, 'a', '2026-11-28'),
  number: 1,
  ...more,
});

const nightly = decisionOn({
  operation: 'create',
  direction: 'inbound',
  latency: 'nightly',
  peak_batch_records: 50_000,
});
const waiting = decisionOn({ operation: 'create', direction: 'inbound', latency: 'realtime' }, ['peak_batch_records'], {
  status: 'accepted',
});

test('two decisions differ in what came of them and in what was answered, and in nothing else', () => {
  const { verdicts, answers } = sideBySide(nightly, waiting, book);
  expect(verdicts.find(({ title }) => title === 'Recommended')).toEqual({
    title: 'Recommended',
    texts: ['Data management framework', 'OData'],
    differs: true,
  });
  expect(verdicts.find(({ title }) => title === 'Status')?.texts).toEqual(['Draft', 'Accepted']);
  expect(verdicts.find(({ title }) => title === 'Rule book')?.differs).toBe(false);
  expect(answers.map(({ title, texts }) => [title, ...texts])).toEqual([
    ['How soon', 'By the next day', 'Somebody waits for it'],
    ['Busiest hour or run', expect.stringMatching(/^50,000/), 'not sure'],
  ]);
});

test('every criterion is told for the pattern of each, by its own answers', () => {
  const { criteria } = sideBySide(nightly, waiting, book);
  expect(criteria.map(({ title }) => title)).toEqual(book.criteria.map(({ title }) => title));
  const timing = criteria.find(({ title }) => title === 'Timing');
  expect(timing?.differs).toBe(true);
  expect(timing?.sides.map(({ favouredBy }) => favouredBy?.pattern)).toEqual(['dmf', 'odata']);
});

test('why one did not come out as the other is told by its own answers, from both sides', () => {
  const { whyNot } = sideBySide(nightly, waiting, book);
  expect(whyNot[0]).toMatchObject({ winner: 'dmf', other: 'odata' });
  expect(whyNot[1]).toMatchObject({ winner: 'odata', other: 'dmf' });
  for (const why of whyNot) expect(why?.comparison.some(({ ahead }) => ahead > 0)).toBe(true);
});

test('the same decision twice differs in nothing, and has nothing to explain', () => {
  const { verdicts, answers, criteria, whyNot } = sideBySide(nightly, { ...nightly, number: 2 }, book);
  expect([...verdicts, ...criteria].some(({ differs }) => differs)).toBe(false);
  expect(answers).toEqual([]);
  expect(whyNot).toEqual([undefined, undefined]);
});

test('a decision that led to no pattern stands beside another all the same', () => {
  const { verdicts, whyNot, criteria } = sideBySide(decisionOn({}), nightly, book);
  expect(verdicts[0]?.texts[0]).toBe('No pattern');
  expect(criteria[0]?.sides[0]).toEqual({ word: 'Says nothing', favouredBy: undefined, heldAgainst: undefined });
  expect(whyNot).toEqual([undefined, undefined]);
});
