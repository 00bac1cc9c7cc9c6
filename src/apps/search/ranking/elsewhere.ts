import type { LightIndex } from '#apps/search/index/light-index.ts';
import type { Term } from '#apps/search/query/terminology.ts';
import { hubOf } from './facets.ts';
import type { SearchResults } from './search.ts';

/** The glossary's terms that a query names, each once, in the order of the query. */
export const termsAsked = ({ concepts }: Pick<SearchResults, 'concepts'>): Term[] => [
  ...new Set(concepts.flatMap(({ terms }) => terms)),
];

/**
 * The hub of the page that came nearest to an answer.
 *
 * @returns its id and its short name; `undefined` where the query was answered, or nothing came near
 */
export function nearestHub(
  { nearest }: Pick<SearchResults, 'nearest'>,
  { hubs }: Pick<LightIndex, 'hubs'>,
): { id: string; name: string } | undefined {
  const id = nearest ? hubOf(nearest) : '';
  const name = hubs[id];
  return name ? { id, name } : undefined;
}
