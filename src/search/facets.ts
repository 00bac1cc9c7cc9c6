import type { Facets } from './text-index.ts';

/** Chosen values by filter; a filter without a value lets every page pass. */
export type Choice = Readonly<Record<string, string>>;

const passes = (id: string, choice: Choice, facets: Facets): boolean =>
  Object.entries(choice).every(([filter, value]) => value === '' || (facets.get(filter)?.get(value)?.has(id) ?? false));

/** The pages that have every chosen value, in their order. */
export const chosenPages = <P extends { id: string }>(pages: readonly P[], choice: Choice, facets: Facets): P[] =>
  pages.filter(({ id }) => passes(id, choice, facets));

/** How many pages each value of a filter would leave, the choices in the other filters standing. */
export function countValues(
  pages: readonly { id: string }[],
  filter: string,
  choice: Choice,
  facets: Facets,
): ReadonlyMap<string, number> {
  const others = chosenPages(pages, { ...choice, [filter]: '' }, facets);
  const values = facets.get(filter) ?? new Map<string, ReadonlySet<string>>();
  return new Map([...values].map(([value, ids]) => [value, others.filter(({ id }) => ids.has(id)).length]));
}
