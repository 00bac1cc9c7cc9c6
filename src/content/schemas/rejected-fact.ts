import { z } from 'zod';
import { prose } from './shared.ts';

function isPattern(text: string): boolean {
  try {
    return new RegExp(text, 'iu').source !== '';
  } catch {
    return false;
  }
}

/** `content/editorial/rejected-facts.yaml`: what the research set aside, so that no page says it again. */
export const rejectedFactsSchema = z.array(
  z.strictObject({
    /** What must not be said, in a sentence an editor understands. */
    claim: prose,
    /** How a page would say it: a regular expression, not sensitive to case; a space stands for any white space. */
    pattern: z.string().refine(isPattern, 'must be a regular expression'),
    reason: prose,
    /** Files that may say it, because they say that it is wrong. */
    told: z.array(z.string()).default([]),
  }),
);

/** Something that must not be said. */
export type RejectedFact = z.infer<typeof rejectedFactsSchema>[number];
