/** The field of a page that speaks of a concept, the strongest first. */
export type Field = 'title' | 'alias' | 'asked' | 'verdict' | 'text';

/** That a page speaks of a concept. */
export interface Occurrence {
  /** Compares within one concept and one index only. */
  score: number;
  field: Field;
}

/** Pages that speak of a concept, by their path. */
export type Occurrences = ReadonlyMap<string, Occurrence>;
