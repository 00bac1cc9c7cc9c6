import { z } from 'zod';
import { choices, type Field, fields, guarantees, isChoice, isCount, type Profile } from '#core/advisor/profile.ts';

function schemaOf(field: Field): z.ZodType {
  if (isChoice(field)) return z.enum(choices[field]);
  if (isCount(field)) return z.number().nonnegative();
  return z.array(z.enum(guarantees));
}

const answers = Object.fromEntries(fields.map((field) => [field, schemaOf(field).optional()]));

/** An interface profile as content states it: no other fields, since one that is misspelt would answer nothing. */
export const exactProfileSchema = z.strictObject(answers) as z.ZodType<Profile>;

/** An interface profile as outsiders may send it, for its JSON Schema; the advisor itself reads with `parseProfile`. */
export const profileSchema = z.object(answers) as z.ZodType<Profile>;
