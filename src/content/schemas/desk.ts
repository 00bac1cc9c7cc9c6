import { z } from 'zod';
import { audiences } from './answer.ts';
import { answerId, id, prose } from './shared.ts';

/** `content/desks.yaml`: for each audience, how its page begins. */
export const desksSchema = z.partialRecord(
  z.enum(audiences),
  z.strictObject({
    /** What this reader answers for, as one sentence that speaks to them. */
    line: prose,
    /** What they should read first, in this order. */
    first: z.array(answerId).min(4).max(8),
    /** Reading paths that suit them, by id. */
    paths: z.array(id).default([]),
  }),
);

/** How the pages of the audiences begin. */
export type Desks = z.infer<typeof desksSchema>;
