import { library } from '#content/publishing/site.ts';

/** The glossary as a list that stays the same, so that what is derived from it is derived once in a build. */
export const glossaryTerms = [...library.terms.values()];
