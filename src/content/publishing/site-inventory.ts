import { contentOfBuild } from '#content/reading/content-of-build.ts';
import { loadVocabulary } from '#content/reading/inventory.ts';
import { readText } from '#content/reading/read-files.ts';

/** The inventory's vocabulary of the site being built, read and checked once. */
export const vocabulary = contentOfBuild(process.cwd())?.vocabulary ?? loadVocabulary();

/** An invented programme, as a spreadsheet of the kind that architects have. */
export const sampleProgramme = readText(process.cwd(), 'content/advisor/sample-programme.csv');
