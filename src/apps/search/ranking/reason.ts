import type { LightIndex } from '#apps/search/index/light-index.ts';
import type { Field } from '#apps/search/index/occurrences.ts';
import type { Concept } from '#apps/search/query/parse-query.ts';
import { tokensOf } from '#apps/search/query/tokens.ts';
import { isSameName, nameKey } from '#apps/search/query/words.ts';
import { kindOf } from './facets.ts';
import type { SearchResults } from './search.ts';

const strength: readonly Field[] = ['title', 'alias', 'asked', 'verdict', 'text'];

/** The strongest field in which a page speaks of any part of a query. */
function strongestField({ matches }: Pick<SearchResults, 'matches'>, path: string): Field | undefined {
  const fields = matches.flatMap(({ light, text }) => [light.get(path)?.field, text.get(path)?.field]);
  return strength.find((field) => fields.includes(field));
}

/** The other name of a page that holds most of what is asked for. */
function aliasFor(path: string, concepts: readonly Concept[], light: LightIndex): string | undefined {
  const asked = new Set(concepts.flatMap(({ tokens }) => tokens));
  const held = (alias: string): number => tokensOf(alias, light.terminology).filter((token) => asked.has(token)).length;
  return light.entries.get(path)?.aliases.toSorted((a, b) => held(b) - held(a))[0];
}

/** Why a page is there of which nothing but the text speaks of what is asked for. */
export const IN_TEXT = 'in the text';

const quote = (alias: string | undefined): string => `also asked as “${alias}”`;

/** Why a page is among the results, in a few words; nothing where nothing was asked. */
export function reasonFor(path: string, results: SearchResults, light: LightIndex): string {
  if (results.concepts.length === 0) return '';
  const { title = '', aliases = [] } = light.entries.get(path) ?? {};
  const asked = nameKey(results.asked);
  const whole = [title, ...aliases].find((name) => nameKey(name) === asked);
  if (whole !== undefined && whole !== title) return quote(whole);
  switch (strongestField(results, path)) {
    case 'title':
      return kindOf({ path }) ? 'in the name' : 'in the question';
    case 'alias':
      return quote(aliasFor(path, results.concepts, light));
    case 'asked':
      return 'people ask for it so';
    case 'verdict':
      return 'in the short answer';
    default:
      return IN_TEXT;
  }
}

/** What was asked under another name than this site's: `CDS = Dataverse`. */
export const equations = (concepts: readonly Concept[]): string[] =>
  concepts.flatMap(({ asked, terms }) =>
    terms.flatMap(({ names: [name = ''] }) => (isSameName(asked, name) ? [] : [`${asked} = ${name}`])),
  );
