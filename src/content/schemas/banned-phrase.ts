import { z } from 'zod';
import { prose } from './shared.ts';

/** `content/editorial/banned-phrases.yaml`. */
export const bannedPhrasesSchema = z.array(
  z.strictObject({
    /** Whole words in any case; `*` stands for the rest of a word. */
    phrase: prose,
    instead: prose,
  }),
);

/** A phrase that never stands on this site, and what to do instead. */
export type BannedPhrase = z.infer<typeof bannedPhrasesSchema>[number];
