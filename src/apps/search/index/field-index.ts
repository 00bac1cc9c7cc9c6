import type { Field, Occurrence } from './occurrences.ts';

/** What a mention in each field of a page is worth; what editors named a page by says more than what it mentions. */
const worth: Readonly<Record<Field, number>> = { title: 3, alias: 3, asked: 2, verdict: 1, text: 0 };

const fields = Object.keys(worth) as Field[];

/** How soon a further mention adds little, and how far the length of a field matters. */
const SATURATION = 1.2;
const LENGTH = 0.4;

/** What the tokens of one page are, field by field. */
export type PageTokens = Readonly<Partial<Record<Field, readonly string[]>>>;

/** How often a page says a token, field by field. */
interface Mentions {
  path: string;
  counts: Map<Field, number>;
}

const countsOf = (tokens: readonly string[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const token of tokens) counts.set(token, (counts.get(token) ?? 0) + 1);
  return counts;
};

/** Which pages say which token, how much and where; fields of a page are weighed as BM25 weighs a text. */
export class FieldIndex {
  private readonly mentions = new Map<string, Mentions[]>();
  private readonly lengths = new Map<string, ReadonlyMap<Field, number>>();
  private readonly averages = new Map<Field, number>();

  constructor(pages: ReadonlyMap<string, PageTokens>) {
    for (const [path, tokens] of pages) this.add(path, tokens);
    for (const field of fields) {
      const all = [...this.lengths.values()].map((lengths) => lengths.get(field) ?? 0).filter((length) => length > 0);
      this.averages.set(field, all.reduce((sum, length) => sum + length, 0) / Math.max(1, all.length));
    }
  }

  /**
   * Pages that say a token, by their path.
   *
   * @param isBeginning whether longer tokens that begin with it count as well
   */
  pagesWith(token: string, isBeginning = false): Map<string, Occurrence> {
    const tokens = isBeginning ? [...this.mentions.keys()].filter((other) => other.startsWith(token)) : [token];
    const best = new Map<string, Occurrence>();
    for (const { path, counts } of tokens.flatMap((each) => this.mentions.get(each) ?? [])) {
      const occurrence = {
        score: this.score(path, counts),
        field: fields.find((field) => counts.has(field)) ?? 'verdict',
      };
      if (occurrence.score > (best.get(path)?.score ?? 0)) best.set(path, occurrence);
    }
    return best;
  }

  private score(path: string, counts: ReadonlyMap<Field, number>): number {
    let score = 0;
    for (const [field, count] of counts) {
      const relative = (this.lengths.get(path)?.get(field) ?? 0) / (this.averages.get(field) || 1);
      score += (worth[field] * count) / (count + SATURATION * (1 - LENGTH + LENGTH * relative));
    }
    return score;
  }

  private add(path: string, tokens: PageTokens): void {
    this.lengths.set(path, new Map(fields.map((field) => [field, tokens[field]?.length ?? 0])));
    for (const field of fields) {
      for (const [token, count] of countsOf(tokens[field] ?? [])) this.mentionsOf(token, path).set(field, count);
    }
  }

  private mentionsOf(token: string, path: string): Map<Field, number> {
    const all = this.mentions.get(token) ?? [];
    if (all.length === 0) this.mentions.set(token, all);
    const last = all.at(-1);
    if (last?.path === path) return last.counts;
    const counts = new Map<Field, number>();
    all.push({ path, counts });
    return counts;
  }
}
