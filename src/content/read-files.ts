import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { parseDocument } from 'yaml';
import { type $ZodType, type output, safeParse } from 'zod/v4/core';
import type { Problem } from './problem.ts';

/** Files below `folder` with that ending, sorted, as paths below `root` with forward slashes. */
export function listFiles(root: string, folder: string, ending: string): string[] {
  const absolute = join(root, folder);
  if (!existsSync(absolute)) return [];
  return readdirSync(absolute, { recursive: true, encoding: 'utf8' })
    .map((path) => posix.join(folder, path.replaceAll('\\', '/')))
    .filter((path) => path.endsWith(ending))
    .sort();
}

/** Text of a file with `\n` line endings and no byte order mark, whatever the editor's system wrote. */
export const readText = (root: string, file: string): string =>
  readFileSync(join(root, file), 'utf8')
    .replace(/^\uFEFF/, '')
    .replaceAll('\r\n', '\n');

/** What was read before: a build reads all of `content/` for several of its steps. */
const read = new WeakMap<$ZodType, Map<string, unknown>>();

function remember<S extends $ZodType>(text: string, schema: S, data: output<S>): output<S> {
  const texts = read.get(schema) ?? new Map<string, unknown>();
  read.set(schema, texts.set(text, data));
  return data;
}

/** Parses YAML and holds it against a schema; every fault becomes a problem, and the result is then `undefined`. */
export function parseYaml<S extends $ZodType>(
  text: string,
  file: string,
  schema: S,
  problems: Problem[],
): output<S> | undefined {
  const known = read.get(schema)?.get(text);
  if (known !== undefined) return known as output<S>;
  const document = parseDocument(text);
  if (document.errors.length > 0) {
    for (const error of document.errors) {
      const line = error.linePos?.[0].line;
      problems.push({ file, field: line ? `line ${line}` : '', message: error.message.split('\n')[0] ?? error.code });
    }
    return undefined;
  }
  const result = safeParse(schema, document.toJS());
  if (result.success) return remember(text, schema, result.data);
  for (const issue of result.error.issues) {
    // What is wrong with a key stands one level down.
    const message = (issue.code === 'invalid_key' && issue.issues[0]?.message) || issue.message;
    problems.push({ file, field: issue.path.map(String).join('.'), message });
  }
  return undefined;
}

/** Splits an MDX file into its YAML front matter and its body. */
export function splitFrontMatter(text: string): { frontMatter: string; body: string } {
  const match = /^---\n([\s\S]*?)\n---\n?([\s\S]*)$/.exec(text);
  return match ? { frontMatter: match[1] ?? '', body: match[2] ?? '' } : { frontMatter: '', body: text };
}
