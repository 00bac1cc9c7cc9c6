import { loadLibrary } from '../../src/content/library.ts';
import { loadRuleBook } from '../../src/content/rule-book.ts';

/** The project's own rule book, read once a test file. */
export const library = loadLibrary();
export const book = loadRuleBook(process.cwd(), library);
