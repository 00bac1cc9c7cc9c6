import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fieldPhrases } from '#core/language/lexicon.ts';
import { MAX_TEXT } from '#core/language/tokens.ts';
import { type Understanding, understand } from '#core/language/understand.ts';
import { lexicon, tables } from '#tests/support/lexicon.ts';

const pieces = [
  ...new Set(fieldPhrases(tables.words).flatMap(({ source }) => source.replaceAll(/[[\]()*]/g, '').split(/[ |]/))),
  'F&O',
  'Salesforce',
  'Shopify',
  'not',
  'no',
  'without',
  '->',
  '<->',
  ',',
  '.',
  ';',
  '50,000',
  '1.5',
  '0,5',
  '20 mil',
  'every',
  'minutes',
  'per',
  'day',
  'million',
  '*/5 * * * *',
  '12:30',
  '(',
  ')',
  '"',
  "don't",
  'Ünïcödé',
  '💥',
  '\n',
];

/** Words of the tables in any order, and whatever else a keyboard gives. */
const texts = fc.oneof(
  fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((words) => words.join(' ')),
  fc.string({ maxLength: 300, unit: 'binary' }),
);

const spansOf = ({ readings, unsettled, systems, notUnderstood }: Understanding) => [
  ...[...readings, ...unsettled.flatMap((one) => one.readings), ...systems].flatMap(({ words }) => words),
  ...notUnderstood,
];

describe('any text', () => {
  test('is read without a fault, and every span lies inside of it and holds something', () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const { start, end } of spansOf(understand(text, lexicon))) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(text.slice(start, end).trim()).not.toBe('');
        }
      }),
      { numRuns: 300 },
    );
  });

  test('means the same each time it is read', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(understand(text, lexicon)).toEqual(understand(text, lexicon));
      }),
      { numRuns: 100 },
    );
  });

  test('gives at most one value a field, and none of a field that is left open', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { readings, unsettled, profile } = understand(text, lexicon);
        const taken = readings.map(({ field }) => field);
        expect(new Set(taken).size).toBe(taken.length);
        expect(unsettled.filter(({ field }) => taken.includes(field))).toEqual([]);
        expect(Object.keys(profile)).toEqual(taken);
      }),
      { numRuns: 200 },
    );
  });

  test('of any length takes no more than its beginning', () => {
    const text = `in real time ${'x '.repeat(MAX_TEXT)} nightly`;
    expect(understand(text, lexicon).profile.latency).toBe('realtime');
  });
});

/** Phrases that are words in a row, as somebody would write them; "not only" denies nothing. */
const plainPhrases = fieldPhrases(tables.words).filter(
  ({ source, meaning }) =>
    /^[\p{L} ]+$/u.test(source) &&
    !source.startsWith('only ') &&
    !/[A-Z]{3}/.test(source) &&
    meaning.field !== 'guarantees',
);

test('a word that is denied is never read as the word', () => {
  expect(plainPhrases.length).toBeGreaterThan(200);
  const read = plainPhrases.filter(({ source, meaning }) => {
    const { readings } = understand(`It is not ${source}.`, lexicon);
    return readings.some(
      ({ field, value, because }) => field === meaning.field && value === meaning.value && because === undefined,
    );
  });
  expect(read.map(({ source }) => source)).toEqual([]);
});
