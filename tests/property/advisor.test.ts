import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findConflicts } from '#advisor/conflicts.ts';
import { domainOf } from '#advisor/domain.ts';
import { explain } from '#advisor/explain.ts';
import { nextQuestion } from '#advisor/next-question.ts';
import { decidingFields, type Field, type Profile } from '#advisor/profile.ts';
import { recommend } from '#advisor/recommend.ts';
import { middlewareVerdicts } from '#advisor/rule-book.ts';
import { isSettled, settle } from '#advisor/settle.ts';
import { whatWouldChange } from '#advisor/variations.ts';
import { fromFragment, toFragment } from '#questionnaire/address.ts';
import { profiles } from '#tests/support/profiles.ts';
import { book } from '#tests/support/rule-book.ts';

const RUNS = Number(process.env.PROPERTY_RUNS ?? 2000);
const holdsFor = (property: (profile: Profile) => void) =>
  fc.assert(fc.property(profiles, property), { numRuns: RUNS });

const bulk = ['dmf', 'analytics-export'];
const synchronous = ['odata', 'custom-service', 'virtual-entities', 'dual-write'];

describe('a recommendation', () => {
  test('exists for every profile, with a reason in words', () => {
    holdsFor((profile) => {
      const recommendation = recommend(profile, book);
      expect(recommendation.standings).toHaveLength(book.patterns.length);
      expect(explain(profile, recommendation, book).summary).toMatch(/\S.+\./);
    });
  });

  test('is the same each time', () => {
    holdsFor((profile) => {
      expect(recommend({ ...profile }, book)).toEqual(recommend(profile, book));
    });
  });

  test('never names a pattern that a limit excludes', () => {
    holdsFor((profile) => {
      expect(recommend(profile, book).standings[0]?.excludedBy).toEqual([]);
    });
  });

  test('cites a source for every limit and every piece of guidance', () => {
    const rules = [...book.rules, ...book.verdicts, ...book.kinds, ...book.conflicts, ...book.notes];
    const unsourced = rules.filter(({ evidence, sources }) => evidence !== 'judgement' && sources.length === 0);
    expect(unsourced.map(({ id }) => id)).toEqual([]);
    for (const { sources } of rules) for (const id of sources) expect(book.sources).toHaveProperty(id);
  });

  test('does not go from bulk to synchronous when volume grows', () => {
    fc.assert(
      fc.property(
        profiles,
        fc.constantFrom('volume_per_day', 'peak_batch_records'),
        fc.nat(2e6),
        fc.nat(2e6),
        (profile, field, a, b) => {
          const [less, more] = [Math.min(a, b), Math.max(a, b)];
          const before = recommend({ ...profile, [field]: less }, book).primary;
          const after = recommend({ ...profile, [field]: more }, book).primary;
          if (bulk.includes(before)) expect(synchronous).not.toContain(after);
        },
      ),
      { numRuns: RUNS },
    );
  });

  test('does not turn synchronous when there is more time', () => {
    const order = ['realtime', 'near-realtime', 'hourly', 'nightly'] as const;
    fc.assert(
      fc.property(profiles, fc.nat(2), (profile, place) => {
        const before = recommend({ ...profile, latency: order[place] }, book).primary;
        const after = recommend({ ...profile, latency: order[place + 1] }, book).primary;
        if (bulk.includes(before)) expect(synchronous).not.toContain(after);
      }),
      { numRuns: RUNS },
    );
  });

  test('does not ask for less middleware when there are more systems', () => {
    fc.assert(
      fc.property(profiles, fc.nat(40), fc.nat(40), (profile, a, b) => {
        const strength = (systems: number) => {
          const { middleware } = recommend({ ...profile, systems }, book);
          return middleware === 'avoid' ? 1 : middlewareVerdicts.indexOf(middleware);
        };
        expect(strength(Math.max(a, b))).toBeGreaterThanOrEqual(strength(Math.min(a, b)));
      }),
      { numRuns: RUNS },
    );
  });
});

describe('what would change it', () => {
  test('names single answers that really lead to the pattern they promise, and to another than now', () => {
    fc.assert(
      fc.property(profiles, (profile) => {
        const now = recommend(profile, book).primary;
        for (const { field, value, primary } of whatWouldChange(profile, book)) {
          expect(primary).not.toBe(now);
          expect(recommend({ ...profile, [field]: value }, book).primary).toBe(primary);
        }
      }),
      { numRuns: Math.min(RUNS, 500) },
    );
  });

  test('tells of every pattern that a single other answer leads to', () => {
    fc.assert(
      fc.property(profiles, fc.constantFrom(...decidingFields), (profile, field) => {
        fc.pre(profile[field] !== undefined);
        const now = recommend(profile, book).primary;
        const told = new Set(
          whatWouldChange(profile, book)
            .filter((one) => one.field === field)
            .map(({ primary }) => primary),
        );
        for (const value of domainOf(book).get(field) ?? []) {
          const { primary } = recommend({ ...profile, [field]: value }, book);
          if (primary !== now) expect(told).toContain(primary);
        }
      }),
      { numRuns: Math.min(RUNS, 300) },
    );
  });
});

describe('a conflict', () => {
  test('is gone once one takes any of its ways out, and the promised pattern is what comes of it', () => {
    holdsFor((profile) => {
      for (const { rule, waysOut } of findConflicts(profile, book)) {
        for (const { field, value, primary } of waysOut) {
          const relaxed = { ...profile, [field]: value };
          expect(findConflicts(relaxed, book).map((conflict) => conflict.rule.id)).not.toContain(rule.id);
          expect(recommend(relaxed, book).primary).toBe(primary);
        }
      }
    });
  });
});

/** Every way of filling the open fields, "not known" included. */
function* completions(profile: Profile, open: readonly Field[]): Generator<Profile> {
  const [field, ...rest] = open;
  if (field === undefined) {
    yield profile;
    return;
  }
  yield* completions(profile, rest);
  for (const value of domainOf(book).get(field) ?? []) yield* completions({ ...profile, [field]: value }, rest);
}

const without = (profile: Profile, fields: readonly Field[]): Profile =>
  Object.fromEntries(Object.entries(profile).filter(([field]) => !fields.includes(field as Field))) as Profile;

describe('"no remaining answer can change this"', () => {
  test('agrees with trying them all', () => {
    const few = fc.subarray(decidingFields, { maxLength: 3 });
    fc.assert(
      fc.property(profiles, few, (drawn, open) => {
        const unsure = decidingFields.filter((field) => drawn[field] === undefined && !open.includes(field));
        const profile = without(drawn, open);
        const now = recommend(profile, book);
        const outcomes = [...completions(profile, open)].map((full) => recommend(full, book));
        const primary = outcomes.every((other) => other.primary === now.primary);
        const middleware = primary && outcomes.every((other) => other.middleware === now.middleware);
        expect(settle(profile, unsure, book)).toEqual({ primary, middleware });
      }),
      { numRuns: Math.min(RUNS, 400) },
    );
  });

  test('comes at the latest when every question has been asked', () => {
    fc.assert(
      fc.property(profiles, (answers) => {
        let profile: Profile = {};
        const unsure: Field[] = [];
        for (let asked = 0; asked <= book.questions.length; asked += 1) {
          const question = nextQuestion(profile, unsure, book);
          if (!question) break;
          const value = answers[question.field];
          if (value === undefined) unsure.push(question.field);
          else profile = { ...profile, [question.field]: value };
        }
        expect(isSettled(profile, unsure, book)).toBe(true);
        expect(recommend(profile, book).primary).toBe(recommend(answers, book).primary);
        expect(recommend(profile, book).middleware).toBe(recommend(answers, book).middleware);
      }),
      { numRuns: 60 },
    );
  });
});

test('a link gives back the very answers it was made from', () => {
  holdsFor((profile) => {
    const unsure = decidingFields.filter((field) => profile[field] === undefined).slice(0, 4);
    const fragment = toFragment({ answers: { profile, unsure }, place: 'review' }, book.version);
    expect(fragment.length).toBeLessThan(500);
    expect(fromFragment(fragment)).toMatchObject({
      kind: 'read',
      position: { answers: { profile, unsure }, place: 'review' },
      rulesVersion: book.version,
      faults: [],
      unknown: [],
    });
  });
});

test('reading a link never throws, whatever it holds', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 3000 }), (text) => void fromFragment(text)),
    { numRuns: RUNS },
  );
});
