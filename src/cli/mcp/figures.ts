import MiniSearch from 'minisearch';
import { copyText } from '#content/publishing/copy-text.ts';
import { boundedText } from '#content/publishing/figures-text.ts';
import type { FigureEntry, Library } from '#content/reading/entries.ts';

/** A figure as a tool tells it; the names are part of the server's contract. */
export interface FigureLine {
  id: string;
  /** The value with unit and bound: `at most 10,000 records`. */
  text: string;
  value: number | string;
  unit: string | null;
  /** What is counted and where it applies. */
  scope: string;
  kind: string;
  bound: string | null;
  condition: string | null;
  platform: string | null;
  versions: string | null;
  /** Words of the source that carry the figure. */
  anchor: string | null;
  source: { title: string; publisher: string; url: string; copy: string; grade: string } | null;
  checked: string;
  review_by: string;
}

/** Looks up figures of the ledger, by id or by what people call them. */
export class FigureFinder {
  private readonly figures: Library['figures'];
  private readonly sources: Library['sources'];
  private readonly index = new MiniSearch<{ id: string; words: string; source: string }>({
    fields: ['id', 'words', 'source'],
    searchOptions: { boost: { words: 2, id: 2 }, fuzzy: 0.2, prefix: true },
  });

  constructor({ figures, sources }: Pick<Library, 'figures' | 'sources'>) {
    this.figures = figures;
    this.sources = sources;
    this.index.addAll(
      [...figures.values()].map(({ id, scope, condition, value, unit, source }) => ({
        id,
        words: [scope, condition, value, unit].join(' '),
        source: sources.get(source)?.title ?? '',
      })),
    );
  }

  /** @returns nothing where the ledger has no such id */
  byId(id: string): FigureLine | undefined {
    const figure = this.figures.get(id);
    return figure && this.lineOf(figure);
  }

  /** Figures that speak of all words of the query, or else of any of them, the nearest first. */
  find(query: string, limit: number): FigureLine[] {
    const all = this.index.search(query, { combineWith: 'AND' });
    const found = all.length > 0 ? all : this.index.search(query);
    return found.slice(0, limit).flatMap(({ id }) => this.byId(String(id)) ?? []);
  }

  private lineOf(figure: FigureEntry): FigureLine {
    const { id, value, unit, scope, kind, bound, condition, platform, versions, anchor, checked, reviewBy } = figure;
    const source = this.sources.get(figure.source);
    return {
      id,
      text: boundedText(figure),
      value,
      unit: unit ?? null,
      scope,
      kind,
      bound: bound ?? null,
      condition: condition ?? null,
      platform: platform ?? null,
      versions: versions ?? null,
      anchor: anchor ?? null,
      source: source
        ? {
            title: source.title,
            publisher: source.publisher,
            url: source.url,
            copy: copyText(source),
            grade: source.grade,
          }
        : null,
      checked,
      review_by: reviewBy,
    };
  }
}
