import { describe, expect, test } from 'vitest';
import type { Certainty } from '#core/advisor/certainty.ts';
import { explain } from '#core/advisor/explain.ts';
import type { Profile } from '#core/advisor/profile.ts';
import { recommend } from '#core/advisor/recommend.ts';
import type { PatternId } from '#core/advisor/rule-book.ts';
import {
  against,
  conflict,
  contradiction,
  exclude,
  favour,
  type OwnRules,
  ownBook,
  verdict,
} from '#tests/support/own-rules.ts';

const create = { operation: 'create' } as const;
const large = { payload: 'large' } as const;
const odata = favour('odata', 'task', 6, create);
const dmf = favour('dmf', 'task', 1, create);

function told(own: OwnRules, given: Profile = create, certainty: Certainty = 'certain') {
  const book = ownBook(own);
  return explain(given, recommend(given, book), certainty, book);
}
const summary = (...all: Parameters<typeof told>) => told(...all).summary;
const noHub = 'Middleware is optional. Nothing asked for here needs a hub between the two ends.';

describe('the summary', () => {
  test('names the pattern, its two weightiest reasons and the verdict on middleware', () => {
    const rules = [favour('odata', 'form', 1, create), odata, favour('odata', 'load', 3, create), dmf];
    expect(summary({ rules })).toBe(`OData fits best. ${odata.reason} ${rules[2]?.reason} ${noHub}`);
  });

  test('says what the verdict on middleware rests on', () => {
    const verdicts = [verdict('required', create)];
    expect(summary({ rules: [odata], verdicts })).toBe(
      `OData fits best. ${odata.reason} Middleware is required. ${verdicts[0]?.reason}`,
    );
  });

  test.each<[Certainty, string]>([
    ['certain', 'OData fits best.'],
    ['provisional', 'As far as it is known, OData fits best; an open answer could still change that.'],
    ['undecided', 'Some answers contradict each other; as they stand, OData comes closest.'],
  ])('opens by how far it can be relied on: %s', (certainty, opening) => {
    expect(summary({ rules: [odata] }, create, certainty)).toBe(`${opening} ${odata.reason} ${noHub}`);
  });

  test('names a close rival beside what is certain, and nowhere else', () => {
    const rules = [odata, favour('dmf', 'task', 4, create)];
    expect(summary({ rules })).toContain('OData fits best, with Data management framework close behind.');
    expect(summary({ rules }, create, 'provisional')).not.toContain('close behind');
  });

  test('says first of all where requirements clash', () => {
    const own = { rules: [odata], conflicts: [conflict('now', create)] };
    const opening = 'No pattern meets these requirements together; as they stand, OData comes closest.';
    for (const certainty of ['certain', 'provisional', 'undecided'] as const) {
      expect(summary(own, create, certainty)).toContain(opening);
    }
  });

  describe('where there is no pattern', () => {
    const none = { rules: [odata, exclude('odata', large)] };
    const both = { ...create, ...large };

    test('says what is not known', () => {
      expect(summary({ rules: [odata] }, {}, 'undecided')).toBe(
        `No pattern can be recommended yet, because nothing that is known says what the interface has to do. ${noHub}`,
      );
    });

    test('says that answers contradict each other, before all else', () => {
      const own = { ...none, contradictions: [contradiction(both)], conflicts: [conflict('now', create)] };
      expect(summary(own, both, 'undecided')).toContain(
        'No pattern can be recommended, because some answers contradict each other.',
      );
    });

    test('names the requirements that clash', () => {
      const conflicts = [conflict('now', create), conflict('then', large), conflict('never', { operation: 'read' })];
      expect(summary({ ...none, conflicts }, both, 'undecided')).toContain(
        'No pattern meets these requirements together: The clash of now and The clash of then.',
      );
    });

    test('names the patterns that are made for it and cannot do it, with the reason of the nearest', () => {
      const rules = [...none.rules, dmf, exclude('dmf', large), exclude('outbound-call', large)];
      const text = summary({ rules, patterns: ['dmf', 'odata', 'outbound-call'] }, both, 'undecided');
      expect(text).toContain(
        `No pattern can be recommended: OData and Data management framework would be made for the task and cannot do the rest of it. ${rules[1]?.reason}`,
      );
    });

    test('does not call what is excluded one that is made for the task', () => {
      expect(summary({ rules: [exclude('odata', large)] }, both, 'undecided')).toContain(
        'No pattern can be recommended yet',
      );
    });
  });

  describe('where the hub is the pattern', () => {
    const patterns: PatternId[] = ['odata', 'business-events', 'middleware'];
    const hub = [
      favour('middleware', 'task', 9, create),
      favour('business-events', 'task', 1, { direction: ['outbound', 'bidirectional'] }),
    ];
    const ways = (given: Profile) =>
      summary({ patterns, rules: hub }, { ...create, ...given }).match(/The way [^.]+\./g) ?? [];

    test.each<[Profile, string[]]>([
      [{ direction: 'inbound' }, ['The way into F&O behind it is OData.']],
      [{ direction: 'outbound' }, ['The way out of F&O behind it is Business events.']],
      [
        { direction: 'bidirectional' },
        ['The way into F&O behind it is OData.', 'The way out of F&O behind it is Business events.'],
      ],
    ])('names the way through F&O: %o', (given, sentences) => {
      expect(ways(given)).toEqual(sentences);
    });

    test('names one way where it is the same in and out', () => {
      const both = { ...create, direction: 'bidirectional' } as const;
      expect(summary({ patterns: ['odata', 'middleware'], rules: hub }, both)).toContain(
        'The way into F&O and out of it is OData.',
      );
    });
  });
});

describe('what counts for the pattern and against it', () => {
  const rules = [odata, against('odata', 'form', 1, create), dmf];

  test('is told of the one that is recommended', () => {
    expect(told({ rules })).toMatchObject({ reasons: [rules[0]], despite: [rules[1]] });
  });

  test('is told of none where none can be recommended', () => {
    expect(told({ rules: [...rules, exclude('odata', create), exclude('dmf', create)] })).toMatchObject({
      reasons: [],
      despite: [],
    });
  });
});

describe('why not another pattern', () => {
  const whyNot = (own: OwnRules, given: Profile = create) =>
    told({ patterns: ['odata', 'dmf'], ...own }, given).whyNot.map(({ pattern, verdict: how, text }) => [
      pattern,
      how,
      text,
    ]);

  test('is not asked of the one that is recommended, and asked of all where none is', () => {
    expect(whyNot({ rules: [odata, dmf] }).map(([pattern]) => pattern)).toEqual(['dmf']);
    expect(whyNot({ rules: [odata, dmf] }, {}).map(([pattern]) => pattern)).toEqual(['odata', 'dmf']);
  });

  test('is answered by all that excludes it, whatever else speaks against it', () => {
    const excludes = [exclude('dmf', create), exclude('dmf', large)];
    const rules = [odata, dmf, ...excludes, against('dmf', 'form', 1, create)];
    expect(whyNot({ rules }, { ...create, ...large })).toEqual([
      ['dmf', 'excluded', `${excludes[0]?.reason} ${excludes[1]?.reason}`],
    ]);
    expect(told({ rules }, { ...create, ...large }).whyNot[0]?.comparison).toEqual([]);
  });

  test('is answered by what speaks against it, the weightiest first', () => {
    const rules = [odata, dmf, against('dmf', 'form', 1, create), against('dmf', 'load', 2, create)];
    expect(whyNot({ rules })).toEqual([['dmf', 'outweighed', `${rules[3]?.reason} ${rules[2]?.reason}`]]);
  });

  test('is answered by what makes the task none for it', () => {
    const nothing = 'Nothing that is known makes this a task for it.';
    expect(whyNot({ rules: [odata] })).toEqual([['dmf', 'not-for-this', nothing]]);
    const byForm = against('dmf', 'form', 1, create);
    expect(whyNot({ rules: [odata, byForm] })).toEqual([['dmf', 'not-for-this', `${nothing} ${byForm.reason}`]]);
    const byTask = against('dmf', 'task', 1, create);
    expect(whyNot({ rules: [odata, byTask] })).toEqual([['dmf', 'not-for-this', byTask.reason]]);
  });

  test('is answered by what speaks for the other, where nothing speaks against it', () => {
    const [{ title } = { title: '' }] = ownBook({}).criteria.filter(({ id }) => id === 'task');
    expect(whyNot({ rules: [odata, dmf] })).toEqual([
      ['dmf', 'outweighed', `${title}: OData does better. ${odata.reason}`],
    ]);
  });

  test('is answered by what it takes to own, where both do equally well', () => {
    expect(whyNot({ rules: [odata, favour('dmf', 'task', 6, create)] })).toEqual([
      ['dmf', 'outweighed', 'It fits as well as OData, which needs less to own.'],
    ]);
  });

  test('compares with nothing where nothing is recommended', () => {
    const [, other] = told({ rules: [odata, exclude('odata', create), against('dmf', 'form', 1, create)] }).whyNot;
    const [first] = told({ rules: [odata, dmf] }).whyNot;
    expect(first?.comparison.map(({ criterion }) => criterion)).toEqual(['task']);
    expect(other?.comparison).toEqual([]);
  });
});

describe('the three questions that everybody asks', () => {
  const influences = (own: OwnRules, given: Profile) =>
    Object.fromEntries(told(own, { ...create, ...given }).influences.map(({ field, text }) => [field, text]));
  const byVolume = { volume_per_day: { above: 100 } };

  test('are told in the order in which people ask them, with the answer', () => {
    expect(told({ rules: [odata] }, { ...create, volume_per_day: 50 }).influences).toMatchObject([
      { field: 'volume_per_day', answer: '50' },
      { field: 'latency', answer: 'not known' },
      { field: 'systems', answer: 'not known' },
    ]);
  });

  test.each<[string, OwnRules, Profile, string]>([
    [
      'for a pattern',
      { rules: [odata, favour('dmf', 'load', 1, byVolume)] },
      { volume_per_day: 101 },
      'It weighed on Data management framework.',
    ],
    [
      'against one',
      { rules: [odata, against('odata', 'load', 1, byVolume)] },
      { volume_per_day: 101 },
      'It weighed on OData.',
    ],
    [
      'excluding one',
      { rules: [odata, exclude('dmf', byVolume)] },
      { volume_per_day: 101 },
      'It weighed on Data management framework.',
    ],
    [
      'as an exception that was not met',
      { rules: [favour('odata', 'task', 6, create, byVolume)] },
      { volume_per_day: 1 },
      'It weighed on OData.',
    ],
    [
      'on middleware',
      { rules: [odata], verdicts: [verdict('advised', byVolume)] },
      { volume_per_day: 101 },
      'It decided on middleware.',
    ],
    [
      'on both',
      { rules: [odata, against('odata', 'load', 1, byVolume)], verdicts: [verdict('advised', byVolume)] },
      { volume_per_day: 101 },
      'It weighed on OData and decided on middleware.',
    ],
    [
      'nothing',
      { rules: [odata, against('odata', 'load', 1, byVolume)] },
      { volume_per_day: 100 },
      'It made no difference here.',
    ],
    ['without an answer', { rules: [favour('odata', 'task', 6, create, byVolume)] }, {}, 'It counted for nothing.'],
  ])('say what they did: %s', (_story, own, given, text) => {
    expect(influences(own, given).volume_per_day).toBe(text);
  });
});
