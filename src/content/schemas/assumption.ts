import { z } from 'zod';
import { id, isoDate, prose } from './shared.ts';

const assumptionSchema = z.strictObject({
  value: z.number(),
  /** Word behind the value, in the number that suits it: `hours`, `weeks`. */
  unit: prose.optional(),
  /** What the number is, as somebody else would have to know it to change it. */
  what: prose,
  /** Why this number and no other. */
  reason: prose.optional(),
  checked: isoDate,
  reviewBy: isoDate,
});

/** Something that has to add up, or to be so many times something else. */
const relationSchema = z.union([
  z.strictObject({ sum: id, of: z.array(id).min(2) }),
  z.strictObject({ product: id, of: z.tuple([id, id]) }),
]);

/** `content/assumptions.yaml`: our own numbers that several pages use, and how they hang together. */
export const assumptionsSchema = z.strictObject({
  assumptions: z.record(id, assumptionSchema),
  relations: z.array(relationSchema),
});

/** One of our own numbers, without its id. */
export type Assumption = z.infer<typeof assumptionSchema>;
/** Our own numbers by their ids, and how they hang together. */
export type Assumptions = z.infer<typeof assumptionsSchema>;
