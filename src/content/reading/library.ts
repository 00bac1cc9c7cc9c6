import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { $ZodType, output } from 'zod/v4/core';
import { checkLibrary } from '#content/checking/check-references.ts';
import { checkRejectedFacts } from '#content/checking/rejected-facts.ts';
import { type Answer, answerSchema } from '#content/schemas/answer.ts';
import { type Assumptions, assumptionsSchema } from '#content/schemas/assumption.ts';
import { type Behaviour, behaviourFileSchema } from '#content/schemas/behaviour.ts';
import { changesSchema } from '#content/schemas/change.ts';
import { desksSchema } from '#content/schemas/desk.ts';
import { eInvoicingSchema } from '#content/schemas/e-invoicing.ts';
import { endingsSchema } from '#content/schemas/ending.ts';
import { type Figure, figureFileSchema } from '#content/schemas/figure.ts';
import { homeSchema } from '#content/schemas/home.ts';
import { hubSchema } from '#content/schemas/hub.ts';
import { type Pattern, patternSchema } from '#content/schemas/pattern.ts';
import { readingPathsSchema } from '#content/schemas/reading-path.ts';
import { redirectsSchema } from '#content/schemas/redirect.ts';
import {
  askedSchema,
  foundPagesSchema,
  phrasesSchema,
  productsSchema,
  type SearchLanguage,
  searchWordsSchema,
} from '#content/schemas/search-language.ts';
import { type Source, sourceFileSchema } from '#content/schemas/source.ts';
import { glossarySchema, type Term } from '#content/schemas/term.ts';
import { withAssumptions } from './assumptions.ts';
import { citedSources } from './body.ts';
import { readDecisions } from './decisions.ts';
import type { AnswerEntry, Article, Entry, HubEntry, Library } from './entries.ts';
import { withLines } from './lines.ts';
import { MdxSyntaxError } from './mdx.ts';
import { ContentError, type Problem } from './problem.ts';
import { idsIn, listFiles, parseYaml, readText, readYaml, splitFrontMatter } from './read-files.ts';
import { siteAddresses } from './routes.ts';
import { readTools } from './tools.ts';

/** What is read from one project, and all that was wrong with it so far. */
interface Reading {
  root: string;
  problems: Problem[];
  /** See `Library.unread`. */
  unread: Set<string>;
}

const nameOf = (file: string): string => basename(file).replace(/\.[^.]+$/, '');

function readHubs({ root, problems, unread }: Reading): HubEntry[] {
  return listFiles(root, 'content/hubs', '.yaml')
    .flatMap((file) => {
      const hub = readYaml(root, file, hubSchema, problems);
      if (!hub) unread.add(nameOf(file));
      return hub ? [{ ...hub, id: nameOf(file), file }] : [];
    })
    .sort((a, b) => a.order - b.order);
}

/** Notes the ids of a file that could not be read, and hands back that it holds nothing. */
function noteIds({ root, unread }: Reading, file: string): Record<string, never> {
  for (const id of idsIn(readText(root, file))) unread.add(id);
  return {};
}

/** Reads files that each hold a map of ids to entries; an id may stand in one file only. */
function readLedger<T extends object>(
  reading: Reading,
  folder: string,
  schema: typeof sourceFileSchema | typeof figureFileSchema | typeof behaviourFileSchema,
): Map<string, T & Entry> {
  const { root, problems } = reading;
  const entries = new Map<string, T & Entry>();
  for (const file of listFiles(root, folder, '.yaml')) {
    const map = readYaml(root, file, schema, problems) ?? noteIds(reading, file);
    for (const [id, entry] of Object.entries(map)) {
      const first = entries.get(id);
      if (first) problems.push({ file, field: id, message: `is defined in ${first.file} already` });
      else entries.set(id, { ...(entry as T), id, file });
    }
  }
  return entries;
}

/** One file of `content/`; `missing` stands for a file that is not there, or that cannot be read. */
function readFile<S extends $ZodType>(reading: Reading, name: string, schema: S, missing: output<S>): output<S> {
  const file = `content/${name}`;
  if (!existsSync(join(reading.root, file))) return missing;
  const data = readYaml(reading.root, file, schema, reading.problems);
  if (data === undefined) noteIds(reading, file);
  return data ?? missing;
}

function readTerms(reading: Reading): Map<string, Term> {
  const terms = new Map<string, Term>();
  readFile(reading, 'glossary.yaml', glossarySchema, []).forEach((term, index) => {
    if (!terms.has(term.id)) terms.set(term.id, term);
    else
      reading.problems.push({
        file: 'content/glossary.yaml',
        field: `${index}.id`,
        message: `"${term.id}" stands twice`,
      });
  });
  return terms;
}

/** Ways of asking by the path of their page, from a file for each folder of pages. */
function readAsked({ root, problems }: Reading): Map<string, readonly string[]> {
  const folder = 'content/search/asked';
  return new Map(
    listFiles(root, folder, '.yaml').flatMap((file) => {
      const hub = file.slice(folder.length + 1).replace('.yaml', '');
      const pages = readYaml(root, file, askedSchema, problems) ?? {};
      return Object.entries(pages).map(([slug, asked]) => [`${hub}/${slug}`, asked] as const);
    }),
  );
}

const readSearchLanguage = (reading: Reading): SearchLanguage => ({
  phrases: readFile(reading, 'search/phrases.yaml', phrasesSchema, []),
  words: readFile(reading, 'search/words.yaml', searchWordsSchema, { weak: [], synonyms: [], ordinary: [] }),
  products: readFile(reading, 'search/products.yaml', productsSchema, { products: [], beside: [] }),
  asked: readAsked(reading),
  pages: readFile(reading, 'search/pages.yaml', foundPagesSchema, []),
});

/**
 * Ids of the sources of a page: those its body cites, in order of first use, then those that its front matter names.
 *
 * @throws {MdxSyntaxError} when the body is no MDX
 */
export const citationsOf = (
  { body, sources }: { body: string; sources: readonly string[] },
  { figures }: { figures: ReadonlyMap<string, Figure> },
): string[] => [...new Set([...citedSources(body, figures), ...sources])];

/** The sources of a page, or why its body is no MDX. */
function citationsOrFault(
  article: { body: string; sources: readonly string[] },
  figures: ReadonlyMap<string, Figure>,
): string[] | MdxSyntaxError {
  try {
    return citationsOf(article, { figures });
  } catch (error) {
    if (error instanceof MdxSyntaxError) return error;
    throw error;
  }
}

/** The line of a file on which a text first stands, from 1. */
const lineWith = (text: string, file: string): number =>
  file.slice(0, Math.max(0, file.indexOf(text))).split('\n').length;

function readArticles<T extends { sources: string[] }>(
  { root, problems, unread }: Reading,
  folder: string,
  schema: typeof answerSchema | typeof patternSchema,
  { figures, assumptions: { assumptions } }: Pick<Library, 'figures' | 'assumptions'>,
): (T & Article)[] {
  const idOf = (file: string): string => file.replace(`${folder}/`, '').replace('.mdx', '');
  return listFiles(root, folder, '.mdx').flatMap((file) => {
    const text = readText(root, file);
    const { text: filled, used, unknown } = withAssumptions(text, assumptions);
    const { frontMatter, body, bodyLine } = splitFrontMatter(filled);
    const data = parseYaml(frontMatter, file, schema, problems, 1) as T | undefined;
    if (!data) {
      unread.add(idOf(file));
      return [];
    }
    const citations = citationsOrFault({ body, sources: data.sources }, figures);
    if (citations instanceof MdxSyntaxError) {
      const line = citations.line && bodyLine + citations.line - 1;
      problems.push({ file, line, field: 'body', message: `cannot be read: ${citations.message}` });
      unread.add(idOf(file));
      return [];
    }
    for (const id of unknown) {
      const line = lineWith(`<Assumption id="${id}"`, text);
      problems.push({
        file,
        line,
        field: 'body, <Assumption>',
        message: `"${id}" does not exist in content/assumptions.yaml`,
      });
    }
    return [{ ...data, id: nameOf(file), file, body, bodyLine, citations, assumptions: used }];
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
    const topicIndex = home?.topics.findIndex(({ id }) => id === topic) ?? -1;
    const lead = home?.topics[topicIndex]?.lead ?? [];
    return [home?.order ?? 0, topicIndex, lead.includes(slug) ? lead.indexOf(slug) : lead.length];
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
 * Reads and checks all of `content/` but the advisor's rules.
 *
 * @param root the project's folder
 * @returns what could be read, and every fault with file, line and field
 */
export function readLibrary(root: string): { library: Library; problems: Problem[] } {
  const reading: Reading = { root, problems: [], unread: new Set() };
  const hubs = readHubs(reading);
  const sources = readLedger<Source>(reading, 'content/sources', sourceFileSchema);
  const figures = readLedger<Figure>(reading, 'content/figures', figureFileSchema);
  const assumptions: Assumptions = readFile(reading, 'assumptions.yaml', assumptionsSchema, {
    assumptions: {},
    relations: [],
  });
  const numbers = { figures, assumptions };
  const answers = readArticles<Answer>(reading, 'content/answers', answerSchema, numbers).map(locate);
  const patterns = readArticles<Pattern>(reading, 'content/patterns', patternSchema, numbers);
  const library: Library = {
    hubs,
    answers: inReadingOrder(answers, hubs),
    patterns: patterns.sort((a, b) => a.order - b.order),
    sources,
    figures,
    assumptions,
    behaviours: readLedger<Behaviour>(reading, 'content/behaviours', behaviourFileSchema),
    terms: readTerms(reading),
    home: readFile(reading, 'home.yaml', homeSchema, { first: [] }),
    desks: readFile(reading, 'desks.yaml', desksSchema, {}),
    readingPaths: readFile(reading, 'reading-paths.yaml', readingPathsSchema, []),
    tools: readTools(root, { figures, sources }, reading.problems, reading.unread),
    decisions: [],
    changes: readFile(reading, 'changes.yaml', changesSchema, []),
    redirects: readFile(reading, 'redirects.yaml', redirectsSchema, {}),
    searchLanguage: readSearchLanguage(reading),
    eInvoicing: readFile(reading, 'compliance/e-invoicing.yaml', eInvoicingSchema, []),
    endings: readFile(reading, 'endings.yaml', endingsSchema, []),
    unread: reading.unread,
  };
  library.decisions = readDecisions(root, library, reading.problems, reading.unread);
  const problems = [
    ...reading.problems,
    ...checkLibrary(library, siteAddresses(root, library)),
    ...checkRejectedFacts(root, library),
  ];
  return { library, problems: withLines(root, problems) };
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
