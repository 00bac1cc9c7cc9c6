import type { Entry } from '#apps/search/index/light-file.ts';

/** What results can be narrowed to; an empty value lets every page pass. */
export interface Choice {
  /** A hub's id. */
  hub: string;
  /** An audience's name. */
  audience: string;
}

export type Facet = keyof Choice;

const PATTERNS = 'patterns';
const HUB_OF_PATTERNS = 'integration';

/** The hub a page belongs to; patterns are integration's. */
export function hubOf({ path }: Pick<Entry, 'path'>): string {
  const [folder = ''] = path.split('/');
  return folder === PATTERNS ? HUB_OF_PATTERNS : folder;
}

export const isPattern = ({ path }: Pick<Entry, 'path'>): boolean => path.startsWith(`${PATTERNS}/`);

/** What a page can be chosen by; a page that names no audience is for everyone. */
const valuesOf: Record<Facet, (entry: Entry) => readonly string[]> = {
  hub: (entry) => [hubOf(entry)],
  audience: ({ audiences }) => audiences,
};

const passes = (entry: Entry, choice: Choice): boolean =>
  (['hub', 'audience'] as const).every(
    (facet) => choice[facet] === '' || valuesOf[facet](entry).includes(choice[facet]),
  );

/** The pages that have every chosen value, in their order. */
export const chosen = (entries: readonly Entry[], choice: Choice): Entry[] =>
  entries.filter((entry) => passes(entry, choice));

/** How many pages each value of a facet would leave, the choice in the other standing. */
export function countValues(entries: readonly Entry[], facet: Facet, choice: Choice): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const value of chosen(entries, { ...choice, [facet]: '' }).flatMap(valuesOf[facet])) {
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}
