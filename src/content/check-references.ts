import { components, linksIn, tagsIn } from './body.ts';
import { figuresNamed } from './figures-text.ts';
import type { AnswerEntry, Library, PatternEntry } from './library.ts';
import type { Problem } from './problem.ts';

/** Pages that no file in `content/` stands for. */
const fixedPages = [
  '/',
  '/patterns/',
  '/advisor/',
  '/advisor/inventory/',
  '/advisor/operations/',
  '/advisor/rules/',
  '/search/',
  '/glossary/',
  '/sources/',
  '/reading-paths/',
  '/changes/',
];

type Report = (field: string, message: string) => void;

const reporter =
  (file: string, problems: Problem[]): Report =>
  (field, message) =>
    problems.push({ file, field, message });

function addresses({ hubs, answers, patterns, readingPaths }: Library): Set<string> {
  return new Set([
    ...fixedPages,
    ...hubs.map(({ id }) => `/${id}/`),
    ...answers.map(({ id }) => `/${id}/`),
    ...patterns.map(({ id }) => `/patterns/${id}/`),
    ...readingPaths.map(({ id }) => `/reading-paths/${id}/`),
  ]);
}

function checkTag(tag: ReturnType<typeof tagsIn>[number], library: Library, report: Report): void {
  const place = `body line ${tag.line}`;
  if (!(components as readonly string[]).includes(tag.name)) {
    report(place, `<${tag.name}> is no component; allowed are ${components.join(', ')}`);
    return;
  }
  const ledgers = { Cite: library.sources, Fact: library.figures, Term: library.terms };
  const ledger = ledgers[tag.name as keyof typeof ledgers];
  if (ledger && !ledger.has(tag.id ?? ''))
    report(place, `<${tag.name} id="${tag.id ?? ''}"> names nothing that exists`);
}

function checkBody(entry: AnswerEntry | PatternEntry, library: Library, known: Set<string>, report: Report): void {
  for (const tag of tagsIn(entry.body)) checkTag(tag, library, report);
  for (const { href, line } of linksIn(entry.body)) {
    const [path = ''] = href.split(/[?#]/);
    if (!known.has(path)) report(`body line ${line}`, `links to ${href}, which does not exist`);
  }
  entry.body.split('\n').forEach((text, index) => {
    if (/^(import|export)\s/.test(text))
      report(`body line ${index + 1}`, 'content holds no code: remove the import or export');
    if (/^\s*\|?\s*:?-{3,}:?\s*(\||$)/.test(text) && text.includes(':')) {
      report(`body line ${index + 1}`, 'aligns a table column with a colon; use <NumberTable> instead');
    }
  });
}

function checkIds(ids: readonly string[], known: { has(id: string): boolean }, field: string, report: Report): void {
  ids.forEach((id, index) => {
    if (!known.has(id)) report(`${field}.${index}`, `"${id}" does not exist`);
  });
}

function checkPlaceholders(texts: Record<string, string>, { figures }: Library, report: Report): void {
  for (const [field, text] of Object.entries(texts)) {
    for (const id of figuresNamed(text)) if (!figures.has(id)) report(field, `{${id}} names no figure of the ledger`);
  }
}

function checkAnswer(answer: AnswerEntry, library: Library, known: Set<string>, report: Report): void {
  const hub = library.hubs.find(({ id }) => id === answer.hub);
  if (!hub) report('', `stands in a folder that is no hub ("${answer.hub}")`);
  else if (!hub.topics.some(({ id }) => id === answer.topic)) {
    report('topic', `"${answer.topic}" is none of the hub's topics (${hub.topics.map(({ id }) => id).join(', ')})`);
  }
  const ids = new Set(library.answers.map(({ id }) => id));
  checkIds(answer.related, ids, 'related', report);
  if (answer.related.includes(answer.id)) report('related', 'names the answer itself');
  checkIds(answer.sources, library.sources, 'sources', report);
  checkPlaceholders({ verdict: answer.verdict, question: answer.question }, library, report);
  checkBody(answer, library, known, report);
}

function checkPattern(pattern: PatternEntry, library: Library, known: Set<string>, report: Report): void {
  checkIds(pattern.related, new Set(library.answers.map(({ id }) => id)), 'related', report);
  checkIds(pattern.sources, library.sources, 'sources', report);
  checkIds(pattern.limits, library.figures, 'limits', report);
  const lists = { useWhen: pattern.useWhen, avoidWhen: pattern.avoidWhen, operations: pattern.operations };
  const texts: Record<string, string> = { line: pattern.line, verdict: pattern.verdict };
  for (const [field, value] of Object.entries(pattern.comparison)) texts[`comparison.${field}`] = value;
  for (const [field, lines] of Object.entries(lists)) {
    lines.forEach((text, index) => {
      texts[`${field}.${index}`] = text;
    });
  }
  checkPlaceholders(texts, library, report);
  checkBody(pattern, library, known, report);
}

function checkReadingPaths({ readingPaths, answers }: Library, report: Report): void {
  const known = new Set(answers.map(({ id }) => id));
  readingPaths.forEach(({ id, steps }, place) => {
    if (readingPaths.findIndex((other) => other.id === id) < place) report(id, 'stands twice');
    const ids = steps.map(({ answer }) => answer);
    checkIds(ids, known, `${id}.steps`, report);
    if (new Set(ids).size < ids.length) report(`${id}.steps`, 'names an answer twice');
  });
}

function checkRedirects({ redirects }: Library, known: Set<string>, report: Report): void {
  for (const [from, to] of Object.entries(redirects)) {
    if (known.has(from)) report(from, 'is a page of its own: only addresses that no page has any more lead elsewhere');
    if (!known.has(to)) report(from, `leads to ${to}, which does not exist`);
  }
}

/** Every reference from one piece of content to another that leads nowhere, and other faults no schema sees. */
export function checkLibrary(library: Library): Problem[] {
  const problems: Problem[] = [];
  const known = addresses(library);
  for (const answer of library.answers) checkAnswer(answer, library, known, reporter(answer.file, problems));
  for (const pattern of library.patterns) checkPattern(pattern, library, known, reporter(pattern.file, problems));
  for (const { id, file, source } of library.figures.values()) {
    if (!library.sources.has(source))
      problems.push({ file, field: `${id}.source`, message: `"${source}" does not exist` });
  }
  for (const { id, file, topics } of library.hubs) {
    const slugs = new Set(library.answers.filter(({ hub }) => hub === id).map(({ slug }) => slug));
    for (const topic of topics) checkIds(topic.lead, slugs, `topics.${topic.id}.lead`, reporter(file, problems));
  }
  const answerIds = new Set(library.answers.map(({ id }) => id));
  checkIds(library.home.first, answerIds, 'first', reporter('content/home.yaml', problems));
  checkReadingPaths(library, reporter('content/reading-paths.yaml', problems));
  checkRedirects(library, known, reporter('content/redirects.yaml', problems));
  library.changes.forEach(({ answers }, place) => {
    checkIds(answers, answerIds, `${place}.answers`, reporter('content/changes.yaml', problems));
  });
  const glossary = reporter('content/glossary.yaml', problems);
  for (const term of library.terms.values()) checkIds(term.see, library.terms, `${term.id}.see`, glossary);
  return problems;
}
