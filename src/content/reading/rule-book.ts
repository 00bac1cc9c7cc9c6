import { createHash } from 'node:crypto';
import type { z } from 'zod';
import { checkAdvisor } from '#content/checking/check-advisor.ts';
import { figuresNamed, figureText, fillFigures } from '#content/publishing/figures-text.ts';
import {
  type Condition,
  capacityFileSchema,
  conflictsFileSchema,
  contradictionsFileSchema,
  middlewareFileSchema,
  notesFileSchema,
  operationsFileSchema,
  partsFileSchema,
  patternRulesSchema,
  questionsFileSchema,
  ruleBookFileSchema,
  serviceLevelsSchema,
  variantsFileSchema,
} from '#content/schemas/rule-book.ts';
import { domainOf } from '#core/advisor/domain.ts';
import type { CountField } from '#core/advisor/profile.ts';
import type {
  CapacityRule,
  Clause,
  ContradictionRule,
  FieldTest,
  Grounds,
  OperationsBook,
  PatternId,
  Range,
  RuleBook,
  SourceSummary,
  VariantChoice,
  VariantRule,
} from '#core/advisor/rule-book.ts';
import { criterionIds, operationsSectionIds } from '#core/advisor/rule-book.ts';
import type { Library } from './entries.ts';
import { faultOf, type Ledgers, ledgersOf } from './ledger.ts';
import { loadLibrary } from './library.ts';
import { withLines } from './lines.ts';
import { ContentError, type Problem } from './problem.ts';
import { listFiles, readYaml } from './read-files.ts';

const middlewareFile = 'content/advisor/middleware.yaml';
const conflictsFile = 'content/advisor/conflicts.yaml';
const partsFile = 'content/advisor/parts.yaml';
const afterChoice: readonly string[] = [middlewareFile, conflictsFile];
/** What parts and plans may test beside the answers, because it has been decided when they are read. */
const decidedFacts: readonly string[] = ['primary', 'variant', 'middleware', 'hub'];

const operationsFolder = 'content/advisor/operations';
const variantsFolder = 'content/advisor/variants';

/** Hours over which a day's records are spread. */
const HOURS = 24;

interface RawGrounds {
  id: string;
  when: Condition | Condition[];
  unless?: Condition | Condition[] | undefined;
  evidence: Grounds['evidence'];
  reason: string;
  sources: string[];
}

/** Turns what an architect writes into what the evaluator tests, and reports what refers to nothing. */
class Compiler {
  readonly problems: Problem[] = [];
  readonly usedSources = new Set<string>();
  readonly #library: Library;
  readonly #ledgers: Ledgers;
  /** Files of the statements read so far, by their ids. */
  readonly #ids = new Map<string, string>();
  /** Fields that questions ask for; all of them where the questions cannot be read. */
  #asked: readonly string[] | undefined;

  constructor(library: Library) {
    this.#library = library;
    this.#ledgers = ledgersOf(library);
  }

  /** Conditions may test these fields alone: one that nobody is asked for would never be settled. */
  allowOnly(asked: readonly string[]): void {
    this.#asked = [...new Set(asked)];
  }

  #checkField(name: string, file: string, field: string): void {
    if (!this.#asked) return;
    // Which pattern is chosen is known once the patterns have been weighed, and so on.
    const isDesign = file === partsFile || file.startsWith(operationsFolder);
    const decided = isDesign ? decidedFacts : afterChoice.includes(file) ? ['primary'] : [];
    const allowed = [...this.#asked, ...decided];
    if (!allowed.includes(name)) {
      this.report(file, `${field}.${name}`, `no question asks for "${name}"; allowed are ${allowed.join(', ')}`);
    }
  }

  report(file: string, field: string, message: string): void {
    this.problems.push({ file, field, message });
  }

  #reference(id: string, kind: 'source' | 'figure', file: string, field: string): void {
    const fault = faultOf(id, this.#ledgers[kind]);
    if (fault) this.report(file, field, fault);
  }

  /** Looks a bound up in the ledger unless it is a number already. */
  #bound(value: number | string, file: string, field: string): number {
    if (typeof value === 'number') return value;
    const figure = this.#library.figures.get(value);
    if (typeof figure?.value === 'number') return figure.value;
    if (figure) this.report(file, field, `figure "${value}" holds no number`);
    else this.#reference(value, 'figure', file, field);
    return 0;
  }

  #clause({ load: _, ...condition }: Condition, file: string, field: string): Clause {
    return Object.entries(condition).flatMap(([name, test]): FieldTest[] => {
      if (test === undefined) return [];
      this.#checkField(name, file, field);
      const tested = name as FieldTest['field'];
      if (typeof test === 'string') return [{ field: tested, anyOf: [test] }];
      if (Array.isArray(test)) return [{ field: tested, anyOf: test }];
      const bounds = Object.entries(test).flatMap(([key, value]) =>
        value === undefined ? [] : [[key, this.#bound(value, file, `${field}.${name}.${key}`)]],
      );
      return [{ field: tested, range: Object.fromEntries(bounds) as Range }];
    });
  }

  text(raw: string, file: string, field: string): string {
    for (const id of figuresNamed(raw)) {
      if (!this.#library.figures.has(id)) {
        this.#reference(id, 'figure', file, field);
        return raw;
      }
      this.usedSources.add(this.#library.figures.get(id)?.source ?? '');
    }
    return fillFigures(raw, this.#library.figures);
  }

  /** The sources of a statement: those it names, and those of the figures in its text. */
  sources(
    raw: { text: string; evidence: Grounds['evidence']; sources: string[] },
    file: string,
    field: string,
  ): string[] {
    const fromFigures = figuresNamed(raw.text).flatMap((id) => this.#library.figures.get(id)?.source ?? []);
    const all = [...new Set([...raw.sources, ...fromFigures])];
    for (const id of all) {
      const index = raw.sources.indexOf(id);
      if (this.#library.sources.has(id)) this.usedSources.add(id);
      else if (index >= 0) this.#reference(id, 'source', file, `${field}.${index}`);
    }
    if (all.length === 0 && raw.evidence !== 'judgement') {
      this.report(file, field, `evidence "${raw.evidence}" needs a source`);
    }
    return all;
  }

  /** A condition as clauses: one, or with a load two, since either the busiest hour or the whole day reaches it. */
  #alternatives(condition: Condition, file: string, field: string): Clause[] {
    const rest = this.#clause(condition, file, field);
    if (!condition.load) return [rest];
    const [key, value] = Object.entries(condition.load)[0] as ['above' | 'from', number | string];
    const anHour = this.#bound(value, file, `${field}.load.${key}`);
    return [
      [...rest, { field: 'peak_batch_records', range: { [key]: anHour } }],
      [...rest, { field: 'volume_per_day', range: { [key]: anHour * HOURS } }],
    ];
  }

  clauses(when: Condition | Condition[], file: string, field: string): Clause[] {
    if (!Array.isArray(when)) return this.#alternatives(when, file, field);
    return when.flatMap((condition, index) => this.#alternatives(condition, file, `${field}.${index}`));
  }

  /** A figure that must hold a number, in numbers and in words. */
  limit(id: string, file: string, field: string): Pick<CapacityRule, 'limit' | 'limitText' | 'kind' | 'source'> {
    const limit = this.#bound(id, file, field);
    const figure = this.#library.figures.get(id);
    if (!figure) return { limit, limitText: '', kind: '', source: '' };
    this.usedSources.add(figure.source);
    return { limit, limitText: `${figureText(figure)}, ${figure.scope}`, kind: figure.kind, source: figure.source };
  }

  /** Notes the id of a statement; the same one a second time is a fault. */
  identify(id: string, file: string): void {
    const first = this.#ids.get(id);
    if (first) this.report(file, id, `this id stands in ${first} already`);
    this.#ids.set(id, file);
  }

  grounds(raw: RawGrounds, file: string): Grounds {
    this.identify(raw.id, file);
    return {
      id: raw.id,
      when: this.clauses(raw.when, file, `${raw.id}.when`),
      unless: raw.unless ? this.clauses(raw.unless, file, `${raw.id}.unless`) : [],
      evidence: raw.evidence,
      reason: this.text(raw.reason, file, `${raw.id}.reason`),
      sources: this.sources({ ...raw, text: raw.reason }, file, `${raw.id}.sources`),
    };
  }
}

type PatternRules = z.infer<typeof patternRulesSchema>;

function patternRules(file: string, { pattern, rules }: PatternRules, compiler: Compiler): RuleBook['rules'][number][] {
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

type RawChoice = z.infer<typeof variantsFileSchema>['choices'][number];

/** The conditions of a variant for all other cases: one clause without a test, which always holds. */
const always: readonly Clause[] = [[]];

/** Of a choice, either one variant is meant for all other cases and stands last, or it says what is left undecided. */
function reportLastVariant({ id, undecided, variants }: RawChoice, file: string, compiler: Compiler): void {
  const fallbacks = variants.flatMap((one, index) => ('otherwise' in one && one.otherwise ? [index] : []));
  if (fallbacks.length === 0 && undecided === undefined) {
    const message =
      'needs a last variant with "otherwise: true", or "undecided" with what is said where no answer asks for one';
    compiler.report(file, id, message);
  }
  if (fallbacks.length > 0 && undecided !== undefined) {
    compiler.report(file, `${id}.undecided`, 'is never said, because one variant has "otherwise: true"');
  }
  for (const index of fallbacks) {
    if (index === variants.length - 1) continue;
    compiler.report(
      file,
      `${id}.variants.${index}.otherwise`,
      'must stand last; those behind it could never be chosen',
    );
  }
}

function variantChoice(
  file: string,
  pattern: PatternId,
  raw: RawChoice,
  kinds: RuleBook['kinds'],
  compiler: Compiler,
): VariantChoice {
  reportLastVariant(raw, file, compiler);
  const variants = raw.variants.map((one, index): VariantRule => {
    const field = `${raw.id}.variants.${index}`;
    const fill = (key: 'needs' | 'limits') =>
      one[key].map((text, place) => compiler.text(text, file, `${field}.${key}.${place}`));
    const own = { pattern, name: one.name, needs: fill('needs'), limits: fill('limits') };
    // What it needs and where it ends may rest on figures of their own.
    const text = [...one.needs, ...one.limits].join(' ');
    const extra = 'kind' in one ? one.sources : [];
    const told = compiler.sources({ text, evidence: 'judgement', sources: extra }, file, `${field}.sources`);
    if ('kind' in one) {
      const kind = kinds.find((rule) => rule.kind === one.kind);
      if (!kind) compiler.report(file, `${field}.kind`, `${middlewareFile} has no kind "${one.kind}"`);
      const { when = [], unless = [], evidence = 'judgement', reason = '', sources = [] } = kind ?? {};
      return { ...own, id: one.kind, when, unless, evidence, reason, sources: [...sources, ...told], otherwise: false };
    }
    const grounds = compiler.grounds({ ...one, when: one.when ?? [] }, file);
    const sources = [...new Set([...grounds.sources, ...told])];
    return { ...grounds, ...own, sources, ...(one.otherwise && { when: always }), otherwise: one.otherwise ?? false };
  });
  const { id, title, undecided } = raw;
  return { id, pattern, title, ...(undecided !== undefined && { undecided }), variants };
}

type RawCapacity = z.infer<typeof capacityFileSchema>[number];

const capacityFile = 'content/advisor/capacity.yaml';

function capacityRule({ when, limit, ...raw }: RawCapacity, compiler: Compiler): CapacityRule {
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

function operationsItems(
  file: string,
  plan: z.infer<typeof operationsFileSchema>,
  levelNames: readonly string[],
  compiler: Compiler,
): OperationsBook['items'][number][] {
  return operationsSectionIds.flatMap((section) =>
    plan[section].map(({ when, unless, middleware, ...raw }, index) => {
      const field = `${section}.${index}`;
      for (const [, name = ''] of raw.text.matchAll(/\{sla:([^}]*)\}/g)) {
        if (levelNames.length > 0 && !levelNames.includes(name)) {
          compiler.report(file, `${field}.text`, `{sla:${name}} is not one of ${levelNames.join(', ')}`);
        }
      }
      return {
        section,
        pattern: plan.pattern,
        text: compiler.text(raw.text, file, `${field}.text`),
        evidence: raw.evidence,
        sources: compiler.sources(raw, file, `${field}.sources`),
        ...(middleware && { middleware }),
        ...(when && { when: compiler.clauses(when, file, `${field}.when`) }),
        ...(unless && { unless: compiler.clauses(unless, file, `${field}.unless`) }),
      };
    }),
  );
}

const hubFile = 'content/advisor/operations/hub.yaml';
const levelsFile = 'content/advisor/operations/service-levels.yaml';

function readOperations(root: string, compiler: Compiler): OperationsBook {
  const levels = readYaml(root, levelsFile, serviceLevelsSchema, compiler.problems) ?? [];
  const levelNames = Object.keys(levels[0] ?? {});
  const items = listFiles(root, operationsFolder, '.yaml')
    .filter((file) => file !== levelsFile)
    // What holds for any pattern comes behind what the pattern itself says.
    .toSorted((a, b) => Number(a === hubFile) - Number(b === hubFile))
    .flatMap((file) => {
      const plan = readYaml(root, file, operationsFileSchema, compiler.problems);
      return plan ? operationsItems(file, plan, levelNames, compiler) : [];
    });
  return { levels, items };
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
  compiler: Compiler,
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
function reportMissingCriteria(book: RuleBook, compiler: Compiler): void {
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

/** What of a rule decides: its conditions and its effect, not its words. */
const decisive = ({ id, when, unless, ...rest }: Grounds & Record<string, unknown>) => {
  const {
    reason: _,
    sources: _sources,
    evidence: _evidence,
    title: _title,
    costs: _costs,
    name: _name,
    needs: _needs,
    limits: _limits,
    run: _run,
    ...effect
  } = rest;
  return { id, when, unless, ...effect };
};

/** A few letters that change whenever a rule, a weight or the order of the patterns does, and with nothing else. */
export function fingerprintOf(book: RuleBook): string {
  const rules = [
    ...book.rules,
    ...book.verdicts,
    ...book.kinds,
    ...book.conflicts,
    ...book.contradictions,
    ...book.choices.flatMap(({ variants }) => variants),
    ...book.parts,
  ];
  const parts = [
    book.patterns.map(({ id }) => id),
    book.criteria.map(({ id, weight }) => [id, weight]),
    rules.map((rule) => decisive(rule as Grounds & Record<string, unknown>)),
  ];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 7);
}

/**
 * Reads `content/advisor/` and compiles it against the library: figures looked up, texts filled, references checked.
 *
 * @param root the project's folder
 * @returns what could be read, and every fault with file, line and field
 */
export function readRuleBook(root: string, library: Library): { book: RuleBook; problems: Problem[] } {
  const compiler = new Compiler(library);
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
  const conflictsFile = 'content/advisor/conflicts.yaml';
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
