import { z } from 'zod';
import { evidences } from '#core/advisor/rule-book.ts';
import { answerId, id, prose } from './shared.ts';

/** The name of a question, as conditions and links spell it. */
const field = z.string().regex(/^[a-z][a-z0-9_]*$/, 'must be lower-case letters, digits and underscores');

const oneOrMore = <T extends z.ZodType>(schema: T) => z.union([schema, z.array(schema).min(1)]);

/** Answers that must all have been given; a list means any of them. */
const condition = z.record(field, oneOrMore(id));

const strength = z.int().min(1).max(3);

const grounds = {
  id,
  /** One condition, or a list of which any may hold. */
  when: oneOrMore(condition),
  unless: oneOrMore(condition).optional(),
  evidence: z.enum(evidences),
  /** One sentence that stands on its own. */
  reason: prose,
  sources: z.array(id).default([]),
};

const rule = z
  .strictObject({
    ...grounds,
    choice: id,
    /** The question that it answers; under one criterion only the strongest statement for and against a choice count. */
    criterion: id,
    favour: strength.optional(),
    against: strength.optional(),
    exclude: z.literal(true).optional(),
  })
  .refine(
    ({ favour, against, exclude }) => [favour, against, exclude].filter((each) => each !== undefined).length === 1,
    'must have exactly one of favour, against and exclude',
  );

/** `content/decisions/<decision>.yaml`; the file's name is the decision's id and the last part of its address. */
export const decisionSchema = z.strictObject({
  title: prose,
  question: prose.refine((text) => text.endsWith('?'), 'must be a question and end with ?'),
  verdict: prose,
  hub: id,
  /** Position among the decisions, from 1. */
  order: z.int().positive(),
  aliases: z.array(prose).default([]),
  /** What can be decided; where two have as much for them, the first is recommended. */
  choices: z.array(z.strictObject({ id, name: prose, means: prose })).min(2),
  /** What each choice is asked. Without a statement for it under `task`, a choice cannot be recommended. */
  criteria: z
    .array(z.strictObject({ id, title: prose, asks: prose, weight: z.int().min(1).max(9), reason: prose }))
    .refine((criteria) => criteria.some((criterion) => criterion.id === 'task'), 'one criterion must be "task"'),
  questions: z
    .array(
      z.strictObject({
        field,
        label: prose,
        ask: prose,
        why: prose,
        options: z.array(z.strictObject({ value: id, label: prose })).min(2),
      }),
    )
    .min(2),
  rules: z.array(rule).min(2),
  /** Answers that cannot all be true. */
  contradictions: z.array(z.strictObject({ id, when: condition, reason: prose })).default([]),
  /** Common cases, which the page shows as a table with what each leads to. */
  cases: z.array(z.strictObject({ case: prose, answers: z.record(field, id) })).min(3),
  limits: z.array(prose).min(2),
  answers: z.array(answerId).min(1),
});

/** A checked decision as its file holds it. */
export type DecisionFile = z.infer<typeof decisionSchema>;
