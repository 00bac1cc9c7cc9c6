import { expect, test } from 'vitest';
import { fields } from '#core/advisor/profile.ts';
import { book } from '#tests/support/rule-book.ts';

test('every field of the table is asked for', () => {
  const asked = book.questions.map(({ field }) => field);
  expect(fields.filter((field) => !asked.includes(field))).toEqual([]);
});
