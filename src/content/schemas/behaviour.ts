import { z } from 'zod';
import { anchor, platform } from './figure.ts';
import { id, isoDate, prose } from './shared.ts';

/** How the product behaves, where a position rests on it: the ledger keeps it as it keeps a figure. */
const behaviourSchema = z.strictObject({
  /** One sentence that is true or false: 'A restore ends the window to which the environment can be restored.' */
  statement: prose,
  /** When, for whom or with which setting it holds, where the statement does not say it. */
  condition: prose.optional(),
  platform: platform.optional(),
  anchor,
  source: id,
  checked: isoDate,
  reviewBy: isoDate,
  /** What other sources say, where they disagree. */
  disagreement: prose.optional(),
});

/** `content/behaviours/<area>.yaml`: ids to behaviours. */
export const behaviourFileSchema = z.record(id, behaviourSchema);

/** A checked behaviour, without its id. */
export type Behaviour = z.infer<typeof behaviourSchema>;
