import { describe, expect, test } from 'vitest';
import { domainOf } from '#core/advisor/domain.ts';
import { type Hinge, whatItHingesOn } from '#core/advisor/hinges.ts';
import { decidingFields, type Field, isChoice, type Profile } from '#core/advisor/profile.ts';
import { recommend } from '#core/advisor/recommend.ts';
import { drawnBook, drawnFields, waysOf } from '#tests/support/drawn-books.ts';
import { contradiction, exclude, favour, type OwnRules, ownBook, verdict } from '#tests/support/own-rules.ts';
import { generator } from '#tests/support/random-profiles.ts';

const create = { operation: 'create' } as const;
const odata = favour('odata', 'task', 2, create);
const dmf = favour('dmf', 'task', 1, create);

/** What it hinges on where these questions are open and every other one is answered in a way that no rule speaks of. */
function hinges(open: readonly Field[], own: OwnRules, given: Profile = create) {
  const book = ownBook({ patterns: ['odata', 'dmf', 'outbound-call'], ...own });
  const rest = decidingFields.filter((field) => !open.includes(field) && given[field] === undefined);
  const answered = Object.fromEntries(rest.map((field) => [field, domainOf(book).get(field)?.[0]]));
  return whatItHingesOn({ ...answered, ...given } as Profile, book);
}

/** An exception as `payload: large, copy: required → dmf`. */
const shown = <Outcome extends string>(hinge: Hinge<Outcome> | undefined) =>
  hinge?.unless.map(
    ({ when, outcome }) =>
      `${when.map(({ field, values }) => `${field}: ${values.join(' or ')}`).join(', ')} → ${outcome}`,
  );

describe('the pattern', () => {
  const rules = [odata, dmf, favour('dmf', 'load', 2, { payload: ['medium', 'large'] })];

  test('is what usually comes out, unless an open answer leads elsewhere', () => {
    const found = hinges(['payload', 'copy'], { rules })?.primary;
    expect(found).toMatchObject({ usually: 'odata', whatever: ['copy'] });
    expect(shown(found)).toEqual(['payload: medium or large → dmf']);
  });

  test('comes out in every case where no open answer matters', () => {
    expect(hinges(['copy', 'latency'], { rules })?.primary).toEqual({
      usually: 'odata',
      whatever: ['latency', 'copy'],
      unless: [],
    });
  });

  test('hinges on nothing where nothing is open', () => {
    expect(hinges([], { rules })).toEqual({
      primary: { usually: 'odata', whatever: [], unless: [] },
      middleware: { usually: 'optional', whatever: [], unless: [] },
    });
  });

  test('may hinge on two answers together', () => {
    const both = [odata, dmf, favour('dmf', 'load', 2, { payload: 'large', copy: 'required' })];
    expect(shown(hinges(['payload', 'copy', 'latency'], { rules: both })?.primary)).toEqual([
      'payload: large, copy: required → dmf',
    ]);
  });

  test('may hinge on either of two answers, each told by itself', () => {
    const either = [odata, dmf, favour('dmf', 'load', 2, [{ payload: 'large' }, { copy: 'required' }])];
    expect(shown(hinges(['payload', 'copy'], { rules: either })?.primary)?.toSorted()).toEqual([
      'copy: required → dmf',
      'payload: large → dmf',
    ]);
  });

  test('may lead to several others, the exception of fewest answers first', () => {
    const several = [
      odata,
      dmf,
      favour('outbound-call', 'task', 5, { operation: 'create', payload: 'small', latency: 'hourly' }),
      favour('dmf', 'load', 2, { payload: 'large' }),
    ];
    expect(shown(hinges(['latency', 'payload'], { rules: several })?.primary)).toEqual([
      'payload: large → dmf',
      'latency: hourly, payload: small → outbound-call',
    ]);
  });

  test('may be none at all', () => {
    expect(shown(hinges(['payload'], { rules: [odata, exclude('odata', { payload: 'small' })] })?.primary)).toEqual([
      'payload: small → none',
    ]);
    expect(hinges(['payload'], { rules: [odata] }, { operation: 'read' })?.primary.usually).toBe('none');
  });

  test('is told for the whole of an interval of counts', () => {
    const busy = [odata, dmf, favour('dmf', 'load', 2, { systems: { above: 4, up_to: 9 } })];
    expect(shown(hinges(['systems'], { rules: busy })?.primary)).toEqual(['systems: 9 → dmf']);
  });
});

describe('the verdict on middleware', () => {
  test('hinges on open answers of its own, and on those that change the pattern', () => {
    const found = hinges(['payload', 'systems'], {
      rules: [odata, dmf, favour('dmf', 'load', 2, { payload: 'large' })],
      verdicts: [verdict('advised', { systems: { from: 5 } }), verdict('avoid', { primary: 'dmf' })],
    });
    expect(shown(found?.primary)).toEqual(['payload: large → dmf']);
    expect(found?.middleware.usually).toBe('optional');
    expect(shown(found?.middleware)?.toSorted()).toEqual([
      'payload: large → avoid',
      'payload: small or medium, systems: 5 → advised',
    ]);
  });

  test('may be the same whatever becomes of the pattern', () => {
    const found = hinges(['payload'], {
      rules: [odata, dmf, favour('dmf', 'load', 2, { payload: 'large' })],
      verdicts: [verdict('avoid', { primary: 'odata' }), verdict('avoid', { primary: 'dmf' })],
    });
    expect(found?.middleware).toEqual({ usually: 'avoid', whatever: ['payload'], unless: [] });
  });
});

describe('answers that contradict each other', () => {
  const rules = [odata, dmf, favour('dmf', 'load', 2, { payload: 'large' })];

  test('are no exception', () => {
    const never = [contradiction({ payload: 'large', copy: ['required', 'unwanted'] })];
    expect(hinges(['payload', 'copy'], { rules, contradictions: never })?.primary.unless).toEqual([]);
  });

  test('leave the exception to those with which they go together', () => {
    const bigCopies = [contradiction({ payload: 'large', copy: 'unwanted' })];
    expect(shown(hinges(['payload', 'copy'], { rules, contradictions: bigCopies })?.primary)).toEqual([
      'payload: large → dmf',
    ]);
  });

  test('leave out questions whose answer follows', () => {
    const one = [contradiction({ operation: 'create', deployment: 'on-premises' })];
    expect(hinges(['deployment', 'copy'], { rules, contradictions: one })?.primary.whatever).toEqual(['copy']);
  });
});

describe('how much may be open', () => {
  const rules = [odata, dmf, favour('dmf', 'load', 2, { payload: 'large' })];
  const many = decidingFields.filter((field) => isChoice(field) && field !== 'operation');

  test('is twelve questions', () => {
    expect(shown(hinges(many.slice(0, 12), { rules })?.primary)).toEqual(['payload: large → dmf']);
    expect(hinges(many.slice(0, 13), { rules })).toBeUndefined();
  });

  test('is no more than can be told: where the exceptions are too many, there is no statement', () => {
    const open = ['latency', 'payload', 'initiator', 'transformation', 'response', 'protocol'] as const;
    /** Data management wherever an odd number of answers are the first of their question: nothing shorter says that. */
    const odd = open.flatMap((field, index) => open.slice(index + 1).map((other) => [field, other] as const));
    const words = (field: Field) => domainOf(ownBook({})).get(field) as readonly string[];
    const tangled = odd.map(([one, other], index) =>
      favour('dmf', 'load', 2 + (index % 2), {
        [one]: words(one)[index % 3],
        [other]: words(other)[(index + 1) % 3],
      } as never),
    );
    expect(hinges(open, { rules: [odata, dmf, ...tangled] })).toBeUndefined();
    expect(hinges(open.slice(0, 2), { rules: [odata, dmf, ...tangled] })).toBeDefined();
  });
});

/** The outcome that a statement gives for a way of answering what is open: that of each exception that is met. */
const outcomesOf = (hinge: Hinge<string>, way: Profile): string[] => {
  const met = hinge.unless.filter(({ when }) =>
    when.every(({ field, values }) => values.includes(way[field] as never)),
  );
  return met.length > 0 ? met.map(({ outcome }) => outcome) : [hinge.usually];
};

test('tried with every answer in small books, each statement is true of all, and names no exception in vain', () => {
  const random = generator(2);
  const told = { usually: 0, unless: 0 };
  for (let count = 0; count < 50; count += 1) {
    const book = drawnBook(random);
    const rest = decidingFields.filter((field) => field !== 'operation' && !(drawnFields as Field[]).includes(field));
    const given = {
      ...create,
      ...Object.fromEntries(rest.map((field) => [field, domainOf(book).get(field)?.[0]])),
    } as Profile;
    const found = whatItHingesOn(given, book);
    if (!found) throw new Error('three questions are not too many');
    const ways = waysOf(given, book, false);
    const met = ways.map((way) => {
      const { primary, middleware } = recommend(way, book);
      const story = JSON.stringify([book.rules.map(({ id }) => id), way.payload, way.copy, way.latency]);
      expect(new Set(outcomesOf(found.primary, way)), story).toEqual(new Set([primary ?? 'none']));
      expect(new Set(outcomesOf(found.middleware, way)), story).toEqual(new Set([middleware]));
      return found.primary.unless.filter(({ when }) =>
        when.every(({ field, values }) => values.includes(way[field] as never)),
      );
    });
    for (const exception of found.primary.unless) expect(met.flat()).toContain(exception);
    for (const field of found.primary.whatever) {
      expect(found.primary.unless.flatMap(({ when }) => when.map((one) => one.field))).not.toContain(field);
    }
    told[found.primary.unless.length > 0 ? 'unless' : 'usually'] += 1;
  }
  expect(Math.min(told.usually, told.unless)).toBeGreaterThan(3);
});
