import { describe, expect, test } from 'vitest';
import { contradictionsBy, contradictionsIn, impliedAnswers, withImplied } from '#core/advisor/contradictions.ts';
import type { Field, Profile } from '#core/advisor/profile.ts';
import type { ContradictionRule } from '#core/advisor/rule-book.ts';
import { contradiction, groundsOf, ownBook, type When } from '#tests/support/own-rules.ts';

const bookWith = (...contradictions: ContradictionRule[]) => ownBook({ contradictions });
const ids = (rules: readonly ContradictionRule[]) => rules.map(({ id }) => id);
const named = (id: string, when: When, unless?: When): ContradictionRule => groundsOf(when, unless, id);

const onlyOut = contradiction({ operation: 'extract', direction: ['inbound', 'bidirectional'] });

describe('answers contradict each other', () => {
  const book = bookWith(
    named('both', { operation: 'extract', direction: 'inbound' }),
    named('unless', { latency: 'realtime' }, { copy: 'required' }),
  );

  test.each<[Profile, string[]]>([
    [{ operation: 'extract', direction: 'inbound' }, ['both']],
    [{ operation: 'extract' }, []],
    [{ latency: 'realtime' }, ['unless']],
    [{ latency: 'realtime', copy: 'required' }, []],
  ])('%o: %o', (profile, expected) => {
    expect(ids(contradictionsIn(profile, book))).toEqual(expected);
  });

  test('where one count is more than another that it cannot exceed, to the very number', () => {
    const peak: ContradictionRule = {
      ...groundsOf([], [], 'peak'),
      moreThan: ['peak_batch_records', 'volume_per_day'],
    };
    const found = (profile: Profile) => ids(contradictionsIn(profile, bookWith(peak)));
    expect(found({ peak_batch_records: 51, volume_per_day: 50 })).toEqual(['peak']);
    expect(found({ peak_batch_records: 50, volume_per_day: 50 })).toEqual([]);
    expect(found({ peak_batch_records: 51 })).toEqual([]);
    expect(found({ volume_per_day: 50 })).toEqual([]);
  });
});

describe('one more answer', () => {
  const book = bookWith(
    named('in', { operation: 'extract', direction: 'inbound' }),
    named('now', { operation: 'extract', latency: 'realtime' }),
    named('copies', { latency: 'realtime' }, { copy: 'required' }),
  );
  const brought = (answer: Profile, profile: Profile) => ids(contradictionsBy(answer, profile, book));

  test('brings the contradictions in which it has a part', () => {
    expect(brought({ direction: 'inbound' }, { operation: 'extract' })).toEqual(['in']);
    expect(brought({ direction: 'outbound' }, { operation: 'extract' })).toEqual([]);
    expect(brought({ latency: 'realtime' }, { operation: 'extract' })).toEqual(['now', 'copies']);
  });

  test('brings none that was there before', () => {
    expect(brought({ direction: 'inbound' }, { operation: 'extract', latency: 'realtime' })).toEqual(['in']);
    expect(brought({ operation: 'extract' }, { operation: 'extract', direction: 'inbound' })).toEqual([]);
  });

  test('brings one by taking an exception away', () => {
    expect(brought({ copy: 'unwanted' }, { latency: 'realtime', copy: 'required' })).toEqual(['copies']);
  });

  test('names a contradiction once, though two of its answers are given at once', () => {
    expect(brought({ operation: 'extract', direction: 'inbound' }, {})).toEqual(['in']);
  });
});

describe('what follows from the answers', () => {
  const implied = (given: Profile, contradictions: ContradictionRule[], unsure: readonly Field[] = []) =>
    impliedAnswers(given, unsure, bookWith(...contradictions));

  test('is the one word that is left', () => {
    expect(implied({ operation: 'extract' }, [onlyOut])).toEqual({ direction: 'outbound' });
    expect(implied({ operation: 'create' }, [onlyOut])).toEqual({});
    expect(implied({ operation: 'extract' }, [named('in', { operation: 'extract', direction: 'inbound' })])).toEqual(
      {},
    );
  });

  test('is nothing where no word is left', () => {
    const none = contradiction({ operation: 'extract', direction: ['inbound', 'outbound', 'bidirectional'] });
    expect(implied({ operation: 'extract' }, [none])).toEqual({});
  });

  test('is never put in the place of an answer, nor of "not sure"', () => {
    expect(implied({ operation: 'extract', direction: 'inbound' }, [onlyOut])).toEqual({});
    expect(implied({ operation: 'extract' }, [onlyOut], ['direction'])).toEqual({});
  });

  test('may follow from what follows, in whatever order the questions stand', () => {
    const outByNight = contradiction({ direction: 'outbound', latency: ['realtime', 'near-realtime', 'hourly'] });
    const nightInCloud = contradiction({
      latency: 'nightly',
      counterpart: ['dataverse', 'power-platform', 'third-party'],
    });
    expect(implied({ operation: 'extract' }, [nightInCloud, outByNight, onlyOut])).toEqual({
      direction: 'outbound',
      latency: 'nightly',
      counterpart: 'microsoft-other',
    });
    expect(implied({ operation: 'extract' }, [nightInCloud, outByNight, onlyOut], ['latency'])).toEqual({
      direction: 'outbound',
    });
  });

  test('is neither a count nor a promise', () => {
    const small = contradiction({ operation: 'extract', systems: { above: 2 } });
    const none = contradiction({
      operation: 'extract',
      guarantees: ['ordered', 'all-or-nothing', 'exactly-once', 'survives-outage'],
    });
    expect(implied({ operation: 'extract' }, [small, none])).toEqual({});
  });

  test('stands beside what was answered', () => {
    expect(withImplied({ operation: 'extract', systems: 3 }, [], bookWith(onlyOut))).toEqual({
      operation: 'extract',
      systems: 3,
      direction: 'outbound',
    });
  });
});
