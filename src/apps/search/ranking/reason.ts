import type { LightIndex } from '#apps/search/index/light-index.ts';
import type { Place } from '#apps/search/index/occurrences.ts';
import type { Concept } from '#apps/search/query/query.ts';
import { tokensOf } from '#apps/search/query/tokens.ts';
import { isSameName, nameKey } from '#apps/search/query/words.ts';
import { isPattern } from './facets.ts';
import type { Outcome } from './find.ts';

const strength: readonly Place[] = ['title', 'alias', 'verdict', 'text'];

/** The strongest place where a page speaks of any part of a query. */
function placeIn({ found }: Pick<Outcome, 'found'>, path: string): Place | undefined {
  const places = found.flatMap(({ light, text }) => [light.get(path)?.place, text.get(path)?.place]);
  return strength.find((place) => places.includes(place));
}

/** The other name of a page that holds most of what is asked for. */
function aliasFor(path: string, concepts: readonly Concept[], light: LightIndex): string | undefined {
  const asked = new Set(concepts.flatMap(({ tokens }) => tokens));
  const held = (alias: string): number => tokensOf(alias, light.terminology).filter((token) => asked.has(token)).length;
  return light.entries.get(path)?.aliases.toSorted((a, b) => held(b) - held(a))[0];
}

const quote = (alias: string | undefined): string => `also asked as “${alias}”`;

/** Why a page is among the results, in a few words. */
export function reasonFor(path: string, outcome: Outcome, light: LightIndex): string {
  const { title = '', aliases = [] } = light.entries.get(path) ?? {};
  const asked = nameKey(outcome.asked);
  const whole = [title, ...aliases].find((name) => nameKey(name) === asked);
  if (whole !== undefined && whole !== title) return quote(whole);
  switch (placeIn(outcome, path)) {
    case 'title':
      return isPattern({ path }) ? 'in the name' : 'in the question';
    case 'alias':
      return quote(aliasFor(path, outcome.concepts, light));
    case 'verdict':
      return 'in the short answer';
    default:
      return 'in the text';
  }
}

/** What was asked under another name than this site's: `CDS = Dataverse`. */
export const equations = (concepts: readonly Concept[]): string[] =>
  concepts.flatMap(({ asked, terms }) =>
    terms.flatMap(({ names: [name = ''] }) => (isSameName(asked, name) ? [] : [`${asked} = ${name}`])),
  );
