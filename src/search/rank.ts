/** Pages on which a concept stands, by their id, with a score that compares within the concept only. */
export type Occurrences = ReadonlyMap<string, number>;

export interface RankedPage {
  id: string;
  score: number;
}

/** A page answers a query when it speaks of at least this share of what the query asks for, each weighed by rarity. */
const ENOUGH = 0.5;

/** How telling a concept is: the fewer pages speak of it, the more; one that stands nowhere counts most. */
const rarity = (pages: number, found: number): number => Math.log(1 + pages / (1 + found));

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/**
 * One list from the occurrences of all concepts, best first. A page's score is the sum over the concepts it speaks of,
 * the rarer weighing more, and grows with the share of the query it covers; a page that covers too little is left out.
 *
 * @param pages how many pages there are in all
 */
export function rank(concepts: readonly Occurrences[], pages: number): RankedPage[] {
  const weighed = concepts.map((occurrences) => ({
    occurrences,
    weight: rarity(pages, occurrences.size),
    best: Math.max(...occurrences.values(), Number.EPSILON),
  }));
  const asked = sum(weighed.map(({ weight }) => weight));
  const ids = new Set(concepts.flatMap((occurrences) => [...occurrences.keys()]));
  return [...ids]
    .map((id) => {
      const met = weighed.filter(({ occurrences }) => occurrences.has(id));
      const covered = sum(met.map(({ weight }) => weight)) / asked;
      const scores = met.map(({ occurrences, weight, best }) => (weight * (occurrences.get(id) ?? 0)) / best);
      return { id, covered, score: (0.5 + covered) * sum(scores) };
    })
    .filter(({ covered }) => covered >= ENOUGH)
    .sort((a, b) => b.score - a.score)
    .map(({ id, score }) => ({ id, score }));
}
