import type { z } from 'zod';
import { checkAdvisor } from '#content/checking/check-advisor.ts';
import {
  capacityFileSchema,
  conflictsFileSchema,
  contradictionsFileSchema,
  metersFileSchema,
  middlewareFileSchema,
  notesFileSchema,
  partsFileSchema,
  patternRulesSchema,
  questionsFileSchema,
  ruleBookFileSchema,
  variantsFileSchema,
} from '#content/schemas/rule-book.ts';
import { domainOf } from '#core/advisor/domain.ts';
import type { CountField } from '#core/advisor/profile.ts';
import type {
  CapacityRule,
  Clause,
  ContradictionRule,
  MeterRule,
  PatternId,
  RuleBook,
  SourceSummary,
} from '#core/advisor/rule-book.ts';
import { criterionIds } from '#core/advisor/rule-book.ts';
import type { Library } from './entries.ts';
import { fingerprintOf } from './fingerprint.ts';
import { faultOf, ledgersOf } from './ledger.ts';
import { loadLibrary } from './library.ts';
import { withLines } from './lines.ts';
import { readOperations } from './operations.ts';
import { ContentError, type Problem } from './problem.ts';
import { listFiles, readYaml } from './read-files.ts';
import { conflictsFile, middlewareFile, partsFile, RuleCompiler } from './rule-compiler.ts';
import { variantChoice } from './variants.ts';

const variantsFolder = 'content/advisor/variants';

type PatternRules = z.infer<typeof patternRulesSchema>;

function patternRules(
  file: string,
  { pattern, rules }: PatternRules,
  compiler: RuleCompiler,
): RuleBook['rules'][number][] {
  return rules.map((raw) => {
    const grounds = { ...compiler.grounds(raw, file), pattern, criterion: raw.criterion };
    if (raw.exclude && raw.evidence !== 'limit' && raw.criterion !== 'load') {
      compiler.report(
        file,
        `${raw.id}.evidence`,
        'only a documented limit excludes a pattern, or a load far beyond it',
      );
    }
    if (raw.exclude) return { ...grounds, effect: 'exclude' };
    if (raw.favour !== undefined) return { ...grounds, effect: 'favour', weight: raw.favour };
    return { ...grounds, effect: 'against', weight: raw.against ?? 0 };
  });
}

type RawCapacity = z.infer<typeof capacityFileSchema>[number];

const capacityFile = 'content/advisor/capacity.yaml';

function capacityRule({ when, limit, ...raw }: RawCapacity, compiler: RuleCompiler): CapacityRule {
  compiler.identify(raw.id, capacityFile);
  return {
    id: raw.id,
    pattern: raw.pattern,
    field: raw.field,
    measures: raw.measures,
    ...(raw.divide && { divide: raw.divide }),
    ...(raw.worst_case && { worstCase: true }),
    ...(raw.per && { per: raw.per }),
    ...(when && { when: compiler.clauses(when, capacityFile, `${raw.id}.when`) }),
    ...compiler.limit(limit, capacityFile, `${raw.id}.limit`),
    over: compiler.text(raw.over, capacityFile, `${raw.id}.over`),
  };
}

const metersFile = 'content/advisor/meters.yaml';

type RawMeter = z.infer<typeof metersFileSchema>['meters'][number];

function meterRule({ when, each, rate, ...raw }: RawMeter, compiler: RuleCompiler): MeterRule {
  compiler.identify(raw.id, metersFile);
  const perHour = rate === undefined ? undefined : compiler.limit(rate, metersFile, `${raw.id}.rate`);
  return {
    id: raw.id,
    name: raw.name,
    unit: raw.unit,
    patterns: raw.patterns,
    kinds: raw.kinds,
    ...(when && { when: compiler.clauses(when, metersFile, `${raw.id}.when`) }),
    ...(perHour ? { rate: perHour.limit } : { each: each ?? 1 }),
    counts: raw.counts,
    definition: compiler.text(raw.definition, metersFile, `${raw.id}.definition`),
    sources: compiler.sources(
      { text: raw.definition, evidence: 'guidance', sources: raw.sources },
      metersFile,
      `${raw.id}.sources`,
    ),
  };
}

function readMeters(root: string, compiler: RuleCompiler): RuleBook['meters'] {
  const file = readYaml(root, metersFile, metersFileSchema, compiler.problems);
  return {
    rules: (file?.meters ?? []).map((raw) => meterRule(raw, compiler)),
    leftOut: file?.left_out ?? [],
  };
}

function summarise(library: Library, ids: ReadonlySet<string>): Record<string, SourceSummary> {
  const chosen = [...ids].sort().flatMap((id) => library.sources.get(id) ?? []);
  return Object.fromEntries(
    chosen.map(({ id, title, url, publisher, dated, checked, grade }) => [
      id,
      { title, url, publisher, dated, checked, grade },
    ]),
  );
}

function termsOf(
  questions: RuleBook['questions'],
  library: Library,
  compiler: RuleCompiler,
): Record<string, { term: string; definition: string }> {
  const { term: ledger } = ledgersOf(library);
  const named = questions.flatMap(({ field, terms }) => terms.map((id, index) => ({ field, id, index })));
  return Object.fromEntries(
    named.flatMap(({ field, id, index }) => {
      const entry = library.terms.get(id);
      const fault = faultOf(id, ledger);
      if (fault) compiler.report('content/advisor/questions.yaml', `${field}.terms.${index}`, fault);
      return entry ? [[id, { term: entry.term, definition: entry.definition }]] : [];
    }),
  );
}

/** Each criterion needs a weight and its reason. */
function reportMissingCriteria(book: RuleBook, compiler: RuleCompiler): void {
  for (const id of criterionIds.filter((one) => !book.criteria.some((criterion) => criterion.id === one))) {
    compiler.report('content/advisor/rule-book.yaml', 'criteria', `"${id}" is missing`);
  }
}

/**
 * That one count is more than another, by the bounds at which rules tell either apart: the search for what can still
 * change knows no number in between.
 */
function neverMore([one, other]: readonly [CountField, CountField], book: RuleBook): Clause[] {
  const domain = domainOf(book);
  const [bounds, others] = [one, other].map((field) => (domain.get(field) ?? []).slice(0, -1).map(Number));
  return (bounds ?? []).flatMap((above): Clause[] => {
    const upTo = others?.findLast((bound) => bound <= above);
    if (upTo === undefined) return [];
    return [
      [
        { field: one, range: { above } },
        { field: other, range: { up_to: upTo } },
      ],
    ];
  });
}

/**
 * Reads `content/advisor/` and compiles it against the library: figures looked up, texts filled, references checked.
 *
 * @param root the project's folder
 * @returns what could be read, and every fault with file, line and field
 */
export function readRuleBook(root: string, library: Library): { book: RuleBook; problems: Problem[] } {
  const compiler = new RuleCompiler(library);
  const read = <S extends z.ZodType>(file: string, schema: S) => readYaml(root, file, schema, compiler.problems);

  const head = read('content/advisor/rule-book.yaml', ruleBookFileSchema);
  const asked = read('content/advisor/questions.yaml', questionsFileSchema);
  if (asked) compiler.allowOnly(asked.map(({ field }) => field));
  const questions = asked ?? [];
  const rules = listFiles(root, 'content/advisor/rules', '.yaml').flatMap((file) => {
    const data = read(file, patternRulesSchema);
    return data ? patternRules(file, data, compiler) : [];
  });
  const middleware = read(middlewareFile, middlewareFileSchema) ?? { verdicts: [], kinds: [] };
  const contradictionsFile = 'content/advisor/contradictions.yaml';
  const notesFile = 'content/advisor/notes.yaml';
  const kinds = middleware.kinds.map((raw) => ({
    ...compiler.grounds(raw, middlewareFile),
    kind: raw.kind,
    name: raw.name,
  }));
  const choices = listFiles(root, variantsFolder, '.yaml').flatMap((file) => {
    const data = read(file, variantsFileSchema);
    return data?.choices.map((raw) => variantChoice(file, data.pattern, raw, kinds, compiler)) ?? [];
  });
  const book: RuleBook = {
    schemaVersion: 1,
    version: head?.version ?? '0',
    changes: head?.changes ?? [],
    patterns: library.patterns.map(({ id, name, short, line }) => ({ id: id as PatternId, name, short, line })),
    criteria: head?.criteria ?? [],
    questions,
    rules,
    verdicts: middleware.verdicts.map((raw) => ({ ...compiler.grounds(raw, middlewareFile), verdict: raw.verdict })),
    kinds,
    conflicts: (read(conflictsFile, conflictsFileSchema) ?? []).map((raw) => ({
      ...compiler.grounds(raw, conflictsFile),
      title: raw.title,
      between: raw.between.map(({ field }) => field),
      costs: Object.fromEntries(raw.between.map(({ field, costs }) => [field, costs])),
    })),
    contradictions: [],
    notes: (read(notesFile, notesFileSchema) ?? []).map((raw) => ({
      ...compiler.grounds(raw, notesFile),
      title: raw.title,
      link: raw.link,
    })),
    choices,
    parts: (read(partsFile, partsFileSchema) ?? []).map(({ name, place, run, ...raw }) => ({
      ...compiler.grounds(raw, partsFile),
      name,
      place,
      run: compiler.text(run, partsFile, `${raw.id}.run`),
    })),
    capacity: (read(capacityFile, capacityFileSchema) ?? []).map((raw) => capacityRule(raw, compiler)),
    meters: readMeters(root, compiler),
    operations: readOperations(root, compiler),
    sources: {},
    terms: termsOf(questions, library, compiler),
  };
  const contradictions = (read(contradictionsFile, contradictionsFileSchema) ?? []).map((raw): ContradictionRule => {
    const grounds = { id: raw.id, reason: raw.reason, evidence: 'judgement' as const, sources: [] };
    if ('when' in raw) return compiler.grounds({ ...grounds, when: raw.when }, contradictionsFile);
    const { when: _, ...rest } = compiler.grounds({ ...grounds, when: [] }, contradictionsFile);
    return { ...rest, when: neverMore(raw.more_than, book), moreThan: raw.more_than };
  });
  reportMissingCriteria(book, compiler);
  const whole: RuleBook = { ...book, contradictions, sources: summarise(library, compiler.usedSources) };
  const problems = [...compiler.problems, ...checkAdvisor(root, whole, library)];
  return {
    book: { ...whole, version: `${book.version}.${fingerprintOf(whole)}` },
    problems: withLines(root, problems),
  };
}

/**
 * The rule book of the project that runs.
 *
 * @throws {ContentError} when anything in `content/` is wrong
 */
export function loadRuleBook(root = process.cwd(), library = loadLibrary(root)): RuleBook {
  const { book, problems } = readRuleBook(root, library);
  if (problems.length > 0) throw new ContentError(problems);
  return book;
}
