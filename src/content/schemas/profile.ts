import { z } from 'zod';
import { choices, type Field, fields, guarantees, isChoice, isCount, type Profile } from '#core/advisor/profile.ts';

function schemaOf(field: Field): z.ZodType {
  if (isChoice(field)) return z.enum(choices[field]);
  if (isCount(field)) return z.number().nonnegative();
  return z.array(z.enum(guarantees));
}

/** An interface profile as outsiders may send it, for its JSON Schema; the advisor itself reads with `parseProfile`. */
export const profileSchema = z.object(
  Object.fromEntries(fields.map((field) => [field, schemaOf(field).optional()])),
) as z.ZodType<Profile>;
