import type { LightIndex } from '#apps/search/index/light-index.ts';
import type { Occurrences } from '#apps/search/index/occurrences.ts';
import type { TextIndex } from '#apps/search/index/text-index.ts';
import { type Concept, MAX_QUERY, type Reading, readLiterally, readQuery } from '#apps/search/query/query.ts';
import { isStopWord } from '#apps/search/query/stop-words.ts';
import { plainWords } from '#apps/search/query/words.ts';
import { type Found, type RankedPage, rank } from './rank.ts';

export interface Outcome extends Reading {
  /** The whole query, in corrected spelling. */
  asked: string;
  /** Whether the query is longer than what is read of one. */
  isCut: boolean;
  /** Every page that answers the query, best first; none when the best does not speak of enough of it. */
  pages: readonly RankedPage[];
  /** The best of what is not good enough, so that a visitor can be pointed somewhere. */
  nearest?: RankedPage;
  /** Concepts of which no page of the site speaks. */
  unknown: readonly Concept[];
  /** Where each concept was found, in their order. */
  found: readonly Found[];
}

export interface Search {
  query: string;
  /** Takes the query word for word, without synonyms and corrections. */
  literal: boolean;
}

/** The best page has to cover this much of a query for the site to have an answer at all. */
const ENOUGH = 0.25;

/** A page listed below it has to cover this much. */
const WORTH_SHOWING = 0.12;

/** With this much covered by what editors named a page by, the texts of the pages change the order no more. */
const SETTLED = 0.6;

const nowhere: Occurrences = new Map();

type Texts = Pick<TextIndex, 'pagesWith'>;

/** What is read of a query. */
const withinBounds = (search: Search): Search => ({ ...search, query: search.query.slice(0, MAX_QUERY) });

function outcomeOf(
  query: string,
  reading: Reading,
  found: readonly Found[],
  light: LightIndex,
): Omit<Outcome, 'isCut'> {
  const asked = reading.corrected ?? query;
  const ranked = rank(found, light.entries.size, light.pagesNamed(asked));
  const [best] = ranked;
  const isAnswered = best !== undefined && best.coverage > ENOUGH;
  return {
    ...reading,
    asked,
    pages: isAnswered ? ranked.filter(({ coverage }) => coverage > WORTH_SHOWING) : [],
    ...(best && !isAnswered ? { nearest: best } : {}),
    unknown: reading.concepts.filter((_, place) => found[place]?.light.size === 0 && found[place]?.text.size === 0),
    found,
  };
}

/** Finds pages by their titles, other names and short answers alone: at once, and mostly for good. */
export function findLight(search: Search, light: LightIndex): Outcome {
  const { query, literal } = withinBounds(search);
  const reading = literal ? readLiterally(query) : readQuery(query, light);
  const found = reading.concepts.map((concept) => ({
    isTerm: concept.terms.length > 0,
    isGuess: concept.isGuess,
    light: light.pagesWith(concept),
    text: nowhere,
  }));
  return { ...outcomeOf(query, reading, found, light), isCut: search.query.length > MAX_QUERY };
}

/** Words that only the texts of the pages hold, and that are spelt right for that. */
async function knownToTexts(words: readonly string[], texts: Texts): Promise<Set<string>> {
  const pages = await Promise.all(words.map((word) => texts.pagesWith([word])));
  return new Set(words.filter((_, place) => (pages[place]?.size ?? 0) > 0));
}

async function readWithTexts({ query, literal }: Search, light: LightIndex, texts: Texts): Promise<Reading> {
  if (literal) return readLiterally(query);
  const strange = plainWords(query).filter((word) => !isStopWord(word) && !light.vocabulary.knows(word));
  return readQuery(query, light, await knownToTexts(strange, texts));
}

const isSettled = ({ pages }: Outcome): boolean => (pages[0]?.coverage ?? 0) >= SETTLED;

/** What stood there first stays in its place; what the texts add comes below. */
function append(first: Outcome, all: Outcome): Outcome {
  const paths = new Set(first.pages.map(({ path }) => path));
  return { ...all, pages: [...first.pages, ...all.pages.filter(({ path }) => !paths.has(path))] };
}

/**
 * Finds pages by their texts too. Where the light index has settled a query its results stay as they are, so that
 * nothing moves under a reader's pointer.
 */
export async function find(given: Search, light: LightIndex, texts: Texts): Promise<Outcome> {
  const search = withinBounds(given);
  const first = findLight(given, light);
  const reading = await readWithTexts(search, light, texts);
  const found = await Promise.all(
    reading.concepts.map(async (concept) => ({
      isTerm: concept.terms.length > 0,
      isGuess: concept.isGuess,
      light: light.pagesWith(concept),
      text: await texts.pagesWith(concept.names),
    })),
  );
  const all = { ...outcomeOf(search.query, reading, found, light), isCut: first.isCut };
  return isSettled(first) && first.corrected === all.corrected ? append(first, all) : all;
}
