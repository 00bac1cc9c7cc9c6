import { describe, expect, test } from 'vitest';
import type { Profile } from '#core/advisor/profile.ts';
import { openQuestions, type Variation, whatWouldChange } from '#core/advisor/variations.ts';
import { changeText } from '#core/advisor/wording.ts';
import { book } from '#tests/support/rule-book.ts';

const shown = ({ changes, primary, middleware }: Variation): string =>
  `${changes.map((change) => `${change.field}: ${changeText(change, book)}`).join(' and ')} → ${primary} ${middleware}`;
const changesOf = (what: 'primary' | 'middleware', profile: Profile) =>
  whatWouldChange(what, profile, [], book).map(shown);

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
    const fields = whatWouldChange('primary', { operation: 'read', sla: 'critical', systems: 2 }, [], book).flatMap(
      ({ changes }) => changes.map(({ field }) => field),
    );
    expect(new Set(fields)).toEqual(new Set(['operation']));
  });
});

test('two changes at once are told only where one does not do, the smallest pair for each outcome', () => {
  const load: Profile = { operation: 'bulk-load', volume_per_day: 1_000_000, purpose: 'migration', protocol: 'file' };
  expect(changesOf('primary', load)).toMatchInlineSnapshot(`
    [
      "operation: Run business logic and purpose: Running the business → custom-service optional",
      "operation: Tell others that something happened and purpose: Reporting and analysis → middleware required",
      "operation: Read something and purpose: Reporting and analysis → analytics-export avoid",
      "operation: Read something and purpose: Running the business → odata optional",
    ]
  `);
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
