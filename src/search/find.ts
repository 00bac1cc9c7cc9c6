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

/** Finds the pages that answer a query, whether it is a word, a few words or a question. */
export async function find(
  query: string,
  index: Pick<TextIndex, 'pagesWith'>,
  vocabulary: Vocabulary,
): Promise<Outcome> {
  const found = await Promise.all(
    conceptsOf(query, vocabulary).map(async (concept) => {
      const occurrences = await Promise.all(concept.names.map((name) => index.pagesWith(name)));
      const isKnown = (name: string): boolean => (occurrences[concept.names.indexOf(normalise(name))]?.size ?? 0) > 0;
      return { concept: { ...concept, synonyms: concept.synonyms.filter(isKnown) }, pages: best(occurrences) };
    }),
  );
  return {
    pages: rank(
      found.map(({ pages }) => pages),
      vocabulary.pages,
    ),
    concepts: found.map(({ concept }) => concept),
    unknown: found.filter(({ pages }) => pages.size === 0).map(({ concept }) => concept),
  };
}
