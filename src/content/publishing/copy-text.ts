import type { Source } from '#content/schemas/source.ts';
import { dateText } from './dates.ts';

/**
 * How old the copy of a source is that our text rests on: `copy of 12 March 2024`, or, where the page tells no date,
 * `undated copy, found 24 November 2026`. Derived from the dates alone, so that no label can call an old copy current.
 */
export const copyText = ({ dated, checked }: Pick<Source, 'dated' | 'checked'>): string =>
  dated === 'undated' ? `undated copy, found ${dateText(checked)}` : `copy of ${dateText(dated)}`;

/**
 * The same for a list of sources, with the day on which nothing newer was found: `copy of 12 March 2024, the newest found
 * on 27 November 2026`.
 */
export const newestCopyText = (source: Pick<Source, 'dated' | 'checked'>): string =>
  source.dated === 'undated'
    ? copyText(source)
    : `${copyText(source)}, the newest found on ${dateText(source.checked)}`;
