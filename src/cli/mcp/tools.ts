import { z } from 'zod';
import { reasonFor } from '#apps/search/ranking/reason.ts';
import { searchLight } from '#apps/search/ranking/search.ts';
import { lineFor } from '#cli/line.ts';
import { type InputRow, readSheetFile } from '#cli/read-input.ts';
import { fillFigures } from '#content/publishing/figures-text.ts';
import { answerMarkdown } from '#content/publishing/markdown.ts';
import { patternMarkdown } from '#content/publishing/pattern-markdown.ts';
import { faultOf, ledgersOf } from '#content/reading/ledger.ts';
import { advise } from '#core/advisor/advice.ts';
import { compareStandings } from '#core/advisor/compare.ts';
import type { Standing } from '#core/advisor/recommend.ts';
import { type PatternId, type PatternRule, patternIds, type RuleBook } from '#core/advisor/rule-book.ts';
import type { Desk } from './desk.ts';
import { exactly, InputError, interfaceSchema, readInterface, rowFor } from './interfaces.ts';

/** What a tool answers with: plain data, or a text to read. */
type Answered = Record<string, unknown> | string;

/** One tool: what a caller is told of it, what it takes, and what it does. */
export interface DeskTool<Schema extends z.ZodType = z.ZodType> {
  name: string;
  title: string;
  description: string;
  input: Schema;
  /**
   * @param warnings takes what the caller should know beside the answer
   * @throws {InputError} when what was sent cannot be answered
   */
  run: (input: z.output<Schema>, desk: Desk, warnings: string[]) => Answered | Promise<Answered>;
}

const toolOf = <Schema extends z.ZodType>(tool: DeskTool<Schema>): DeskTool => tool as unknown as DeskTool;

/** Interfaces that one call may check; a longer list goes in parts. */
const MAX_INTERFACES = 1000;
const MAX_TABLE = 2_000_000;

const recommend = toolOf({
  name: 'recommend',
  title: 'Recommend an integration pattern',
  description:
    'Recommends a pattern for one interface between Dynamics 365 Finance & Operations and another system, says how certain that is (certain, provisional or undecided), whether middleware is needed, and which open answers could still change it. Give what is known as a profile, as a sentence, or both.',
  input: interfaceSchema,
  run: (input, desk, warnings) => lineFor(readInterface(input, desk, warnings), desk.book, false),
});

const explain = toolOf({
  name: 'explain',
  title: 'Explain a recommendation',
  description:
    'The same recommendation with its reasons and their sources, why each other pattern was not taken, conflicts and their ways out, what would change it, capacity against published limits, and cost meters.',
  input: interfaceSchema,
  run: (input, desk, warnings) => lineFor(readInterface(input, desk, warnings), desk.book, true),
});

const pattern = z.enum(patternIds);

const compare = toolOf({
  name: 'compare',
  title: 'Compare two patterns for one interface',
  description:
    'Puts two patterns side by side for one interface, criterion by criterion, with the statements and sources that make the difference.',
  input: exactly({ ...interfaceSchema.shape, first: pattern, second: pattern }),
  run: ({ first, second, ...input }, desk, warnings) => {
    if (first === second) throw new InputError(`second: "${second}" is the first as well; name two different patterns`);
    const row = readInterface(input, desk, warnings);
    const { recommendation, certainty } = advise(row.profile, [], desk.book);
    const standing = (id: PatternId): Standing => {
      const found = recommendation.standings.find(({ pattern: one }) => one === id);
      if (!found) throw new InputError(`"${id}" stands in no rule`);
      return found;
    };
    return {
      id: row.id,
      ...row.described,
      primary: recommendation.primary ?? null,
      certainty,
      patterns: [first, second].map((id) => sideOf(standing(id), desk.book)),
      criteria: compareStandings(standing(first), standing(second), desk.book).map((one) => ({
        criterion: one.criterion,
        title: one.title,
        ahead: one.ahead > 0 ? first : second,
        by: Math.abs(one.ahead),
        because: one.better ? statementOf(one.better, desk.book) : null,
        against_the_other: one.against ? statementOf(one.against, desk.book) : null,
      })),
      rules_version: desk.book.version,
    };
  },
});

const statementOf = ({ id, reason, evidence, sources }: PatternRule, book: RuleBook) => ({
  rule: id,
  reason,
  evidence,
  sources: sources.map((source) => book.sources[source]?.url ?? source),
});

const sideOf = ({ pattern: id, excludedBy, fitsTask }: Standing, book: RuleBook) => ({
  pattern: id,
  made_for_the_task: fitsTask,
  excluded_by: excludedBy.map((rule) => statementOf(rule, book)),
});

const checkInterfaces = toolOf({
  name: 'check_interfaces',
  title: 'Check a list of interfaces',
  description:
    'Recommends for a whole list: either an array of interfaces, or a table as CSV text with a header row (other people’s headers and words are understood, and what was not is said). Returns a line an interface, in order, and how many came out as what.',
  input: exactly({
    interfaces: z.array(interfaceSchema).max(MAX_INTERFACES).optional(),
    csv: z.string().max(MAX_TABLE).optional().describe('The table as text, a header row first'),
    own: z.string().optional().describe('What the table calls F&O, where it uses none of F&O’s own names'),
    explain: z.boolean().default(false).describe('Adds reasons and sources to each line'),
  }),
  run: async ({ interfaces, csv, own, explain: withReasons }, desk, warnings) => {
    if ((interfaces === undefined) === (csv === undefined)) {
      throw new InputError('give either interfaces or csv, one of the two');
    }
    const rows = csv === undefined ? [] : await rowsOfTable(csv, own, desk, warnings);
    for (const [index, one] of (interfaces ?? []).entries()) rows.push(rowFor(one, index, desk, warnings));
    const lines = rows.map((row) => lineFor(row, desk.book, withReasons));
    const counts = Map.groupBy(lines, (line) => ('error' in line ? 'error' : String(line.primary ?? 'none')));
    return {
      interfaces: lines,
      counts: Object.fromEntries([...counts].map(([primary, of]) => [primary, of.length])),
    };
  },
});

async function rowsOfTable(csv: string, own: string | undefined, desk: Desk, warnings: string[]): Promise<InputRow[]> {
  const table = await readSheetFile(new TextEncoder().encode(csv), desk, { own });
  warnings.push(...table.warnings);
  return table.rows;
}

const search = toolOf({
  name: 'search',
  title: 'Search the answers and patterns',
  description:
    'Finds answers and pattern pages by their questions, other names and verdicts, forgiving slips of spelling and knowing the field’s jargon. Read a hit with read_answer.',
  input: exactly({
    query: z.string().trim().min(1).max(400),
    limit: z.int().min(1).max(50).default(10),
  }),
  run: ({ query, limit }, { light, library }) => {
    const results = searchLight({ query, literal: false }, light);
    const verdicts = new Map(
      [...library.answers, ...library.patterns].map((page) => [
        'question' in page ? page.id : `patterns/${page.id}`,
        fillFigures(page.verdict, library.figures),
      ]),
    );
    return {
      read_as: results.asked,
      results: results.hits.slice(0, limit).map(({ path }) => ({
        id: path,
        title: light.entries.get(path)?.title,
        verdict: verdicts.get(path),
        because: reasonFor(path, results, light),
      })),
      nearest: results.nearest?.path ?? null,
      found: results.hits.length,
    };
  },
});

/**
 * A page as Markdown.
 *
 * @param id `hub/slug` of an answer, or `patterns/` and the id of a pattern
 * @throws {InputError} when there is no such page
 */
export function readPage(id: string, { library }: Pick<Desk, 'library'>): string {
  if (id.startsWith('patterns/')) {
    const name = id.slice('patterns/'.length);
    const found = library.patterns.find((one) => one.id === name);
    if (found) return patternMarkdown(found, library, '');
    const allowed = library.patterns.map((one) => `patterns/${one.id}`).join(', ');
    throw new InputError(`id: there is no "${id}"; allowed: ${allowed}`);
  }
  const answer = library.answers.find((one) => one.id === id);
  if (answer) return answerMarkdown(answer, library, '');
  throw new InputError(`id: ${faultOf(id, ledgersOf(library).answer)}`);
}

const readAnswer = toolOf({
  name: 'read_answer',
  title: 'Read an answer or a pattern page',
  description:
    'The whole text as Markdown: the verdict first, then the reasoning, its limits, and each source with the date of the copy that was read.',
  input: exactly({
    id: z.string().min(1).describe('As search gives it: "integration/when-middleware", or "patterns/dmf"'),
  }),
  run: ({ id }, desk) => readPage(id, desk),
});

const lookUpFigure = toolOf({
  name: 'look_up_figure',
  title: 'Look up a figure with its source',
  description:
    'Finds figures of the ledger (limits, defaults, dates, guidance) by id or in words, each with its bound, its condition, the words of the source that carry it, and when it was checked.',
  input: exactly({
    id: z.string().optional().describe('The id of one figure'),
    query: z.string().max(400).optional().describe('What the figure is about: "OData page size"'),
    limit: z.int().min(1).max(50).default(5),
  }),
  run: ({ id, query, limit }, { figures, library }) => {
    if ((id === undefined) === (query === undefined)) throw new InputError('give either id or query, one of the two');
    if (id === undefined) return { figures: figures.find(query ?? '', limit) };
    const found = figures.byId(id);
    if (!found) throw new InputError(`id: ${faultOf(id, ledgersOf(library).figure)}`);
    return { figures: [found] };
  },
});

/** Everything that the server can be asked to do, in the order in which a client shows it. */
export const tools: readonly DeskTool[] = [
  recommend,
  explain,
  compare,
  checkInterfaces,
  search,
  readAnswer,
  lookUpFigure,
];
