import { z } from 'zod';
import { id, isoDate, prose, words } from './shared.ts';

/** Where something holds, if the two ways of running F&O differ. */
export const platform = z.enum(['lifecycle-services', 'unified', 'both']);

/** Words of a source that carry a fact, as evidence for whoever checks it again; at most 15 of them are quoted. */
export const anchor = z.string().refine((text) => words(text) <= 15, {
  error: (issue) => `must have at most 15 words, has ${words(String(issue.input))}`,
});

/** What a reader calls each kind of figure. */
export const figureKinds = {
  limit: 'Hard limit',
  guidance: 'Guidance',
  default: 'Default, can be changed',
  sample: 'Sample, not a limit',
  date: 'Date',
  cost: 'Cost',
} as const;

/** One figure of the fact ledger: it lives here once and is referred to by id everywhere else. */
export const figureSchema = z.strictObject({
  value: z.union([z.number(), prose]),
  /** Word(s) behind the value, in the number that suits it: `records an hour`, `%`, `days`. */
  unit: prose.optional(),
  /** What is counted and where it applies: per request, per environment, … */
  scope: prose,
  /** A hard limit, the vendor's guidance, a default that can be changed, an example, a date, or what something costs. */
  kind: z.enum(Object.keys(figureKinds) as (keyof typeof figureKinds)[]),
  /** Product versions for which it holds, where the source names them. */
  versions: prose.optional(),
  /** How the source bounds the value; nothing is dropped when it is printed. */
  bound: z.enum(['exact', 'at-most', 'less-than', 'at-least', 'or-later', 'about']).optional(),
  /** When, for whom or with which setting it holds, where the source says so: 'or until the next database movement'. */
  condition: prose.optional(),
  /** Where it holds, if the two ways of running F&O differ. */
  platform: platform.optional(),
  anchor: anchor.optional(),
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
