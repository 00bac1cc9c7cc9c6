import { parseDocument, visit } from 'yaml';
import type { Library } from '#content/reading/entries.ts';
import { listFiles, readText } from '#content/reading/read-files.ts';
import { blocksOf } from './blocks.ts';

/** A piece of prose that a visitor reads, and where an editor finds it. */
export interface Passage {
  file: string;
  field: string;
  text: string;
}

/** Plain text as it is read, but for code and the names of figures. */
const plainProse = (text: string): string =>
  text
    .replace(/`[^`]*`|\{[a-z0-9._:-]+\}/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

const bodyPassages = ({ file, body }: { file: string; body: string }): Passage[] =>
  blocksOf(body).map(({ text, line }) => ({ file, field: `body line ${line}`, text }));

/** What editors list for the search alone, and what they cite or quote, is spelt as others spell it. */
const spokenByOthers = new Set(['aliases', 'oldNames', 'url', 'publisher', 'anchor']);

const lineAt = (text: string, offset = 0): number => text.slice(0, offset).split('\n').length;

/** Every value of a YAML file that is a sentence or a phrase: ids and other single words are none. */
function yamlPassages(root: string, file: string): Passage[] {
  const source = readText(root, file);
  const passages: Passage[] = [];
  visit(parseDocument(source), {
    Pair: (_, { key }) => (spokenByOthers.has(String(key)) ? visit.SKIP : undefined),
    Scalar: (key, { value, range }) => {
      if (key === 'key' || typeof value !== 'string' || !value.includes(' ')) return;
      passages.push({ file, field: `line ${lineAt(source, range?.[0])}`, text: plainProse(value) });
    },
  });
  return passages;
}

/** Titles of sources are theirs, words that other people use too, names of systems, and the editors' own lists are no prose. */
const isProse = (file: string): boolean =>
  !/^content\/(sources|editorial|search\/asked)\//.test(file) &&
  !/^content\/advisor\/(inventory|words|systems)\.yaml$/.test(file);

/**
 * Everything in `content/` that is written in this site's own words.
 *
 * @param root the project's folder
 */
export function passagesOf(root: string, { answers, patterns }: Library): Passage[] {
  const verdicts = answers.flatMap(({ file, question, verdict }) => [
    { file, field: 'question', text: plainProse(question) },
    { file, field: 'verdict', text: plainProse(verdict) },
  ]);
  const yaml = listFiles(root, 'content', '.yaml').filter(isProse);
  return [
    ...verdicts,
    ...[...answers, ...patterns].flatMap(bodyPassages),
    ...yaml.flatMap((file) => yamlPassages(root, file)),
  ].filter(({ text }) => text !== '');
}
