import { contentOfBuild } from '#content/reading/content-of-build.ts';
import { loadVocabulary } from '#content/reading/inventory.ts';
import { loadLanguage } from '#content/reading/language.ts';
import { readText } from '#content/reading/read-files.ts';

/** The inventory's vocabulary of the site being built, read and checked once. */
export const vocabulary = contentOfBuild(process.cwd())?.vocabulary ?? loadVocabulary();

/** The tables by which people's words are understood, of the site being built. */
export const language = contentOfBuild(process.cwd())?.language ?? loadLanguage();

/** An invented programme, as a spreadsheet of the kind that architects have. */
export const sampleProgramme = readText(process.cwd(), 'content/advisor/sample-programme.csv');
