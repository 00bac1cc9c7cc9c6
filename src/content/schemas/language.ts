import { z } from 'zod';
import { choices, type Field, fields, guarantees, isChoice, isCount } from '#core/advisor/profile.ts';
import { prose } from './shared.ts';

/** YAML reads a bare `no` or `1` as something else than the word it is here. */
const word = z.preprocess((value) => (typeof value === 'object' ? value : String(value)), prose);
const words = z.array(word);

const valuesOf = (field: Field): readonly string[] => (isChoice(field) ? choices[field] : guarantees);

const choice = <F extends keyof typeof choices>(field: F) => z.enum(choices[field] as readonly [string, ...string[]]);

/** Answers that a name or another answer makes likely; of counts nothing follows. */
const answers = z
  .partialRecord(z.enum(fields.filter(isChoice)), prose)
  .refine(
    (given) => Object.entries(given).every(([field, value]) => valuesOf(field as Field).includes(value as string)),
    { error: 'holds a value that its field does not take' },
  );

/** `content/advisor/systems.yaml`: systems that people connect to F&O, and what kind of end each is. */
export const systemsFileSchema = z.strictObject({
  own_names: words,
  ordinary_words: words,
  heads: words,
  no_name: words,
  groups: z.array(
    z.strictObject({
      kind: prose,
      counterpart: z.optional(choice('counterpart')),
      platform: z.optional(choice('platform')),
      says: z.optional(answers),
      general: z.optional(z.boolean()),
      unsure: z.optional(z.boolean()),
      systems: z.record(prose, words),
    }),
  ),
});

const numbers = z.record(prose, z.number().positive());

const periodNames = ['second', 'minute', 'hour', 'day', 'week', 'month', 'quarter', 'year', 'run'] as const;

/** `content/advisor/words.yaml`: what people's words mean. */
export const wordsFileSchema = z.strictObject({
  kinds: z.record(z.string().regex(/^[A-Z]+$/, { error: 'must be written in capitals' }), words),
  ignore: words,
  denials: z.strictObject({ before: words, behind: words, except: words, reach: z.int().min(1).max(8), ends: words }),
  supposed: words,
  fields: z.strictObject(
    Object.fromEntries(
      fields
        .filter((field) => !isCount(field))
        .map((field) => [
          field,
          z.optional(
            z.partialRecord(
              z.enum(valuesOf(field) as [string]),
              z.strictObject({ words: z.optional(words), hints: z.optional(words) }),
            ),
          ),
        ]),
    ),
  ),
  numbers: z.strictObject({
    digits: numbers,
    scales: numbers,
    spanish_scales: numbers,
    spanish_signs: words,
    half: words,
  }),
  periods: z.strictObject({
    ...Object.fromEntries(periodNames.map((period) => [period, words])),
    daily_words: z.record(prose, z.enum(periodNames)),
    per: words,
    peak: words,
  }),
  not_records: words,
  systems_of: words,
  receivers_of: words,
  ways: z.partialRecord(choice('operation'), z.array(choice('direction')).min(1)),
  follows: z.array(z.strictObject({ when: answers, gives: answers, because: prose, strong: z.optional(z.boolean()) })),
  passed_over: words,
});
