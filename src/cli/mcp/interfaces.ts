import { z } from 'zod';
import { describedBy } from '#cli/describe.ts';
import { type InputRow, rowOfFields } from '#cli/read-input.ts';
import { profileSchema } from '#content/schemas/profile.ts';
import { fields, type Profile } from '#core/advisor/profile.ts';
import type { Desk } from './desk.ts';

/** Text of this many characters is read; nobody describes one interface in more. */
const MAX_SENTENCE = 4000;

/** What the caller sent and cannot be answered; the message says what, where and what is allowed. */
export class InputError extends Error {}

const { $schema: _dialect, ...profileJsonSchema } = z.toJSONSchema(profileSchema, { io: 'input' });

/**
 * How a caller names one interface. The profile is advertised with its words, and read by `parseProfile` as everywhere
 * else, since that knows what people write and says what is allowed.
 */
const interfaceShape = {
  profile: z
    .record(z.string(), z.unknown())
    .optional()
    .meta({
      ...profileJsonSchema,
      description:
        'Answers about one interface between F&O and another system; leave out, or set to null, what is not known.',
    }),
  sentence: z
    .string()
    .max(MAX_SENTENCE)
    .optional()
    .describe(
      'The interface in plain words, in English, German, French, Dutch or Spanish: "Nightly, 50,000 orders from Shopify into F&O". Answers in `profile` win over what is read here.',
    ),
};

/** An object of these arguments and no others; an argument that is misspelt would otherwise say nothing. */
export const exactly = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys'
        ? `"${issue.keys.join('", "')}" is no argument; allowed: ${Object.keys(shape).join(', ')}`
        : undefined,
  });

/** One interface, with a name to tell it by. */
export const interfaceSchema = exactly({
  id: z.string().max(200).optional().describe('A name or number to tell it by'),
  ...interfaceShape,
});

/** One interface as a caller sends it. */
export type InterfaceInput = z.infer<typeof interfaceSchema>;

/**
 * One interface as the command line reads it, or why it cannot be read.
 *
 * @param warnings takes what the caller should know, such as a name that is no field
 */
export function rowFor(
  { id, profile, sentence }: InterfaceInput,
  index: number,
  { lexicon }: Desk,
  warnings: string[],
): InputRow {
  const name = id ?? `interface-${index + 1}`;
  const isBlank = sentence === undefined || sentence.trim() === '';
  if (isBlank && profile === undefined) {
    return { id: name, error: 'give a profile or a sentence; both are missing' };
  }
  const unknown = new Map<string, string>();
  const told = profile === undefined ? undefined : rowOfFields(name, profile, unknown);
  for (const key of unknown.keys()) {
    warnings.push(`${name}: "${key}" is no field of a profile and is ignored; allowed: ${fields.join(', ')}`);
  }
  if (isBlank || (told && 'error' in told)) return told ?? { id: name, error: 'sentence: the text is empty' };
  return { id: name, ...corrected(describedBy(sentence, lexicon), told?.profile ?? {}) };
}

/** What was read of a text, with answers that its caller is sure of in place of what they contradict. */
function corrected({ profile, described }: ReturnType<typeof describedBy>, answers: Profile) {
  const { understood, guessed, unsettled, not_understood } = described;
  const isOpen = (field: string): boolean => !Object.hasOwn(answers, field);
  return {
    profile: { ...profile, ...answers },
    described: {
      understood: { ...understood, ...answers },
      guessed: guessed.filter(isOpen),
      unsettled: Object.fromEntries(Object.entries(unsettled).filter(([field]) => isOpen(field))),
      not_understood,
    },
  };
}

/**
 * The answers about one interface.
 *
 * @throws {InputError} when they cannot be read
 */
export function readInterface(
  input: InterfaceInput,
  desk: Desk,
  warnings: string[],
): Exclude<InputRow, { error: string }> {
  const row = rowFor(input, 0, desk, warnings);
  if ('error' in row) throw new InputError(row.error);
  return row;
}
