import type { Profile } from '#core/advisor/profile.ts';
import type { Lexicon } from '#core/language/lexicon.ts';
import type { Span } from '#core/language/tokens.ts';
import { understand } from '#core/language/understand.ts';

/** What was understood of a text, as a line of JSON tells it; the names are part of the command's contract. */
export interface Described {
  /** Each field with its value, and the other system by its name. */
  understood: Readonly<Record<string, unknown>>;
  /** Fields of `understood` that the text does not say in so many words. */
  guessed: readonly string[];
  /** Fields of which the text says more than one thing, with what it says; none is taken. */
  unsettled: Readonly<Record<string, readonly unknown[]>>;
  /** Words that nothing was made of. */
  not_understood: readonly string[];
}

/** Understands a text, and says it as a profile and as a line of JSON does. */
export function describedBy(text: string, lexicon: Lexicon): { profile: Profile; described: Described } {
  const { readings, unsettled, systems, notUnderstood, profile } = understand(text, lexicon);
  const names = [...new Set(systems.map(({ name }) => name))];
  return {
    profile,
    described: {
      understood: { ...profile, ...(names.length > 0 && { system: names.join(', ') }) },
      guessed: readings.filter(({ certainty }) => certainty === 'guess').map(({ field }) => field),
      unsettled: Object.fromEntries(unsettled.map((one) => [one.field, one.readings.map(({ value }) => value)])),
      not_understood: notUnderstood.map(({ start, end }: Span) => text.slice(start, end)),
    },
  };
}
