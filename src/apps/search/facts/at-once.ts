import { facts } from '#apps/search/index/load.ts';
import type { SearchResults } from '#apps/search/ranking/search.ts';
import { describesInterface } from './described.ts';
import type { Facts } from './facts.ts';
import type { FactFigure } from './facts-file.ts';

/** What answers a query without a page to open. */
export interface AtOnce {
  figures: readonly FactFigure[];
  definition: ReturnType<Facts['definitionFor']>;
  /** Whether the advisor can begin with the query. */
  isDescribed: boolean;
}

/** No such answer. */
export const nothingAtOnce: AtOnce = { figures: [], definition: undefined, isDescribed: false };

/** What there is for a query at once; nothing where it cannot be loaded, as the pages that are found answer as well. */
export async function answersAtOnce(
  query: string,
  { asked, concepts }: Pick<SearchResults, 'asked' | 'concepts'>,
): Promise<AtOnce> {
  try {
    const [known, isDescribed] = await Promise.all([facts(), describesInterface(query)]);
    return { figures: known.figuresFor(asked, concepts), definition: known.definitionFor(concepts), isDescribed };
  } catch (error) {
    console.warn(error);
    return nothingAtOnce;
  }
}
