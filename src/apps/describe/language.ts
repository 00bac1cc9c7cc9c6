import { path } from '#content/publishing/path.ts';
import { lexiconOf } from '#core/language/lexicon.ts';
import type { LanguageTables } from '#core/language/tables.ts';
import { understand } from '#core/language/understand.ts';
import type { Language } from './machine.ts';

/** What the site publishes for the box, below the address of the advisor. */
export interface LanguageFile {
  tables: LanguageTables;
  examples: readonly string[];
}

/**
 * Fetches the tables and prepares them.
 *
 * @throws {Error} when they do not come; what was typed is understood once they do
 */
export async function loadLanguage(): Promise<Language> {
  const response = await fetch(path('/advisor/language.json'));
  if (!response.ok) throw new Error(`The language tables could not be loaded (${response.status})`);
  const { tables, examples } = (await response.json()) as LanguageFile;
  const lexicon = lexiconOf(tables);
  return { understand: (text) => understand(text, lexicon), examples };
}
