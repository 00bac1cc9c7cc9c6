import { describe, expect, test } from 'vitest';
import { certaintyGiven, certaintyOf } from '#core/advisor/certainty.ts';
import { withImplied } from '#core/advisor/contradictions.ts';
import type { Field, Profile } from '#core/advisor/profile.ts';
import { recommend } from '#core/advisor/recommend.ts';
import { conflict, contradiction, favour, type OwnRules, ownBook, verdict } from '#tests/support/own-rules.ts';

/** Calls, unless the volume is large; a hub from five systems on. */
const rules: OwnRules = {
  rules: [
    favour('odata', 'task', 2, { operation: ['create', 'extract'] }),
    favour('dmf', 'task', 1, { operation: ['create', 'extract'] }),
    favour('dmf', 'load', 2, { volume_per_day: { above: 1000 } }),
  ],
  verdicts: [verdict('required', { systems: { from: 5 } })],
};
const certainty = (given: Profile, unsure: readonly Field[] = [], more: OwnRules = {}) =>
  certaintyOf(given, unsure, ownBook({ ...rules, ...more }));

const settled: Profile = { operation: 'create', volume_per_day: 1000, systems: 4 };
const without = (field: Field): Profile => ({ ...settled, [field]: undefined });

describe('certain', () => {
  test('is what nothing that is still blank can change', () => {
    expect(certainty(settled)).toBe('certain');
    expect(certainty({ ...settled, volume_per_day: 1001 })).toBe('certain');
  });

  test('stays so where somebody is not sure of what makes no difference', () => {
    expect(certainty(settled, ['latency', 'guarantees'])).toBe('certain');
  });

  test('is what only a self-contradiction could change', () => {
    const never = [contradiction({ operation: 'create', volume_per_day: { above: 1000 } })];
    expect(certainty(without('volume_per_day'), [], { contradictions: never })).toBe('certain');
  });
});

describe('provisional', () => {
  test.each<[string, Field]>([
    ['the pattern', 'volume_per_day'],
    ['the verdict on middleware alone', 'systems'],
  ])('is what a blank answer could change, and one that was "not sure" no less: %s', (_what, field) => {
    expect(certainty(without(field))).toBe('provisional');
    expect(certainty(without(field), [field])).toBe('provisional');
  });

  /** An extract goes out, so its direction follows, whatever a person knows of it. */
  const oneWay = [contradiction([{ operation: 'extract', direction: ['inbound', 'bidirectional'] }])];
  const outAtOnce = conflict('out-at-once', { direction: 'outbound', latency: 'realtime' });
  const extract: Profile = { ...settled, operation: 'extract' };

  test('is what clashes as soon as somebody finds out what follows from the other answers', () => {
    const own = { contradictions: oneWay, conflicts: [outAtOnce] };
    expect(certainty({ ...extract, latency: 'realtime' }, ['direction'], own)).toBe('provisional');
    expect(certainty({ ...extract, latency: 'realtime' }, [], own)).toBe('undecided');
    expect(certainty({ ...extract, latency: 'nightly' }, ['direction'], own)).toBe('certain');
  });

  test('stays so where it could both change and clash', () => {
    const open: Profile = { operation: 'extract', volume_per_day: 1000, latency: 'realtime' };
    expect(certainty(open, ['direction'], { contradictions: oneWay, conflicts: [outAtOnce] })).toBe('provisional');
  });
});

describe('undecided', () => {
  test('is that for which no pattern is made', () => {
    expect(certainty({})).toBe('undecided');
    expect(certainty({ ...settled, operation: 'read' })).toBe('undecided');
  });

  test('are answers that contradict each other', () => {
    const contradictions = [contradiction({ operation: 'create', direction: 'outbound' })];
    expect(certainty({ ...settled, direction: 'outbound' }, [], { contradictions })).toBe('undecided');
    expect(certainty({ ...settled, direction: 'inbound' }, [], { contradictions })).toBe('certain');
  });

  test('are answers from which things follow that contradict each other, even where somebody is not sure of them', () => {
    const contradictions = [
      contradiction({ operation: 'extract', direction: ['inbound', 'bidirectional'] }),
      contradiction({ operation: 'extract', initiator: ['external', 'schedule', 'user'] }),
      contradiction({ direction: 'outbound', initiator: 'fno' }),
    ];
    expect(certainty({ ...settled, operation: 'extract' }, [], { contradictions })).toBe('undecided');
    expect(certainty({ ...settled, operation: 'extract' }, ['direction'], { contradictions })).toBe('undecided');
  });

  test('are requirements that no pattern meets together, or not the one that is recommended', () => {
    const both = { ...settled, latency: 'realtime' } as const;
    expect(certainty(both, [], { conflicts: [conflict('at-once', { latency: 'realtime' })] })).toBe('undecided');
    expect(certainty(both, [], { conflicts: [conflict('calls', { latency: 'realtime', primary: 'odata' })] })).toBe(
      'undecided',
    );
    expect(certainty(both, [], { conflicts: [conflict('files', { latency: 'realtime', primary: 'dmf' })] })).toBe(
      'certain',
    );
  });
});

describe('where all else is worked out already', () => {
  const given = (profile: Profile, isTorn = false) => {
    const book = ownBook(rules);
    return certaintyGiven(profile, recommend(profile, book), isTorn, book);
  };

  test.each<[string, Profile]>([
    ['certain', settled],
    ['provisional', without('volume_per_day')],
    ['provisional', without('systems')],
    ['undecided', { operation: 'read' }],
  ])('it says the same: %s of %o', (expected, profile) => {
    expect(given(withImplied(profile, [], ownBook(rules)))).toBe(expected);
    expect(certainty(profile)).toBe(expected);
  });

  test('what is torn is undecided, however firm the pattern', () => {
    expect(given(settled, true)).toBe('undecided');
  });
});
