import { expect, test } from 'vitest';
import { changeAnchor } from '#content/changes.ts';
import { type Change, changesSchema } from '#schemas/change.ts';

const change = (date: string, title: string): Change => ({ date, kind: 'added', title, answers: [] });
const first = change('2026-11-24', 'first');
const second = change('2026-11-24', 'second');

test('an anchor stays what it was when newer changes come', () => {
  const before = changeAnchor(first, [first]);
  expect(before).toBe('on-2026-11-24-1');
  expect(changeAnchor(first, [change('2026-11-25', 'next day'), second, first])).toBe(before);
  expect(changeAnchor(second, [second, first])).toBe('on-2026-11-24-2');
});

test('changes stand newest first', () => {
  expect(changesSchema.safeParse([change('2026-11-25', 'new'), first]).success).toBe(true);
  expect(changesSchema.safeParse([first, change('2026-11-25', 'new')]).error?.issues[0]?.message).toBe(
    'must stand newest first',
  );
});
