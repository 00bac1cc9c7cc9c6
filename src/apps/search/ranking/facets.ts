import type { LightEntry } from '#apps/search/index/light-file.ts';

/** What results can be narrowed to; an empty value lets every page pass. */
export interface FacetChoice {
  /** A hub's id. */
  hub: string;
  /** An audience's name. */
  audience: string;
}

/** One of the properties that results can be narrowed by. */
export type Facet = keyof FacetChoice;

const PATTERNS = 'patterns';
const HUB_OF_PATTERNS = 'integration';

/** The hub a page belongs to; patterns are integration's. */
export function hubOf({ path }: Pick<LightEntry, 'path'>): string {
  const [folder = ''] = path.split('/');
  return folder === PATTERNS ? HUB_OF_PATTERNS : folder;
}

/** Whether a page is one of the pattern catalogue, and no question. */
export const isPattern = ({ path }: Pick<LightEntry, 'path'>): boolean => path.startsWith(`${PATTERNS}/`);

/** What a page can be chosen by; a page that names no audience is for everyone. */
const valuesOf: Record<Facet, (entry: LightEntry) => readonly string[]> = {
  hub: (entry) => [hubOf(entry)],
  audience: ({ audiences }) => audiences,
};

const passes = (entry: LightEntry, choice: FacetChoice): boolean =>
  (['hub', 'audience'] as const).every(
    (facet) => choice[facet] === '' || valuesOf[facet](entry).includes(choice[facet]),
  );

/** The pages that have every chosen value, in their order. */
export const filterEntries = (entries: readonly LightEntry[], choice: FacetChoice): LightEntry[] =>
  entries.filter((entry) => passes(entry, choice));

/** How many pages each value of a facet would leave, the choice in the other standing. */
export function countValues(
  entries: readonly LightEntry[],
  facet: Facet,
  choice: FacetChoice,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const value of filterEntries(entries, { ...choice, [facet]: '' }).flatMap(valuesOf[facet])) {
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}
