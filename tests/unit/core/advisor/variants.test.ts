import { describe, expect, test } from 'vitest';
import { contradictionsIn } from '#core/advisor/contradictions.ts';
import type { Field, Profile } from '#core/advisor/profile.ts';
import type { ContradictionRule, PatternId, VariantChoice, VariantRule } from '#core/advisor/rule-book.ts';
import { isVariantCertain, variantsOf, whatChooses } from '#core/advisor/variants.ts';
import { contradiction, favour, groundsOf, type OwnRules, ownBook, type When } from '#tests/support/own-rules.ts';

const create = { operation: 'create' } as const;
const large = { payload: 'large' } as const;

const variant = (id: string, when: When, unless?: When): VariantRule => ({
  ...groundsOf(when, unless, id),
  pattern: 'odata',
  name: id,
  otherwise: false,
  needs: [],
  limits: [],
});
/** What is chosen where nothing else is: a condition without a test. */
const otherwise = (id: string): VariantRule => ({ ...variant(id, {}), otherwise: true });

const choice = (variants: readonly VariantRule[], pattern: PatternId = 'odata'): VariantChoice => ({
  id: `${pattern}-choice`,
  pattern,
  title: 'How',
  variants,
});

function chosen(variants: readonly VariantRule[], given: Profile = create, own: OwnRules = {}) {
  const book = ownBook({ ...own, choices: [choice(variants), choice([otherwise('elsewhere')], 'dmf')] });
  const found = variantsOf('odata', given, book);
  expect(found).toHaveLength(1);
  return { chosen: found[0]?.chosen?.id, open: found[0]?.open.map(({ id }) => id) };
}

describe('the variant', () => {
  const variants = [variant('batch', large), variant('file', { protocol: 'file' }), otherwise('single')];

  test('is the first whose conditions are met', () => {
    expect(chosen(variants, { ...create, ...large, protocol: 'file' }).chosen).toBe('batch');
    expect(chosen(variants, { ...create, protocol: 'file' }).chosen).toBe('file');
    expect(chosen(variants).chosen).toBe('single');
    expect(chosen(variants.slice(0, 2)).chosen).toBeUndefined();
  });

  test('may ask for the pattern itself, which is the one that the choice belongs to', () => {
    const asks = (primary: string) => [variant('own', { primary }), otherwise('single')];
    expect(chosen(asks('odata'))).toEqual({ chosen: 'own', open: [] });
    expect(chosen(asks('dmf'))).toEqual({ chosen: 'single', open: [] });
  });

  test('is told for each choice of the pattern, and for no other pattern', () => {
    const book = ownBook({ choices: [choice(variants), choice(variants, 'dmf'), choice([otherwise('x')])] });
    expect(variantsOf('odata', create, book).map((one) => one.chosen?.id)).toEqual(['single', 'x']);
  });
});

describe('another variant is open', () => {
  test.each<[string, VariantRule[], Profile, string[]]>([
    ['where an open answer brings it', [variant('batch', large), otherwise('single')], create, ['batch']],
    [
      'where an open answer takes away what stands before it',
      [variant('batch', create, large), otherwise('single')],
      create,
      ['single'],
    ],
    [
      'where one of its conditions is met and the other open',
      [variant('batch', { operation: 'create', payload: 'large' }), otherwise('single')],
      create,
      ['batch'],
    ],
    [
      'where what would win before it is open too',
      [variant('file', { protocol: 'file' }), variant('batch', large), otherwise('single')],
      create,
      ['file', 'batch'],
    ],
    [
      'where a count that nobody gave decides',
      [variant('batch', { systems: { from: 5 } }), otherwise('single')],
      create,
      ['batch'],
    ],
  ])('%s', (_story, variants, given, open) => {
    expect(chosen(variants, given).open).toEqual(open);
  });

  test('where a count that is possible lies between two that rules name', () => {
    const peak = groundsOf({ peak_batch_records: { above: 50 }, volume_per_day: { up_to: 40 } });
    const contradictions: ContradictionRule[] = [{ ...peak, moreThan: ['peak_batch_records', 'volume_per_day'] }];
    const variants = [variant('batch', { peak_batch_records: { above: 5 } }), otherwise('single')];
    const day: Profile = { ...create, volume_per_day: 40 };
    expect(chosen(variants, day, { contradictions }).open).toEqual(['batch']);
    expect(chosen(variants, { ...day, peak_batch_records: 20 }, { contradictions }).chosen).toBe('batch');
    expect(contradictionsIn({ ...day, peak_batch_records: 20 }, ownBook({ contradictions }))).toEqual([]);
  });
});

describe('another variant is not open', () => {
  test.each<[string, VariantRule[], Profile, string]>([
    [
      'where its answer was another',
      [variant('batch', large), otherwise('single')],
      { ...create, payload: 'small' },
      'single',
    ],
    [
      'where one before it is chosen whatever is answered',
      [variant('batch', create), variant('file', large), otherwise('single')],
      create,
      'batch',
    ],
    [
      'where it asks for what only the one before it may have',
      [
        variant('batch', create, { payload: ['small', 'medium'] }),
        variant('file', { payload: 'small', operation: 'read' }),
      ],
      create,
      'batch',
    ],
    [
      'where just the answer that brings it brings one before it',
      [variant('batch', large), variant('file', { payload: 'large', protocol: 'file' }), otherwise('single')],
      { ...create, ...large },
      'batch',
    ],
  ])('%s', (_story, variants, given, expected) => {
    expect(chosen(variants, given)).toEqual({ chosen: expected, open: [] });
  });

  test('where every answer that brings it brings one before it', () => {
    const variants = [
      variant('batch', [large, { copy: 'required' }]),
      variant('file', { payload: 'large', copy: 'required' }),
      otherwise('single'),
    ];
    expect(chosen(variants).open).toEqual(['batch']);
  });

  test('where only answers that contradict each other bring it', () => {
    const variants = [variant('batch', { payload: 'large', copy: 'required' }), otherwise('single')];
    const contradictions = [contradiction({ payload: 'large', copy: 'required' })];
    expect(chosen(variants, create, { contradictions })).toEqual({ chosen: 'single', open: [] });
  });

  test('where its answer is ruled out by another one that is given later', () => {
    const variants = [variant('batch', { latency: ['hourly', 'realtime'], copy: 'required' }), otherwise('single')];
    const contradictions = ['realtime', 'near-realtime', 'hourly'].map((latency) =>
      contradiction({ latency, copy: 'required' }),
    );
    expect(chosen(variants)).toEqual({ chosen: 'single', open: ['batch'] });
    expect(chosen(variants, create, { contradictions })).toEqual({ chosen: 'single', open: [] });
  });
});

test('a variant is certain where it is chosen and nothing else is open', () => {
  const certain = (variants: readonly VariantRule[], given: Profile = create) =>
    variantsOf('odata', given, ownBook({ choices: [choice(variants)] })).map(isVariantCertain);
  expect(certain([otherwise('single')])).toEqual([true]);
  expect(certain([variant('batch', large), otherwise('single')])).toEqual([false]);
  expect(certain([variant('batch', large)], { ...create, payload: 'small' })).toEqual([false]);
});

describe('what one more answer would choose', () => {
  const variants = [
    variant('batch', [large, { copy: 'required' }]),
    variant('file', { protocol: ['file', 'excel'] }),
    otherwise('single'),
  ];
  const rules = [favour('odata', 'task', 2, create), favour('dmf', 'task', 1, create)];

  function moves(given: Profile = create, own: OwnRules = {}, unsure: readonly Field[] = []) {
    const one = choice(variants);
    const book = ownBook({ rules, ...own, choices: [one] });
    const [found] = variantsOf('odata', given, book);
    if (!found) throw new Error('no choice');
    return whatChooses(found, given, unsure, book).map(
      (move) => `${move.field}: ${move.values.join(' or ')} → ${move.variant.id}`,
    );
  }

  test('is told for each open question that a variant reads, with all answers that do the same', () => {
    expect(moves()).toEqual(['payload: large → batch', 'copy: required → batch', 'protocol: file or excel → file']);
  });

  test('is not told of a question that is answered', () => {
    expect(moves({ ...create, payload: 'small' })).toEqual([
      'copy: required → batch',
      'protocol: file or excel → file',
    ]);
  });

  test('is told of one that was answered by "not sure"', () => {
    expect(moves(create, {}, ['payload'])).toEqual(moves());
  });

  test('is not told where it leaves the variant as it is', () => {
    expect(moves({ ...create, payload: 'large' })).toEqual([]);
  });

  test('is not told where it contradicts what is answered', () => {
    const contradictions = [contradiction({ operation: 'create', protocol: 'excel' })];
    expect(moves(create, { contradictions })).toContain('protocol: file → file');
  });

  test('is not told where it leads to another pattern', () => {
    const more = [...rules, favour('dmf', 'form', 2, { protocol: 'file' })];
    expect(moves(create, { rules: more })).toContain('protocol: excel → file');
  });

  test('goes by what follows from the answer as well', () => {
    const contradictions = ['realtime', 'near-realtime', 'hourly'].map((latency) =>
      contradiction({ latency, response: 'none' }),
    );
    const byNight = [
      variant('batch', { latency: 'nightly' }),
      variant('later', { response: 'later' }),
      otherwise('single'),
    ];
    const one = choice(byNight);
    const book = ownBook({ rules, contradictions, choices: [one] });
    const [found] = variantsOf('odata', create, book);
    const told =
      found && whatChooses(found, create, [], book).map(({ field, values, variant: to }) => [field, values, to.id]);
    expect(told).toEqual([
      ['latency', ['nightly'], 'batch'],
      ['response', ['none'], 'batch'],
      ['response', ['later'], 'later'],
    ]);
  });
});
