import { describe, expect, test } from 'vitest';
import { nextQuestion } from '#core/advisor/next-question.ts';
import type { Field, Profile } from '#core/advisor/profile.ts';
import type { Question } from '#core/advisor/rule-book.ts';
import {
  contradiction,
  favour,
  type OwnRules,
  ownBook,
  question,
  verdict,
  type When,
} from '#tests/support/own-rules.ts';

const create = { operation: 'create' } as const;
const odata = favour('odata', 'task', 2, create);
const dmf = favour('dmf', 'task', 1, create);

/** Each of these conditions alone makes it data management. */
const tippedBy = (...conditions: When[]) => [odata, dmf, ...conditions.map((when) => favour('dmf', 'load', 2, when))];

const asked = (own: OwnRules, given: Profile = create, unsure: readonly Field[] = []) =>
  nextQuestion(given, unsure, ownBook(own))?.field;

const even = { required: 1, unwanted: 1 };
const rarely = { required: 1, unwanted: 500 };
const sizes = { small: 1, medium: 1, large: 1 };

describe('the next question', () => {
  const rules = tippedBy({ copy: 'required' }, { payload: 'large' });

  test('is the first of the book that can still matter', () => {
    const questions = [question('direction', { inbound: 1 }), question('copy', even), question('payload', sizes)];
    expect(asked({ rules, questions })).toBe('copy');
    expect(asked({ rules, questions: questions.toReversed() })).toBe('payload');
  });

  test('is asked neither again nor after "not sure"', () => {
    const questions = [question('copy', even), question('payload', sizes)];
    expect(asked({ rules, questions }, { ...create, copy: 'unwanted' })).toBe('payload');
    expect(asked({ rules, questions }, create, ['copy'])).toBe('payload');
    expect(asked({ rules, questions }, create, ['copy', 'payload'])).toBeUndefined();
    expect(asked({ rules, questions }, { ...create, copy: 'required' })).toBeUndefined();
  });

  test('is the first of the book where nothing is known yet, whatever it tells', () => {
    const questions = [question('direction', { inbound: 1 }), question('operation', { create: 1, read: 1 })];
    expect(asked({ rules, questions }, {})).toBe('direction');
    expect(asked({ rules, questions }, {}, ['direction'])).toBe('operation');
    expect(asked({ rules, questions }, { direction: 'inbound' })).toBe('operation');
  });

  test('is never one whose answer follows from the others', () => {
    const questions = [question('copy', even), question('payload', sizes)];
    expect(
      asked({ rules, questions, contradictions: [contradiction({ operation: 'create', copy: 'required' })] }),
    ).toBe('payload');
  });
});

describe('a question that tells next to nothing', () => {
  const other = question('payload', sizes);

  /** Whether a question that stands first in the book is asked after another one that tells more. */
  const waits = (first: Question, when: When): boolean => {
    const field = asked({ rules: tippedBy(when, { payload: 'large' }), questions: [first, other] });
    expect([first.field, 'payload']).toContain(field);
    return field === 'payload';
  };

  test.each<[string, Question, When, boolean]>([
    ['a word that hardly anybody gives', question('copy', rarely), { copy: 'required' }, true],
    ['the same word, given as often as not', question('copy', even), { copy: 'required' }, false],
    [
      'a word without a share counts as often as one of share 1',
      {
        ...question('copy', even),
        options: [
          { value: 'required', label: '' },
          { value: 'unwanted', label: '' },
        ],
      },
      { copy: 'required' },
      false,
    ],
    [
      'a number beyond the bands that people choose',
      question('systems', { 2: 500, 40: 1 }),
      { systems: { from: 5 } },
      true,
    ],
    [
      'a number in the band that most people choose',
      question('systems', { 2: 1, 40: 1 }),
      { systems: { from: 5 } },
      false,
    ],
    ['a number at the lower end of a band', question('systems', { 4: 500, 5: 1 }), { systems: { from: 5 } }, true],
    [
      'a number at the upper end of a band',
      question('systems', { 4: 1, 5: 500, 6: 1 }),
      { systems: { above: 5 } },
      true,
    ],
    ['a promise that one in five needs', question('guarantees', {}), { guarantees: 'ordered' }, false],
  ])('waits, or not: %s', (_story, first, when, expected) => {
    expect(waits(first, when)).toBe(expected);
  });

  test('is asked all the same once those that tell more are answered', () => {
    const own = {
      rules: tippedBy({ copy: 'required' }, { payload: 'large' }),
      questions: [question('copy', rarely), other],
    };
    expect(asked(own)).toBe('payload');
    expect(asked(own, { ...create, payload: 'small' })).toBe('copy');
    expect(asked(own, create, ['payload'])).toBe('copy');
  });

  test('may tell of the verdict on middleware alone', () => {
    const own = {
      rules: [odata],
      verdicts: [verdict('required', { copy: 'required' }), verdict('required', { payload: 'large' })],
    };
    expect(asked({ ...own, questions: [question('copy', even), other] })).toBe('copy');
    expect(asked({ ...own, questions: [question('copy', rarely), other] })).toBe('payload');
  });
});

test('the same answers lead to the same question', () => {
  const own = { rules: tippedBy({ copy: 'required' }, { payload: 'large' }) };
  expect(asked(own)).toBe(asked(own));
});
