import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { bodyProblems } from '#content/checking/check-references.ts';
import { withAssumptions } from './assumptions.ts';
import { type Content, loadContent } from './content.ts';
import type { AnswerEntry, Library } from './entries.ts';
import { keep, readKept } from './kept-file.ts';
import { citationsOf } from './library.ts';
import { listFiles, readText, splitFrontMatter } from './read-files.ts';
import { siteAddresses } from './routes.ts';

/** Content as a build has read and checked it. */
export interface KeptContent extends Content {
  /**
   * Hash of all that decides on the content, but for the bodies of answers: of the other texts, and of the code that reads
   * and checks them. Nothing that a build makes without looking into a body changes while this stays the same.
   */
  key: string;
}

const answers = 'content/answers/';

/** The texts of all files in a folder, by their path. */
const textsIn = (root: string, folder: string): Map<string, string> =>
  new Map(
    listFiles(root, folder, '')
      .filter((file) => /\.\w+$/.test(file))
      .map((file) => [file, readText(root, file)]),
  );

function keyOf(root: string, content: ReadonlyMap<string, string>): string {
  const hash = createHash('sha256').update(`${process.version}\n${readText(root, 'package-lock.json')}`);
  const add = (file: string, text: string): unknown => hash.update(`\n${file} ${text.length}\n`).update(text);
  for (const [file, text] of textsIn(root, 'src')) add(file, text);
  for (const [file, text] of content) add(file, file.startsWith(answers) ? splitFrontMatter(text).frontMatter : text);
  return hash.digest('hex');
}

/** The same library with the bodies that answers have now; `undefined` where one of them is at fault. */
function withBodies(root: string, library: Library, texts: ReadonlyMap<string, string>): Library | undefined {
  const { assumptions } = library.assumptions;
  const isKnown = (text: string): boolean => withAssumptions(text, assumptions).unknown.length === 0;
  const edited = library.answers.flatMap((answer): AnswerEntry[] => {
    const { text, used } = withAssumptions(texts.get(answer.file) ?? '', assumptions);
    const { body } = splitFrontMatter(text);
    return body === answer.body ? [] : [{ ...answer, body, assumptions: used }];
  });
  if (edited.length === 0) return library;
  if (!edited.every(({ file }) => isKnown(texts.get(file) ?? ''))) return undefined;
  const pages = siteAddresses(root, library);
  try {
    if (edited.some((answer) => bodyProblems(answer, library, pages).length > 0)) return undefined;
    const anew = new Map(edited.map((answer) => [answer.id, { ...answer, citations: citationsOf(answer, library) }]));
    return { ...library, answers: library.answers.map((answer) => anew.get(answer.id) ?? answer) };
  } catch {
    return undefined;
  }
}

/**
 * Reads and checks all of `content/`, as {@link loadContent} does, but only those bodies of answers that have changed
 * where nothing else has since a build that kept what it read.
 *
 * @param folder where builds keep things; whatever it lacks is done anew
 * @throws {ContentError} with every fault at once, when anything in `content/` is wrong
 */
export function loadKeptContent(root: string, folder: string): KeptContent {
  const file = join(folder, 'content.v8');
  const texts = textsIn(root, 'content');
  const key = keyOf(root, texts);
  const kept = readKept<Content>(file, key);
  const library = kept && withBodies(root, kept.library, texts);
  if (kept && library === kept.library) return { ...kept, key };
  const content = kept && library ? { ...kept, library } : loadContent(root);
  keep(file, key, content);
  return { ...content, key };
}
