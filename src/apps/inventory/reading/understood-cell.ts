import type { Field } from '#core/advisor/profile.ts';
import type { Lexicon } from '#core/language/lexicon.ts';
import { sceneOf } from '#core/language/scene.ts';
import { type Understanding, understand } from '#core/language/understand.ts';

/** What the words of a cell say about one field, and whether they say it in so many words. */
export interface CellUnderstanding {
  value: string;
  isCertain: boolean;
}

/** Understands the texts of cells; each different text once. */
export interface CellUnderstander {
  lexicon: Lexicon;
  /** What a text says about a field; `undefined` where it says nothing, several things, or only what may be. */
  about(field: Field, text: string): CellUnderstanding | undefined;
  /** All that a text says, for what no single field holds. */
  all(text: string): Understanding;
}

/** Texts remembered; a spreadsheet has few different ones. */
const REMEMBERED = 20_000;

/** Whether a text speaks of what is wished, planned or was once so: "planned real-time" is not how it runs. */
function isSupposed(text: string, lexicon: Lexicon): boolean {
  const { tokens, kindsAt } = sceneOf(text, lexicon);
  return lexicon.supposed.matches(tokens, kindsAt).length > 0;
}

/** Prepares to understand cells by the tables of the language. */
export function cellUnderstander(lexicon: Lexicon): CellUnderstander {
  const known = new Map<string, Understanding>();

  function all(text: string): Understanding {
    const before = known.get(text);
    if (before) return before;
    const understanding = understand(text, lexicon);
    if (known.size < REMEMBERED) known.set(text, understanding);
    return understanding;
  }

  return {
    lexicon,
    all,
    about(field, text) {
      const { readings, notUnderstood } = all(text);
      const reading = readings.find((one) => one.field === field);
      if (!reading || isSupposed(text, lexicon)) return undefined;
      const value = Array.isArray(reading.value) ? reading.value.join('; ') : String(reading.value);
      // Words that nothing was made of may say something else.
      return { value, isCertain: reading.certainty === 'certain' && notUnderstood.length === 0 };
    },
  };
}
