import type { Vocabulary } from '#apps/inventory/reading/vocabulary.ts';
import type { Situation } from '#core/advisor/decision-table.ts';
import type { RuleBook } from '#core/advisor/rule-book.ts';
import type { LanguageTables } from '#core/language/tables.ts';
import type { Library } from './entries.ts';
import { readVocabulary } from './inventory.ts';
import { readLanguage } from './language.ts';
import { readLibrary } from './library.ts';
import { ContentError, inOrder, type Problem } from './problem.ts';
import { readRuleBook } from './rule-book.ts';
import { readSituations } from './situations.ts';

/** All that the site is built from. */
export interface Content {
  library: Library;
  book: RuleBook;
  /** The rows of the decision table, without what they lead to. */
  situations: readonly Situation[];
  /** Missing where its file cannot be read. */
  vocabulary: Vocabulary | undefined;
  /** Missing where one of its files cannot be read. */
  language: LanguageTables | undefined;
}

/**
 * Reads and checks everything in `content/` that the build reads: the library, the advisor's rules and situations, the
 * words that people and spreadsheets use, and the sample programme.
 *
 * @param root the project's folder
 * @returns what could be read, and every fault with file, line and what is allowed, in the order of files and lines
 */
export function readContent(root: string): Content & { problems: Problem[] } {
  const { library, problems: ofLibrary } = readLibrary(root);
  const { book, problems: ofBook } = readRuleBook(root, library);
  const { situations, problems: ofSituations } = readSituations(root);
  const { language, problems: ofLanguage } = readLanguage(root);
  const { vocabulary, problems: ofWords } = readVocabulary(root, book, language);
  const problems = inOrder([...ofLibrary, ...ofBook, ...ofSituations, ...ofWords, ...ofLanguage]);
  return { library, book, situations, vocabulary, language, problems };
}

/**
 * The content of the project that is built.
 *
 * @throws {ContentError} with every fault at once, when anything in `content/` is wrong
 */
export function loadContent(root: string): Content {
  const { problems, ...content } = readContent(root);
  if (problems.length > 0) throw new ContentError(problems);
  return content;
}
