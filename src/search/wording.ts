import type { Outcome } from './find.ts';
import { equations } from './reason.ts';

const list = new Intl.ListFormat('en-GB', { type: 'conjunction' });

const quoted = (texts: readonly string[]): string => list.format(texts.map((text) => `“${text}”`));

const SYNONYMS_SHOWN = 3;

/** How many pages answer the query, for the status line. */
export function countText(query: string, count: number): string {
  if (count === 0) return `No good match for “${query}”.`;
  return `${count} ${count === 1 ? 'result' : 'results'} for “${query}”.`;
}

/** What the query was taken for; empty when it was taken as it is. */
export function readingText({
  concepts,
  unknown,
  corrected,
}: Pick<Outcome, 'concepts' | 'unknown' | 'corrected'>): string {
  const shown = corrected === undefined ? [] : [`Showing results for “${corrected}”.`];
  const equal = equations(concepts).map((equation) => `${equation}.`);
  const widened = concepts
    .filter(({ synonyms }) => synonyms.length > 0)
    .map(({ asked, synonyms }) => `For “${asked}” also searched for ${quoted(synonyms.slice(0, SYNONYMS_SHOWN))}.`);
  const missing = unknown.length > 0 ? [`No page mentions ${quoted(unknown.map(({ asked }) => asked))}.`] : [];
  return [...shown, ...equal, ...widened, ...missing].join(' ');
}

/** Whether something else was searched for than was typed, so that a way back is due. */
export const isWidened = ({ concepts, corrected }: Pick<Outcome, 'concepts' | 'corrected'>): boolean =>
  corrected !== undefined || concepts.some(({ synonyms }) => synonyms.length > 0);

/** What a reader is told whose query no page answers. */
export const noMatchText = (query: string): string => `Nothing on this site answers “${query}” well.`;
