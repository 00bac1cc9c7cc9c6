import { z } from 'zod';
import { id, isoDate, prose } from './shared.ts';

/** One figure of the fact ledger: it lives here once and is referred to by id everywhere else. */
export const figureSchema = z.strictObject({
  value: z.union([z.number(), prose]),
  /** Word(s) behind the value, in the number that suits it: `records an hour`, `%`, `days`. */
  unit: prose.optional(),
  /** What is counted and where it applies: per request, per environment, … */
  scope: prose,
  /** A hard limit, the vendor's guidance, a default that can be changed, an example, a date, or what something costs. */
  kind: z.enum(['limit', 'guidance', 'default', 'sample', 'date', 'cost']),
  /** Product versions for which it holds, where the source names them. */
  versions: prose.optional(),
  source: id,
  checked: isoDate,
  reviewBy: isoDate,
  /** What other sources say, where they disagree. */
  disagreement: prose.optional(),
});

/** `content/figures/<area>.yaml`: figure ids to figures. */
export const figureFileSchema = z.record(id, figureSchema);

/** A checked figure of the ledger, without its id. */
export type Figure = z.infer<typeof figureSchema>;
