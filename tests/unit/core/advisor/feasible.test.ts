import { describe, expect, test } from 'vitest';
import { compile, type Room, roomOf } from '#core/advisor/compiled.ts';
import { feasibleFrom } from '#core/advisor/feasible.ts';
import type { Field, Profile } from '#core/advisor/profile.ts';
import type { FieldTest } from '#core/advisor/rule-book.ts';
import { book } from '#tests/support/rule-book.ts';

/** Answers that cannot both be true, as two words of two fields. */
const never = (a: Field, word: string, b: Field, other: string) => ({
  id: `${a}-${word}`,
  when: [[{ field: a, anyOf: [word] } as FieldTest, { field: b, anyOf: [other] } as FieldTest]],
  unless: [],
  evidence: 'judgement' as const,
  reason: '',
  sources: [],
});

/** The project's rules with contradictions of our own. */
function searchWith(contradictions: ReturnType<typeof never>[], given: Profile = {}, unsure: Field[] = []) {
  const compiled = compile({ ...book, contradictions });
  const room = (profile: Profile): Room => roomOf(profile, unsure, compiled);
  return { room, start: room(given), ...feasibleFrom(room(given), compiled) };
}

const onlyCloud = never('copy', 'required', 'deployment', 'on-premises');
const notAtOnce = never('latency', 'realtime', 'deployment', 'cloud');

describe('what answers leave open', () => {
  test('is all there was where nothing is ruled out', () => {
    const { narrow, start } = searchWith([onlyCloud]);
    expect(narrow(start)).toEqual(start);
  });

  test('is the one word that the others do not rule out, and no longer "not known"', () => {
    const { narrow, start, room } = searchWith([onlyCloud], { copy: 'required' });
    expect(narrow(start)).toEqual(room({ copy: 'required', deployment: 'cloud' }));
  });

  test('stays "not known" for who has said so', () => {
    const { narrow, start } = searchWith([onlyCloud], { copy: 'required' }, ['deployment']);
    expect(narrow(start)).toEqual(start);
  });

  test('leaves "not known" beside several words', () => {
    const { narrow, start } = searchWith([never('copy', 'required', 'latency', 'realtime')], { copy: 'required' });
    const field = start.findIndex((left, index) => narrow(start)?.[index] !== left);
    const [before, after] = [start[field] as number, narrow(start)?.[field] as number];
    expect((before & ~after).toString(2)).toBe('10');
  });

  test.each([
    ['in the order of what follows', [onlyCloud, notAtOnce]],
    ['in the other order', [notAtOnce, onlyCloud]],
  ])('follows from what follows, %s', (_story, contradictions) => {
    const { narrow, start, room } = searchWith(contradictions, { copy: 'required' });
    const expected = narrow(room({ copy: 'required', deployment: 'cloud' }));
    expect(narrow(start)).toEqual(expected);
    expect(expected).not.toEqual(room({ copy: 'required', deployment: 'cloud' }));
  });

  test('is nothing where one more answer contradicts', () => {
    const { narrow, room } = searchWith([onlyCloud]);
    expect(narrow(room({ copy: 'required', deployment: 'on-premises' }))).toBeUndefined();
  });

  test('ignores a contradiction that was there from the start', () => {
    const { narrow, start } = searchWith([onlyCloud], { copy: 'required', deployment: 'on-premises' });
    expect(narrow(start)).toEqual(start);
  });
});

describe('a room', () => {
  const both = { copy: ['required', 'unwanted'], deployment: ['cloud', 'on-premises'] };
  const all = both.copy.flatMap((copy) => both.deployment.map((where) => never('copy', copy, 'deployment', where)));
  /** Both questions answered, though nobody knows how. */
  const answered = (search: ReturnType<typeof searchWith>): Room => {
    const { room } = search;
    const [copy, deployment] = [room({ copy: 'required' }), room({ deployment: 'cloud' })];
    return room({}).map((left, index) =>
      left === copy[index] && left === deployment[index] ? left : left & ~1,
    ) as Room;
  };

  test('is empty where every pair of answers contradicts', () => {
    const search = searchWith(all);
    expect(search.isEmpty(answered(search))).toBe(true);
  });

  test.each(all.map((rule, index) => [rule.id, index]))('is not where one pair is left (%s, %i)', (_id, index) => {
    const search = searchWith(all.filter((_rule, other) => other !== index));
    expect(search.isEmpty(answered(search))).toBe(false);
  });

  test('is not empty where a question may stay open', () => {
    const { isEmpty, start } = searchWith(all);
    expect(isEmpty(start)).toBe(false);
  });

  test('contradicts itself where its answers do', () => {
    const { contradicts, room } = searchWith([onlyCloud]);
    expect(contradicts(room({ copy: 'required', deployment: 'on-premises' }))).toBe(true);
    expect(contradicts(room({ copy: 'required', deployment: 'cloud' }))).toBe(false);
    expect(contradicts(room({ copy: 'required' }))).toBe(false);
  });
});
