/** Where a page speaks of a concept, the strongest first. */
export type Place = 'title' | 'alias' | 'verdict' | 'text';

export interface Occurrence {
  /** Compares within one concept and one index only. */
  score: number;
  place: Place;
}

/** Pages that speak of a concept, by their path. */
export type Occurrences = ReadonlyMap<string, Occurrence>;
