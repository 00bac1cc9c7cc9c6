import { describe, expect, test } from 'vitest';
import { advise } from '#core/advisor/advice.ts';
import { certaintyOf } from '#core/advisor/certainty.ts';
import { contradictionsIn } from '#core/advisor/contradictions.ts';
import { nextQuestion } from '#core/advisor/next-question.ts';
import { decidingFields, type Field, type Profile } from '#core/advisor/profile.ts';
import { middlewareVerdicts } from '#core/advisor/rule-book.ts';
import { book } from '#tests/support/rule-book.ts';

/* Faults of the first edition, each with its neighbours, where no other file has them already. */

describe('an answer within milliseconds from an analytical copy is a conflict, and no clear lead of something else', () => {
  const copied: Profile = {
    operation: 'extract',
    direction: 'outbound',
    counterpart: 'third-party',
    purpose: 'analytics',
    copy: 'required',
    response: 'immediate',
  };

  test.each<[string, Profile]>([
    ['as it was found', copied],
    ['into a Microsoft store', { ...copied, counterpart: 'microsoft-other' }],
    ['where nobody said whether a copy may be kept', { ...copied, copy: undefined }],
    ['with somebody waiting', { ...copied, latency: 'realtime' }],
  ])('%s', (_story, given) => {
    const { recommendation, certainty, conflicts } = advise(given, [], book);
    expect(recommendation.primary).toBe('analytics-export');
    expect(recommendation.middleware).not.toBe('required');
    expect(certainty).toBe('undecided');
    expect(conflicts.flatMap(({ rule }) => rule.between)).toContain('response');
    for (const { waysOut } of conflicts) expect(waysOut.map(({ primary }) => primary)).toContain('analytics-export');
  });

  test('with time for the answer there is none', () => {
    const { recommendation, conflicts } = advise({ ...copied, response: 'later' }, [], book);
    expect(recommendation.primary).toBe('analytics-export');
    expect(conflicts).toEqual([]);
  });
});

describe('"not sure" ends a question and not the doubt', () => {
  const firm: Profile = {
    operation: 'create',
    counterpart: 'third-party',
    initiator: 'external',
    latency: 'near-realtime',
  };
  const others = decidingFields.filter((field) => firm[field] === undefined);

  test.each<[string, Profile, readonly Field[]]>([
    ['eight answers "not sure"', firm, others.slice(0, 8)],
    ['every other answer "not sure"', firm, others],
    ['one answer and nothing else', { operation: 'create' }, []],
    [
      'one answer and all the rest "not sure"',
      { operation: 'create' },
      decidingFields.filter((one) => one !== 'operation'),
    ],
  ])('%s is never called certain, in whatever words', (_story, given, unsure) => {
    const { certainty, explanation } = advise(given, unsure, book);
    expect(certainty).toBe('provisional');
    expect(explanation.summary).toContain('an open answer could still change that');
  });

  test('nothing is left to ask, and it is provisional all the same', () => {
    expect(nextQuestion(firm, others, book)).toBeUndefined();
    expect(certaintyOf(firm, others, book)).toBe('provisional');
  });
});

describe('answers that cannot both be true are named', () => {
  const contradictions = (given: Profile) => contradictionsIn(given, book).map(({ id }) => id);

  test.each<[string, Profile]>([
    ['a peak of 400,000 beside 50 a day', { peak_batch_records: 400_000, volume_per_day: 50 }],
    ['a peak one above the day, between two bounds of rules', { peak_batch_records: 51, volume_per_day: 50 }],
    ['a peak beside no records at all', { peak_batch_records: 1, volume_per_day: 0 }],
  ])('%s', (_story, given) => {
    expect(contradictions(given)).toContain('peak-within-the-day');
    expect(certaintyOf({ operation: 'bulk-load', ...given }, [], book)).toBe('undecided');
  });

  test.each<[string, Profile]>([
    ['the whole day in one run', { peak_batch_records: 50, volume_per_day: 50 }],
    ['a peak alone', { peak_batch_records: 400_000 }],
    ['a day alone', { volume_per_day: 50 }],
  ])('%s is none', (_story, given) => {
    expect(contradictions(given)).not.toContain('peak-within-the-day');
  });
});

describe('more volume never weakens middleware', () => {
  const workbook: Profile = {
    counterpart: 'power-platform',
    operation: 'create',
    direction: 'inbound',
    response: 'immediate',
    protocol: 'excel',
    systems: 6,
  };
  const strengthOf = (given: Profile): number =>
    middlewareVerdicts.indexOf(advise(given, [], book).recommendation.middleware);
  /** At a load that dual-write bears no better than others, what is asked beside it decides. */
  const whole: Profile = {
    counterpart: 'dataverse',
    operation: 'update',
    transformation: 'complex',
    copy: 'required',
    guarantees: ['all-or-nothing'],
  };

  test.each<[string, Profile]>([
    ['as it was found', workbook],
    ['with a third party', { ...workbook, counterpart: 'third-party' }],
    ['over an API', { ...workbook, protocol: 'api' }],
    ['with two systems', { ...workbook, systems: 2 }],
    [
      'messages for reporting',
      { direction: 'bidirectional', latency: 'realtime', purpose: 'analytics', protocol: 'message' },
    ],
    [
      'mapping for reporting',
      {
        counterpart: 'microsoft-other',
        transformation: 'complex',
        purpose: 'analytics',
        response: 'immediate',
        protocol: 'file',
      },
    ],
    [
      'look-ups for reporting that outlive an outage',
      { operation: 'read', purpose: 'analytics', copy: 'unwanted', ownership: 'none', guarantees: ['survives-outage'] },
    ],
    ['whole documents shared with Dataverse, mapped', whole],
    ['the same for an app on the Power Platform', { ...whole, counterpart: 'power-platform' }],
    ['the same, each once', { ...whole, guarantees: ['all-or-nothing', 'exactly-once'] }],
    ['the same, through an outage', { ...whole, guarantees: ['all-or-nothing', 'survives-outage'] }],
    ['the same among six systems', { ...whole, systems: 6 }],
    [
      'events for Dataverse, in order, where a copy is kept',
      {
        counterpart: 'dataverse',
        operation: 'event-notify',
        copy: 'required',
        latency: 'near-realtime',
        guarantees: ['ordered'],
      },
    ],
    [
      'a mapped extract for a partner',
      { counterpart: 'third-party', operation: 'extract', direction: 'outbound', transformation: 'complex' },
    ],
    [
      'events as files for a partner',
      { counterpart: 'third-party', operation: 'event-notify', protocol: 'file', latency: 'nightly' },
    ],
  ])('%s', (_story, given) => {
    for (const field of ['volume_per_day', 'peak_batch_records'] as const) {
      const steps = [100, 5000, 50_000, 500_000, 3_000_000, 50_000_000];
      const strengths = steps.map((amount) => strengthOf({ ...given, [field]: amount }));
      expect(strengths, field).toEqual(strengths.toSorted((a, b) => a - b));
    }
  });

  test('far above the figures of what is recommended, requirements clash', () => {
    const { conflicts, certainty } = advise({ ...workbook, volume_per_day: 3_000_000 }, [], book);
    expect(conflicts.length).toBeGreaterThan(0);
    expect(certainty).toBe('undecided');
  });
});

describe('an outbound call is what an answer through the other side’s API asks for', () => {
  const told: Profile = { operation: 'event-notify', protocol: 'api', initiator: 'fno', counterpart: 'third-party' };

  test.each<[string, Profile]>([
    ['an answer at once', { ...told, response: 'immediate' }],
    ['with somebody waiting for it', { ...told, response: 'immediate', latency: 'realtime' }],
  ])('%s', (_story, given) => {
    expect(advise(given, [], book).recommendation.primary).toBe('outbound-call');
  });

  test.each<[string, Profile, string]>([
    ['an answer that may come later comes back beside an event', { ...told, response: 'later' }, 'business-events'],
    [
      'an answer that may come later is kept by a call where each has to arrive once',
      { ...told, response: 'later', guarantees: ['exactly-once'] },
      'outbound-call',
    ],
    [
      'a queue that answers offers nothing to call',
      { ...told, protocol: 'message', response: 'later' },
      'business-events',
    ],
  ])('%s', (_story, given, primary) => {
    const { recommendation } = advise(given, [], book);
    expect(recommendation.primary).toBe(primary);
    const call = recommendation.standings.find(({ pattern }) => pattern === 'outbound-call');
    expect(call?.fitsTask).toBe(given.protocol === 'api');
  });

  test('where nothing comes back, an event tells it', () => {
    expect(advise({ ...told, response: 'none' }, [], book).recommendation.primary).toBe('business-events');
  });
});

describe('a call from outside in real time, whatever it does', () => {
  const outside: Profile = { initiator: 'external', latency: 'realtime' };

  test('is a task for OData, which needs less to own, and for a service as well', () => {
    const { recommendation } = advise(outside, [], book);
    expect(recommendation.primary).toBe('odata');
    const made = recommendation.standings.filter(({ fitsTask }) => fitsTask).map(({ pattern }) => pattern);
    expect(made).toEqual(expect.arrayContaining(['odata', 'custom-service']));
  });

  test.each<[string, Profile, boolean]>([
    ['within minutes', { initiator: 'external', latency: 'near-realtime' }, true],
    ['with a look-up, which is a task by itself', { ...outside, operation: 'read' }, true],
    ['by night', { initiator: 'external', latency: 'nightly' }, false],
    ['started by a schedule', { initiator: 'schedule', latency: 'near-realtime' }, false],
    ['telling what happened', { ...outside, operation: 'event-notify' }, false],
  ])('%s it is one for OData: %s', (_story, given, fits) => {
    const { standings } = advise(given, [], book).recommendation;
    expect(standings.find(({ pattern }) => pattern === 'odata')?.fitsTask).toBe(fits);
  });

  test('is none for either where records move in bulk', () => {
    const { standings } = advise({ ...outside, operation: 'bulk-load' }, [], book).recommendation;
    const made = standings.filter(({ fitsTask }) => fitsTask).map(({ pattern }) => pattern);
    expect(made).not.toContain('odata');
    expect(made).not.toContain('custom-service');
  });
});
