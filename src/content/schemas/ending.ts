import { z } from 'zod';
import { answerId, id, isoDate, moment, prose } from './shared.ts';

/** What happens on the day, as a reader knows it. */
export const endingKinds = {
  stops: 'End',
  support: 'End of support',
  closed: 'Closed to new customers',
  advised: 'Successor advised',
} as const;

const endingSchema = z
  .strictObject({
    id,
    /** What ends, as the reader knows it. */
    what: prose,
    kind: z.enum(['stops', 'support', 'closed', 'advised']),
    /** The day, or as much of it as the source names; `unknown` where it names none. */
    on: z.union([moment, z.literal('unknown')]),
    /** What the source says in place of a date, or how sure the date is. */
    when: prose.optional(),
    /** What it means for somebody who uses it. */
    meaning: prose,
    /** What to do about it. */
    advice: prose,
    /** Pages that say so, the one that names the date first. */
    sources: z.array(id).min(1),
    /** What other sources say, where they disagree. */
    disagreement: prose.optional(),
    /** Answers that have to be read again when it happens; each shows it. */
    answers: z.array(answerId).min(1, 'must name at least one answer'),
    checked: isoDate,
    reviewBy: isoDate,
  })
  .refine(({ on, when }) => on !== 'unknown' || when !== undefined, {
    path: ['when'],
    error: 'must say what is known, where no date is',
  });

/** `content/endings.yaml`: what is ending, the earliest first, and what has no date last. */
export const endingsSchema = z.array(endingSchema);

/** Something in or around the product that ends. */
export type Ending = z.infer<typeof endingSchema>;
