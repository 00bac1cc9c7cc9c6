import { z } from 'zod';
import { id, prose } from './shared.ts';

/** One entry of `content/glossary.yaml`. */
export const termSchema = z.strictObject({
  id,
  term: prose,
  /** What the letters stand for. */
  expansion: prose.optional(),
  /** One or two plain sentences; the tooltip shows them. */
  definition: prose,
  /** Names the thing had before. */
  oldNames: z.array(prose).default([]),
  /** Other words people type for it. */
  aliases: z.array(prose).default([]),
  see: z.array(id).default([]),
  /** A word of everyday speech too: it is explained where an author marks it, and not by itself wherever it occurs. */
  everyday: z.boolean().default(false),
});

/** `content/glossary.yaml`. */
export const glossarySchema = z.array(termSchema);

/** A checked term of the glossary. */
export type Term = z.infer<typeof termSchema>;
