import { describe, expect, test } from 'vitest';
import { advise } from '#core/advisor/advice.ts';
import { decisionRecord } from '#core/advisor/decision-record.ts';
import { domainOf } from '#core/advisor/domain.ts';
import { hingeSentences } from '#core/advisor/hinge-text.ts';
import { whatItHingesOn } from '#core/advisor/hinges.ts';
import type { Profile } from '#core/advisor/profile.ts';
import { openQuestions, whatWouldChange } from '#core/advisor/variations.ts';
import { answerText, anyAnswerText } from '#core/advisor/wording.ts';
import { book } from '#tests/support/rule-book.ts';

/** Answers to questions that this test knows nothing of: the last option of each, which asks for the least. */
const leastOfAll: Profile = Object.fromEntries(
  book.questions.filter(({ field }) => field !== 'sla').map(({ field, options }) => [field, options.at(-1)?.value]),
);

/** Every question answered. */
const webOrders: Profile = {
  ...leastOfAll,
  counterpart: 'third-party',
  operation: 'create',
  direction: 'inbound',
  latency: 'near-realtime',
  volume_per_day: 5000,
  peak_batch_records: 900,
  payload: 'small',
  initiator: 'external',
  transformation: 'simple',
  systems: 4,
  deployment: 'cloud',
  purpose: 'operational',
  copy: 'unwanted',
  response: 'later',
  protocol: 'api',
  guarantees: [],
  ownership: 'low-code',
  platform: 'none',
  subscribers: 1,
  extensions: 'allowed',
  caller: 'service',
  network: 'public',
  repair: 'integration-team',
};
/** Data management by a wide margin. */
const webOrdersByFile: Profile = {
  operation: 'create',
  direction: 'inbound',
  latency: 'hourly',
  protocol: 'file',
  peak_batch_records: 20_000,
};
const without = (...fields: (keyof Profile)[]): Profile =>
  Object.fromEntries(Object.entries(webOrders).filter(([field]) => !fields.includes(field as keyof Profile)));

describe('what it hinges on', () => {
  test('says "in every case" where the open questions make no difference', () => {
    const hinges = whatItHingesOn(without('payload', 'copy'), book);
    expect(hinges?.primary).toMatchObject({ usually: 'odata', whatever: ['payload', 'copy'], unless: [] });
    expect(hinges && hingeSentences(hinges, book)[0]).toBe(
      'Whatever the size of a message or copy of the data: OData, in every case.',
    );
  });

  test('names the answers that lead elsewhere, and only those questions', () => {
    const busy: Profile = { ...without('peak_batch_records', 'copy'), volume_per_day: 500_000 };
    const hinges = whatItHingesOn(busy, book);
    expect(hinges?.primary.whatever).toEqual(['copy']);
    expect(hinges?.primary.unless.map(({ outcome }) => outcome)).toContain('dmf');
    expect(hinges?.primary.unless.flatMap(({ when }) => when.map(({ field }) => field))).toEqual([
      'peak_batch_records',
    ]);
  });

  test('gives way to question by question where too much is open', () => {
    expect(whatItHingesOn({ operation: 'create' }, book)).toBeUndefined();
    const open = openQuestions({ operation: 'create' }, [], book);
    expect(open.map(({ field }) => field)).toContain('deployment');
    const guarantees = open.find(({ field }) => field === 'guarantees');
    const sets = guarantees?.moves.flatMap(({ values }) => values) as string[][];
    expect(Math.min(...sets.map((set) => set.length))).toBe(1);
  });

  test('has nothing to say about a profile that is complete', () => {
    const hinges = whatItHingesOn(webOrders, book);
    expect(hinges && hingeSentences(hinges, book)).toEqual([]);
  });
});

describe('what would change it', () => {
  test('names pairs where no single answer does', () => {
    const firm: Profile = { operation: 'bulk-load', volume_per_day: 1_000_000, purpose: 'migration', protocol: 'file' };
    const changes = whatWouldChange(firm, [], book).primary;
    expect(changes.length).toBeGreaterThan(0);
    expect(new Set(changes.map(({ primary }) => primary)).size).toBe(changes.length);
    for (const { changes: pair } of changes) expect(pair).toHaveLength(2);
  });

  test('leaves out answers that would contradict the others', () => {
    const read: Profile = { operation: 'read', counterpart: 'dataverse', copy: 'unwanted' };
    const values = whatWouldChange(read, [], book).middleware.flatMap(({ changes }) => changes);
    expect(values).not.toContainEqual({ field: 'response', value: 'none' });
  });
});

describe('answers in words', () => {
  test('join neighbouring counts to ranges', () => {
    expect(anyAnswerText('systems', [4], book)).toBe('up to 4');
    expect(anyAnswerText('systems', [5], book)).toBe('5 or more');
    expect(anyAnswerText('volume_per_day', [120_000], book)).toBe('40,001 to 120,000');
    expect(anyAnswerText('volume_per_day', [40_000, 7_200_001], book)).toBe('up to 40,000 or 7,200,001 or more');
    expect(anyAnswerText('systems', [4, 5], book)).toBe('any number');
  });

  test('tell sets of guarantees by what they share', () => {
    const sets = domainOf(book).get('guarantees') ?? [];
    const text = (choose: (set: string[]) => boolean) =>
      anyAnswerText(
        'guarantees',
        sets.filter((set) => choose(set as string[])),
        book,
      );
    expect(text((set) => set.includes('ordered'))).toBe('Strictly in order');
    expect(text((set) => !set.includes('ordered'))).toBe('without Strictly in order');
    expect(
      text((set) => set.length === 0 || (set.length === 2 && set.includes('ordered') && set.includes('exactly-once'))),
    ).toBe('none or Strictly in order + Exactly once');
    expect(text((set) => set.includes('ordered') || set.includes('exactly-once'))).toBe(
      'Strictly in order or Exactly once',
    );
    expect(text((set) => !set.includes('ordered') && !set.includes('exactly-once'))).toBe(
      'without Strictly in order or Exactly once',
    );
    expect(text((set) => set.length === 2)).toMatch(/^Strictly in order \+ All or nothing, .+ or 3 more combinations$/);
    expect(text((set) => set.length === 3)).not.toContain('more combinations');
  });
});

test('a count is told with the band of the questionnaire that it stands for', () => {
  expect(answerText('systems', 7, book)).toBe('7 (five to nine)');
  expect(answerText('systems', 6, book)).toBe('6');
  expect(answerText('systems', undefined, book)).toBe('not known');
});

describe('what the three usual questions did', () => {
  const influencesOn = (profile: Profile) =>
    Object.fromEntries(advise(profile, [], book).explanation.influences.map(({ field, text }) => [field, text]));

  test('tells the patterns they weighed on, and whether they decided on a hub', () => {
    expect(influencesOn({ operation: 'read', systems: 12 }).systems).toMatch(
      /^It weighed on .+ and decided on middleware\.$/,
    );
  });

  test('tells an answer without effect from a question without an answer', () => {
    const { volume_per_day, latency } = influencesOn({ operation: 'event-notify', volume_per_day: 50_000 });
    expect(volume_per_day).toBe('It made no difference here.');
    expect(latency).toBe('It counted for nothing.');
  });
});

describe('why not another pattern', () => {
  const whyNot = (pattern: string, profile: Profile) =>
    advise(profile, [], book).explanation.whyNot.find((one) => one.pattern === pattern);

  test('one that the task does not ask for says so', () => {
    expect(whyNot('middleware', { operation: 'read' })).toMatchObject({
      verdict: 'not-for-this',
      text: 'Nothing that is known makes this a task for it.',
    });
  });

  test('one with nothing against it is told by what decides for the other', () => {
    const text = whyNot('odata', { operation: 'process-call', direction: 'inbound' })?.text;
    expect(text).toBe(
      'Task: Custom service does better. Calling business logic or returning a calculated answer is what custom services are for.',
    );
  });

  test('two patterns stand side by side, criterion by criterion, the widest gap first', () => {
    const comparison = whyNot('odata', webOrdersByFile)?.comparison ?? [];
    expect(comparison.map(({ criterion }) => criterion)).toEqual(['form', 'timing', 'load', 'task']);
    expect(comparison[0]?.better?.id).toBe('dmf-file');
    expect(comparison[0]?.against?.id).toBe('odata-file');
    const gap = comparison.reduce((sum, { ahead }) => sum + ahead, 0);
    const { standings } = advise(webOrdersByFile, [], book).recommendation;
    const score = (pattern: string) => standings.find((one) => one.pattern === pattern)?.score ?? 0;
    expect(gap).toBe(score('odata') - score('dmf'));
  });
});

test('a decision record holds the decision, its ways out, the plan and the picture', () => {
  const advice = advise({ ...webOrders, latency: 'realtime', peak_batch_records: 50_000, sla: 'critical' }, [], book);
  const text = decisionRecord('Web *orders*', advice, 'flowchart LR\n');
  expect(text).toContain(String.raw`# Integration pattern for Web \*orders\*`);
  for (const heading of [
    'Context and Problem Statement',
    'Decision Drivers',
    'Considered Options',
    'Decision Outcome',
  ]) {
    expect(text).toContain(`## ${heading}`);
  }
  expect(text).toContain('### Conflicts to settle');
  expect(text).toContain('Service level: Critical.');
  expect(text).toContain('```mermaid\nflowchart LR\n```');
  expect(text).not.toContain('undefined');
});

test('advice tells given answers, implied ones and "not sure" apart', () => {
  const advice = advise({ operation: 'extract' }, ['systems'], book);
  expect(advice.implied).toEqual(['direction']);
  expect(advice.given).toEqual({ operation: 'extract' });
  const text = decisionRecord('x', advice);
  expect(text).toContain('- Direction: Out of F&O (follows from the other answers)');
  expect(text).toContain('- Systems in the programme: not sure');
});

test('answers that contradict each other are named', () => {
  const advice = advise({ operation: 'extract', direction: 'inbound' }, [], book);
  expect(advice.contradictions.map(({ id }) => id)).toEqual(['extract-goes-out']);
  expect(decisionRecord('x', advice)).toContain('An extract takes data out of F&O.');
});
