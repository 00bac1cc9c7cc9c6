import type { ParsedQuery } from '#apps/search/query/parse-query.ts';
import { plainWords } from '#apps/search/query/words.ts';
import { type ConceptMatches, type Hit, rank } from './rank.ts';

/** So much of what a query asks about a product of others has to stand on a page that is about that product. */
const ENOUGH_BESIDE = 0.5;

/**
 * Of the pages found for a query about a product of somebody else those that are about that product, in their question
 * or their other names, and about what is asked of it; all where the query is about no such product.
 */
export function answersAbout(
  { concepts, foreign }: ParsedQuery,
  matches: readonly ConceptMatches[],
  ranked: readonly Hit[],
  pages: number,
): readonly Hit[] {
  if (!foreign) return ranked;
  const isProduct = concepts.map(({ asked }) => plainWords(asked).every((word) => foreign.words.includes(word)));
  const product = matches.filter((_, index) => isProduct[index]);
  const rest = matches.filter((_, index) => !isProduct[index]);
  const covered = new Map(
    rank(rest, { count: pages, named: new Set(), closeness: new Map() }).map(({ path, coverage }) => [path, coverage]),
  );
  const isAbout = ({ path }: Hit): boolean =>
    product.every(({ light }) => ['title', 'alias'].includes(light.get(path)?.field ?? ''));
  return ranked.filter((hit) => isAbout(hit) && (rest.length === 0 || (covered.get(hit.path) ?? 0) >= ENOUGH_BESIDE));
}
