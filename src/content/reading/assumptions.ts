import type { Assumption } from '#content/schemas/assumption.ts';

type Known = Readonly<Record<string, Assumption>>;

const numbersInWords = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];

/** `<Assumption id="weekend-window" />`, or `{weekend-window}` with `:number` or `:words` behind the id. */
const reference = /<Assumption\s+id="([^"]*)"\s*\/>|\{([a-z0-9]+(?:-[a-z0-9]+)*)(?::(number|words))?\}/g;

/** With the thousands separators of a figure, because both stand in the same sentences. */
const numerals = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 4 });

function textOf({ value, unit }: Assumption, form: string | undefined): string {
  const number = (form === 'words' ? numbersInWords[value] : undefined) ?? numerals.format(value);
  return form !== undefined || !unit ? number : `${number} ${unit}`;
}

/**
 * Puts our own numbers where a text refers to them: the component writes the number and says that it is our judgement,
 * braces write it alone, for places where that has just been said.
 *
 * What stands in braces and is no assumption is left as it is: it may be a figure.
 *
 * @returns the text, the ids that it uses, and those of components that name nothing
 */
export function withAssumptions(text: string, known: Known): { text: string; used: string[]; unknown: string[] } {
  const used: string[] = [];
  const unknown: string[] = [];
  const filled = text.replace(reference, (found, ofComponent?: string, inBraces?: string, form?: string) => {
    const id = ofComponent ?? inBraces ?? '';
    const assumption = known[id];
    if (assumption) {
      used.push(id);
      return ofComponent === undefined ? textOf(assumption, form) : `${textOf(assumption, form)} <Judgement />`;
    }
    if (ofComponent !== undefined) unknown.push(id);
    return found;
  });
  return { text: filled, used: [...new Set(used)], unknown };
}
