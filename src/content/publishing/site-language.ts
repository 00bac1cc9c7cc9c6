import type { LanguageFile } from '#apps/describe/language.ts';
import { contentOfBuild } from '#content/reading/content-of-build.ts';
import { loadExamples, loadLanguage } from '#content/reading/language.ts';

/** The language tables and worked examples of the site being built, read and checked once. */
export const language: LanguageFile = {
  tables: contentOfBuild(process.cwd())?.language ?? loadLanguage(),
  examples: loadExamples().map(({ text }) => text),
};
