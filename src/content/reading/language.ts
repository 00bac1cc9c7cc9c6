import { languageProblems, systemsFile, wordsFile } from '#content/checking/check-language.ts';
import { systemsFileSchema, wordsFileSchema } from '#content/schemas/language.ts';
import type { LanguageTables, SystemsTable, WordsTable } from '#core/language/tables.ts';
import { withLines } from './lines.ts';
import { ContentError, type Problem } from './problem.ts';
import { readYaml } from './read-files.ts';

/** Reads the tables by which people's words are understood, and reports what is wrong with them. */
export function readLanguage(root: string): { language: LanguageTables | undefined; problems: Problem[] } {
  const problems: Problem[] = [];
  const systems = readYaml(root, systemsFile, systemsFileSchema, problems) as SystemsTable | undefined;
  const words = readYaml(root, wordsFile, wordsFileSchema, problems) as WordsTable | undefined;
  const language = systems && words ? { systems, words } : undefined;
  if (language) problems.push(...languageProblems(language));
  return { language, problems: withLines(root, problems) };
}

/**
 * The language tables of the project that runs.
 *
 * @throws {ContentError} when a file cannot be read, or holds a name or a phrase twice
 */
export function loadLanguage(root = process.cwd()): LanguageTables {
  const { language, problems } = readLanguage(root);
  if (!language || problems.length > 0) throw new ContentError(problems);
  return language;
}
