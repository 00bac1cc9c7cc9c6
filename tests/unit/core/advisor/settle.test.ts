import { describe, expect, test } from 'vitest';
import { compile, roomOf } from '#core/advisor/compiled.ts';
import { withImplied } from '#core/advisor/contradictions.ts';
import type { Field, Profile } from '#core/advisor/profile.ts';
import { recommend } from '#core/advisor/recommend.ts';
import type { PatternRule } from '#core/advisor/rule-book.ts';
import { contendersIn, isSettled, settle } from '#core/advisor/settle.ts';
import { drawnBook, waysOf } from '#tests/support/drawn-books.ts';
import { against, contradiction, exclude, favour, type OwnRules, ownBook, verdict } from '#tests/support/own-rules.ts';
import { generator, pickOne } from '#tests/support/random-profiles.ts';

const create = { operation: 'create' } as const;
const large = { payload: 'large' } as const;

/** OData is two points ahead of nothing, data management one: what else is said decides. */
const odata = favour('odata', 'task', 2, create);
const dmf = favour('dmf', 'task', 1, create);

const settling = (given: Profile, own: OwnRules, unsure: readonly Field[] = []) => settle(given, unsure, ownBook(own));
const primaryIsSettled = (rules: readonly PatternRule[], own: OwnRules = {}, given: Profile = create) =>
  settling(given, { ...own, rules: [odata, dmf, ...rules] }).primary;

describe('the pattern can still change', () => {
  test.each<[string, PatternRule[], OwnRules?]>([
    ['where the runner-up may come to speak better', [favour('dmf', 'load', 2, large)]],
    ['where the leader may come to be spoken against', [against('odata', 'load', 2, large)]],
    [
      'where what speaks against the runner-up may fall away',
      [favour('dmf', 'load', 4, create), against('dmf', 'form', 4, create, large)],
    ],
    [
      'where what speaks for the leader may fall away',
      [favour('dmf', 'load', 3, create), favour('odata', 'form', 3, create, large)],
    ],
    ['where the leader may be excluded', [exclude('odata', large)]],
    [
      'where nothing that excludes the runner-up is certain',
      [favour('dmf', 'load', 5, large), exclude('dmf', { payload: 'small' })],
    ],
    [
      'where one of the ways to exclude the leader contradicts nothing',
      [
        exclude('odata', [
          { payload: 'large', copy: 'required' },
          { payload: 'large', copy: 'unwanted' },
        ]),
      ],
      { contradictions: [contradiction({ payload: 'large', copy: 'required' })] },
    ],
    [
      'where the runner-up, first in the book, may draw level',
      [favour('dmf', 'load', 1, large)],
      {
        patterns: ['dmf', 'odata'],
      },
    ],
    [
      'where the strongest statement may fire beside a weaker one that does',
      [favour('dmf', 'load', 1, create), favour('dmf', 'load', 2, large)],
    ],
    [
      'where two criteria together are enough',
      [favour('dmf', 'load', 1, large), favour('dmf', 'form', 1, { protocol: 'file' })],
    ],
    [
      'where the count that does it lies between two bounds',
      [favour('dmf', 'load', 2, { systems: { above: 3, below: 9 } })],
    ],
  ])('%s', (_story, rules, own) => {
    expect(primaryIsSettled(rules, own)).toBe(false);
  });

  test('where the task may turn out not to be one for the leader', () => {
    const unlessLarge = favour('odata', 'task', 2, create, large);
    expect(settling(create, { patterns: ['odata'], rules: [unlessLarge] }).primary).toBe(false);
    const besides = favour('odata', 'task', 1, { operation: ['create', 'read'] });
    expect(settling(create, { patterns: ['odata'], rules: [unlessLarge, besides] }).primary).toBe(true);
  });

  test('where nothing is recommended yet and something may be', () => {
    expect(settling({}, { rules: [odata] }).primary).toBe(false);
    expect(settling({ operation: 'read' }, { rules: [odata] })).toEqual({ primary: true, middleware: true });
  });

  test('where what is recommended is all that is known', () => {
    expect(settling({}, { rules: [favour('odata', 'task', 1, { latency: 'realtime' })] }, ['latency']).primary).toBe(
      true,
    );
  });
});

describe('the pattern can no longer change', () => {
  test.each<[string, PatternRule[], OwnRules?]>([
    ['where nothing else is said', []],
    ['where the runner-up, later in the book, can only draw level', [favour('dmf', 'load', 1, large)]],
    [
      'where another statement of the same criterion counts already',
      [favour('dmf', 'load', 1, create), favour('dmf', 'load', 1, large)],
    ],
    [
      'where a stronger statement of the same criterion fires whatever is answered',
      [
        favour('dmf', 'load', 1, create),
        against('dmf', 'form', 3, create),
        against('dmf', 'form', 2, large),
        favour('dmf', 'ownership', 3, large),
      ],
    ],
    [
      'where what may come to speak for the runner-up speaks for the leader as much',
      [favour('dmf', 'load', 2, large), favour('odata', 'load', 2, large)],
    ],
    ['where the runner-up is excluded whatever is answered', [favour('dmf', 'load', 9, large), exclude('dmf', create)]],
    [
      'where the runner-up is excluded by just what would help it',
      [favour('dmf', 'load', 9, large), exclude('dmf', large)],
    ],
    [
      'where only answers that contradict each other would help the runner-up',
      [favour('dmf', 'load', 9, { payload: 'large', copy: 'required' })],
      { contradictions: [contradiction({ payload: 'large', copy: 'required' })] },
    ],
    [
      'where only answers that contradict each other would exclude the leader',
      [exclude('odata', { payload: 'large', copy: 'required' })],
      { contradictions: [contradiction({ payload: 'large', copy: 'required' })] },
    ],
    [
      'where the pattern that may come to speak better is not made for the task',
      [favour('outbound-call', 'load', 9, large)],
      { patterns: ['odata', 'dmf', 'outbound-call'] },
    ],
    [
      'where an answer helps a pattern that needs another answer to the same question for its task',
      [favour('outbound-call', 'task', 1, { payload: 'small' }), favour('outbound-call', 'load', 9, large)],
      { patterns: ['odata', 'dmf', 'outbound-call'] },
    ],
  ])('%s', (_story, rules, own) => {
    expect(primaryIsSettled(rules, own)).toBe(true);
  });

  test('by a question that is not asked any more, since the answer was "not sure"', () => {
    const rules = [odata, dmf, favour('dmf', 'load', 2, large)];
    expect(settling(create, { rules }, ['payload'])).toEqual({ primary: true, middleware: true });
  });

  describe('where it would take an answer that another one, given later, rules out', () => {
    /** A copy leaves only the night, though none of these says so alone. */
    const copyByNight = ['realtime', 'near-realtime', 'hourly'].map((latency) =>
      contradiction({ latency, copy: 'required' }),
    );
    const never = { latency: ['hourly', 'realtime'], copy: 'required' };

    test.each<[string, OwnRules]>([
      ['the runner-up ahead', { rules: [odata, dmf, favour('dmf', 'load', 9, never)] }],
      ['the leader excluded', { rules: [odata, dmf, exclude('odata', never)] }],
      ['the task none for the leader', { rules: [favour('odata', 'task', 2, create, never)] }],
      ['a hub required', { rules: [odata], verdicts: [verdict('required', never)] }],
    ])('%s', (_story, own) => {
      expect(settling(create, own)).not.toEqual({ primary: true, middleware: true });
      expect(settling(create, { ...own, contradictions: copyByNight })).toEqual({ primary: true, middleware: true });
    });

    test('a task for anything at all', () => {
      const rules = [favour('odata', 'task', 2, never)];
      expect(settling({}, { rules }).primary).toBe(false);
      expect(settling({}, { rules, contradictions: copyByNight }).primary).toBe(true);
    });
  });

  test('where of two statements that exclude the runner-up one holds in any case, beside one that never does', () => {
    const rules = [
      favour('dmf', 'load', 9, create),
      exclude('dmf', { operation: 'read' }),
      exclude('dmf', create, { copy: 'required' }),
      exclude('dmf', { copy: 'required' }),
    ];
    expect(primaryIsSettled(rules)).toBe(true);
    expect(primaryIsSettled(rules.slice(0, 3))).toBe(false);
  });

  test('where the task of the leader could only be missed by answers that contradict each other', () => {
    const rules = [favour('odata', 'task', 2, create, { payload: 'large', copy: 'required' })];
    const contradictions = [contradiction({ payload: 'large', copy: 'required' })];
    expect(settling(create, { rules }).primary).toBe(false);
    expect(settling(create, { rules, contradictions }).primary).toBe(true);
  });
});

describe('the verdict on middleware', () => {
  const many = { systems: { from: 5 } };
  const isSettledBy = (given: Profile, verdicts: OwnRules['verdicts'], own: OwnRules = {}) =>
    settling({ ...create, ...given }, { rules: [odata, dmf], ...own, verdicts: verdicts ?? [] });

  test.each<[string, Profile, OwnRules['verdicts']]>([
    ['a stronger one may be asked for', {}, [verdict('required', many)]],
    [
      'required may be asked for where a hub is to be avoided',
      {},
      [verdict('avoid', create), verdict('required', many)],
    ],
    ['avoiding it may be asked for where it is advised', {}, [verdict('advised', create), verdict('avoid', many)]],
    ['what asks for it may fall away', { systems: 5 }, [verdict('advised', many, large)]],
  ])('can still change where %s', (_story, given, verdicts) => {
    expect(isSettledBy(given, verdicts)).toEqual({ primary: true, middleware: false });
  });

  test.each<[string, Profile, OwnRules['verdicts'], OwnRules?]>([
    ['the question is answered', { systems: 4 }, [verdict('required', many)]],
    ['it is required already', { systems: 5 }, [verdict('required', many), verdict('avoid', large)]],
    [
      'it is required, and a statement behind that one asks for less',
      {},
      [verdict('required', create), verdict('avoid', create)],
    ],
    ['only a weaker one may be asked for', {}, [verdict('avoid', create), verdict('advised', large)]],
    ['the same may be asked for once more', {}, [verdict('avoid', create), verdict('avoid', large)]],
    ['it hangs on a pattern that cannot be recommended any more', {}, [verdict('required', { primary: 'dmf' })]],
    [
      'it hangs on the pattern that is recommended',
      {},
      [verdict('required', { primary: 'odata' }), verdict('avoid', large)],
    ],
    [
      'only answers that contradict each other would ask for it',
      {},
      [verdict('required', { payload: 'large', copy: 'required' })],
      { contradictions: [contradiction({ payload: 'large', copy: 'required' })] },
    ],
  ])('can no longer change where %s', (_story, given, verdicts, own) => {
    expect(isSettledBy(given, verdicts, own)).toEqual({ primary: true, middleware: true });
  });

  test('is never settled before the pattern is, even where no rule asks for any', () => {
    const rules = [odata, dmf, favour('dmf', 'load', 2, large)];
    expect(settling(create, { rules })).toEqual({ primary: false, middleware: false });
  });
});

test('everything is settled where nothing of pattern and verdict can change any more', () => {
  const open = ownBook({ rules: [odata], verdicts: [verdict('required', { systems: { from: 5 } })] });
  expect(isSettled(create, [], open)).toBe(false);
  expect(isSettled({ ...create, systems: 2 }, [], open)).toBe(true);
  expect(isSettled(create, ['systems'], open)).toBe(true);
});

describe('patterns that may still be recommended', () => {
  const contenders = (rules: readonly PatternRule[], given: Profile = create) => {
    const compiled = compile(ownBook({ rules }));
    return contendersIn(roomOf(given, [], compiled), compiled).map(({ id }) => id);
  };

  test('are those that are neither excluded nor left without a task', () => {
    expect(contenders([odata, dmf, exclude('dmf', create)])).toEqual(['odata']);
    expect(contenders([odata, exclude('odata', large)])).toEqual(['odata']);
    expect(contenders([odata, favour('dmf', 'load', 9, create)])).toEqual(['odata']);
    expect(contenders([odata, dmf], { operation: 'read' })).toEqual([]);
  });

  test('are not those that a sure one beats whatever is answered', () => {
    expect(contenders([odata, dmf])).toEqual(['odata']);
    expect(contenders([odata, favour('odata', 'task', 1, large), dmf])).toEqual(['odata']);
    expect(contenders([odata, dmf, favour('dmf', 'load', 1, large)])).toEqual(['odata', 'dmf']);
    expect(contenders([odata, dmf, against('odata', 'load', 1, large)])).toEqual(['odata', 'dmf']);
  });

  test('are those, too, that a pattern beats which may fail itself', () => {
    expect(contenders([odata, dmf, exclude('odata', large)])).toEqual(['odata', 'dmf']);
    expect(contenders([favour('odata', 'task', 2, create, large), dmf])).toEqual(['odata', 'dmf']);
  });
});

test('tried with every answer in small books, what is settled changes in none, and what is not settled changes in one', () => {
  const random = generator(1);
  const seen = new Set<string>();
  for (let count = 0; count < 150; count += 1) {
    const book = drawnBook(random);
    const given: Profile = { ...create, ...(random() < 0.4 && { payload: pickOne(['small', 'large'], random) }) };
    const outcomes = waysOf(given, book, true).map((way) => recommend(withImplied(way, [], book), book));
    const now = recommend(withImplied(given, [], book), book);
    const primary = outcomes.every((one) => one.primary === now.primary);
    const middleware = primary && outcomes.every((one) => one.middleware === now.middleware);
    const rules = [...book.rules, ...book.verdicts, ...book.contradictions].map(({ id }) => id);
    expect(settle(given, [], book), JSON.stringify({ given, rules })).toEqual({ primary, middleware });
    seen.add(`${primary} ${middleware}`);
  }
  expect([...seen].toSorted()).toEqual(['false false', 'true false', 'true true']);
});
