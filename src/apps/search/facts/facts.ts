import type { LightIndex } from '#apps/search/index/light-index.ts';
import type { Concept } from '#apps/search/query/parse-query.ts';
import type { Term } from '#apps/search/query/terminology.ts';
import { tokensOf } from '#apps/search/query/tokens.ts';
import { plainWords, stemOf } from '#apps/search/query/words.ts';
import type { FactFigure, FactsFile } from './facts-file.ts';

/** Words that ask for a figure. */
const askingForFigure = new Set(
  'limit maximum max minimum size quota rate cap most least price cost retention days hours minutes number many much long big threshold default throughput'
    .split(' ')
    .map(stemOf),
);

const SHOWN = 3;

/** So much of what a query asks for has to stand in a figure. */
const ENOUGH = 0.99;

const isAsking = (word: string): boolean => askingForFigure.has(stemOf(word));

interface Indexed {
  figure: FactFigure;
  tokens: ReadonlySet<string>;
}

/** Figures and definitions that answer a query at once. */
export class Facts {
  private readonly figures: readonly Indexed[];
  private readonly definitions: FactsFile['definitions'];

  constructor({ figures, sources, definitions }: FactsFile, { terminology }: Pick<LightIndex, 'terminology'>) {
    this.definitions = definitions;
    this.figures = figures.map((figure) => ({
      figure: { ...figure, sourceTitle: sources[figure.source] ?? '' },
      tokens: new Set(tokensOf(`${figure.text} ${figure.words}`, terminology)),
    }));
  }

  /**
   * Figures that a query asks for, the nearest first.
   *
   * @returns none for a query that asks for no figure, or names no subject
   */
  figuresFor(query: string, concepts: readonly Concept[]): FactFigure[] {
    if (!plainWords(query).some(isAsking)) return [];
    const subject = concepts.filter(({ asked, telling }) => telling === 1 && !plainWords(asked).every(isAsking));
    if (subject.length === 0) return [];
    const asked = concepts.filter(({ asked: name }) => plainWords(name).every(isAsking));
    const says = ({ tokens }: Indexed, concept: Concept): boolean => concept.tokens.some((token) => tokens.has(token));
    const share = (indexed: Indexed, some: readonly Concept[]): number =>
      some.length === 0 ? 1 : some.filter((concept) => says(indexed, concept)).length / some.length;
    return this.figures
      .filter((indexed) => share(indexed, subject) >= ENOUGH)
      .sort((a, b) => share(b, asked) - share(a, asked) || a.tokens.size - b.tokens.size)
      .slice(0, SHOWN)
      .map(({ figure }) => figure);
  }

  /** The one term that a query is about, with what it means. */
  definitionFor(concepts: readonly Concept[]): { term: Term; definition: string } | undefined {
    const [only, ...others] = concepts;
    const [term] = only?.terms ?? [];
    const definition = term && others.length === 0 ? this.definitions[term.id] : undefined;
    return term && definition ? { term, definition } : undefined;
  }
}
