import { basename } from 'node:path';
import type { $ZodType, output } from 'zod/v4/core';
import { type Answer, answerSchema } from '#schemas/answer.ts';
import { type Change, changesSchema } from '#schemas/change.ts';
import { type Figure, figureFileSchema } from '#schemas/figure.ts';
import { type Home, homeSchema } from '#schemas/home.ts';
import { type Hub, hubSchema } from '#schemas/hub.ts';
import { type Pattern, patternSchema } from '#schemas/pattern.ts';
import { type ReadingPath, readingPathsSchema } from '#schemas/reading-path.ts';
import { type Redirects, redirectsSchema } from '#schemas/redirect.ts';
import { type Source, sourceFileSchema } from '#schemas/source.ts';
import { glossarySchema, type Term } from '#schemas/term.ts';
import { citedSources } from './body.ts';
import { checkLibrary } from './check-references.ts';
import { ContentError, type Problem } from './problem.ts';
import { listFiles, parseYaml, readText, splitFrontMatter } from './read-files.ts';

interface Entry {
  id: string;
  file: string;
}

interface Article extends Entry {
  /** MDX text without front matter. */
  body: string;
  /** Ids of the sources cited in the body, in order of first use, then those only named in front matter. */
  citations: string[];
}

export interface AnswerEntry extends Answer, Article {
  hub: string;
  slug: string;
}

export interface PatternEntry extends Pattern, Article {}
export interface HubEntry extends Hub, Entry {}
export interface SourceEntry extends Source, Entry {}
export interface FigureEntry extends Figure, Entry {}

/** All of `content/` but the advisor's rules, validated; the order of every list is the reading order. */
export interface Library {
  hubs: HubEntry[];
  answers: AnswerEntry[];
  patterns: PatternEntry[];
  sources: Map<string, SourceEntry>;
  figures: Map<string, FigureEntry>;
  terms: Map<string, Term>;
  home: Home;
  readingPaths: ReadingPath[];
  /** Newest first. */
  changes: Change[];
  redirects: Redirects;
}

const nameOf = (file: string): string => basename(file).replace(/\.[^.]+$/, '');

function readHubs(root: string, problems: Problem[]): HubEntry[] {
  return listFiles(root, 'content/hubs', '.yaml')
    .flatMap((file) => {
      const hub = parseYaml(readText(root, file), file, hubSchema, problems);
      return hub ? [{ ...hub, id: nameOf(file), file }] : [];
    })
    .sort((a, b) => a.order - b.order);
}

/** Reads files that each hold a map of ids to entries; an id may stand in one file only. */
function readLedger<T extends object>(
  root: string,
  folder: string,
  schema: typeof sourceFileSchema | typeof figureFileSchema,
  problems: Problem[],
): Map<string, T & Entry> {
  const entries = new Map<string, T & Entry>();
  for (const file of listFiles(root, folder, '.yaml')) {
    const map = parseYaml(readText(root, file), file, schema, problems) ?? {};
    for (const [id, entry] of Object.entries(map)) {
      const first = entries.get(id);
      if (first) problems.push({ file, field: id, message: `is defined in ${first.file} already` });
      else entries.set(id, { ...(entry as T), id, file });
    }
  }
  return entries;
}

/** One file of `content/`; `missing` stands for a file that is not there, or that cannot be read. */
function readFile<S extends $ZodType>(
  root: string,
  name: string,
  schema: S,
  missing: output<S>,
  problems: Problem[],
): output<S> {
  const file = listFiles(root, 'content', name).find((path) => path === `content/${name}`);
  return (file && parseYaml(readText(root, file), file, schema, problems)) || missing;
}

function readTerms(root: string, problems: Problem[]): Map<string, Term> {
  const terms = new Map<string, Term>();
  for (const term of readFile(root, 'glossary.yaml', glossarySchema, [], problems)) {
    if (terms.has(term.id)) problems.push({ file: 'content/glossary.yaml', field: term.id, message: 'stands twice' });
    terms.set(term.id, term);
  }
  return terms;
}

function readArticles<T extends { sources: string[] }>(
  root: string,
  folder: string,
  schema: typeof answerSchema | typeof patternSchema,
  figures: ReadonlyMap<string, Figure>,
  problems: Problem[],
): (T & Article)[] {
  return listFiles(root, folder, '.mdx').flatMap((file) => {
    const { frontMatter, body } = splitFrontMatter(readText(root, file));
    const data = parseYaml(frontMatter, file, schema, problems) as T | undefined;
    if (!data) return [];
    const citations = [...new Set([...citedSources(body, figures), ...data.sources])];
    return [{ ...data, id: nameOf(file), file, body, citations }];
  });
}

const locate = (entry: Answer & Article): AnswerEntry => {
  const [hub = '', slug = ''] = entry.file.replace('content/answers/', '').replace('.mdx', '').split('/');
  return { ...entry, id: `${hub}/${slug}`, hub, slug };
};

/** Answers in reading order: hub by hub, topic by topic, those that lead a topic first, then by question. */
function inReadingOrder(answers: AnswerEntry[], hubs: HubEntry[]): AnswerEntry[] {
  const rank = ({ hub, topic, slug }: AnswerEntry): [number, number, number] => {
    const home = hubs.find(({ id }) => id === hub);
    const place = home?.topics.findIndex(({ id }) => id === topic) ?? -1;
    const lead = home?.topics[place]?.lead ?? [];
    return [home?.order ?? 0, place, lead.includes(slug) ? lead.indexOf(slug) : lead.length];
  };
  return answers.toSorted((a, b) => {
    const [ranksA, ranksB] = [rank(a), rank(b)];
    const differing = ranksA.findIndex((value, index) => value !== ranksB[index]);
    return differing < 0
      ? a.question.localeCompare(b.question, 'en-GB')
      : (ranksA[differing] ?? 0) - (ranksB[differing] ?? 0);
  });
}

/**
 * Reads and checks all of `content/`.
 *
 * @param root the project's folder
 * @returns what could be read, and every fault with file and field
 */
export function readLibrary(root: string): { library: Library; problems: Problem[] } {
  const problems: Problem[] = [];
  const hubs = readHubs(root, problems);
  const sources = readLedger<Source>(root, 'content/sources', sourceFileSchema, problems);
  const figures = readLedger<Figure>(root, 'content/figures', figureFileSchema, problems);
  const answers = readArticles<Answer>(root, 'content/answers', answerSchema, figures, problems).map(locate);
  const patterns = readArticles<Pattern>(root, 'content/patterns', patternSchema, figures, problems);
  const library: Library = {
    hubs,
    answers: inReadingOrder(answers, hubs),
    patterns: patterns.sort((a, b) => a.order - b.order),
    sources,
    figures,
    terms: readTerms(root, problems),
    home: readFile(root, 'home.yaml', homeSchema, { first: [] }, problems),
    readingPaths: readFile(root, 'reading-paths.yaml', readingPathsSchema, [], problems),
    changes: readFile(root, 'changes.yaml', changesSchema, [], problems),
    redirects: readFile(root, 'redirects.yaml', redirectsSchema, {}, problems),
  };
  return { library, problems: [...problems, ...checkLibrary(library)] };
}

/**
 * The library of the project that runs.
 *
 * @throws {ContentError} when anything in `content/` is wrong
 */
export function loadLibrary(root = process.cwd()): Library {
  const { library, problems } = readLibrary(root);
  if (problems.length > 0) throw new ContentError(problems);
  return library;
}
