import type { Vocabulary } from '#inventory/vocabulary.ts';
import { normaliseWord } from '#inventory/vocabulary.ts';
import { inventoryFileSchema } from '#schemas/inventory.ts';
import { ContentError, type Problem } from './problem.ts';
import { parseYaml, readText } from './read-files.ts';

const file = 'content/advisor/inventory.yaml';

/** A word that stands under two meanings of the same thing would be read by the order of the file. */
function reportDoubles(groups: Readonly<Record<string, readonly string[]>>, field: string, problems: Problem[]): void {
  const first = new Map<string, string>();
  for (const [meaning, words] of Object.entries(groups)) {
    for (const word of words.map(normaliseWord)) {
      const before = first.get(word);
      if (before)
        problems.push({ file, field: `${field}.${meaning}`, message: `"${word}" stands under ${before} already` });
      else first.set(word, meaning);
    }
  }
}

/** Reads the words by which other people's spreadsheets are understood, and reports what is wrong with them. */
export function readVocabulary(root: string): { vocabulary: Vocabulary | undefined; problems: Problem[] } {
  const problems: Problem[] = [];
  const vocabulary = parseYaml(readText(root, file), file, inventoryFileSchema, problems);
  if (vocabulary) {
    reportDoubles(vocabulary.headers, 'headers', problems);
    for (const [field, words] of Object.entries(vocabulary.values)) {
      if (words) reportDoubles(words as Record<string, string[]>, `values.${field}`, problems);
    }
  }
  return { vocabulary: vocabulary as Vocabulary | undefined, problems };
}

/**
 * The inventory's vocabulary of the project that runs.
 *
 * @throws {ContentError} when anything is wrong with it
 */
export function loadVocabulary(root = process.cwd()): Vocabulary {
  const { vocabulary, problems } = readVocabulary(root);
  if (!vocabulary || problems.length > 0) throw new ContentError(problems);
  return vocabulary;
}
