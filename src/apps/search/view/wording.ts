import { type Concept, MAX_QUERY } from '#apps/search/query/parse-query.ts';
import { isSameName } from '#apps/search/query/words.ts';
import { equations } from '#apps/search/ranking/reason.ts';
import type { SearchResults } from '#apps/search/ranking/search.ts';

const list = new Intl.ListFormat('en-GB', { type: 'conjunction' });

const quoted = (texts: readonly string[]): string => list.format(texts.map((text) => `“${text}”`));

const SYNONYMS_SHOWN = 3;

/** How many pages answer the query, or were chosen without one, for the status line. */
export function countText(query: string, count: number): string {
  if (query === '') return `${count} ${count === 1 ? 'page' : 'pages'}.`;
  if (count === 0) return `No good match for “${query}”.`;
  return `${count} ${count === 1 ? 'result' : 'results'} for “${query}”.`;
}

/** Synonyms that the equation of a concept does not tell already. */
const furtherNames = ({ synonyms, terms }: Concept): string[] =>
  synonyms.filter((name) => !terms.some(({ names: [first = ''] }) => isSameName(name, first)));

/** What the query was taken for; empty when it was taken as it is. */
export function readingText({
  concepts,
  unknown,
  corrected,
  isCut,
  readings = [],
}: Pick<SearchResults, 'concepts' | 'unknown' | 'corrected' | 'isCut' | 'readings'>): string {
  const cut = isCut ? [`Only the first ${MAX_QUERY} characters were searched for.`] : [];
  const shown = corrected === undefined ? [] : [`Showing results for “${corrected}”.`];
  const read = readings.map(({ said, meant }) => `“${said}” was read as “${meant}”.`);
  const equal = equations(concepts).map((equation) => `${equation}.`);
  const widened = concepts.flatMap((concept) => {
    const others = furtherNames(concept).slice(0, SYNONYMS_SHOWN);
    return others.length > 0 ? [`For “${concept.asked}” also searched for ${quoted(others)}.`] : [];
  });
  const missing = unknown.length > 0 ? [`No page mentions ${quoted(unknown.map(({ asked }) => asked))}.`] : [];
  return [...cut, ...shown, ...read, ...equal, ...widened, ...missing].join(' ');
}

/** Whether something else was searched for than was typed, so that a way back is due. */
export const isWidened = ({
  concepts,
  corrected,
  readings = [],
}: Pick<SearchResults, 'concepts' | 'corrected' | 'readings'>): boolean =>
  corrected !== undefined || readings.length > 0 || concepts.some(({ synonyms }) => synonyms.length > 0);

/** What a reader is told whose query no page answers. */
export const noMatchText = (query: string, { foreign }: Pick<SearchResults, 'foreign'> = {}): string =>
  foreign
    ? `No page here answers this about ${foreign.name}. This site is about Dynamics 365 Finance & Operations; add F&O’s side of the question, such as “integrate” or “compare”, to find what concerns both.`
    : `Nothing on this site answers “${query}” well.`;
