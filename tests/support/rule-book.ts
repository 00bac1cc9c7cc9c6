import { loadLibrary } from '#content/reading/library.ts';
import { loadRuleBook } from '#content/reading/rule-book.ts';

/** The project's own rule book, read once a test file. */
export const library = loadLibrary();
export const book = loadRuleBook(process.cwd(), library);
