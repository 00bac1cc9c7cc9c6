import { z } from 'zod';
import { answerId, id, isoDate, prose } from './shared.ts';

/** Facts every pattern is compared by, in the order of the matrix; each a short phrase. */
export const comparisonFields = [
  'timing',
  'direction',
  'initiator',
  'volume',
  'delivery',
  'failure',
  'onPremises',
  'ownership',
] as const;

/** What a reader calls each row of the matrix. */
export const comparisonNames: Record<(typeof comparisonFields)[number], string> = {
  timing: 'Timing',
  direction: 'Direction',
  initiator: 'Who starts it',
  volume: 'Volume it suits',
  delivery: 'Delivery and order',
  failure: 'When it fails',
  onPremises: 'F&O on-premises',
  ownership: 'What you own',
};

/** Front matter of `content/patterns/<pattern>.mdx`; the file's name is the pattern's id. */
export const patternSchema = z.strictObject({
  name: prose,
  /** The name in tables and on buttons. */
  short: prose,
  /** Position in the catalogue and the winner of ties: the one that needs the least to own comes first. */
  order: z.int().positive(),
  line: prose,
  verdict: prose,
  useWhen: z.array(prose).min(2),
  avoidWhen: z.array(prose).min(2),
  comparison: z.strictObject(
    Object.fromEntries(comparisonFields.map((field) => [field, prose])) as Record<
      (typeof comparisonFields)[number],
      typeof prose
    >,
  ),
  /** Ids of figures in the ledger, shown as the pattern's limits. */
  limits: z.array(id).default([]),
  /** Why `content/advisor/capacity.yaml` holds no published figure against answers, where it holds none. */
  withoutCapacity: z.optional(prose),
  operations: z.array(prose).min(3),
  related: z.array(answerId).default([]),
  sources: z.array(id).min(1),
  reviewed: isoDate,
});

/** A checked front matter of a pattern's page, `{figure-id}` still to be filled in. */
export type Pattern = z.infer<typeof patternSchema>;
