import { describe, expect, test } from 'vitest';
import { loadSituations } from '#content/reading/situations.ts';
import { describeCondition } from '#core/advisor/describe.ts';
import { advise, decisionRecord, decisionTable, nextQuestion, type Profile, withImplied } from '#core/advisor/index.ts';
import { readRecordings, renewHint } from '#tests/support/recordings.ts';
import { book } from '#tests/support/rule-book.ts';

/**
 * Everything the advisor writes, for interfaces that between them use all of it. A change of wording or of a rule shows
 * here as a difference to read; `npm run renew` takes it over.
 */
const interfaces: Record<string, { given: Profile; unsure?: (keyof Profile)[] }> = {
  nothing: { given: {} },
  'web-orders': {
    given: {
      counterpart: 'third-party',
      operation: 'create',
      direction: 'inbound',
      latency: 'near-realtime',
      volume_per_day: 20_000,
      peak_batch_records: 6000,
      initiator: 'external',
      transformation: 'simple',
      systems: 6,
      ownership: 'low-code',
      sla: 'critical',
    },
    unsure: ['protocol', 'guarantees'],
  },
  'price-look-up': {
    given: { operation: 'read', counterpart: 'dataverse', initiator: 'user', latency: 'realtime', copy: 'unwanted' },
  },
  'nightly-archive': {
    given: { operation: 'extract', latency: 'nightly', protocol: 'file', peak_batch_records: 400_000, sla: 'routine' },
  },
  'confirmed-orders': {
    given: {
      operation: 'event-notify',
      latency: 'near-realtime',
      payload: 'large',
      guarantees: ['ordered', 'exactly-once'],
      transformation: 'complex',
      systems: 12,
      ownership: 'integration-team',
      counterpart: 'third-party',
    },
  },
  'shared-customers': {
    given: {
      operation: 'update',
      counterpart: 'dataverse',
      direction: 'bidirectional',
      copy: 'required',
      latency: 'realtime',
    },
  },
  'impossible-bulk': {
    given: { operation: 'create', latency: 'realtime', peak_batch_records: 900_000, volume_per_day: 3_000_000 },
  },
  'power-bi': { given: { operation: 'extract', purpose: 'analytics', counterpart: 'microsoft-other' } },
  'tax-call': {
    given: {
      operation: 'process-call',
      direction: 'outbound',
      initiator: 'fno',
      response: 'immediate',
      latency: 'realtime',
    },
  },
  'on-premises-load': { given: { deployment: 'on-premises', operation: 'bulk-load', ownership: 'none', systems: 2 } },
  contradicting: { given: { operation: 'extract', direction: 'inbound', response: 'immediate', latency: 'nightly' } },
  'nearly-complete': {
    given: {
      counterpart: 'third-party',
      operation: 'create',
      direction: 'inbound',
      latency: 'hourly',
      volume_per_day: 5000,
      payload: 'small',
      initiator: 'external',
      transformation: 'none',
      systems: 2,
      deployment: 'cloud',
      purpose: 'operational',
      copy: 'unwanted',
      response: 'none',
      guarantees: [],
      ownership: 'none',
      platform: 'none',
      subscribers: 1,
      extensions: 'allowed',
      caller: 'named-user',
      network: 'public',
    },
  },
};

describe.each(Object.entries(interfaces))('%s', (name, { given, unsure = [] }) => {
  test('the decision record reads as it was approved', async () => {
    const record = decisionRecord(name, advise(given, unsure, book), 'flowchart LR\n');
    await expect(record, renewHint).toMatchFileSnapshot(`../../../fixtures/records/${name}.md`);
  });

  test('the explanation reads as it was approved', async () => {
    const { summary, influences, whyNot } = advise(given, unsure, book).explanation;
    const text = [
      summary,
      ...influences.map(({ label, answer, text: effect }) => `${label}: ${answer}. ${effect}`),
      ...whyNot.map(
        (one) => `${one.pattern} (${one.verdict}): ${one.text} [${one.rules.map(({ id }) => id).join(' ')}]`,
      ),
    ];
    await expect(`${text.join('\n')}\n`, renewHint).toMatchFileSnapshot(`../../../fixtures/records/${name}.txt`);
  });
});

test('every rule is described as it was approved', async () => {
  const all = [
    ...book.rules,
    ...book.verdicts,
    ...book.kinds,
    ...book.conflicts,
    ...book.contradictions,
    ...book.notes,
    ...book.choices.flatMap(({ variants }) => variants),
    ...book.parts,
  ];
  const lines = all.map((rule) => `${rule.id}: ${describeCondition(rule, book)}`);
  await expect(`${lines.join('\n')}\n`, renewHint).toMatchFileSnapshot('../../../fixtures/records/rules.txt');
});

test('the decision table stands as it was approved', async () => {
  const lines = decisionTable(loadSituations(), book).map(
    ({ situation, primary, middleware, because }) => `${situation} → ${primary}, ${middleware}: ${because?.id}`,
  );
  await expect(`${lines.join('\n')}\n`, renewHint).toMatchFileSnapshot('../../../fixtures/records/decision-table.txt');
});

/** Questions asked until none is left, each answered by its option at a place that moves on with every question. */
function walk(start: number): string[] {
  let profile: Profile = {};
  const asked: string[] = [];
  for (let step = start; asked.length < book.questions.length; step += 1) {
    const question = nextQuestion(profile, [], book);
    if (!question) break;
    const option = question.options[step % question.options.length]?.value as string | number;
    asked.push(`${question.field}=${option}`);
    profile = withImplied(
      { ...profile, [question.field]: question.field === 'guarantees' ? [option] : option },
      [],
      book,
    );
  }
  return asked;
}

test('the questions come in the order that was approved', async () => {
  const lines = Array.from({ length: 10 }, (_, start) => walk(start).join(' '));
  await expect(`${lines.join('\n')}\n`, renewHint).toMatchFileSnapshot('../../../fixtures/records/walks.txt');
});

test('every recorded text is one that a test asks for', () => {
  const texts = Object.keys(interfaces).flatMap((name) => [`${name}.md`, `${name}.txt`]);
  const asked = [...texts, 'decision-table.txt', 'rules.txt', 'walks.txt'];
  expect(
    [...readRecordings().keys()].filter((name) => !asked.includes(name)),
    renewHint,
  ).toEqual([]);
});
