/** Pages on which a concept stands, by their id, with a score that compares within the concept only. */
export type Occurrences = ReadonlyMap<string, number>;

export interface RankedPage {
  id: string;
  score: number;
}

/** How telling a concept is: the fewer pages speak of it, the more. */
const rarity = (pages: number, found: number): number => Math.log(1 + pages / (1 + found));

/** A page answers a query when it speaks of more than half of what the query asks for. */
const isEnough = (met: number, asked: number): boolean => met > asked / 2;

/**
 * One list from the occurrences of all concepts, best first. A page's score is the sum over the concepts it speaks of,
 * the rarer weighing more, and grows with the share of the query it covers; a page that covers too little is left out.
 *
 * @param pages how many pages there are in all
 */
export function rank(concepts: readonly Occurrences[], pages: number): RankedPage[] {
  const weighed = concepts.map((occurrences) => ({
    occurrences,
    // Scores compare within a concept only, so each is scaled to the best of its own.
    factor: rarity(pages, occurrences.size) / Math.max(...occurrences.values(), Number.EPSILON),
  }));
  const ids = new Set(concepts.flatMap((occurrences) => [...occurrences.keys()]));
  return [...ids]
    .map((id) => {
      const scores = weighed.flatMap(({ occurrences, factor }) => {
        const score = occurrences.get(id);
        return score === undefined ? [] : [factor * score];
      });
      const covered = scores.length / concepts.length;
      return { id, met: scores.length, score: (0.5 + covered) * scores.reduce((sum, score) => sum + score, 0) };
    })
    .filter(({ met }) => isEnough(met, concepts.length))
    .sort((a, b) => b.score - a.score)
    .map(({ id, score }) => ({ id, score }));
}
