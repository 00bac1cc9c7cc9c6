import { z } from 'zod';
import { id, prose } from './shared.ts';

/** `content/hubs/<hub>.yaml`; the file's name is the hub's id and path. */
export const hubSchema = z.strictObject({
  title: prose,
  /** The name in navigation and on cards. */
  short: prose,
  line: prose,
  /** Position among the hubs, from 1. */
  order: z.int().positive(),
  /** What the hub believes, in three sentences; a hub without answers has none yet. */
  beliefs: z
    .array(prose)
    .refine(({ length }) => length === 3 || length === 0, 'must be three sentences')
    .default([]),
  /** Groups of questions, in reading order. */
  topics: z
    .array(
      z.strictObject({
        id,
        title: prose,
        /** Answers that stand first in the group, by the last part of their address; the others follow by question. */
        lead: z.array(id).default([]),
      }),
    )
    .default([]),
});

/** A checked hub; its id is the name of its file. */
export type Hub = z.infer<typeof hubSchema>;
