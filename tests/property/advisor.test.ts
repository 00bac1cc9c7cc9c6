import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromFragment, toFragment } from '#apps/questionnaire/address.ts';
import { capacityOf } from '#core/advisor/capacity.ts';
import { certaintyOf } from '#core/advisor/certainty.ts';
import { applies } from '#core/advisor/condition.ts';
import { conflictsIn, findConflicts, type WayOut } from '#core/advisor/conflicts.ts';
import { contradictionsBy, contradictionsIn, impliedAnswers, withImplied } from '#core/advisor/contradictions.ts';
import { domainOf } from '#core/advisor/domain.ts';
import { explain } from '#core/advisor/explain.ts';
import { type Exception, type Hinge, type Hinges, whatItHingesOn } from '#core/advisor/hinges.ts';
import { nextQuestion } from '#core/advisor/next-question.ts';
import { decidingFields, type Field, type Profile } from '#core/advisor/profile.ts';
import { canBeRecommended, recommend } from '#core/advisor/recommend.ts';
import { middlewareVerdicts } from '#core/advisor/rule-book.ts';
import { isSettled, settle } from '#core/advisor/settle.ts';
import { type Variation, whatWouldChange } from '#core/advisor/variations.ts';
import { changeText, outcomeText } from '#core/advisor/wording.ts';
import { profiles } from '#tests/support/profiles.ts';
import { book } from '#tests/support/rule-book.ts';

const RUNS = Number(process.env.PROPERTY_RUNS ?? 500);

// The same profiles in every run of `npm test`, so that a rule that breaks a property fails whoever changed it;
// `npm run properties` draws new ones and says by which seed.
fc.configureGlobal({ seed: Number(process.env.PROPERTY_SEED ?? 20261127) });

const holdsFor = (property: (profile: Profile) => void) =>
  fc.assert(fc.property(profiles, property), { numRuns: RUNS });

const bulk = ['dmf', 'analytics-export'];
const synchronous = ['odata', 'custom-service', 'virtual-entities', 'dual-write'];

describe('a recommendation', () => {
  test('exists for every profile, with a reason in words', () => {
    holdsFor((profile) => {
      const recommendation = recommend(profile, book);
      expect(recommendation.standings).toHaveLength(book.patterns.length);
      expect(explain(profile, recommendation, 'provisional', book).summary).toMatch(/\S.+\./);
    });
  });

  test('is the same each time', () => {
    holdsFor((profile) => {
      expect(recommend({ ...profile }, book)).toEqual(recommend(profile, book));
    });
  });

  test('never names a pattern that is excluded, or that the task does not ask for', () => {
    holdsFor((profile) => {
      const { primary, standings } = recommend(profile, book);
      const standing = standings.find(({ pattern }) => pattern === primary);
      if (primary) expect(standing).toMatchObject({ excludedBy: [], fitsTask: true });
      else expect(standings.filter(canBeRecommended)).toEqual([]);
    });
  });

  test('asks each criterion once: the score is the strongest statement for and against, under each', () => {
    holdsFor((profile) => {
      for (const { pattern, score } of recommend(profile, book).standings) {
        const fired = book.rules.filter((rule) => rule.pattern === pattern && applies(rule, profile));
        const strongest = (criterion: string, effect: string): number =>
          Math.max(
            0,
            ...fired
              .filter((rule) => rule.criterion === criterion && rule.effect === effect)
              .map(({ weight = 0 }) => weight),
          );
        const sum = book.criteria.reduce(
          (total, { id, weight }) => total + weight * (strongest(id, 'favour') - strongest(id, 'against')),
          0,
        );
        expect(score).toBe(sum);
      }
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
          if (before && bulk.includes(before)) expect(synchronous).not.toContain(after);
        },
      ),
      { numRuns: RUNS },
    );
  });

  test('does not turn synchronous when there is more time', () => {
    const order = ['realtime', 'near-realtime', 'hourly', 'nightly'] as const;
    fc.assert(
      fc.property(profiles, fc.nat(2), (profile, index) => {
        const before = recommend({ ...profile, latency: order[index] }, book).primary;
        const after = recommend({ ...profile, latency: order[index + 1] }, book).primary;
        const waits = [...bulk, 'business-events'];
        if (before && after !== before && waits.includes(before)) expect(synchronous).not.toContain(after);
      }),
      { numRuns: RUNS },
    );
  });

  test('does not move when somebody says what followed from the other answers already', () => {
    holdsFor((profile) => {
      const implied = impliedAnswers(profile, [], book);
      if (Object.keys(implied).length === 0) return;
      const before = recommend(withImplied(profile, [], book), book);
      const said = withImplied({ ...profile, ...implied }, [], book);
      const { primary, middleware } = recommend(said, book);
      expect({ primary, middleware }).toEqual({ primary: before.primary, middleware: before.middleware });
      expect(certaintyOf({ ...profile, ...implied }, [], book)).toBe(certaintyOf(profile, [], book));
    });
  });

  test('does not ask for less middleware when there is more volume', () => {
    fc.assert(
      fc.property(
        profiles,
        fc.constantFrom('volume_per_day', 'peak_batch_records'),
        fc.nat(9e6),
        fc.nat(9e6),
        (profile, field, a, b) => {
          const strength = (amount: number) => {
            const { middleware } = recommend({ ...profile, [field]: amount }, book);
            return middlewareVerdicts.indexOf(middleware);
          };
          expect(strength(Math.max(a, b))).toBeGreaterThanOrEqual(strength(Math.min(a, b)));
        },
      ),
      { numRuns: RUNS },
    );
  });

  test('does not ask for less middleware when there are more systems', () => {
    fc.assert(
      fc.property(profiles, fc.nat(40), fc.nat(40), (profile, a, b) => {
        const strength = (systems: number) => {
          const { middleware } = recommend({ ...profile, systems }, book);
          return middlewareVerdicts.indexOf(middleware);
        };
        expect(strength(Math.max(a, b))).toBeGreaterThanOrEqual(strength(Math.min(a, b)));
      }),
      { numRuns: RUNS },
    );
  });
});

const without = (profile: Profile, fields: readonly Field[]): Profile =>
  Object.fromEntries(Object.entries(profile).filter(([field]) => !fields.includes(field as Field))) as Profile;

/** Profiles in which every deciding question has an answer. */
const wholeProfiles = profiles.map(
  (drawn): Profile =>
    Object.fromEntries(
      decidingFields.map((field) => [field, drawn[field] ?? domainOf(book).get(field)?.[0]]),
    ) as Profile,
);

describe('certainty', () => {
  /** A way of answering what is open, without contradicting itself; some of it may stay open. */
  function completed(profile: Profile, picks: Iterator<number>): Profile {
    const full: Profile = { ...profile };
    for (const field of decidingFields.filter((one) => profile[one] === undefined)) {
      const values = (domainOf(book).get(field) ?? []).filter(
        (value) => contradictionsBy({ [field]: value }, full, book).length === 0,
      );
      const value = values[picks.next().value % (values.length + 1)];
      if (value !== undefined) Object.assign(full, { [field]: value });
    }
    return full;
  }

  test('is proved: no completion of what is blank or unsure changes what is called certain', () => {
    const open = fc.subarray(decidingFields, { maxLength: 8 });
    fc.assert(
      fc.property(wholeProfiles, open, fc.infiniteStream(fc.nat(99)), (whole, left, picks) => {
        const given = without(whole, left);
        const unsure = left.filter((_, index) => index % 2 === 0);
        if (certaintyOf(given, unsure, book) !== 'certain') return;
        const { primary, middleware } = recommend(withImplied(given, unsure, book), book);
        for (let tries = 0; tries < 10; tries += 1) {
          const full = completed(given, picks);
          if (contradictionsIn(full, book).length > 0) continue;
          expect(recommend(withImplied(full, [], book), book)).toMatchObject({ primary, middleware });
        }
      }),
      { numRuns: RUNS },
    );
  });

  test('"not sure" is open for ever: it is never more certain than a blank', () => {
    fc.assert(
      fc.property(wholeProfiles, fc.subarray(decidingFields, { maxLength: 8 }), (whole, left) => {
        const given = without(whole, left);
        if (certaintyOf(given, left, book) === 'certain') expect(certaintyOf(given, [], book)).toBe('certain');
      }),
      { numRuns: RUNS },
    );
  });

  test('is never claimed above a published figure, nor where requirements clash', () => {
    holdsFor((profile) => {
      if (certaintyOf(profile, [], book) !== 'certain') return;
      const known = withImplied(profile, [], book);
      const recommendation = recommend(known, book);
      const over = capacityOf(known, recommendation, book).filter(
        ({ rule, status }) => rule.pattern === recommendation.primary && status === 'over',
      );
      expect(over.map(({ rule }) => rule.id)).toEqual([]);
      expect(findConflicts(profile, [], book)).toEqual([]);
    });
  });

  test('goes with a reason under task, unless it is undecided', () => {
    holdsFor((profile) => {
      if (certaintyOf(profile, [], book) === 'undecided') return;
      const { standings } = recommend(withImplied(profile, [], book), book);
      const task = standings[0]?.criteria.find(({ criterion }) => criterion === 'task');
      expect(task?.favouredBy).toBeDefined();
    });
  });

  test('a load above a published figure of the pattern is a conflict, whatever else is known', () => {
    holdsFor((profile) => {
      const known = withImplied(profile, [], book);
      const recommendation = recommend(known, book);
      const over = capacityOf(known, recommendation, book).filter(
        ({ rule, status }) => rule.pattern === recommendation.primary && status === 'over',
      );
      if (over.length > 0) expect(findConflicts(profile, [], book)).not.toEqual([]);
    });
  });
});

describe('what would change it', () => {
  const outcome = (profile: Profile) => recommend(withImplied(profile, [], book), book);
  const applied = (profile: Profile, changes: Variation['changes']): Profile => ({
    ...profile,
    ...Object.fromEntries(changes.map(({ field, value }) => [field, value])),
  });

  test.each(['primary', 'middleware'] as const)('names answers that lead to the %s they promise', (what) => {
    fc.assert(
      fc.property(profiles, (profile) => {
        for (const variation of whatWouldChange(profile, [], book)[what]) {
          const then = outcome(applied(profile, variation.changes));
          expect(then[what]).not.toBe(outcome(profile)[what]);
          expect(then).toMatchObject({ primary: variation.primary, middleware: variation.middleware });
        }
      }),
      { numRuns: Math.min(RUNS, 300) },
    );
  });

  const clashes = (profile: Profile): number =>
    conflictsIn(withImplied(profile, [], book), outcome(profile), book).length;

  /** What a change makes true of a pattern that was not, worked out from the rules as they stand. */
  function reasons(before: Profile, after: Profile) {
    const now = outcome(before).primary;
    const [was, is] = [before, after].map((profile) => withImplied(profile, [], book)) as [Profile, Profile];
    const to = outcome(after).primary;
    const changed = (effects: string[], pattern: string | undefined, from: Profile, into: Profile) =>
      book.rules.filter(
        (rule) =>
          rule.pattern === pattern && effects.includes(rule.effect) && applies(rule, into) && !applies(rule, from),
      );
    const strengthBefore = (criterion: string): number =>
      Math.max(
        0,
        ...book.rules
          .filter((rule) => rule.pattern === to && rule.criterion === criterion && rule.effect === 'against')
          .filter((rule) => applies(rule, was))
          .map(({ weight = 0 }) => weight),
      );
    return {
      forNew: [...changed(['favour'], to, was, is), ...changed(['against', 'exclude'], to, is, was)].length > 0,
      againstOld: [...changed(['against', 'exclude'], now, was, is), ...changed(['favour'], now, is, was)].length > 0,
      againstNew: changed(['against'], to, was, is).some(
        ({ criterion, weight = 0 }) => weight >= strengthBefore(criterion),
      ),
    };
  }

  test('names no change without a reason, none that speaks against what it leads to, none twice', () => {
    fc.assert(
      fc.property(profiles, (profile) => {
        const { primary, middleware } = whatWouldChange(profile, [], book);
        const all = [...primary, ...middleware];
        for (const variation of all) {
          const then = applied(profile, variation.changes);
          expect(clashes(then)).toBeLessThanOrEqual(clashes(profile));
          if (outcome(then).primary === outcome(profile).primary) continue;
          const { forNew, againstOld, againstNew } = reasons(profile, then);
          expect(againstNew).toBe(false);
          expect(againstOld || (variation.primary !== undefined && forNew)).toBe(true);
        }
        const texts = all.map(
          (one) =>
            one.changes.map((change) => `${change.field} ${changeText(change, book)}`).join() + outcomeText(one, book),
        );
        expect(new Set(texts).size).toBe(texts.length);
      }),
      { numRuns: Math.min(RUNS / 2, 5000) },
    );
  });

  test('tells of every pattern that a single other answer leads to with a reason, and of pairs only where none does', () => {
    fc.assert(
      fc.property(profiles, (profile) => {
        const now = outcome(profile).primary;
        const told = whatWouldChange(profile, [], book).primary;
        const singles = decidingFields
          .filter((field) => profile[field] !== undefined)
          .flatMap((field) =>
            (domainOf(book).get(field) ?? [])
              .filter((value) => contradictionsBy({ [field]: value }, profile, book).length === 0)
              .map((value): Profile => ({ ...profile, [field]: value }))
              .map((changed) => ({ field, changed, primary: outcome(changed).primary }))
              .filter(({ primary }) => primary !== now)
              .filter(({ changed, primary }) => {
                const { forNew, againstOld, againstNew } = reasons(profile, changed);
                const isReason = !againstNew && (againstOld || (primary !== undefined && forNew));
                return isReason && clashes(changed) <= clashes(profile);
              }),
          );
        for (const { field, primary } of singles) {
          expect(told.some((one) => one.changes[0].field === field && one.primary === primary)).toBe(true);
        }
        if (singles.length > 0) expect(told.every(({ changes }) => changes.length === 1)).toBe(true);
        else expect(told.every(({ changes }) => changes.length === 2)).toBe(true);
      }),
      { numRuns: Math.min(RUNS, 200) },
    );
  });
});

describe('what it hinges on', () => {
  const meets = ({ when }: Exception<string>, profile: Profile): boolean =>
    when.every(({ field, values }) => {
      const value = profile[field];
      return values.some((one) => (Array.isArray(one) ? String(one) === String(value) : one === value));
    });

  /** What a statement says about a whole profile. */
  const told = ({ usually, unless }: Hinge<string>, profile: Profile): string[] => {
    const met = unless.filter((one) => meets(one, profile)).map(({ outcome }) => outcome);
    return met.length > 0 ? [...new Set(met)] : [usually];
  };

  test('is true of every way of answering what is open', () => {
    const few = fc.subarray(decidingFields, { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(wholeProfiles, few, (whole, open) => {
        const profile = without(whole, open);
        const hinges = whatItHingesOn(profile, book);
        fc.pre(hinges !== undefined && contradictionsIn(profile, book).length === 0);
        const full = [...completions(profile, open)]
          .filter((one) => open.every((field) => one[field] !== undefined))
          .filter((one) => contradictionsIn(one, book).length === 0);
        for (const one of full) {
          const { primary, middleware } = recommend(one, book);
          expect(told((hinges as Hinges).primary, one)).toEqual([primary ?? 'none']);
          expect(told((hinges as Hinges).middleware, one)).toEqual([middleware]);
        }
      }),
      { numRuns: Math.min(RUNS, 150) },
    );
  });
});

describe('a conflict', () => {
  const gaveIn = (profile: Profile, { field, value, and }: WayOut): Profile => ({
    ...profile,
    [field]: value,
    ...(and && { [and.field]: and.value }),
  });

  test('is gone once one takes any of its ways out, and the promised pattern is what comes of it', () => {
    holdsFor((profile) => {
      for (const { rule, waysOut } of findConflicts(profile, [], book)) {
        for (const way of waysOut) {
          const relaxed = gaveIn(profile, way);
          expect(way.costs).toHaveLength(way.and ? 2 : 1);
          expect(findConflicts(relaxed, [], book).map((conflict) => conflict.rule.id)).not.toContain(rule.id);
          expect(recommend(withImplied(relaxed, [], book), book).primary).toBe(way.primary);
        }
      }
    });
  });
});

/** Every way of filling the open fields, "not known" included; ways that contradict themselves are left out below. */
function* completions(profile: Profile, open: readonly Field[]): Generator<Profile> {
  const [field, ...rest] = open;
  if (field === undefined) {
    yield profile;
    return;
  }
  yield* completions(profile, rest);
  for (const value of domainOf(book).get(field) ?? []) yield* completions({ ...profile, [field]: value }, rest);
}

describe('"no remaining answer can change this"', () => {
  test('agrees with trying them all', () => {
    const few = fc.subarray(decidingFields, { maxLength: 3 });
    fc.assert(
      fc.property(profiles, few, (drawn, open) => {
        const unsure = decidingFields.filter((field) => drawn[field] === undefined && !open.includes(field));
        const profile = without(drawn, open);
        const now = recommend(withImplied(profile, unsure, book), book);
        const outcomes = [...completions(profile, open)]
          .filter((full) => contradictionsBy(full, profile, book).length === 0)
          .map((full) => recommend(withImplied(full, unsure, book), book));
        const primary = outcomes.every((other) => other.primary === now.primary);
        const middleware = primary && outcomes.every((other) => other.middleware === now.middleware);
        expect(settle(profile, unsure, book)).toEqual({ primary, middleware });
      }),
      { numRuns: Math.min(RUNS, 400) },
    );
  });

  /** Answers questions from a profile, "not sure" where it has nothing to say, until none is left. */
  function walk(answers: Profile): { profile: Profile; unsure: Field[] } {
    let profile: Profile = {};
    const unsure: Field[] = [];
    for (let asked = 0; asked <= book.questions.length; asked += 1) {
      const question = nextQuestion(profile, unsure, book);
      if (!question) break;
      const value = answers[question.field];
      if (value === undefined) unsure.push(question.field);
      else profile = { ...profile, [question.field]: value };
    }
    return { profile, unsure };
  }

  test('comes at the latest when every question has been asked, with the answer that all of them give', () => {
    fc.assert(
      fc.property(profiles, (answers) => {
        const { profile, unsure } = walk(answers);
        expect(isSettled(profile, unsure, book)).toBe(true);
        const whole = withImplied(answers, unsure, book);
        fc.pre(contradictionsIn(whole, book).length === 0);
        const { primary, middleware } = recommend(whole, book);
        expect(recommend(withImplied(profile, unsure, book), book)).toMatchObject({ primary, middleware });
      }),
      { numRuns: Math.min(RUNS, 60) },
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
