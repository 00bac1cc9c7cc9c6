import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Field } from '#core/advisor/profile.ts';
import { understand } from '#core/language/understand.ts';
import { lexicon } from '#tests/support/lexicon.ts';

/** A sentence, and what has to be made of it; see `tests/fixtures/README.md`. */
interface Described {
  id: string;
  language: string;
  text: string;
  understood: Partial<Record<Field, unknown>>;
  /** The name of a system that must be found. */
  system?: string;
  /** Values that must not be read. */
  never?: Partial<Record<Field, unknown[]>>;
  /** Fields that may be guessed at the most. */
  certainNever?: Field[];
}

const cases = readFileSync('tests/fixtures/described.jsonl', 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Described);

const sorted = (value: unknown): unknown => (Array.isArray(value) ? value.toSorted() : value);

test('the sentences come in five languages, with traps among them', () => {
  expect(cases.length).toBeGreaterThanOrEqual(60);
  expect(new Set(cases.map(({ language }) => language))).toEqual(new Set(['en', 'de', 'fr', 'nl', 'es']));
  expect(cases.filter(({ id }) => id.startsWith('trap')).length).toBeGreaterThanOrEqual(15);
});

describe('a sentence', () => {
  test.each(cases.map((one) => [one.id, one.text, one] as const))('%s: %s', (_id, text, one) => {
    const { profile, readings, systems } = understand(text, lexicon);
    const wanted = Object.entries(one.understood).map(([field, value]) => [field, sorted(value)]);
    const found = Object.keys(one.understood).map((field) => [field, sorted(profile[field as Field])]);
    expect(Object.fromEntries(found)).toEqual(Object.fromEntries(wanted));
    for (const [field, values] of Object.entries(one.never ?? {}))
      expect(values).not.toContainEqual(profile[field as Field]);
    const certain = readings.filter(({ certainty }) => certainty === 'certain').map(({ field }) => field);
    expect(certain.filter((field) => one.certainNever?.includes(field))).toEqual([]);
    if (one.system) expect(systems.map(({ name }) => name)).toContain(one.system);
  });
});
