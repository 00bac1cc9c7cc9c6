import { describe, expect, test } from 'vitest';
import type { Profile } from '#core/advisor/profile.ts';
import type { PatternId, PatternRule } from '#core/advisor/rule-book.ts';
import { isWorthTelling } from '#core/advisor/worth-telling.ts';
import { against, conflict, exclude, favour, type OwnRules, ownBook } from '#tests/support/own-rules.ts';

const now: Profile = { operation: 'create', latency: 'realtime' };
const later: Profile = { operation: 'create', latency: 'nightly' };
const atOnce = { latency: 'realtime' };
const byNight = { latency: 'nightly' };

/** Whether "by night, then data management" is told of an interface in real time for which OData is recommended. */
const isTold = (rules: readonly PatternRule[], own: OwnRules = {}, to: PatternId | undefined = 'dmf') =>
  isWorthTelling({ known: now, primary: 'odata' }, { known: later, primary: to }, ownBook({ ...own, rules }));

describe('a change is told where it is a reason', () => {
  test.each<[string, PatternRule]>([
    ['for the new pattern: something speaks for it', favour('dmf', 'timing', 1, byNight)],
    ['for the new pattern: what spoke against it is gone', against('dmf', 'timing', 1, atOnce)],
    ['for the new pattern: what excluded it is gone', exclude('dmf', atOnce)],
    ['against the old pattern: something speaks against it', against('odata', 'timing', 1, byNight)],
    ['against the old pattern: it is excluded', exclude('odata', byNight)],
    ['against the old pattern: what spoke for it is gone', favour('odata', 'timing', 1, atOnce)],
  ])('%s', (_story, rule) => {
    expect(isTold([rule])).toBe(true);
  });
});

describe('a change is not told', () => {
  test.each<[string, PatternRule[]]>([
    ['where no statement of the two moves', []],
    ['where what is said holds before and after', [favour('dmf', 'task', 1, { operation: 'create' })]],
    ['where only a third pattern gains', [favour('custom-service', 'timing', 1, byNight)]],
    ['where the new pattern loses what spoke for it', [favour('dmf', 'timing', 1, atOnce)]],
    ['where the old pattern gains', [favour('odata', 'timing', 1, byNight)]],
    ['where an objection to the old pattern falls', [against('odata', 'timing', 1, atOnce)]],
    ['where what excluded the old pattern is gone', [exclude('odata', atOnce)]],
    ['where the new pattern is excluded by it', [exclude('dmf', byNight)]],
    [
      'where it speaks against the new pattern as well',
      [favour('dmf', 'timing', 2, byNight), against('dmf', 'form', 1, byNight)],
    ],
  ])('%s', (_story, rules) => {
    expect(isTold(rules)).toBe(false);
  });
});

describe('an objection to the new pattern', () => {
  const gains = favour('dmf', 'timing', 2, byNight);

  test.each<[string, PatternRule[], boolean]>([
    ['is none where a stronger one under the same criterion falls', [against('dmf', 'form', 2, atOnce)], true],
    ['is one where as strong a one falls', [against('dmf', 'form', 1, atOnce)], false],
    ['is one where a stronger one under another criterion falls', [against('dmf', 'ends', 2, atOnce)], false],
    ['is one where a stronger one against another pattern falls', [against('odata', 'form', 2, atOnce)], false],
    ['is one where something else spoke for it before', [favour('dmf', 'form', 2, atOnce)], false],
  ])('%s', (_story, before, told) => {
    expect(isTold([gains, against('dmf', 'form', 1, byNight), ...before])).toBe(told);
  });
});

describe('requirements that clash', () => {
  const reason = favour('dmf', 'timing', 1, byNight);

  test('keep a change from being told where more of them clash after it', () => {
    expect(isTold([reason], { conflicts: [conflict('night', byNight)] })).toBe(false);
    expect(isTold([reason], { conflicts: [conflict('files', { primary: 'dmf' })] })).toBe(false);
    expect(isTold([reason], { conflicts: [conflict('now', atOnce), conflict('night', byNight)] })).toBe(true);
    expect(isTold([reason], { conflicts: [conflict('now', atOnce)] })).toBe(true);
  });

  test('are all that counts where the pattern stays', () => {
    expect(isTold([], {}, 'odata')).toBe(true);
    expect(isTold([], { conflicts: [conflict('night', byNight)] }, 'odata')).toBe(false);
  });
});

describe('where there is no pattern', () => {
  const told = (from: PatternId | undefined, to: PatternId | undefined, rules: readonly PatternRule[]) =>
    isWorthTelling({ known: now, primary: from }, { known: later, primary: to }, ownBook({ rules }));

  test('before the change, the new one needs a reason', () => {
    expect(told(undefined, 'dmf', [favour('dmf', 'task', 1, byNight)])).toBe(true);
    expect(told(undefined, 'dmf', [])).toBe(false);
  });

  test('after it, the old one has to be spoken against', () => {
    expect(told('odata', undefined, [exclude('odata', byNight)])).toBe(true);
    expect(told('odata', undefined, [])).toBe(false);
  });
});
