import { describe, expect, test } from 'vitest';
import type { Profile } from '#core/advisor/profile.ts';
import { recommend } from '#core/advisor/recommend.ts';
import type { CriterionId, KindRule, NoteRule, PatternId, PatternRule } from '#core/advisor/rule-book.ts';
import { against, exclude, favour, groundsOf, type OwnRules, ownBook, verdict } from '#tests/support/own-rules.ts';

/* How a book weighs, by small books; what the project's own book recommends is in `recommend.test.ts`. */

const create = { operation: 'create' } as const;
const large = { payload: 'large' } as const;

const weighed = (own: OwnRules, given: Profile = create) => recommend(given, ownBook(own));

/** Criteria of which some weigh more than 1. */
const weighing = (weights: Partial<Record<CriterionId, number>>) =>
  ownBook({}).criteria.map((criterion) => ({ ...criterion, weight: weights[criterion.id] ?? 1 }));

describe('the points of a pattern', () => {
  const standing = (rules: readonly PatternRule[], weights: Partial<Record<CriterionId, number>> = {}) => {
    const [first] = weighed({ patterns: ['odata'], rules, criteria: weighing(weights) }).standings;
    return first;
  };

  test('are those of the strongest statement for it and against it under each criterion, by its weight', () => {
    const found = standing(
      [
        favour('odata', 'task', 2, create),
        favour('odata', 'load', 1, create),
        favour('odata', 'load', 3, create),
        against('odata', 'load', 1, create),
        against('odata', 'form', 2, create),
        favour('odata', 'ends', 9, large),
        favour('dmf', 'ends', 9, create),
      ],
      { load: 2, form: 3 },
    );
    // 1 × 2, 2 × (3 - 1), 3 × (0 - 2)
    expect(found?.criteria.map(({ criterion, points }) => [criterion, points])).toEqual([
      ['task', 2],
      ['load', 4],
      ['form', -6],
    ]);
    expect(found?.score).toBe(0);
  });

  test('name the statements that count, the weightiest first, whatever their criterion', () => {
    const rules = [
      favour('odata', 'task', 2, create),
      favour('odata', 'load', 1, create),
      favour('odata', 'form', 3, create),
      against('odata', 'timing', 1, create),
      against('odata', 'ends', 2, create),
    ];
    const found = standing(rules, { load: 4 });
    expect(found?.favouredBy).toEqual([rules[1], rules[2], rules[0]]);
    expect(found?.heldAgainst).toEqual([rules[4], rules[3]]);
  });

  test('take the first of two statements that are equally strong', () => {
    const rules = [favour('odata', 'task', 2, create), favour('odata', 'task', 2, [create, large])];
    expect(standing(rules)?.favouredBy).toEqual([rules[0]]);
    expect(standing(rules.toReversed())?.favouredBy).toEqual([rules[1]]);
  });

  test('say that the task is one for it only where a statement under that criterion does', () => {
    expect(standing([favour('odata', 'load', 2, create)])?.fitsTask).toBe(false);
    expect(standing([against('odata', 'task', 2, create)])?.fitsTask).toBe(false);
    expect(standing([favour('odata', 'task', 2, create), against('odata', 'task', 3, create)])?.fitsTask).toBe(true);
  });
});

describe('patterns stand', () => {
  const patterns: PatternId[] = ['odata', 'dmf', 'custom-service', 'outbound-call'];

  test('by what can be recommended, then by points, then in the order of the book', () => {
    const rules = [
      favour('odata', 'task', 9, create),
      exclude('odata', create),
      favour('dmf', 'task', 1, create),
      favour('custom-service', 'load', 5, create),
      favour('outbound-call', 'task', 1, create),
    ];
    const { standings, primary } = weighed({ patterns, rules });
    expect(standings.map(({ pattern }) => pattern)).toEqual(['dmf', 'outbound-call', 'custom-service', 'odata']);
    expect(primary).toBe('dmf');
  });

  test('with none recommended where the first cannot be', () => {
    expect(weighed({ patterns, rules: [favour('odata', 'load', 5, create)] }).primary).toBeUndefined();
    const excluded = [favour('odata', 'task', 5, create), exclude('odata', create)];
    expect(weighed({ patterns: ['odata'], rules: excluded }).primary).toBeUndefined();
  });
});

describe('the runner-up', () => {
  const margin = (...rules: PatternRule[]) => weighed({ rules: [favour('odata', 'task', 5, create), ...rules] }).margin;

  test.each<[string, 'close' | 'clear', PatternRule[]]>([
    ['two points behind', 'close', [favour('dmf', 'task', 3, create)]],
    ['three points behind', 'clear', [favour('dmf', 'task', 2, create)]],
    ['level, but not made for the task', 'clear', [favour('dmf', 'load', 5, create)]],
    ['level, but excluded', 'clear', [favour('dmf', 'task', 5, create), exclude('dmf', create)]],
  ])('%s is %s', (_story, expected, rules) => {
    expect(margin(...rules)).toBe(expected);
  });
});

describe('the verdict on middleware', () => {
  const asked = [
    verdict('advised', create),
    verdict('avoid', create),
    verdict('required', create),
    verdict('required', [create, large]),
  ];

  test('is the strongest that is asked for, with all that ask for it', () => {
    expect(weighed({ verdicts: asked })).toMatchObject({ middleware: 'required', middlewareBecause: asked.slice(2) });
    expect(weighed({ verdicts: asked.slice(0, 2) })).toMatchObject({
      middleware: 'avoid',
      middlewareBecause: [asked[1]],
    });
    expect(weighed({ verdicts: asked.slice(0, 1) })).toMatchObject({
      middleware: 'advised',
      middlewareBecause: [asked[0]],
    });
    expect(weighed({ verdicts: [verdict('required', large)] })).toMatchObject({
      middleware: 'optional',
      middlewareBecause: [],
    });
  });

  test('may hang on the pattern that is recommended', () => {
    const own = { rules: [favour('odata', 'task', 1, create)], verdicts: [verdict('avoid', { primary: 'odata' })] };
    expect(weighed(own).middleware).toBe('avoid');
    expect(weighed(own, {}).middleware).toBe('optional');
  });

  test('names the kinds of hub that fit where one is advised or required, in the order of preference', () => {
    const kind = (id: KindRule['kind'], when: Parameters<typeof groundsOf>[0]): KindRule => ({
      ...groundsOf(when, [], id),
      kind: id,
      name: id,
    });
    const rules = [favour('odata', 'task', 1, create)];
    const kinds = [
      kind('data-factory', { primary: 'odata' }),
      kind('api-management', large),
      kind('logic-apps', create),
    ];
    const named = (verdicts: OwnRules['verdicts'] = []) =>
      weighed({ rules, kinds, verdicts }).middlewareKinds.map(({ id }) => id);
    expect(named([verdict('advised', create)])).toEqual(['data-factory', 'logic-apps']);
    expect(named([verdict('required', create)])).toEqual(['data-factory', 'logic-apps']);
    expect(named([verdict('avoid', create)])).toEqual([]);
    expect(named()).toEqual([]);
  });
});

test('notes are those that apply to the answers and the pattern', () => {
  const note = (id: string, when: Parameters<typeof groundsOf>[0]): NoteRule => ({
    ...groundsOf(when, [], id),
    title: id,
    link: undefined,
  });
  const notes = [note('any', create), note('calls', { primary: 'odata' }), note('files', { primary: 'dmf' })];
  const rules = [favour('odata', 'task', 1, create)];
  expect(weighed({ rules, notes }).notes.map(({ id }) => id)).toEqual(['any', 'calls']);
});

describe('behind a hub that is the pattern itself', () => {
  const patterns: PatternId[] = ['odata', 'business-events', 'dual-write', 'middleware'];
  const hub = favour('middleware', 'task', 9, create);
  const ways = (direction: Profile['direction'], ...more: PatternRule[]) => {
    const { wayIn, wayOut } = weighed({ patterns, rules: [hub, ...more] }, { ...create, direction });
    return [wayIn, wayOut];
  };

  test('the way goes in, out, or both, as the data does', () => {
    expect(ways('inbound')).toEqual(['odata', undefined]);
    expect(ways('outbound')).toEqual([undefined, 'odata']);
    expect(ways('bidirectional')).toEqual(['odata', 'odata']);
    expect(ways(undefined)).toEqual(['odata', undefined]);
  });

  test('the way is the best that leads there and is not excluded', () => {
    const events = favour('business-events', 'task', 2, create);
    expect(ways('bidirectional', events)).toEqual(['odata', 'business-events']);
    expect(ways('bidirectional', events, exclude('odata', create))).toEqual([undefined, 'business-events']);
    expect(ways('bidirectional', favour('dual-write', 'task', 5, create))).toEqual(['odata', 'odata']);
  });

  test('there is none where something else is the pattern', () => {
    const { wayIn, wayOut } = weighed(
      { patterns, rules: [favour('odata', 'task', 1, create)] },
      { ...create, direction: 'bidirectional' },
    );
    expect([wayIn, wayOut]).toEqual([undefined, undefined]);
  });
});
