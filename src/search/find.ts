import { type Concept, conceptsOf } from './query.ts';
import { type Occurrences, type RankedPage, rank } from './rank.ts';
import type { TextIndex } from './text-index.ts';
import type { Vocabulary } from './vocabulary.ts';

export interface Outcome {
  /** Every page that answers the query, best first; none when no page speaks of enough of it. */
  pages: readonly RankedPage[];
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
  const concepts = conceptsOf(query, vocabulary);
  const occurrences = await Promise.all(
    concepts.map(async ({ names }) => best(await Promise.all(names.map((name) => index.pagesWith(name))))),
  );
  return {
    pages: rank(occurrences, vocabulary.pages),
    concepts,
    unknown: concepts.filter((_, place) => occurrences[place]?.size === 0),
  };
}
