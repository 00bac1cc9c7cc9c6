import { expect, test } from 'vitest';
import { jsonOf } from '#apps/questionnaire/view/Exports.tsx';
import { advise } from '#core/advisor/advice.ts';
import { inSnakeCase } from '#core/advisor/snake-case.ts';
import { generator, randomProfile } from '#tests/support/random-profiles.ts';
import { book } from '#tests/support/rule-book.ts';

const exported = (...given: Parameters<typeof advise>) => JSON.parse(jsonOf(advise(...given)));

const keysIn = (data: unknown): string[] => {
  if (Array.isArray(data)) return data.flatMap(keysIn);
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([key, value]) => [key, ...keysIn(value)]);
};

test('says under the names of the command line what was answered and decided', () => {
  const data = exported(
    { operation: 'bulk-load', peak_batch_records: 1_000_000, latency: 'realtime' },
    ['systems'],
    book,
  );
  expect(data).toMatchObject({
    schema_version: 2,
    rules_version: book.version,
    answers: { operation: 'bulk-load', peak_batch_records: 1_000_000, latency: 'realtime' },
    not_sure: ['systems'],
    certainty: 'undecided',
  });
  expect(data.conflicts[0].ways_out[0]).toMatchObject({ field: expect.any(String), costs: expect.any(Array) });
  expect(data).toHaveProperty('would_change');
});

test('has every key in snake_case, whatever was answered, and no change twice', () => {
  const random = generator(5);
  for (let drawn = 0; drawn < 40; drawn += 1) {
    const data = exported(randomProfile(book, random), [], book);
    expect(keysIn(data).filter((key) => !/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/.test(key))).toEqual([]);
    const changes = (data.would_change as unknown[]).map((one) => JSON.stringify(one));
    expect(new Set(changes).size).toBe(changes.length);
  }
});

test('keys are respelt, values and ids are not', () => {
  expect(
    inSnakeCase({ limitText: 'whyNot', sources: { 'ms-odata': [{ checkedOn: null }] }, volume_per_day: 5 }),
  ).toEqual({
    limit_text: 'whyNot',
    sources: { 'ms-odata': [{ checked_on: null }] },
    volume_per_day: 5,
  });
});
