import { expect, test } from 'vitest';
import { canonicaliser } from '#apps/inventory/deciding/canonical.ts';
import { decide, decider } from '#apps/inventory/deciding/decide.ts';
import { certaintyOf } from '#core/advisor/certainty.ts';
import { fields, isCount, type Profile } from '#core/advisor/profile.ts';
import { generator, randomProfile } from '#tests/support/random-profiles.ts';
import { book } from '#tests/support/rule-book.ts';

const random = generator(11);

/** A profile whose counts are any numbers, on either side of whatever the rules tell apart. */
function anyProfile(): Profile {
  const profile = randomProfile(book, random);
  const counts = fields
    .filter((field) => isCount(field) && profile[field] !== undefined)
    .map((field) => [field, Math.floor(10 ** (random() * 6))]);
  return { ...profile, ...Object.fromEntries(counts) };
}

test('deciding what the rules tell apart, with the amounts beside it, is deciding the profile itself', () => {
  const decideMany = decider(book);
  for (let index = 0; index < 300; index += 1) {
    const profile = anyProfile();
    expect(decideMany(profile), JSON.stringify(profile)).toEqual(decide(profile, book));
  }
});

test('a row is as certain as the advisor says of the same answers', () => {
  const found = new Set<string>();
  for (let index = 0; index < 300; index += 1) {
    const profile = anyProfile();
    const { certainty } = decide(profile, book);
    found.add(certainty);
    expect(certainty, JSON.stringify(profile)).toBe(certaintyOf(profile, [], book));
  }
  expect(found.size).toBeGreaterThan(1);
});

test('rows that differ only in amounts of the same kind are one', () => {
  const reduce = canonicaliser(book);
  const keyOf = (volume: number): string => reduce({ latency: 'nightly', volume_per_day: volume }).key;
  expect(keyOf(123_457)).toBe(keyOf(123_458));
  expect(keyOf(10)).not.toBe(keyOf(9_000_000));
  const keys = new Set(Array.from({ length: 5_000 }, (_, index) => keyOf(index * 97)));
  expect(keys.size).toBeLessThan(20);
});
