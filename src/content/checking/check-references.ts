import { basename } from 'node:path';
import { figuresNamed } from '#content/publishing/figures-text.ts';
import { alignedTablesIn, codeIn, components, linksIn, type Tag, tagsIn } from '#content/reading/body.ts';
import type { AnswerEntry, Library, PatternEntry } from '#content/reading/entries.ts';
import { faultOf, type Ledger, type Ledgers, ledgersOf } from '#content/reading/ledger.ts';
import type { Problem } from '#content/reading/problem.ts';
import { checkAssumptions } from './check-assumptions.ts';
import { checkDecision } from './check-decisions.ts';
import { checkEInvoicing } from './check-e-invoicing.ts';
import { checkEndings } from './check-endings.ts';
import { checkSearchLanguage } from './check-search-language.ts';
import { checkTerms } from './check-terms.ts';
import { checkTool } from './check-tools.ts';
import { boundFaults, boundsDropped } from './figure-bounds.ts';
import { pictureFaults } from './picture-faults.ts';
import { platformFaults } from './platform-faults.ts';
import { strayDates } from './source-notes.ts';

/** Notes a problem of one file; a line is given where the field does not lead to it. */
type Report = (field: string, message: string, line?: number) => void;

/** What references may lead to. */
interface Targets extends Ledgers {
  library: Library;
  /** Addresses of all pages. */
  pages: ReadonlySet<string>;
}

const reporter =
  (file: string, problems: Problem[]): Report =>
  (field, message, line) =>
    problems.push({ file, line, field, message });

function checkId(id: string, ledger: Ledger, field: string, report: Report, line?: number): void {
  const fault = faultOf(id, ledger);
  if (fault) report(field, fault, line);
}

const checkIds = (ids: readonly string[], ledger: Ledger, field: string, report: Report): void =>
  ids.forEach((id, index) => {
    checkId(id, ledger, `${field}.${index}`, report);
  });

/** A citation that names a behaviour has to cite the source that carries it. */
function checkBehaviour({ id, behaviour }: Tag, line: number, targets: Targets, report: Report): void {
  if (behaviour === undefined) return;
  checkId(behaviour, targets.behaviour, 'body, <Cite>', report, line);
  const source = targets.library.behaviours.get(behaviour)?.source;
  if (source && source !== id) report('body', `cites "${id}" for ${behaviour}, whose source is "${source}"`, line);
}

function checkTag(tag: Tag, line: number, targets: Targets, report: Report): void {
  const { name, id = '' } = tag;
  const { source, figure, term } = targets;
  if (!(components as readonly string[]).includes(name)) {
    report('body', `<${name}> is no component; allowed are ${components.join(', ')}`, line);
    return;
  }
  const ledgers: Readonly<Record<string, Ledger>> = { Cite: source, Fact: figure, Term: term };
  const ledger = ledgers[name];
  if (ledger) checkId(id, ledger, `body, <${name}>`, report, line);
  if (name === 'Cite') checkBehaviour(tag, line, targets, report);
}

/** Whether an address is a page; one whose content could not be read counts as one. */
const isPage = (path: string, { pages, library: { unread } }: Targets): boolean =>
  pages.has(path) || unread.has(path.slice(1, -1)) || unread.has(basename(path));

function checkLink(href: string, line: number, targets: Targets, report: Report): void {
  const [path = ''] = href.split(/[?#]/);
  if (isPage(path, targets)) return;
  const hint = targets.pages.has(`${path}/`) ? `; allowed is ${path}/, with a slash at its end` : '';
  report('body', `links to ${href}, which does not exist${hint}`, line);
}

function checkBody(page: AnswerEntry | PatternEntry, targets: Targets, report: Report): void {
  const { body, bodyLine } = page;
  /** The line of the file, from that of the body. */
  const inFile = (line: number): number => bodyLine + line - 1;
  for (const tag of tagsIn(body)) checkTag(tag, inFile(tag.line), targets, report);
  for (const { message, line } of boundFaults(body, targets.library.figures)) report('body', message, inFile(line));
  for (const { message, line } of pictureFaults(body, targets.library.figures)) report('body', message, inFile(line));
  for (const { message, line } of platformFaults(page, targets.library)) report('body', message, inFile(line));
  for (const { href, line } of linksIn(body)) checkLink(href, inFile(line), targets, report);
  for (const line of codeIn(body)) report('body', 'content holds no code: remove the import or export', inFile(line));
  for (const line of alignedTablesIn(body)) {
    report('body', 'aligns a table column with a colon; use <NumberTable> instead', inFile(line));
  }
}

/**
 * What is wrong in the body of one article: references that lead nowhere, figures without their bound, pictures that cannot
 * be drawn.
 *
 * @param pages addresses of all pages of the site
 * @throws {MdxSyntaxError} when the body is no MDX
 */
export function bodyProblems(
  article: AnswerEntry | PatternEntry,
  library: Library,
  pages: ReadonlySet<string>,
): Problem[] {
  const problems: Problem[] = [];
  checkBody(article, { ...ledgersOf(library), library, pages }, reporter(article.file, problems));
  return problems;
}

function checkPlaceholders(texts: Record<string, string>, { figure, library }: Targets, report: Report): void {
  for (const [field, text] of Object.entries(texts)) {
    for (const id of figuresNamed(text)) checkId(id, figure, field, report);
    for (const id of boundsDropped(text, library.figures)) {
      report(field, `drops the bound "${library.figures.get(id)?.bound}" of ${id}: say it in that sentence`);
    }
  }
}

function checkTopic({ hub: id, topic }: AnswerEntry, { hubs, unread }: Library, report: Report): void {
  const hub = hubs.find((one) => one.id === id);
  if (hub && !hub.topics.some((one) => one.id === topic)) {
    report('topic', `"${topic}" is none of the hub's topics (${hub.topics.map((one) => one.id).join(', ')})`);
  }
  if (hub || unread.has(id)) return;
  report('', `stands in a folder that is no hub ("${id}"); allowed are ${hubs.map((one) => one.id).join(', ')}`);
}

function checkAnswer(answer: AnswerEntry, targets: Targets, report: Report): void {
  checkTopic(answer, targets.library, report);
  checkIds(answer.related, targets.answer, 'related', report);
  if (answer.related.includes(answer.id)) report('related', 'names the answer itself');
  checkIds(answer.sources, targets.source, 'sources', report);
  checkPlaceholders({ verdict: answer.verdict, question: answer.question }, targets, report);
  checkBody(answer, targets, report);
}

function checkPattern(pattern: PatternEntry, targets: Targets, report: Report): void {
  checkIds(pattern.related, targets.answer, 'related', report);
  checkIds(pattern.sources, targets.source, 'sources', report);
  checkIds(pattern.limits, targets.figure, 'limits', report);
  const lists = { useWhen: pattern.useWhen, avoidWhen: pattern.avoidWhen, operations: pattern.operations };
  const texts: Record<string, string> = { line: pattern.line, verdict: pattern.verdict };
  for (const [field, value] of Object.entries(pattern.comparison)) texts[`comparison.${field}`] = value;
  for (const [field, lines] of Object.entries(lists)) {
    lines.forEach((text, index) => {
      texts[`${field}.${index}`] = text;
    });
  }
  checkPlaceholders(texts, targets, report);
  checkBody(pattern, targets, report);
}

/** Notes of sources that give their own copy another date, or name a newer one. */
function checkSourceNotes({ library: { sources } }: Targets, problems: Problem[]): void {
  for (const { id, file, ...source } of sources.values()) {
    for (const phrase of strayDates(source)) {
      reporter(file, problems)(`${id}.note`, `says "${phrase}", but the copy is of ${source.dated}`);
    }
  }
}

/** Behaviours that rest on no source, and those that no page cites: nobody would notice when they change. */
function checkBehaviours(
  { library: { behaviours, figures, answers, patterns }, source: sources }: Targets,
  problems: Problem[],
) {
  const cited = new Set(
    [...answers, ...patterns].flatMap(({ body }) => tagsIn(body).map(({ behaviour }) => behaviour)),
  );
  for (const { id, file, source } of behaviours.values()) {
    const report = reporter(file, problems);
    checkId(source, sources, `${id}.source`, report);
    if (figures.has(id)) report(id, 'is a figure as well; a behaviour needs an id of its own');
    if (!cited.has(id)) report(id, `is cited nowhere; a text cites it as <Cite id="${source}" behaviour="${id}" />`);
  }
}

/** Answers that lead a topic are named by their file alone, and are the hub's own. */
function checkLeads({ library: { hubs, answers, unread } }: Targets, problems: Problem[]): void {
  for (const { id, file, topics } of hubs) {
    const slugs = answers.filter(({ hub }) => hub === id).map(({ slug }) => slug);
    const report = reporter(file, problems);
    for (const topic of topics) {
      topic.lead.forEach((slug, index) => {
        if (slugs.includes(slug) || unread.has(`${id}/${slug}`)) return;
        report(`topics.${topic.id}.lead.${index}`, `"${slug}" does not exist; allowed are the answers of this hub`);
      });
    }
  }
}

function checkReadingPaths({ library: { readingPaths }, answer }: Targets, report: Report): void {
  readingPaths.forEach(({ id, steps }, index) => {
    if (readingPaths.findIndex((other) => other.id === id) < index) report(`${index}.id`, `"${id}" stands twice`);
    const ids = steps.map((step) => step.answer);
    checkIds(ids, answer, `${id}.steps`, report);
    if (new Set(ids).size < ids.length) report(`${id}.steps`, 'names an answer twice');
  });
}

/** Pages that search is told of, but that the site does not have. */
function checkFoundPages({ library: { searchLanguage }, pages }: Targets, report: Report): void {
  searchLanguage.pages.forEach(({ path }, index) => {
    if (!pages.has(`/${path}/`)) report(`${index}.path`, `/${path}/ is no page of this site`);
  });
}

/** What a desk names first has to be written for its reader. */
function checkDesks({ library: { desks, answers, readingPaths }, answer }: Targets, report: Report): void {
  for (const [audience, { first, paths }] of Object.entries(desks)) {
    checkIds(first, answer, `${audience}.first`, report);
    if (new Set(first).size < first.length) report(`${audience}.first`, 'names an answer twice');
    first.forEach((id, index) => {
      const readers = answers.find((one) => one.id === id)?.audiences as readonly string[] | undefined;
      if (readers && !readers.includes(audience)) {
        report(`${audience}.first.${index}`, `"${id}" is not written for ${audience}; it is for ${readers.join(', ')}`);
      }
    });
    paths.forEach((id, index) => {
      if (readingPaths.some((path) => path.id === id)) return;
      const allowed = readingPaths.map((path) => path.id).join(', ');
      report(`${audience}.paths.${index}`, `"${id}" does not exist; allowed are ${allowed}`);
    });
  }
}

function checkRedirects(targets: Targets, report: Report): void {
  for (const [from, to] of Object.entries(targets.library.redirects)) {
    if (targets.pages.has(from))
      report(from, 'is a page of its own: only addresses that no page has any more lead elsewhere');
    if (!isPage(to, targets)) report(from, `leads to ${to}, which does not exist`);
  }
}

/**
 * Every reference from one piece of content to another that leads nowhere, and other faults no schema sees.
 *
 * @param pages addresses of all pages of the site
 */
export function checkLibrary(library: Library, pages: ReadonlySet<string>): Problem[] {
  const problems: Problem[] = [];
  const targets: Targets = { ...ledgersOf(library), library, pages };
  for (const answer of library.answers) checkAnswer(answer, targets, reporter(answer.file, problems));
  for (const pattern of library.patterns) checkPattern(pattern, targets, reporter(pattern.file, problems));
  for (const { id, file, source } of library.figures.values())
    checkId(source, targets.source, `${id}.source`, reporter(file, problems));
  checkSourceNotes(targets, problems);
  checkBehaviours(targets, problems);
  checkLeads(targets, problems);
  for (const tool of library.tools) {
    const report = reporter(tool.file, problems);
    checkIds(tool.answers, targets.answer, 'answers', report);
    for (const { id, field } of tool.figures) checkId(id, targets.figure, field, report);
    checkTool(tool, library, report);
  }
  for (const decision of library.decisions) {
    const report = reporter(decision.file, problems);
    checkIds(decision.answers, targets.answer, 'answers', report);
    checkDecision(decision, report);
  }
  checkIds(library.home.first, targets.answer, 'first', reporter('content/home.yaml', problems));
  checkReadingPaths(targets, reporter('content/reading-paths.yaml', problems));
  checkFoundPages(targets, reporter('content/search/pages.yaml', problems));
  checkDesks(targets, reporter('content/desks.yaml', problems));
  checkRedirects(targets, reporter('content/redirects.yaml', problems));
  const changes = reporter('content/changes.yaml', problems);
  library.changes.forEach(({ answers, sources }, index) => {
    checkIds(answers, targets.answer, `${index}.answers`, changes);
    checkIds(sources, targets.source, `${index}.sources`, changes);
  });
  const glossary = reporter('content/glossary.yaml', problems);
  for (const term of library.terms.values()) checkIds(term.see, targets.term, `${term.id}.see`, glossary);
  return [
    ...problems,
    ...checkTerms(library),
    ...checkSearchLanguage(library),
    ...checkEInvoicing(library, targets.source),
    ...checkEndings(library, targets),
    ...checkAssumptions(library, targets),
  ];
}
