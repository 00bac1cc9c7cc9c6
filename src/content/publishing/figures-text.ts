import type { Figure } from '#content/schemas/figure.ts';

const number = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 4 });

/** A figure as it stands in a sentence: `10,000 records`, `10.0.36`, `15 October 2023`. */
export function figureText(figure: Pick<Figure, 'value' | 'unit'>): string {
  const value = typeof figure.value === 'number' ? number.format(figure.value) : figure.value;
  if (!figure.unit) return value;
  return figure.unit.startsWith('%') ? `${value}${figure.unit}` : `${value} ${figure.unit}`;
}

/** How a text says each bound; `exact` needs no words. */
const saying: Readonly<Record<Exclude<NonNullable<Figure['bound']>, 'exact'>, RegExp>> = {
  'at-most':
    /\b(at most|up to|no more than|maximum|limit(s|ed)?|within|inside|beyond|above|over|exceeds?|more than|less than|fewer than|under|caps?|ceiling|ends (at|after)|well before|or (fewer|less))\b/i,
  'less-than': /\b(under|less than|fewer than|below|up to|at most|within)\b/i,
  'at-least':
    /\b(at least|at best|at the latest|the least|or more|more than|fewer than|over|above|from|minimum|shortest|promise[sd]?)\b/i,
  about: /\b(about|around|roughly|approximately|on average|some|a few|rule of thumb)\b/i,
  'or-later': /\b(from|since|as of|onwards|or later|began|begins|starts?|came with)\b/i,
};

/** Whether the words of a text say that bound. */
export const saysBound = (text: string, bound: Figure['bound']): boolean =>
  bound === undefined || bound === 'exact' || saying[bound].test(text);

const wordsOfBound = {
  'at-most': 'at most',
  'less-than': 'less than',
  'at-least': 'at least',
  about: 'about',
} as const;

/**
 * A figure with its bound in words: `at most 10,000 records`, `10.0.38 or later`. A value in words that says its bound
 * itself, such as `up to 60`, stands as it is.
 */
export function boundedText(figure: Pick<Figure, 'value' | 'unit' | 'bound'>): string {
  const text = figureText(figure);
  const { bound } = figure;
  if (bound === undefined || bound === 'exact' || saysBound(String(figure.value), bound)) return text;
  return bound === 'or-later' ? `${text} or later` : `${wordsOfBound[bound]} ${text}`;
}

const placeholder = /\{([a-z0-9]+(?:-[a-z0-9]+)*)\}/g;

/** Ids of the figures that a text names in `{braces}`, in order of appearance. */
export const figuresNamed = (text: string): string[] => [...text.matchAll(placeholder)].map(([, id]) => id as string);

/**
 * Replaces each `{figure-id}` by the figure's text.
 *
 * @throws {Error} when an id is not in the ledger; the content check names file and field long before
 */
export function fillFigures(text: string, figures: ReadonlyMap<string, Pick<Figure, 'value' | 'unit'>>): string {
  return text.replace(placeholder, (_, id: string) => {
    const figure = figures.get(id);
    if (!figure) throw new Error(`No figure has the id "${id}"`);
    return figureText(figure);
  });
}
