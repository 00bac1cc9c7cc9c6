import type { APIRoute } from 'astro';
import { library } from '#content/site.ts';
import type { Vocabulary } from '#search/vocabulary.ts';
import { wordsIn } from '#search/words.ts';

/** Shorter words are too like one another to be corrected. */
const SHORTEST_CORRECTED = 4;

/** Synonyms from the glossary and the site's own words, for the search page. */
export const GET: APIRoute = () => {
  const synonyms = [...library.terms.values()]
    .map(({ term, expansion, oldNames, aliases }) => [
      ...new Set([term, ...(expansion ? [expansion] : []), ...oldNames, ...aliases]),
    ])
    .filter((names) => names.length > 1);
  const texts = [
    ...library.answers.flatMap(({ question, verdict, aliases }) => [question, verdict, ...aliases]),
    ...library.patterns.flatMap(({ name, verdict }) => [name, verdict]),
    ...[...library.terms.values()].flatMap(({ term, expansion, oldNames, aliases }) => [
      term,
      expansion ?? '',
      ...oldNames,
      ...aliases,
    ]),
  ];
  const words = [...new Set(texts.flatMap(wordsIn))].filter((word) => word.length >= SHORTEST_CORRECTED).sort();
  const vocabulary: Vocabulary = { pages: library.answers.length + library.patterns.length, synonyms, words };
  return Response.json(vocabulary);
};
