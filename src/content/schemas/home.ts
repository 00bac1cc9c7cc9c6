import { z } from 'zod';
import { answerId } from './shared.ts';

/** `content/home.yaml`: what editors put on the front page. */
export const homeSchema = z.strictObject({
  /** What a first visitor should read, in the order of the page. */
  first: z.array(answerId).min(3).max(12),
});

/** What editors chose for the front page. */
export type Home = z.infer<typeof homeSchema>;
