import { z } from 'zod';
import { answerId, id, prose } from './shared.ts';

/** One entry of `content/reading-paths.yaml`: a short route through the hubs for one occasion. */
export const readingPathSchema = z.strictObject({
  id,
  title: prose,
  /** Whose situation it is, in one sentence. */
  line: prose,
  /** What the reader can do at the end. */
  outcome: prose,
  steps: z
    .array(
      z.strictObject({
        answer: answerId,
        /** Why this answer, at this place. */
        why: prose,
      }),
    )
    .min(5)
    .max(8),
});

/** `content/reading-paths.yaml`, in the order of the page that lists them. */
export const readingPathsSchema = z.array(readingPathSchema);

/** A checked reading path. */
export type ReadingPath = z.infer<typeof readingPathSchema>;
