import type { CountField, Field, OwnFields, Profile } from './profile.ts';

/** The patterns that can be recommended. */
export const patternIds = [
  'odata',
  'custom-service',
  'dmf',
  'business-events',
  'virtual-entities',
  'dual-write',
  'analytics-export',
  'outbound-call',
  'middleware',
] as const;

/** One of the patterns, as content, links and JSON spell it. */
export type PatternId = (typeof patternIds)[number];

/** Middleware verdicts from the weakest case for a hub to the strongest. */
export const middlewareVerdicts = ['avoid', 'optional', 'advised', 'required'] as const;

/** Whether a hub should stand between the two ends. */
export type MiddlewareVerdict = (typeof middlewareVerdicts)[number];

/** Kinds of middleware a verdict can name. */
export const middlewareKinds = [
  'logic-apps',
  'functions-service-bus',
  'api-management',
  'data-factory',
  'existing-ipaas',
] as const;

/** A kind of hub that a verdict can name. */
export type MiddlewareKind = (typeof middlewareKinds)[number];

/** What a decision is asked, one after the other; each counts once for a pattern, however many answers bear on it. */
export const criterionIds = ['task', 'ends', 'timing', 'load', 'promises', 'form', 'ownership'] as const;

/** One of the questions put to every pattern. */
export type CriterionId = (typeof criterionIds)[number];

/** One of the questions put to every pattern. */
export interface Criterion {
  id: CriterionId;
  title: string;
  /** The question in words. */
  asks: string;
  /** What one step of strength counts under it; a whole number. */
  weight: number;
  /** Why it weighs so much. */
  reason: string;
}

/** How strong the ground is that a reason stands on. */
export const evidences = ['limit', 'guidance', 'judgement'] as const;

/** Sections of an operations plan. */
export const operationsSectionIds = [
  'delivery',
  'retry',
  'correlation',
  'dead-letter',
  'alerts',
  'reprocess',
  'logging',
] as const;

/** A section of an operations plan. */
export type OperationsSectionId = (typeof operationsSectionIds)[number];

/** One of the answers that a question offers. */
export interface QuestionOption {
  /** A value of the field; for a count the number that stands for the band. */
  value: string | number;
  label: string;
  hint?: string | undefined;
  /** For an answer in words: the amount it stands for, in the unit of the figures that are held against it. */
  amount?: { up_to: number } | { above: number } | undefined;
  /** How often this answer is given, compared with the question's others; 1 where it is left out. */
  share?: number | undefined;
}

/** What a person is asked about one field, with the answers that are offered. */
export interface Question {
  field: Field;
  /** The field in two or three words, for tables and the review. */
  label: string;
  ask: string;
  why: string;
  example?: string | undefined;
  /** Ids of the glossary's terms that its words need. */
  terms: readonly string[];
  options: readonly QuestionOption[];
}

/** A documented limit, published guidance, or our own judgement; only the last needs no source. */
export type Evidence = (typeof evidences)[number];

/** A range whose figures have been looked up: all bounds are numbers. */
export interface Range {
  above?: number | undefined;
  from?: number | undefined;
  below?: number | undefined;
  up_to?: number | undefined;
}

/**
 * What is decided before a statement is read, and may be asked by it like an answer: `primary` the pattern; for the parts
 * of a chain and the lines of a plan also `variant` the ids of its variants, `middleware` the verdict, `hub` the kind of
 * hub in the chain, `open` where no kind fits better than another.
 */
export type DecidedFact = 'primary' | 'variant' | 'middleware' | 'hub';

/** What the evaluator tests a field against. */
export type FieldTest = { field: Field | DecidedFact } & ({ anyOf: readonly string[] } | { range: Range });

/** All tests must hold. */
export type Clause = readonly FieldTest[];

/** What all statements share: when they apply, why, and by which sources. */
export interface Grounds {
  id: string;
  /** The rule applies where any of these clauses holds … */
  when: readonly Clause[];
  /** … and none of these does. */
  unless: readonly Clause[];
  evidence: Evidence;
  /** Figures filled in. */
  reason: string;
  sources: readonly string[];
}

/** A statement about one pattern under one criterion; `weight` is its strength before the criterion's own weight. */
export type PatternRule = Grounds & { pattern: PatternId; criterion: CriterionId } & (
    | { effect: 'favour' | 'against'; weight: number }
    | { effect: 'exclude'; weight?: undefined }
  );
/** A statement that asks for a verdict on middleware. */
export type VerdictRule = Grounds & { verdict: Exclude<MiddlewareVerdict, 'optional'> };
/** A statement that a kind of hub fits, in the order of preference. */
export type KindRule = Grounds & { kind: MiddlewareKind; name: string };
/** Requirements that no pattern meets together, and what giving in on each of them costs. */
export type ConflictRule = Grounds & {
  title: string;
  /** Requirements of which one has to give way. */
  between: readonly Field[];
  /** What giving way on each of them means for the business. */
  costs: Readonly<Partial<Record<Field, string>>>;
};
/** Answers that cannot both be true. */
export type ContradictionRule = Grounds & {
  /** Two counts of which the first cannot be more than the second; `when` says the same by the bounds that rules use. */
  moreThan?: readonly [CountField, CountField];
};
/** Something to know that is not weighed. */
export type NoteRule = Grounds & { title: string; link: string | undefined };

/**
 * What is said of each class of service, in words: its name and meaning, who looks after it and when (`duty`), and the
 * numbers that a plan proposes, among them the age of the oldest message at which somebody is told (`backlog`).
 */
export const serviceLevelFields = [
  'title',
  'meaning',
  'duty',
  'detect',
  'acknowledge',
  'recover',
  'loss',
  'backlog',
  'attempts',
  'letters',
  'rate',
  'reconcile',
  'keep',
  'rehearse',
] as const;

/** One way to build a pattern; of the variants of a choice the first whose conditions hold is chosen. */
export type VariantRule = Grounds & {
  pattern: PatternId;
  name: string;
  /** Whether it is chosen where nothing that was answered asks for another one. */
  otherwise: boolean;
  /** What has to be there before it can be built, a sentence each. */
  needs: readonly string[];
  /** What it cannot do, or only so far; a sentence each. */
  limits: readonly string[];
};

/** One question about how to build a pattern, and its answers in the order in which they win. */
export interface VariantChoice {
  id: string;
  pattern: PatternId;
  title: string;
  /** What is said where no answer asks for a variant; absent where one of them is meant for all other cases. */
  undecided?: string | undefined;
  variants: readonly VariantRule[];
}

/** Where a part stands, seen from F&O: in front of the pattern, behind it, or with those who repair. */
export const partPlaces = ['front', 'behind', 'repair'] as const;

export type PartPlace = (typeof partPlaces)[number];

/** Something that stands beside the pattern in a design, such as a queue; parts keep the order of the chain. */
export type PartRule = Grounds & {
  name: string;
  place: PartPlace;
  /** What it takes to run it, in one sentence. */
  run: string;
};

/** A class of service and the numbers that a plan proposes for it. */
export type ServiceLevel = { id: NonNullable<Profile['sla']> } & Record<(typeof serviceLevelFields)[number], string>;

/** One line of an operations plan. */
export interface OperationsItem {
  section: OperationsSectionId;
  pattern: PatternId | 'any';
  text: string;
  evidence: Evidence;
  sources: readonly string[];
  middleware?: readonly MiddlewareVerdict[];
  when?: readonly Clause[];
  unless?: readonly Clause[];
}

/** All service levels, and all lines from which plans are made. */
export interface OperationsBook {
  levels: readonly ServiceLevel[];
  items: readonly OperationsItem[];
}

/** A published figure, looked up, and what is held against it. */
export interface CapacityRule {
  id: string;
  pattern: PatternId | 'hub';
  when?: readonly Clause[];
  field: 'volume_per_day' | 'peak_batch_records' | 'payload';
  measures: string;
  divide?: { by: number; because: string };
  /** Whether the figure is met in the worst case only, such as all records in one transaction; it warns, no more. */
  worstCase?: boolean;
  /** Given for a figure of an hour: what the interfaces of one pattern move in the same hour adds up against it. */
  per?: 'hour';
  limit: number;
  /** The figure in words: value, unit and where it holds. */
  limitText: string;
  /** Whether the figure binds, advises, or only shows a size that was published. */
  kind: string;
  over: string;
  source: string;
}

/** Something that is counted while an interface runs; units are those of a month. */
export interface MeterRule {
  id: string;
  name: string;
  /** What is counted, as it stands behind a number: `requests`, `hours`. */
  unit: string;
  patterns: readonly PatternId[];
  /** Kinds of hub beside which it turns. */
  kinds: readonly MiddlewareKind[];
  when?: readonly Clause[];
  /** Units for one record; absent where records are divided by a rate. */
  each?: number;
  /** Records an hour, looked up in the ledger. */
  rate?: number;
  /** What the units stand for, in words. */
  counts: string;
  /** What the source says is counted. */
  definition: string;
  sources: readonly string[];
}

/** A glossary term as a question's tip shows it. */
export interface TermSummary {
  term: string;
  definition: string;
}

/** A pattern as lists and sentences name it. */
export interface PatternSummary {
  id: PatternId;
  name: string;
  short: string;
  line: string;
}

/** A source as reasons cite it; dates are ISO dates, or `undated`. */
export interface SourceSummary {
  title: string;
  url: string;
  publisher: string;
  dated: string;
  checked: string;
  grade: string;
}

/** All that a decision rests on, as plain data: it travels as JSON to the browser and the worker. */
export interface RuleBook {
  schemaVersion: 1;
  /** The fields of a book about something else than interfaces (`src/core/decisions`); absent in the advisor's own. */
  ownFields?: OwnFields;
  version: string;
  /** The newest first. */
  changes: readonly { version: string; date: string; change: string; details: readonly string[] }[];
  /** In the order that settles ties: the pattern that needs the least to own first. */
  patterns: readonly PatternSummary[];
  criteria: readonly Criterion[];
  questions: readonly Question[];
  rules: readonly PatternRule[];
  verdicts: readonly VerdictRule[];
  kinds: readonly KindRule[];
  conflicts: readonly ConflictRule[];
  contradictions: readonly ContradictionRule[];
  notes: readonly NoteRule[];
  /** How each pattern can be built; every pattern has a choice or more. */
  choices: readonly VariantChoice[];
  parts: readonly PartRule[];
  capacity: readonly CapacityRule[];
  /** What runs up with the volume, and what is not counted because no current source says how. */
  meters: { rules: readonly MeterRule[]; leftOut: readonly { name: string; because: string }[] };
  operations: OperationsBook;
  sources: Readonly<Record<string, SourceSummary>>;
  /** Terms that questions name, by id. */
  terms: Readonly<Record<string, TermSummary>>;
}
