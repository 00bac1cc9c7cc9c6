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

export type BannedPhrase = z.infer<typeof bannedPhrasesSchema>[number];
