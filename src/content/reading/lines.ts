import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isMap, isScalar, isSeq, LineCounter, type Node, type ParsedNode, parseDocument, type YAMLMap } from 'yaml';
import type { Problem } from './problem.ts';
import { readText, splitFrontMatter } from './read-files.ts';

/** A step down from a node: the node it leads to, how many segments of the path it took, and where its name stands. */
interface Step {
  node: Node | null;
  taken: number;
  at: number | undefined;
}

const startOf = (node: unknown): number | undefined => (node as ParsedNode | null)?.range?.[0];

/** Entries of a list are named by what tells them apart, as people speak of them, or by their index. */
const namesOf = (item: unknown): unknown[] =>
  isMap(item) ? [item.get('id'), item.get('field')].filter((name) => name !== undefined) : [];

function stepInto(node: unknown, path: readonly string[]): Step | undefined {
  if (isSeq(node)) {
    const [first = ''] = path;
    const index = /^\d+$/.test(first) ? Number(first) : node.items.findIndex((item) => namesOf(item).includes(first));
    const item = node.items[index] as Node | undefined;
    if (item) return { node: item, taken: 1, at: startOf(item) };
    return firstStep(node.items.filter(isMap), path);
  }
  if (!isMap(node)) return undefined;
  // A key may hold dots itself, so the longest one wins.
  for (let taken = path.length; taken > 0; taken -= 1) {
    const name = path.slice(0, taken).join('.');
    const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === name);
    if (pair) return { node: pair.value as Node | null, taken, at: startOf(pair.key) };
  }
  return firstStep([node], path);
}

/** Rules are named without the list of the file that holds them, and variants without the choice that they belong to. */
function firstStep(maps: readonly YAMLMap[], path: readonly string[]): Step | undefined {
  const lists = maps.flatMap((map) => map.items.map(({ value }) => value).filter(isSeq));
  return lists.map((list) => stepInto(list, path)).find((step) => step !== undefined);
}

/** Where in a YAML text the field stands, or the nearest thing around it that is there. */
function offsetOf(field: string, root: unknown): number | undefined {
  let path = field.split('.');
  let node = root;
  let offset = startOf(root);
  while (path.length > 0) {
    const step = stepInto(node, path);
    if (!step) break;
    offset = step.at ?? offset;
    node = step.node;
    path = path.slice(step.taken);
  }
  return offset;
}

/** The YAML of a file, and the line before its first. */
function yamlOf(root: string, file: string): { text: string; linesBefore: number } | undefined {
  if (file.endsWith('.yaml')) return { text: readText(root, file), linesBefore: 0 };
  if (!file.endsWith('.mdx')) return undefined;
  return { text: splitFrontMatter(readText(root, file)).frontMatter, linesBefore: 1 };
}

/** Says for one file on which line a field stands. */
function lineFinder(root: string, file: string): (field: string) => number | undefined {
  const yaml = existsSync(join(root, file)) ? yamlOf(root, file) : undefined;
  if (!yaml) return () => undefined;
  const counter = new LineCounter();
  const { contents } = parseDocument(yaml.text, { lineCounter: counter });
  return (field) => {
    const offset = field === '' ? undefined : offsetOf(field, contents);
    return offset === undefined ? undefined : counter.linePos(offset).line + yaml.linesBefore;
  };
}

/**
 * Adds to each problem the line of its file on which the field stands, where it has none yet. Files are read again for
 * it: that costs time only where something is wrong.
 *
 * @param root the project's folder
 */
export function withLines(root: string, problems: readonly Problem[]): Problem[] {
  const finders = new Map<string, (field: string) => number | undefined>();
  return problems.map((problem) => {
    if (problem.line !== undefined) return problem;
    const lineOf = finders.get(problem.file) ?? lineFinder(root, problem.file);
    finders.set(problem.file, lineOf);
    return { ...problem, line: lineOf(problem.field) };
  });
}
