import { describe, expect, test } from 'vitest';
import { questionsThatMatter } from '#core/advisor/matters.ts';
import type { Field, Profile } from '#core/advisor/profile.ts';
import type { PatternRule } from '#core/advisor/rule-book.ts';
import { against, contradiction, exclude, favour, type OwnRules, ownBook, verdict } from '#tests/support/own-rules.ts';

const create = { operation: 'create' } as const;
const large = { payload: 'large' } as const;
const odata = favour('odata', 'task', 2, create);
const dmf = favour('dmf', 'task', 1, create);
/** Whatever else is said, the size of a message may tip it. */
const close = [odata, dmf, favour('dmf', 'load', 2, large)];

const matter = (own: OwnRules, given: Profile = create, unsure: readonly Field[] = []) =>
  questionsThatMatter(given, unsure, ownBook(own));
const beside = (...rules: PatternRule[]) => matter({ rules: [...close, ...rules] });

describe('a question matters', () => {
  test.each<[string, PatternRule[], Field[]]>([
    ['where it may speak for a pattern', [], ['payload']],
    ['where it may speak against one', [against('odata', 'form', 1, { protocol: 'file' })], ['payload', 'protocol']],
    ['where it may exclude one', [exclude('odata', { copy: 'required' })], ['payload', 'copy']],
    [
      'where it is the exception of what may speak',
      [favour('dmf', 'form', 2, create, { protocol: 'api' })],
      ['payload', 'protocol'],
    ],
    [
      'beside another one, where both together may do it',
      [favour('dmf', 'form', 2, { protocol: 'file', systems: { from: 5 } })],
      ['payload', 'protocol', 'systems'],
    ],
    [
      'where a stronger statement of the same criterion is still open',
      [favour('dmf', 'load', 1, { volume_per_day: { above: 9 } })],
      ['volume_per_day', 'payload'],
    ],
  ])('%s', (_story, rules, fields) => {
    expect(beside(...rules)).toEqual(fields);
  });

  test('where it may make the task one for a pattern', () => {
    const rules = [odata, favour('outbound-call', 'task', 3, { operation: 'create', initiator: 'fno' })];
    expect(matter({ rules, patterns: ['odata', 'outbound-call'] })).toEqual(['initiator']);
    expect(matter({ rules }, {})).toEqual(['operation']);
  });

  test('where it may move the verdict on middleware alone, or with a pattern that may still come', () => {
    const many = verdict('required', { systems: { from: 5 } });
    expect(matter({ rules: [odata], verdicts: [many] })).toEqual(['systems']);
    const byFile = verdict('required', { primary: 'dmf', protocol: 'file' });
    expect(matter({ rules: close, verdicts: [byFile] })).toEqual(['payload', 'protocol']);
  });
});

describe('a question does not matter', () => {
  test.each<[string, PatternRule[]]>([
    [
      'where a stronger statement of the same criterion counts already',
      [
        favour('odata', 'ends', 2, create),
        favour('odata', 'ends', 2, { copy: 'required' }),
        favour('dmf', 'ends', 2, create),
      ],
    ],
    [
      'where it speaks of a pattern that cannot be recommended any more',
      [favour('outbound-call', 'load', 9, { copy: 'required' })],
    ],
    [
      'where another answer keeps its statement from firing',
      [favour('dmf', 'form', 2, { operation: 'read', protocol: 'file' })],
    ],
    ['where its statement fires in any case', [favour('dmf', 'form', 1, [create, { protocol: 'file' }])]],
    ['where a task that is certain needs no second one', [favour('odata', 'task', 1, { initiator: 'external' })]],
    [
      'where its exception is met',
      [favour('dmf', 'form', 2, { protocol: 'file' }, create), exclude('odata', { copy: 'required' }, create)],
    ],
    [
      'where only another way for its statement to hold is left',
      [against('odata', 'form', 1, [{ operation: 'read', protocol: 'file' }, large])],
    ],
  ])('%s', (_story, rules) => {
    expect(matter({ rules: [...close, ...rules], patterns: ['odata', 'dmf', 'outbound-call'] })).toEqual(['payload']);
  });

  test.each<[string, OwnRules]>([
    [
      'where it asks for no more than is asked for anyway',
      {
        verdicts: [verdict('avoid', create), verdict('advised', { systems: { from: 5 } })],
      },
    ],
    [
      'where it asks for the same once more',
      {
        verdicts: [verdict('avoid', create), verdict('avoid', { systems: { from: 5 } })],
      },
    ],
    [
      'where the verdict hangs on a pattern that cannot come any more',
      {
        verdicts: [verdict('required', { primary: 'outbound-call', systems: { from: 5 } })],
      },
    ],
  ])('to the verdict on middleware %s', (_story, own) => {
    expect(matter({ rules: close, ...own })).toEqual(['payload']);
  });

  test('where it was answered, or answered by "not sure"', () => {
    const rules = [...close, favour('dmf', 'form', 2, { protocol: 'file' })];
    expect(matter({ rules })).toEqual(['payload', 'protocol']);
    expect(matter({ rules }, { ...create, protocol: 'api' })).toEqual(['payload']);
    expect(matter({ rules }, create, ['payload'])).toEqual(['protocol']);
  });

  test('where its answer follows from the others', () => {
    const rules = [...close, exclude('odata', { deployment: 'on-premises' })];
    expect(matter({ rules })).toEqual(['payload', 'deployment']);
    const contradictions = [contradiction({ operation: 'create', deployment: 'on-premises' })];
    expect(matter({ rules, contradictions })).toEqual(['payload']);
  });

  test('where only an answer that is ruled out would speak', () => {
    const rules = [...close, exclude('odata', { latency: 'realtime', copy: 'required' })];
    const contradictions = [contradiction({ operation: 'create', latency: 'realtime' })];
    expect(matter({ rules })).toEqual(['payload', 'latency', 'copy']);
    expect(matter({ rules, contradictions })).toEqual(['payload']);
  });

  test('to a verdict that is the strongest already, in whatever order the statements stand', () => {
    const verdicts = [
      verdict('required', create),
      verdict('avoid', create),
      verdict('required', { systems: { from: 5 } }),
    ];
    expect(matter({ rules: close, verdicts })).toEqual(['payload']);
    expect(matter({ rules: close, verdicts: verdicts.toReversed() })).toEqual(['payload']);
  });

  test('once nothing can change any more', () => {
    const neverAhead = [...close, exclude('dmf', large)];
    expect(matter({ rules: neverAhead })).toEqual([]);
    expect(matter({ rules: close }, { ...create, payload: 'small' })).toEqual([]);
    expect(matter({ rules: close }, create, ['payload'])).toEqual([]);
  });
});
