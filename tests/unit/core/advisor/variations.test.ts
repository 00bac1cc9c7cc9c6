import { describe, expect, test } from 'vitest';
import type { Profile } from '#core/advisor/profile.ts';
import { openQuestions, type Variation, whatWouldChange } from '#core/advisor/variations.ts';
import { changeText } from '#core/advisor/wording.ts';
import { book } from '#tests/support/rule-book.ts';

const shown = ({ changes, primary, middleware }: Variation): string =>
  `${changes.map((change) => `${change.field}: ${changeText(change, book)}`).join(' and ')} → ${primary} ${middleware}`;
const changesOf = (what: 'primary' | 'middleware', profile: Profile) =>
  whatWouldChange(profile, [], book)[what].map(shown);

describe('a single change', () => {
  test('is told once for each question and outcome, with every answer that does the same', () => {
    const calls: Profile = {
      operation: 'create',
      peak_batch_records: 7000,
      latency: 'near-realtime',
      initiator: 'external',
    };
    expect(changesOf('primary', calls)).toEqual([
      'operation: Run business logic → custom-service optional',
      'operation: Load many records or Extract many records → dmf optional',
      'latency: Within the hour or By the next day → dmf optional',
      'peak_batch_records: 200,000 or more → dmf optional',
      'initiator: F&O → business-events optional',
      'initiator: A schedule → dmf optional',
    ]);
  });

  test('of guarantees drops or adds as few as it can', () => {
    const sure: Profile = {
      operation: 'create',
      counterpart: 'third-party',
      initiator: 'external',
      guarantees: ['ordered', 'survives-outage'],
    };
    const guarantees = changesOf('middleware', sure).filter((text) => text.startsWith('guarantees'));
    expect(guarantees).toEqual(['guarantees: Strictly in order → odata advised', 'guarantees: none → odata optional']);
  });

  test('of an answer that makes no difference is not told', () => {
    const fields = whatWouldChange({ operation: 'read', sla: 'critical', systems: 2 }, [], book).primary.flatMap(
      ({ changes }) => changes.map(({ field }) => field),
    );
    expect(new Set(fields)).toEqual(new Set(['operation']));
  });
});

test('two changes at once are told only where one does not do, the smallest pair for each outcome', () => {
  const load: Profile = { operation: 'bulk-load', volume_per_day: 1_000_000, purpose: 'migration', protocol: 'file' };
  expect(changesOf('primary', load)).toMatchInlineSnapshot(`
    [
      "operation: Tell others that something happened and purpose: Running the business → middleware required",
      "operation: Read something and purpose: Reporting and analysis → analytics-export avoid",
    ]
  `);
});

describe('a change is told only where a person would give it as a reason', () => {
  const told = (given: Profile, what: 'primary' | 'middleware' = 'primary') =>
    whatWouldChange(given, [], book)[what].flatMap(({ changes, primary }) =>
      changes.flatMap(({ field, value, alike = [value] }) => alike.map((one) => `${field}=${one} ${primary}`)),
    );
  const tableInApp: Profile = { counterpart: 'power-platform', copy: 'unwanted', initiator: 'external' };
  const keptInStep: Profile = { counterpart: 'dataverse', operation: 'read', latency: 'realtime', copy: 'required' };

  test.each<[string, Profile, string]>([
    ['a copy that is required does not lead to a call that keeps none', tableInApp, 'copy=required odata'],
    [
      'nor does it where people look something up',
      { ...tableInApp, operation: 'read', initiator: 'user' },
      'copy=required odata',
    ],
    ['more time does not lead to a table that is read live', keptInStep, 'latency=nightly virtual-entities'],
    ['nor does an hour', { ...keptInStep, counterpart: 'power-platform' }, 'latency=hourly virtual-entities'],
    [
      'an answer at once does not lead to a copy that is refreshed later',
      { operation: 'extract', latency: 'nightly', protocol: 'file', peak_batch_records: 400_000 },
      'latency=realtime analytics-export',
    ],
    [
      'both ways does not lead to a copy that runs one way',
      { operation: 'extract', direction: 'inbound', response: 'immediate', latency: 'nightly' },
      'direction=bidirectional analytics-export',
    ],
  ])('%s', (_story, given, absurd) => {
    expect(told(given)).not.toContain(absurd);
  });

  test('a change that does give a reason stays', () => {
    expect(told({ counterpart: 'dataverse', operation: 'read', latency: 'realtime', copy: 'unwanted' })).toContain(
      'copy=required dual-write',
    );
  });

  test('what moves the pattern and the verdict alike is told once', () => {
    const given: Profile = {
      operation: 'read',
      counterpart: 'dataverse',
      initiator: 'user',
      latency: 'realtime',
      copy: 'unwanted',
    };
    const { primary, middleware } = whatWouldChange(given, [], book);
    const all = [...primary, ...middleware].map((one) => JSON.stringify(one));
    expect(primary.some((one) => one.middleware !== 'avoid')).toBe(true);
    expect(new Set(all).size).toBe(all.length);
  });
});

describe('an open question', () => {
  const open = (profile: Profile, unsure: (keyof Profile)[] = []) => openQuestions(profile, unsure, book);

  test('is told with the answers that move something by themselves, and what they lead to', () => {
    const protocol = open({ operation: 'create', counterpart: 'third-party', latency: 'near-realtime' }).find(
      ({ field }) => field === 'protocol',
    );
    expect(protocol?.moves).toEqual([{ values: ['file'], primary: 'dmf', middleware: 'advised' }]);
  });

  test('is open too where the answer was "not sure"', () => {
    const profile: Profile = { operation: 'create', counterpart: 'third-party', latency: 'hourly' };
    expect(open(profile, ['initiator'])).toEqual(open(profile));
  });

  test('is not told where no answer to it moves anything', () => {
    const fields = open({ deployment: 'on-premises', operation: 'extract' }).map(({ field }) => field);
    expect(fields).not.toContain('payload');
    expect(fields).not.toContain('deployment');
  });

  test('leaves out guarantees that do no more than fewer of them', () => {
    const guarantees = open({ operation: 'create', counterpart: 'third-party', latency: 'hourly' }).find(
      ({ field }) => field === 'guarantees',
    );
    for (const { values } of guarantees?.moves ?? []) {
      const sets = values as string[][];
      const isPart = (small: string[], large: string[]) =>
        small.length < large.length && small.every((one) => large.includes(one));
      expect(sets.filter((set) => sets.some((other) => isPart(other, set)))).toEqual([]);
    }
    expect(guarantees?.moves.find(({ primary }) => primary === 'custom-service')?.values).toEqual([['all-or-nothing']]);
  });
});
