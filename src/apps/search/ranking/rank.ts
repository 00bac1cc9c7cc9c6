import type { Field, Occurrences } from '#apps/search/index/occurrences.ts';

/** Where a concept was found: in the light index, and in the texts of the pages once these are loaded. */
export interface ConceptMatches {
  /** Whether it is a term of the glossary, and so certainly what this site is about. */
  isTerm: boolean;
  /** Whether it was put in place of another word on thin evidence. */
  isGuess: boolean;
  /** How far it tells what is asked for, 0 to 1. */
  telling: number;
  light: Occurrences;
  text: Occurrences;
}

/** A page in the ranked list. */
export interface Hit {
  path: string;
  /** Higher is better; compares within one list only. */
  score: number;
  /** The share of the query that the page speaks of, what the site never mentions counting double; 0 to 1. */
  coverage: number;
}

/** What is known of the pages besides where each concept was found. */
export interface Pages {
  /** How many there are in all. */
  count: number;
  /** Paths of the pages that the whole query is a name of. */
  named: ReadonlySet<string>;
  /** How near the nearest name of a page comes to the query, 0 to 1. */
  closeness: ReadonlyMap<string, number>;
}

/** What the parts of a page's score weigh. */
export interface RankWeights {
  /** A mention in the text, beside one in title, other names or short answer. */
  text: number;
  /** A name of the page that says just what was asked, beside the mention of all of it somewhere. */
  closeness: number;
  /** How much of the score a page loses that speaks of a part of the query only; 0 to 1. */
  breadth: number;
}

/** Chosen on the middle of what does well, see `npm run search:eval`. */
export const rankWeights: RankWeights = { text: 0.4, closeness: 2, breadth: 1 };

/** How sure one may be that a page is about what it mentions there. */
const certainty: Record<Field, number> = { title: 1, alias: 1, asked: 0.8, verdict: 0.8, text: 0.3 };

/** A word that no page of the site holds says more against an answer than one this page does not hold. */
const UNKNOWN_WEIGHT = 2;

/** One that nobody here uses may be chance; with a second one the query is about something else. */
const FURTHER_UNKNOWN_WEIGHT = 3;

const TERM_WEIGHT = 1.5;

/** How far a word that was guessed speaks for a page that holds it. */
const GUESS = 0.4;

/** How telling a concept is: the fewer pages speak of it, the more. */
const rarity = (pages: number, found: number): number => Math.log(1 + pages / (1 + found));

const best = (occurrences: Occurrences): number =>
  [...occurrences.values()].reduce((most, { score }) => Math.max(most, score), Number.EPSILON);

interface Weighed extends ConceptMatches {
  paths: ReadonlySet<string>;
  /** What a mention in title, other names or short answer is worth, and one in the text. */
  weight: number;
  textWeight: number;
  /** How much of a query it is. */
  share: number;
  /** Scores compare within a concept and an index only, so each is scaled to the best of its own. */
  bestLight: number;
  bestText: number;
}

/**
 * What a concept weighs follows from the light index wherever that knows it, so that the texts, once they are there,
 * add to a page and take nothing from it.
 */
function weigh(found: ConceptMatches, pages: number): Weighed {
  const paths = new Set([...found.light.keys(), ...found.text.keys()]);
  const inText = rarity(pages, found.text.size);
  const weight = found.telling * (found.light.size > 0 ? rarity(pages, found.light.size) : inText);
  const textWeight = Math.min(weight, found.telling * inText);
  const share = weight * (found.isTerm ? TERM_WEIGHT : 1);
  return { ...found, paths, weight, textWeight, share, bestLight: best(found.light), bestText: best(found.text) };
}

/** What a query asks of a page in all. */
function askedBy(concepts: readonly Weighed[]): number {
  const isUnknown = ({ paths, isTerm, telling }: Weighed): boolean => paths.size === 0 && !isTerm && telling === 1;
  const unknownWeight = concepts.filter(isUnknown).length > 1 ? FURTHER_UNKNOWN_WEIGHT : UNKNOWN_WEIGHT;
  return concepts.reduce((sum, concept) => sum + concept.share * (isUnknown(concept) ? unknownWeight : 1), 0);
}

/** What one concept speaks for a page. */
function meritOf(concept: Weighed, path: string, weights: RankWeights) {
  const { isGuess, light, text, weight, textWeight, share, bestLight, bestText } = concept;
  const inLight = light.get(path);
  const inText = text.get(path);
  const score =
    (weight * (inLight?.score ?? 0)) / bestLight + (weights.text * textWeight * (inText?.score ?? 0)) / bestText;
  const field = inLight?.field ?? inText?.field;
  const trust = isGuess ? GUESS : 1;
  return { score, covered: field ? trust * share * certainty[field] : 0 };
}

/**
 * One list from the occurrences of all concepts, best first. A page's score is the sum over the concepts it speaks of,
 * the rarer weighing more; it grows with the share of the query it covers and with how near one of its names comes to
 * the whole. What editors named just so comes first.
 */
export function rank(
  concepts: readonly ConceptMatches[],
  { count, named, closeness }: Pages,
  weights: RankWeights = rankWeights,
): Hit[] {
  const weighed = concepts.map((found) => weigh(found, count));
  const asked = askedBy(weighed);
  const whole = weighed.reduce((sum, { weight }) => sum + weight, 0);
  const paths = new Set([...named, ...weighed.flatMap((concept) => [...concept.paths])]);
  return [...paths]
    .map((path) => {
      const merits = weighed.map((concept) => meritOf(concept, path, weights));
      const coverage = named.has(path) ? 1 : merits.reduce((sum, { covered }) => sum + covered, 0) / asked;
      const mentions = merits.reduce((sum, { score }) => sum + score, 0);
      const near = weights.closeness * whole * (closeness.get(path) ?? 0);
      return { path, coverage, score: (1 - weights.breadth * (1 - coverage)) * (mentions + near) };
    })
    .sort(
      (a, b) =>
        Number(named.has(b.path)) - Number(named.has(a.path)) || b.score - a.score || (a.path < b.path ? -1 : 1),
    );
}
