import type { Concept } from './query.ts';

/** One hit of the index for one name of a concept. */
export interface Hit {
  id: string;
  /** Only comparable within one search. */
  score: number;
}

/** What the index found for each name of a concept. */
export interface Found<H extends Hit> {
  concept: Concept;
  hits: readonly (readonly H[])[];
}

export interface Ranked<H extends Hit> {
  hit: H;
  score: number;
}

/** How telling a concept is: the fewer pages speak of it, the more. */
const rarity = (pages: number, found: number): number => Math.log(1 + pages / (1 + found));

/**
 * One list from the hits of all concepts. A page's score is the sum over the concepts it meets, the rarer weighing
 * more, and pages that meet more of the query come first among likes.
 *
 * @param pages how many pages there are in all
 */
export function rank<H extends Hit>(found: readonly Found<H>[], pages: number): Ranked<H>[] {
  const ranked = new Map<string, { hit: H; score: number; met: number }>();
  for (const { hits } of found) {
    const best = new Map<string, { hit: H; score: number }>();
    for (const list of hits) {
      const top = Math.max(...list.map(({ score }) => score), Number.EPSILON);
      for (const hit of list) {
        const score = hit.score / top;
        if (score > (best.get(hit.id)?.score ?? 0)) best.set(hit.id, { hit, score });
      }
    }
    const weight = rarity(pages, best.size);
    for (const [id, { hit, score }] of best) {
      const before = ranked.get(id) ?? { hit, score: 0, met: 0 };
      ranked.set(id, { hit, score: before.score + weight * score, met: before.met + 1 });
    }
  }
  return [...ranked.values()]
    .map(({ hit, score, met }) => ({ hit, score: score * (0.5 + met / found.length) }))
    .sort((a, b) => b.score - a.score);
}
