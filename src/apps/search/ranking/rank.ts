import type { Field, Occurrences } from '#apps/search/index/occurrences.ts';

/** Where a concept was found: in the light index, and in the texts of the pages once these are loaded. */
export interface ConceptMatches {
  /** Whether it is a term of the glossary, and so certainly what this site is about. */
  isTerm: boolean;
  /** Whether it was put in place of another word on thin evidence. */
  isGuess: boolean;
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

/** How sure one may be that a page is about what it mentions there. */
const certainty: Record<Field, number> = { title: 1, alias: 1, verdict: 0.8, text: 0.3 };

/** A mention in the text counts half of one in title, other names or short answer. */
const TEXT_WEIGHT = 0.5;

/** A word that no page of the site holds says more against an answer than one this page does not hold. */
const UNKNOWN_WEIGHT = 2;

const TERM_WEIGHT = 1.5;

/** How far a word that was guessed speaks for a page that holds it. */
const GUESS = 0.4;

/** How telling a concept is: the fewer pages speak of it, the more. */
const rarity = (pages: number, found: number): number => Math.log(1 + pages / (1 + found));

const best = (occurrences: Occurrences): number =>
  [...occurrences.values()].reduce((most, { score }) => Math.max(most, score), Number.EPSILON);

interface Weighed extends ConceptMatches {
  paths: ReadonlySet<string>;
  weight: number;
  /** How much of a query it is. */
  share: number;
  /** Scores compare within a concept and an index only, so each is scaled to the best of its own. */
  bestLight: number;
  bestText: number;
}

function weigh(found: ConceptMatches, pages: number): Weighed {
  const paths = new Set([...found.light.keys(), ...found.text.keys()]);
  const weight = rarity(pages, paths.size);
  const share = weight * (found.isTerm ? TERM_WEIGHT : 1);
  return { ...found, paths, weight, share, bestLight: best(found.light), bestText: best(found.text) };
}

/** What a query asks of a page in all. */
const askedBy = (concepts: readonly Weighed[]): number =>
  concepts.reduce(
    (sum, { share, paths, isTerm }) => sum + share * (paths.size === 0 && !isTerm ? UNKNOWN_WEIGHT : 1),
    0,
  );

/** What one concept speaks for a page. */
function meritOf({ isGuess, light, text, weight, share, bestLight, bestText }: Weighed, path: string) {
  const inLight = light.get(path);
  const inText = text.get(path);
  const score = (inLight?.score ?? 0) / bestLight + (TEXT_WEIGHT * (inText?.score ?? 0)) / bestText;
  const field = inLight?.field ?? inText?.field;
  const trust = isGuess ? GUESS : 1;
  return { score: weight * score, covered: field ? trust * share * certainty[field] : 0 };
}

/**
 * One list from the occurrences of all concepts, best first. A page's score is the sum over the concepts it speaks of,
 * the rarer weighing more, and grows with the share of the query it covers. What editors named just so comes first.
 *
 * @param pages how many pages there are in all
 * @param named paths of the pages that the whole query is a name of
 */
export function rank(
  concepts: readonly ConceptMatches[],
  pages: number,
  named: ReadonlySet<string> = new Set(),
): Hit[] {
  const weighed = concepts.map((found) => weigh(found, pages));
  const asked = askedBy(weighed);
  const paths = new Set([...named, ...weighed.flatMap((concept) => [...concept.paths])]);
  return [...paths]
    .map((path) => {
      const merits = weighed.map((concept) => meritOf(concept, path));
      const coverage = named.has(path) ? 1 : merits.reduce((sum, { covered }) => sum + covered, 0) / asked;
      return { path, coverage, score: (0.5 + coverage) * merits.reduce((sum, { score }) => sum + score, 0) };
    })
    .sort(
      (a, b) =>
        Number(named.has(b.path)) - Number(named.has(a.path)) || b.score - a.score || (a.path < b.path ? -1 : 1),
    );
}
