import { basename } from 'node:path';
import { type DecisionFile, decisionSchema } from '#content/schemas/decision.ts';
import type { Condition } from '#content/schemas/rule-book.ts';
import type { OwnFields } from '#core/advisor/profile.ts';
import type { Criterion, PatternId, PatternRule, Question, RuleBook } from '#core/advisor/rule-book.ts';
import type { Decision } from '#core/decisions/decision.ts';
import type { DecisionEntry, Library } from './entries.ts';
import type { Problem } from './problem.ts';
import { listFiles, readYaml } from './read-files.ts';
import { RuleCompiler } from './rule-compiler.ts';

/** What a book of the advisor has besides, and a decision does without. */
const nothingElse = {
  schemaVersion: 1,
  changes: [],
  verdicts: [],
  kinds: [],
  conflicts: [],
  notes: [],
  choices: [],
  parts: [],
  capacity: [],
  meters: { rules: [], leftOut: [] },
  operations: { levels: [], items: [] },
  terms: {},
} as const;

/** The words of each question: one definition, from which conditions, links and the evaluator's values derive. */
const fieldsOf = ({ questions }: DecisionFile): OwnFields =>
  Object.fromEntries(
    questions.map(({ field, options: [first, ...others] }) => [
      field,
      { kind: 'choice', words: [first?.value ?? '', ...others.map(({ value }) => value)] },
    ]),
  );

/** The evaluator's types name fields and patterns of interfaces; it compares words, so those of a decision pass. */
const asCondition = (condition: DecisionFile['rules'][number]['when']): Condition | Condition[] =>
  condition as Condition | Condition[];

function ruleOf(raw: DecisionFile['rules'][number], file: string, compiler: RuleCompiler): PatternRule {
  const grounds = {
    ...compiler.grounds({ ...raw, when: asCondition(raw.when), unless: raw.unless && asCondition(raw.unless) }, file),
    pattern: raw.choice as PatternId,
    criterion: raw.criterion as PatternRule['criterion'],
  };
  if (raw.exclude && raw.evidence !== 'limit')
    compiler.report(file, `${raw.id}.evidence`, 'only a documented limit excludes a choice');
  if (raw.exclude) return { ...grounds, effect: 'exclude' };
  if (raw.favour !== undefined) return { ...grounds, effect: 'favour', weight: raw.favour };
  return { ...grounds, effect: 'against', weight: raw.against ?? 0 };
}

function bookOf(content: DecisionFile, file: string, library: Library, compiler: RuleCompiler): RuleBook {
  const rules = content.rules.map((raw) => ruleOf(raw, file, compiler));
  const contradictions = content.contradictions.map(({ when, ...raw }) =>
    compiler.grounds({ ...raw, when: asCondition(when), evidence: 'judgement', sources: [] }, file),
  );
  const sources = [...compiler.usedSources].sort().flatMap((id) => library.sources.get(id) ?? []);
  return {
    ...nothingElse,
    version: '1',
    ownFields: fieldsOf(content),
    patterns: content.choices.map(({ id, name, means }) => ({
      id: id as PatternId,
      name,
      short: name,
      line: compiler.text(means, file, `choices.${id}.means`),
    })),
    criteria: content.criteria as Criterion[],
    questions: content.questions.map((question) => ({ ...question, terms: [] }) as unknown as Question),
    rules,
    contradictions,
    sources: Object.fromEntries(
      sources.map(({ id, title, url, publisher, dated, checked, grade }) => [
        id,
        { title, url, publisher, dated, checked, grade },
      ]),
    ),
  };
}

function decisionOf(file: string, content: DecisionFile, library: Library, problems: Problem[]): DecisionEntry {
  const compiler = new RuleCompiler(library);
  compiler.allowOnly(content.questions.map(({ field }) => field));
  const book = bookOf(content, file, library, compiler);
  problems.push(...compiler.problems);
  const { title, question, verdict, hub, order, aliases, cases, limits, answers } = content;
  return {
    ...{ id: basename(file, '.yaml'), file, title, question, verdict, hub, order, aliases, cases, limits, answers },
    choices: book.patterns.map(({ id, name, line }) => ({ id, name, means: line })),
    book,
  };
}

/** Reads the decisions of a project, in their own order; what they refer to must have been read before. */
export function readDecisions(
  root: string,
  library: Library,
  problems: Problem[],
  unread: Set<string>,
): DecisionEntry[] {
  return listFiles(root, 'content/decisions', '.yaml')
    .flatMap((file) => {
      const content = readYaml(root, file, decisionSchema, problems);
      if (!content) unread.add(basename(file, '.yaml'));
      return content ? [decisionOf(file, content, library, problems)] : [];
    })
    .sort((a, b) => a.order - b.order);
}

/** The decision as its page carries it. */
export function bareDecision({ file: _file, order: _order, ...decision }: DecisionEntry): Decision {
  return decision;
}
