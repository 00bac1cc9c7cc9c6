import { loadLanguage } from '#content/reading/language.ts';
import { lexiconOf } from '#core/language/lexicon.ts';

/** The project's own language tables, prepared once a test file. */
export const tables = loadLanguage();
export const lexicon = lexiconOf(tables);
