import type { Concept } from '#apps/search/query/parse-query.ts';

/** A title, another name or a way of asking, whole. */
export interface Name {
  path: string;
  tokens: readonly string[];
  /** How far it speaks for its page, 0 to 1. */
  worth: number;
}

interface WeighedName {
  path: string;
  tokens: ReadonlySet<string>;
  /** What its tokens weigh in all. */
  weight: number;
  worth: number;
}

/** Names of the pages, each as a whole: a query is near a page by the name that is nearest to it. */
export class Names {
  private readonly names: readonly WeighedName[];
  private readonly weights = new Map<string, number>();
  private readonly unknownWeight: number;

  constructor(names: readonly Name[]) {
    const all = names.map(({ path, tokens, worth }) => ({ path, tokens: new Set(tokens), worth }));
    const uses = new Map<string, number>();
    for (const { tokens } of all) for (const token of tokens) uses.set(token, (uses.get(token) ?? 0) + 1);
    for (const [token, count] of uses) this.weights.set(token, Math.log(1 + all.length / count));
    this.unknownWeight = Math.log(1 + all.length);
    this.names = all.map((name) => ({ ...name, weight: this.weightOf([...name.tokens]) }));
  }

  /**
   * How near each page's nearest name comes to what is asked for: the share of the query that stands in the name,
   * times the root of the share of the name that stands in the query.
   *
   * @returns 0 to 1 by path; pages of which no name shares anything are left out
   */
  closeness(concepts: readonly Concept[]): ReadonlyMap<string, number> {
    const asked = concepts.map((concept) => ({
      sayings: [...concept.tokens, ...concept.kin],
      weight: this.askedWeight(concept),
    }));
    const whole = asked.reduce((sum, { weight }) => sum + weight, 0);
    const closest = new Map<string, number>();
    if (whole === 0) return closest;
    for (const { path, tokens, weight: nameWeight, worth } of this.names) {
      const shared = asked.filter(({ sayings }) => sayings.some((token) => tokens.has(token)));
      if (shared.length === 0) continue;
      const ofQuery = shared.reduce((sum, { weight }) => sum + weight, 0) / whole;
      const inName = new Set(shared.flatMap(({ sayings }) => sayings.filter((token) => tokens.has(token))));
      const ofName = Math.min(1, this.weightOf([...inName]) / nameWeight);
      closest.set(path, Math.max(closest.get(path) ?? 0, worth * ofQuery * Math.sqrt(ofName)));
    }
    return closest;
  }

  private weightOf(tokens: readonly string[]): number {
    return tokens.reduce((sum, token) => sum + (this.weights.get(token) ?? this.unknownWeight), 0);
  }

  /** A concept weighs as its most usual token: what may be said in many ways tells less. */
  private askedWeight({ tokens, telling }: Concept): number {
    return telling * Math.min(...tokens.map((token) => this.weights.get(token) ?? this.unknownWeight));
  }
}
