import type { APIRoute } from 'astro';
import { library } from '#content/site.ts';
import type { Vocabulary } from '#search/vocabulary.ts';

/** Synonyms from the glossary, for the search page. */
export const GET: APIRoute = () => {
  const synonyms = [...library.terms.values()]
    .map(({ term, expansion, oldNames, aliases }) =>
      [term, expansion ?? '', ...oldNames, ...aliases].map((name) => name.toLowerCase()).filter((name) => name !== ''),
    )
    .map((names) => [...new Set(names)])
    .filter((names) => names.length > 1);
  const vocabulary: Vocabulary = { pages: library.answers.length + library.patterns.length, synonyms };
  return Response.json(vocabulary);
};
