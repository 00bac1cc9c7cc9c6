import { z } from 'zod';
import { grade, id, isoDate, prose } from './shared.ts';

/** One page that something on the site rests on. */
export const sourceSchema = z.strictObject({
  title: prose,
  url: z.url({ protocol: /^https?$/, error: 'must be an http(s) address' }),
  publisher: prose,
  /** Date of the page or of the copy that was read; `undated` where neither is known. */
  dated: z.union([isoDate, z.literal('undated')]),
  /** When an editor last held our wording against it. */
  checked: isoDate,
  grade,
  /** What a reader should know before relying on it. */
  note: prose.optional(),
});

/** `content/sources/<area>.yaml`: source ids to sources. */
export const sourceFileSchema = z.record(id, sourceSchema);

/** A checked source, without its id. */
export type Source = z.infer<typeof sourceSchema>;
