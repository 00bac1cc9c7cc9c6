import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { figureText } from '#content/publishing/figures-text.ts';
import type { Library } from '#content/reading/entries.ts';
import type { Problem } from '#content/reading/problem.ts';
import { listFiles, readText, readYaml } from '#content/reading/read-files.ts';
import { type RejectedFact, rejectedFactsSchema } from '#content/schemas/rejected-fact.ts';

const FILE = 'content/editorial/rejected-facts.yaml';

/** Where nothing is said in this site's name: titles of others, words that people use, and what a correction names. */
const isSaid = (file: string): boolean =>
  !/^content\/(editorial|sources|search)\/|^content\/changes\.yaml$|^content\/advisor\/(words|systems|inventory|described-examples)\.yaml$/.test(
    file,
  );

const figureTag = /<Fact\b[^>]*?\bid="([^"]*)"[^>]*\/>|\{([a-z0-9]+(?:-[a-z0-9]+)*)\}/g;
const citation = /<(?:Cite|Judgement)\b[^>]*\/>/g;

/** A text as a page reads, line for line: figures with their values, without marks of citations. */
const asRead = (text: string, figures: Library['figures']): string =>
  text
    .replace(figureTag, (tag, inTag?: string, inBraces?: string) => {
      const figure = figures.get(inTag ?? inBraces ?? '');
      return figure ? figureText(figure) : tag;
    })
    .replace(citation, '');

const patternOf = ({ pattern }: RejectedFact): RegExp => new RegExp(pattern.replaceAll(' ', '\\s+'), 'giu');

/**
 * Where a text says something that was set aside.
 *
 * @param text as a page reads
 * @returns each place with its line, from 1, and why it must not be said
 */
export const rejectedIn = (text: string, rejected: readonly RejectedFact[]): { line: number; message: string }[] =>
  rejected.flatMap((fact) =>
    [...text.matchAll(patternOf(fact))].map(({ 0: found, index }) => ({
      line: text.slice(0, index).split('\n').length,
      message: `says "${found.replace(/\s+/g, ' ')}", which was set aside: ${fact.claim}. ${fact.reason}`,
    })),
  );

/**
 * Everything in `content/` that says what the research set aside, with file, line and reason, and exceptions for files
 * that are not there.
 *
 * @param root the project's folder
 */
export function checkRejectedFacts(root: string, { figures }: Pick<Library, 'figures'>): Problem[] {
  const problems: Problem[] = [];
  if (!existsSync(join(root, FILE))) return problems;
  const rejected = readYaml(root, FILE, rejectedFactsSchema, problems) ?? [];
  const files = ['.mdx', '.yaml'].flatMap((ending) => listFiles(root, 'content', ending));
  rejected.forEach(({ told }, index) => {
    for (const file of told.filter((one) => !files.includes(one)))
      problems.push({ file: FILE, field: `${index}.told`, message: `"${file}" is not there` });
  });
  for (const file of files.filter(isSaid)) {
    const wanted = rejected.filter(({ told }) => !told.includes(file));
    for (const { line, message } of rejectedIn(asRead(readText(root, file), figures), wanted)) {
      problems.push({ file, line, field: '', message });
    }
  }
  return problems;
}
