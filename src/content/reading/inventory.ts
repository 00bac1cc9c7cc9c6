import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Vocabulary } from '#apps/inventory/reading/vocabulary.ts';
import { sampleFile, sampleProblems, wordProblems } from '#content/checking/check-inventory.ts';
import { inventoryFileSchema } from '#content/schemas/inventory.ts';
import type { RuleBook } from '#core/advisor/rule-book.ts';
import { lexiconOf } from '#core/language/lexicon.ts';
import type { LanguageTables } from '#core/language/tables.ts';
import { withLines } from './lines.ts';
import { ContentError, type Problem } from './problem.ts';
import { readText, readYaml } from './read-files.ts';

const file = 'content/advisor/inventory.yaml';

function programmeProblems({ programme }: Vocabulary): Problem[] {
  const ids = programme.map(({ id }) => id);
  return ids.flatMap((id, index) =>
    ids.indexOf(id) < index ? [{ file, field: `programme.${index}.id`, message: `"${id}" stands twice` }] : [],
  );
}

function readSample(
  root: string,
  vocabulary: Vocabulary,
  book: RuleBook,
  language: LanguageTables | undefined,
): Problem[] {
  if (!existsSync(join(root, sampleFile))) return [{ file: sampleFile, field: '', message: 'is missing' }];
  return sampleProblems(readText(root, sampleFile), vocabulary, book, language && lexiconOf(language));
}

/**
 * Reads the words by which other people's spreadsheets are understood, and reports what is wrong with them and with the
 * sample programme that is read by them.
 *
 * @param book the rules, whose questions name columns and answers too
 * @param language the tables by which the sample's cells are understood
 */
export function readVocabulary(
  root: string,
  book: RuleBook,
  language: LanguageTables | undefined,
): { vocabulary: Vocabulary | undefined; problems: Problem[] } {
  const problems: Problem[] = [];
  const vocabulary = readYaml(root, file, inventoryFileSchema, problems) as Vocabulary | undefined;
  if (vocabulary) {
    problems.push(...wordProblems(vocabulary, book), ...programmeProblems(vocabulary));
    // Without the questions, no word of the sample means anything.
    if (book.questions.length > 0) problems.push(...readSample(root, vocabulary, book, language));
  }
  return { vocabulary, problems: withLines(root, problems) };
}

/**
 * The inventory's vocabulary of the project that runs.
 *
 * @throws {ContentError} when its file cannot be read, or lists a word twice
 */
export function loadVocabulary(root = process.cwd()): Vocabulary {
  const problems: Problem[] = [];
  const vocabulary = readYaml(root, file, inventoryFileSchema, problems) as Vocabulary | undefined;
  if (vocabulary) problems.push(...wordProblems(vocabulary));
  if (!vocabulary || problems.length > 0) throw new ContentError(withLines(root, problems));
  return vocabulary;
}
