import { type Concept, conceptsOf } from './query.ts';
import { type Occurrences, type RankedPage, rank } from './rank.ts';
import type { TextIndex } from './text-index.ts';
import type { Vocabulary } from './vocabulary.ts';
import { normalise } from './words.ts';

export interface Outcome {
  /** Every page that answers the query, best first; none when no page speaks of enough of it. */
  pages: readonly RankedPage[];
  /** What the query asks for; of the synonyms only those that stand on some page. */
  concepts: readonly Concept[];
  /** Concepts of which no page of the site speaks. */
  unknown: readonly Concept[];
}

/** For each page the score of the name that fits it best. */
function best(occurrences: readonly Occurrences[]): Occurrences {
  const scores = new Map<string, number>();
  for (const [id, score] of occurrences.flatMap((pages) => [...pages])) {
    scores.set(id, Math.max(score, scores.get(id) ?? 0));
  }
  return scores;
}

interface Found {
  concept: Concept;
  pages: Occurrences;
}

type Index = Pick<TextIndex, 'pagesWith'>;

async function lookUp(concept: Concept, index: Index): Promise<Found> {
  const occurrences = await Promise.all(concept.names.map((name) => index.pagesWith(name)));
  const isKnown = (name: string): boolean => (occurrences[concept.names.indexOf(normalise(name))]?.size ?? 0) > 0;
  return { concept: { ...concept, synonyms: concept.synonyms.filter(isKnown) }, pages: best(occurrences) };
}

/** A shorter word is too like too many others. */
const SHORTEST_CORRECTED = 4;

/** Looks a word that stands nowhere up again as the site's word nearest to it. */
async function correct(found: Found, index: Index, { words }: Vocabulary): Promise<Found> {
  const { asked } = found.concept;
  if (found.pages.size > 0 || asked.length < SHORTEST_CORRECTED || words.length === 0) return found;
  const { nearestWord } = await import('./spelling.ts');
  const corrected = nearestWord(asked, words);
  if (!corrected) return found;
  const again = await lookUp({ asked, names: [corrected], synonyms: [], corrected }, index);
  // The site's words include names that stand on no page yet.
  return again.pages.size > 0 ? again : found;
}

/** Finds the pages that answer a query, whether it is a word, a few words or a question. */
export async function find(query: string, index: Index, vocabulary: Vocabulary): Promise<Outcome> {
  const asked = await Promise.all(conceptsOf(query, vocabulary).map((concept) => lookUp(concept, index)));
  const found = await Promise.all(asked.map((one) => correct(one, index, vocabulary)));
  return {
    pages: rank(
      found.map(({ pages }) => pages),
      vocabulary.pages,
    ),
    concepts: found.map(({ concept }) => concept),
    unknown: found.filter(({ pages }) => pages.size === 0).map(({ concept }) => concept),
  };
}
