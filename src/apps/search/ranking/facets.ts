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

/** A kind of page that is no answer to a question. */
export interface PageKind {
  /** What one page of it is called, and several. */
  name: string;
  plural: string;
  /** The hub that such pages are found under; empty for none. */
  hub: string;
}

/** Kinds of page by the folder of their addresses; a page in any other folder is an answer of the hub of that name. */
const kinds: Readonly<Record<string, PageKind>> = {
  patterns: { name: 'Pattern', plural: 'Patterns', hub: 'integration' },
  tools: { name: 'Tool', plural: 'Tools', hub: '' },
};

/** All kinds of page that are no answers, in the order in which they are listed. */
export const pageKinds: readonly PageKind[] = Object.values(kinds);

const folderOf = (path: string): string => path.split('/', 1)[0] ?? '';

/** What kind of page something is; `undefined` for an answer. */
export const kindOf = ({ path }: Pick<LightEntry, 'path'>): PageKind | undefined => kinds[folderOf(path)];

/** The hub a page belongs to; patterns are integration's, and a tool is no hub's. */
export const hubOf = ({ path }: Pick<LightEntry, 'path'>): string => kinds[folderOf(path)]?.hub ?? folderOf(path);

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
