import type { LightIndex } from '#apps/search/index/light-index.ts';
import type { Occurrences } from '#apps/search/index/occurrences.ts';
import type { TextIndex } from '#apps/search/index/text-index.ts';
import {
  type Concept,
  MAX_QUERY,
  type ParsedQuery,
  parseLiterally,
  parseQuery,
} from '#apps/search/query/parse-query.ts';
import { isStopWord } from '#apps/search/query/stop-words.ts';
import { plainWords } from '#apps/search/query/words.ts';
import { answersAbout } from './foreign.ts';
import { type ConceptMatches, type Hit, type RankWeights, rank } from './rank.ts';

/** What is found for a query, and how the query was understood. */
export interface SearchResults extends ParsedQuery {
  /** The whole query, in corrected spelling. */
  asked: string;
  /** Whether the query is longer than what is read of one. */
  isCut: boolean;
  /** Every page that answers the query, best first; none when the best does not speak of enough of it. */
  hits: readonly Hit[];
  /** The best of what is not good enough, so that a visitor can be pointed somewhere; missing where there are hits. */
  nearest?: Hit;
  /** Concepts of which no page of the site speaks. */
  unknown: readonly Concept[];
  /** Where each concept was found, in the order of `concepts`. */
  matches: readonly ConceptMatches[];
}

/** What a visitor asks for. */
export interface SearchRequest {
  /** As it was typed, of any length; `MAX_QUERY` characters of it are read. */
  query: string;
  /** Takes the query word for word, without synonyms and corrections. */
  literal: boolean;
}

/** The best page has to cover this much of a query for the site to have an answer at all. */
const ENOUGH = 0.25;

/** A page listed below it has to cover this much. */
const WORTH_SHOWING = 0.12;

const nowhere: Occurrences = new Map();

type Texts = Pick<TextIndex, 'pagesWith'>;

/** What is read of a query. */
const withinBounds = (request: SearchRequest): SearchRequest => ({
  ...request,
  query: request.query.slice(0, MAX_QUERY),
});

function resultsOf(
  query: string,
  parsed: ParsedQuery,
  matches: readonly ConceptMatches[],
  light: LightIndex,
  weights?: RankWeights,
): Omit<SearchResults, 'isCut'> {
  const asked = parsed.corrected ?? query;
  const pages = {
    count: light.entries.size,
    named: light.pagesNamed(asked),
    closeness: light.closeness(parsed.concepts),
  };
  const ranked = answersAbout(parsed, matches, rank(matches, pages, weights), pages.count);
  const [best] = ranked;
  const isAnswered = best !== undefined && best.coverage > ENOUGH;
  return {
    ...parsed,
    asked,
    hits: isAnswered ? ranked.filter(({ coverage }) => coverage > WORTH_SHOWING) : [],
    ...(best && !isAnswered ? { nearest: best } : {}),
    unknown: parsed.concepts.filter((_, index) => matches[index]?.light.size === 0 && matches[index]?.text.size === 0),
    matches,
  };
}

/** The same search as other weights of the ranking would have it, for measuring them. */
export const rankAnew = (
  { matches, isCut, ...results }: SearchResults,
  light: LightIndex,
  weights: RankWeights,
): SearchResults => {
  const { hits: _hits, nearest: _nearest, unknown: _unknown, asked, ...parsed } = results;
  return { ...resultsOf(asked, parsed, matches, light, weights), isCut };
};

const matchesOf = (concept: Concept, light: LightIndex, text: Occurrences): ConceptMatches => ({
  isTerm: concept.terms.length > 0,
  isGuess: concept.isGuess,
  telling: concept.telling,
  light: light.pagesWith(concept),
  text,
});

/**
 * Finds pages by their titles, other names and short answers alone: at once, and mostly for good.
 *
 * @returns no hits for an empty query, or one of which the site has nothing to say
 */
export function searchLight(request: SearchRequest, light: LightIndex): SearchResults {
  const { query, literal } = withinBounds(request);
  const parsed = literal ? parseLiterally(query) : parseQuery(query, light);
  const matches = parsed.concepts.map((concept) => matchesOf(concept, light, nowhere));
  return { ...resultsOf(query, parsed, matches, light), isCut: request.query.length > MAX_QUERY };
}

/** Every page of the site in its own order, for a visitor who chooses by hub or role and asks nothing. */
export const everyPage = (light: Pick<LightIndex, 'entries'>): SearchResults => ({
  asked: '',
  concepts: [],
  isCut: false,
  hits: [...light.entries.keys()].map((path) => ({ path, score: 0, coverage: 1 })),
  unknown: [],
  matches: [],
});

/** Words that only the texts of the pages hold, and that are spelt right for that. */
async function knownToTexts(words: readonly string[], texts: Texts): Promise<Set<string>> {
  const pages = await Promise.all(words.map((word) => texts.pagesWith([word])));
  return new Set(words.filter((_, index) => (pages[index]?.size ?? 0) > 0));
}

async function parseWithTexts(
  { query, literal }: SearchRequest,
  light: LightIndex,
  texts: Texts,
): Promise<ParsedQuery> {
  if (literal) return parseLiterally(query);
  const strange = plainWords(query).filter((word) => !isStopWord(word) && !light.lexicon.knows(word));
  return parseQuery(query, light, await knownToTexts(strange, texts));
}

/**
 * Finds pages by their texts too. What the light index found is judged together with it: the texts add to a page and
 * take nothing from it, and an answer that stood there is never replaced by none.
 *
 * @throws {Error} when the index of the texts cannot be loaded
 */
export async function searchTexts(given: SearchRequest, light: LightIndex, texts: Texts): Promise<SearchResults> {
  const request = withinBounds(given);
  const first = searchLight(given, light);
  const parsed = await parseWithTexts(request, light, texts);
  const matches = await Promise.all(
    parsed.concepts.map(async (concept) => matchesOf(concept, light, await texts.pagesWith(concept.names))),
  );
  const all = { ...resultsOf(request.query, parsed, matches, light), isCut: first.isCut };
  return all.hits.length === 0 && first.hits.length > 0 ? first : all;
}
