import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { CORE_SCHEMA, load } from 'js-yaml';
import { isMap, isSeq, parseDocument } from 'yaml';
import { type $ZodType, type output, safeParse } from 'zod/v4/core';
import { faultsOf, inWords } from './faults.ts';
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

/** What a YAML text holds, or what is wrong with it. */
type YamlReading = { value: unknown } | { errors: ReturnType<typeof parseDocument>['errors'] };

/**
 * Reads YAML with the quicker of two parsers, by the same rules: in YAML 1.2 a date is text, and so is `yes`. The other
 * one, which keeps account of every sign, says on which line a text is none.
 */
function readAsYaml(text: string): YamlReading {
  try {
    return { value: load(text, { schema: CORE_SCHEMA }) ?? null };
  } catch {
    const yaml = parseDocument(text);
    return yaml.errors.length > 0 ? { errors: yaml.errors } : { value: yaml.toJS() };
  }
}

/**
 * Parses YAML and holds it against a schema; every fault becomes a problem, and the result is then `undefined`.
 *
 * @param linesBefore lines of the file in front of the text
 */
export function parseYaml<S extends $ZodType>(
  text: string,
  file: string,
  schema: S,
  problems: Problem[],
  linesBefore = 0,
): output<S> | undefined {
  const known = read.get(schema)?.get(text);
  if (known !== undefined) return known as output<S>;
  const yaml = readAsYaml(text);
  if ('errors' in yaml) {
    for (const { linePos, message, code } of yaml.errors) {
      const line = linePos && linePos[0].line + linesBefore;
      problems.push({ file, line, field: '', message: message.split('\n')[0] ?? code });
    }
    return undefined;
  }
  const result = safeParse(schema, yaml.value, { error: inWords });
  if (result.success) return remember(text, schema, result.data);
  for (const { path, message } of result.error.issues.flatMap(faultsOf)) {
    problems.push({ file, field: path.map(String).join('.'), message });
  }
  return undefined;
}

/** Reads a YAML file that has to be there, and holds it against a schema. */
export function readYaml<S extends $ZodType>(
  root: string,
  file: string,
  schema: S,
  problems: Problem[],
): output<S> | undefined {
  if (existsSync(join(root, file))) return parseYaml(readText(root, file), file, schema, problems);
  problems.push({ file, field: '', message: 'is missing' });
  return undefined;
}

/** Ids that a YAML text defines, whatever else is wrong with it: the keys of a map, or the ids of a list's entries. */
export function idsIn(text: string): string[] {
  const { contents } = parseDocument(text);
  if (isMap(contents)) return contents.items.map(({ key }) => String(key));
  return isSeq(contents) ? contents.items.flatMap((item) => (isMap(item) ? [String(item.get('id'))] : [])) : [];
}

/** Splits an MDX file into its YAML front matter, which begins on the second line, and its body. */
export function splitFrontMatter(text: string): { frontMatter: string; body: string; bodyLine: number } {
  const [, frontMatter = '', body] = /^---\n([\s\S]*?)\n---\n?([\s\S]*)$/.exec(text) ?? [];
  if (body === undefined) return { frontMatter: '', body: text, bodyLine: 1 };
  return { frontMatter, body, bodyLine: frontMatter.split('\n').length + 3 };
}
