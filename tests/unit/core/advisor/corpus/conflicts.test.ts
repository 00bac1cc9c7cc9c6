import { describe, expect, test } from 'vitest';
import { applies } from '#core/advisor/condition.ts';
import { conflictsIn, findConflicts } from '#core/advisor/conflicts.ts';
import { contradictionsIn, withImplied } from '#core/advisor/contradictions.ts';
import type { Profile } from '#core/advisor/profile.ts';
import { recommend } from '#core/advisor/recommend.ts';
import { readDecisions } from '#tests/support/decisions.ts';
import { generator, randomProfile, withClause } from '#tests/support/random-profiles.ts';
import { book } from '#tests/support/rule-book.ts';

/** Profiles to which a rule applies and that do not contradict themselves. */
function profilesFor(rule: (typeof book.notes)[number] | (typeof book.conflicts)[number], most: number): Profile[] {
  const random = generator(3);
  const found: Profile[] = [];
  for (let tries = 0; tries < 3000 && found.length < most; tries += 1) {
    const clause = rule.when[tries % rule.when.length] ?? [];
    const profile = withClause(randomProfile(book, random, 0.3), clause, book, random);
    const known = withImplied(profile, [], book);
    const { primary } = recommend(known, book);
    if (contradictionsIn(known, book).length > 0) continue;
    if (applies(rule, primary ? { ...known, primary } : known)) found.push(profile);
  }
  return found;
}

test('every note and every kind of middleware comes up for some profile', () => {
  const silent = [...book.notes, ...book.kinds].filter((rule) => profilesFor(rule as never, 1).length === 0);
  expect(silent.map(({ id }) => id)).toEqual([]);
});

/** Conflicts of which only the load, or only the delay, can give way. */
const oneWay = ['conflict-load-service', 'conflict-load-import', 'conflict-load-export', 'conflict-analytics-at-once'];

test('every conflict comes up, and offers two ways out where two requirements can give way', () => {
  for (const rule of book.conflicts) {
    const ways = profilesFor(rule, 40).map((profile) => {
      const conflict = findConflicts(profile, [], book).find((one) => one.rule.id === rule.id);
      expect(conflict, `${rule.id}: ${JSON.stringify(profile)}`).toBeDefined();
      return new Set(conflict?.waysOut.map(({ field }) => field)).size;
    });
    expect(Math.max(...ways), rule.id).toBeGreaterThanOrEqual(oneWay.includes(rule.id) ? 1 : 2);
  }
});

const idsOf = (profile: Profile) => {
  const known = withImplied(profile, [], book);
  return conflictsIn(known, recommend(known, book), book).map(({ id }) => id);
};

/** What becomes of the recorded profiles that are in conflict by each way out that they are offered. */
const tried = readDecisions().flatMap(({ profile }) =>
  findConflicts(profile, [], book).flatMap(({ rule, waysOut }) =>
    waysOut.map((way) => {
      const then: Profile = { ...profile, [way.field]: way.value, ...(way.and && { [way.and.field]: way.and.value }) };
      const { standings } = recommend(withImplied(then, [], book), book);
      return {
        profile,
        way,
        rule: rule.id,
        then,
        fields: [way.field, ...(way.and ? [way.and.field] : [])],
        before: idsOf(profile),
        left: idsOf(then),
        breaks: standings[0]?.heldAgainst.filter(({ criterion }) => criterion === 'promises') ?? [],
      };
    }),
  ),
);

describe('a way out', () => {
  test('gives up only what was asked for', () => {
    for (const { profile, fields } of tried) for (const field of fields) expect(profile).toHaveProperty(field);
  });

  test('that leaves no conflict leads to a pattern, which keeps every promise unless one was given up', () => {
    const clear = tried.filter(({ left }) => left.length === 0);
    expect(clear.length).toBeGreaterThan(100);
    for (const { way, fields, breaks } of clear) {
      expect(way.primary).toBeDefined();
      if (!fields.includes('guarantees')) expect(breaks.map(({ id }) => id)).toEqual([]);
    }
  });

  test('is told where another conflict is left to settle, or where a promise was what gave way', () => {
    const broken = tried.filter(({ breaks }) => breaks.length > 0);
    expect(broken.some(({ left }) => left.length > 0)).toBe(true);
    expect(broken.some(({ fields }) => fields.includes('guarantees'))).toBe(true);
  });

  test('brings neither a new contradiction nor a new conflict', () => {
    expect(tried.length).toBeGreaterThan(100);
    for (const { profile, then, rule, before, left } of tried) {
      expect(contradictionsIn(then, book)).toEqual(contradictionsIn(profile, book));
      expect(left).not.toContain(rule);
      expect(before).toEqual(expect.arrayContaining(left));
    }
  });
});
