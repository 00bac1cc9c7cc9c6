import type { Figure } from '#content/schemas/figure.ts';

const number = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 4 });

/** A figure as it stands in a sentence: `10,000 records`, `10.0.36`, `15 October 2023`. */
export function figureText(figure: Pick<Figure, 'value' | 'unit'>): string {
  const value = typeof figure.value === 'number' ? number.format(figure.value) : figure.value;
  if (!figure.unit) return value;
  return figure.unit.startsWith('%') ? `${value}${figure.unit}` : `${value} ${figure.unit}`;
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
