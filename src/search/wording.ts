import type { Outcome } from './find.ts';
import type { Concept } from './query.ts';

const list = new Intl.ListFormat('en-GB', { type: 'conjunction' });

const quoted = (texts: readonly string[]): string => list.format(texts.map((text) => `“${text}”`));

const SYNONYMS_SHOWN = 3;

/** How many pages answer the query, for the status line. */
export function countText(query: string, count: number): string {
  if (count === 0) return 'No good match.';
  return `${count} ${count === 1 ? 'result' : 'results'} for “${query}”.`;
}

/** By which other words was searched, and which words stand nowhere; empty when the query was taken as it is. */
export function rewriteText({ concepts, unknown }: Pick<Outcome, 'concepts' | 'unknown'>): string {
  const widened = concepts
    .filter(({ synonyms }) => synonyms.length > 0)
    .map(({ asked, synonyms }) => `For “${asked}” also searched for ${quoted(synonyms.slice(0, SYNONYMS_SHOWN))}.`);
  const missing = unknown.length > 0 ? [`No page mentions ${quoted(unknown.map(({ asked }) => asked))}.`] : [];
  const rewritten = concepts
    .filter(({ corrected }) => corrected !== undefined)
    .map(({ asked, corrected }) => `Showing results for “${corrected}” instead of “${asked}”.`);
  return [...rewritten, ...widened, ...missing].join(' ');
}

/** Whether something else was searched for than was typed, so that a way back is due. */
export const isWidened = (concepts: readonly Concept[]): boolean =>
  concepts.some(({ synonyms, corrected }) => synonyms.length > 0 || corrected !== undefined);

/** What a reader is told whose query no page answers. */
export const noMatchText = (query: string): string =>
  `Nothing on this site answers “${query}” well. Try fewer or other words, or look through all questions below.`;
