import type { Figure } from '#content/schemas/figure.ts';

/** Components that an author may write; `docs/editorial.md` explains them. */
export const components = [
  'Cite',
  'Fact',
  'Term',
  'Judgement',
  'Callout',
  'Timeline',
  'Moment',
  'NumberTable',
] as const;

/** One component in an MDX body. */
export interface Tag {
  name: string;
  id: string | undefined;
  bare: boolean;
  /** Line of the body, from 1. */
  line: number;
}

const tagPattern = /<([A-Z][A-Za-z]*)\b([^>]*?)\/?>/g;

/** Every component that opens in a body, in order. */
export function tagsIn(body: string): Tag[] {
  return [...body.matchAll(tagPattern)].map((match) => {
    const attributes = match[2] ?? '';
    return {
      name: match[1] ?? '',
      id: /\bid="([^"]*)"/.exec(attributes)?.[1],
      bare: /\bbare\b/.test(attributes),
      line: body.slice(0, match.index).split('\n').length,
    };
  });
}

/** Ids of the sources that a body cites, in order of first use; a figure cites its own source. */
export function citedSources(body: string, figures: ReadonlyMap<string, Pick<Figure, 'source'>>): string[] {
  const cited = tagsIn(body).flatMap(({ name, id, bare }) => {
    if (!id) return [];
    if (name === 'Cite') return [id];
    if (name === 'Fact' && !bare) return figures.get(id)?.source ?? [];
    return [];
  });
  return [...new Set(cited)];
}

/** Addresses within the site that a body links to, with the line each stands on. */
export function linksIn(body: string): { href: string; line: number }[] {
  return [...body.matchAll(/\]\((\/[^)\s]*)\)/g)].map((match) => ({
    href: match[1] ?? '',
    line: body.slice(0, match.index).split('\n').length,
  }));
}
