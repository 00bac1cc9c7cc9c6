import { describe, expect, test } from 'vitest';
import { applies, type Facts, testField } from '#core/advisor/condition.ts';
import type { Clause, Grounds, Range } from '#core/advisor/rule-book.ts';

describe('a range', () => {
  test.each<[Range, number[], number[]]>([
    [{ above: 5 }, [6, 1e9], [0, 5]],
    [{ from: 5 }, [5, 1e9], [0, 4]],
    [{ below: 5 }, [0, 4], [5, 1e9]],
    [{ up_to: 5 }, [0, 5], [6, 1e9]],
    [{ above: 5, up_to: 9 }, [6, 9], [5, 10]],
    [{ from: 5, below: 9 }, [5, 8], [4, 9]],
  ])('%o', (range, inside, outside) => {
    const passes = (systems: number) => testField({ field: 'systems', range }, { systems });
    expect(inside.filter((value) => !passes(value))).toEqual([]);
    expect(outside.filter(passes)).toEqual([]);
  });

  test('is passed by no unanswered count', () => {
    expect(testField({ field: 'systems', range: { from: 0 } }, {})).toBe(false);
  });
});

describe('a list of words', () => {
  test.each<[string, Facts, boolean]>([
    ['one of them', { latency: 'hourly' }, true],
    ['another word', { latency: 'realtime' }, false],
    ['no answer', {}, false],
  ])('%s', (_story, facts, passes) => {
    expect(testField({ field: 'latency', anyOf: ['hourly', 'nightly'] }, facts)).toBe(passes);
  });

  test('is passed by guarantees that share one of them', () => {
    const ordered = { field: 'guarantees', anyOf: ['ordered'] } as const;
    expect(testField(ordered, { guarantees: ['exactly-once', 'ordered'] })).toBe(true);
    expect(testField(ordered, { guarantees: ['exactly-once'] })).toBe(false);
    expect(testField(ordered, { guarantees: [] })).toBe(false);
  });
});

describe('a rule', () => {
  const reads: Clause = [{ field: 'operation', anyOf: ['read'] }];
  const readsNow: Clause = [...reads, { field: 'latency', anyOf: ['realtime'] }];
  const extracts: Clause = [{ field: 'operation', anyOf: ['extract'] }];
  const rule = (when: Clause[], unless?: Clause): Grounds => ({
    id: 'rule',
    when,
    unless: unless ? [unless] : [],
    evidence: 'judgement',
    reason: '',
    sources: [],
  });

  test.each<[string, Grounds, Facts, boolean]>([
    ['needs every test of a clause', rule([readsNow]), { operation: 'read', latency: 'realtime' }, true],
    ['does without none of them', rule([readsNow]), { operation: 'read' }, false],
    ['is content with one of its clauses', rule([extracts, reads]), { operation: 'read' }, true],
    ['gives way to its exception', rule([reads], readsNow), { operation: 'read', latency: 'realtime' }, false],
    ['holds where the exception is not met', rule([reads], readsNow), { operation: 'read', latency: 'hourly' }, true],
    ['holds where the exception is not known', rule([reads], readsNow), { operation: 'read' }, true],
  ])('%s', (_story, grounds, facts, expected) => {
    expect(applies(grounds, facts)).toBe(expected);
  });
});
