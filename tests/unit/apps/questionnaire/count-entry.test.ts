import { describe, expect, test } from 'vitest';
import { answerOf, chosenRange, entryOf, withRange, withTyped } from '#apps/questionnaire/count-entry.ts';
import { counts } from '#core/advisor/profile.ts';
import { questionOf } from '#core/advisor/wording.ts';
import { book } from '#tests/support/rule-book.ts';

const rangesOf = (field: (typeof counts)[number]): number[] =>
  (questionOf(field, book)?.options ?? []).map(({ value }) => Number(value));

const everyRange = counts.flatMap((field) => rangesOf(field).map((range) => ({ field, range })));

describe('the last of range and number that was said stands', () => {
  test.each(everyRange)('$field: the range of $range after a typed number', ({ field, range }) => {
    const entry = withRange(range);
    expect(answerOf(withTyped(entryOf(8, rangesOf(field)), '15'))).toBe(15);
    expect(answerOf(entry)).toBe(range);
    expect(entry.typed).toBe('');
    expect(chosenRange(entry)).toBe(range);
  });

  test.each(everyRange)('$field: a typed number after the range of $range', ({ range }) => {
    const entry = withTyped(withRange(range), '8');
    expect(answerOf(entry)).toBe(8);
    expect(chosenRange(entry)).toBeUndefined();
  });

  test('a number that is deleted again gives way to the range chosen before it', () => {
    const entry = withTyped(withTyped(withRange(4), '8'), '');
    expect(answerOf(entry)).toBe(4);
    expect(chosenRange(entry)).toBe(4);
    expect(answerOf(withTyped(entryOf(8, [2, 4]), ''))).toBeUndefined();
  });
});

test('an answer given before is shown as it was given: a range as chosen, another number as typed', () => {
  expect(entryOf(4, [2, 4])).toEqual({ range: 4, typed: '' });
  expect(entryOf(0, [2, 4])).toEqual({ range: undefined, typed: '0' });
  expect(entryOf(undefined, [2, 4])).toEqual({ range: undefined, typed: '' });
});
