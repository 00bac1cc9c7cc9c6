import type { APIRoute } from 'astro';
import { library } from '#content/site.ts';
import type { Vocabulary } from '#search/vocabulary.ts';

/** Synonyms from the glossary, for the search page. */
export const GET: APIRoute = () => {
  const synonyms = [...library.terms.values()]
    .map(({ term, expansion, oldNames, aliases }) => [
      ...new Set([term, ...(expansion ? [expansion] : []), ...oldNames, ...aliases]),
    ])
    .filter((names) => names.length > 1);
  const vocabulary: Vocabulary = { pages: library.answers.length + library.patterns.length, synonyms };
  return Response.json(vocabulary);
};
