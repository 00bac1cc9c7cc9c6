import { z } from 'zod';
import { choices, type Field, fields, guarantees, isChoice, isCount } from '#core/advisor/profile.ts';
import { prose } from './shared.ts';

/** YAML reads a bare `true` or `1` as something else than the word it is here. */
const word = z.preprocess((value) => (typeof value === 'object' ? value : String(value)), prose);
const words = z.array(word);

const ownColumn = z.strictObject({ label: prose, hint: prose });

const valuesOf = (field: Field): readonly string[] => (isChoice(field) ? choices[field] : guarantees);

const bound = z.optional(z.int().min(1));

/** `content/advisor/inventory.yaml`: the words of other people's spreadsheets, and what a programme says about middleware. */
export const inventoryFileSchema = z.strictObject({
  columns: z.strictObject({ id: ownColumn, name: ownColumn, system: ownColumn, window: ownColumn }),
  headers: z.partialRecord(z.enum(['id', 'name', 'system', 'window', ...fields]), words),
  values: z.strictObject(
    Object.fromEntries(
      fields
        .filter((field) => !isCount(field))
        .map((field) => [field, z.optional(z.partialRecord(z.enum(valuesOf(field) as [string]), words))]),
    ),
  ),
  programme: z.array(
    z.strictObject({
      id: prose,
      verdict: z.enum(['advised', 'required']),
      when: z.strictObject({ forced: bound, interfaces: bound, systems: bound }),
      reason: prose,
    }),
  ),
});
