/** What search knows of the site beside the index; `/search-vocabulary.json` carries it. */
export interface Vocabulary {
  /** How many pages can be found. */
  pages: number;
  /** Names of one thing, as they are written: acronym, full name, old names, other words. */
  synonyms: readonly (readonly string[])[];
  /** Words of questions, other names and terms, against which a misspelt one is held. */
  words: readonly string[];
}
