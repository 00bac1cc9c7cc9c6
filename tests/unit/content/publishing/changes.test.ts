import { describe, expect, test } from 'vitest';
import { changeAnchor, changeDescription } from '#content/publishing/changes.ts';
import { type Change, changesSchema } from '#content/schemas/change.ts';
import { library } from '#tests/support/rule-book.ts';

const change = (date: string, title: string): Change => ({ date, kind: 'added', title, answers: [], sources: [] });
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

describe('a correction', () => {
  const correction = { date: '2026-11-27', kind: 'corrected', title: 'a title' };

  test('has to say what stood there and what is right', () => {
    const { error } = changesSchema.safeParse([correction]);
    expect(error?.issues).toMatchObject([
      { path: [0, 'text'], message: 'must say what stood there before and what is right' },
    ]);
    expect(changesSchema.safeParse([{ ...correction, text: 'We wrote 1. It is 2.' }]).success).toBe(true);
  });

  test('is told in the feed with its sources and the age of their copies', () => {
    const sources = new Map([['faq', { title: 'Costing FAQ', dated: '2025-07-10', checked: '2026-11-27' }]]);
    const told = (ids: string[]) =>
      changeDescription(
        { ...first, kind: 'corrected', text: 'We wrote 1. It is 2.', sources: ids },
        sources as unknown as typeof library.sources,
      );
    expect(told(['faq'])).toBe('We wrote 1. It is 2. Source: Costing FAQ (copy of 10 July 2025).');
    expect(told([])).toBe('We wrote 1. It is 2.');
    expect(() => told(['gone'])).toThrow('content/changes.yaml names the source "gone", which does not exist');
  });

  test('of the site names only sources that exist', () => {
    const named = library.changes.flatMap(({ sources }) => sources);
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((id) => !library.sources.has(id))).toEqual([]);
  });
});
