import * as z from 'zod/mini';
import { choices, decidingFields, type Field, guarantees } from './profile.ts';

/** The patterns that can be recommended. */
export const patternIds = [
  'odata',
  'custom-service',
  'dmf',
  'business-events',
  'virtual-entities',
  'dual-write',
  'analytics-export',
  'middleware',
] as const;

export type PatternId = (typeof patternIds)[number];

/** Middleware verdicts from the weakest case for a hub to the strongest. */
export const middlewareVerdicts = ['avoid', 'optional', 'advised', 'required'] as const;

export type MiddlewareVerdict = (typeof middlewareVerdicts)[number];

/** Kinds of middleware a verdict can name. */
export const middlewareKinds = [
  'logic-apps',
  'functions-service-bus',
  'api-management',
  'data-factory',
  'existing-ipaas',
] as const;

export type MiddlewareKind = (typeof middlewareKinds)[number];

/** How strong the ground is that a reason stands on. */
export const evidences = ['limit', 'guidance', 'judgement'] as const;

const text = z.string().check(z.trim(), z.minLength(1));
const ids = z.array(text);

/** A bound is a number, or the id of a figure in the ledger that holds one. */
const bound = z.union([z.number(), text]);
const range = z.strictObject({
  above: z.optional(bound),
  from: z.optional(bound),
  below: z.optional(bound),
  up_to: z.optional(bound),
});

const oneOrMore = <T extends z.ZodMiniType>(schema: T) => z.union([schema, z.array(schema).check(z.minLength(1))]);
const choice = <const T extends readonly [string, ...string[]]>(values: T) => z.optional(oneOrMore(z.enum(values)));

/**
 * What has to hold of a profile, field by field; all of it at once. A list means any of its values, for `guarantees`
 * that any of them is asked for. `primary` is the chosen pattern and makes sense only in rules about middleware.
 */
export const conditionSchema = z.strictObject({
  counterpart: choice(choices.counterpart),
  operation: choice(choices.operation),
  direction: choice(choices.direction),
  latency: choice(choices.latency),
  volume_per_day: z.optional(range),
  peak_batch_records: z.optional(range),
  payload: choice(choices.payload),
  initiator: choice(choices.initiator),
  transformation: choice(choices.transformation),
  systems: z.optional(range),
  deployment: choice(choices.deployment),
  purpose: choice(choices.purpose),
  copy: choice(choices.copy),
  response: choice(choices.response),
  protocol: choice(choices.protocol),
  guarantees: choice(guarantees),
  ownership: choice(choices.ownership),
  primary: choice(patternIds),
});

const grounds = {
  id: text,
  /** One condition, or a list of which any may hold. */
  when: z.union([conditionSchema, z.array(conditionSchema).check(z.minLength(1))]),
  /** Where this holds, the rule does not apply after all. */
  unless: z.optional(conditionSchema),
  evidence: z.enum(evidences),
  /** One sentence that stands on its own. */
  reason: text,
  sources: z._default(ids, []),
};

const weight = z.number().check(z.int(), z.minimum(1), z.maximum(5));

const patternRuleSchema = z
  .strictObject({
    ...grounds,
    favour: z.optional(weight),
    against: z.optional(weight),
    exclude: z.optional(z.literal(true)),
  })
  .check(
    z.refine(
      (rule) => [rule.favour, rule.against, rule.exclude].filter((effect) => effect !== undefined).length === 1,
      'must have exactly one of favour, against and exclude',
    ),
  );

/** `content/advisor/rules/<pattern>.yaml`: what speaks for, against and excludes one pattern. */
export const patternRulesSchema = z.strictObject({ pattern: z.enum(patternIds), rules: z.array(patternRuleSchema) });

/** `content/advisor/middleware.yaml`. */
export const middlewareFileSchema = z.strictObject({
  /** Rules that ask for a verdict; `required` outranks `avoid`, `avoid` outranks `advised`; without any it is `optional`. */
  verdicts: z.array(z.strictObject({ ...grounds, verdict: z.enum(['avoid', 'advised', 'required']) })),
  /** Which kind of middleware fits; the first that holds is named first. */
  kinds: z.array(z.strictObject({ ...grounds, kind: z.enum(middlewareKinds), name: text })),
});

/** `content/advisor/conflicts.yaml`: requirements that no pattern meets together. */
export const conflictsFileSchema = z.array(
  z.strictObject({
    ...grounds,
    title: text,
    /** Fields of which one has to give way; the ways out are searched among their other values. */
    between: z.array(z.enum(decidingFields as [Field, ...Field[]])).check(z.minLength(2)),
  }),
);

/** `content/advisor/notes.yaml`: what the patterns do not cover, and where to go from there. */
export const notesFileSchema = z.array(z.strictObject({ ...grounds, title: text, link: z.optional(text) }));

const option = z.strictObject({
  /** A value of the field; for a count the number that stands for the band. */
  value: z.union([z.string(), z.number()]),
  label: text,
  hint: z.optional(text),
  /**
   * How often this answer is given, compared with the question's others (1 where it is left out). An editor's estimate:
   * it only orders the questions and never touches a verdict.
   */
  share: z.optional(z.number().check(z.positive())),
});

/** `content/advisor/questions.yaml`. */
export const questionsFileSchema = z.array(
  z.strictObject({
    field: z.enum(['counterpart', ...decidingFields.filter((field) => field !== 'counterpart'), 'sla'] as [
      Field,
      ...Field[],
    ]),
    /** The field in two or three words, for tables and the review. */
    label: text,
    ask: text,
    why: text,
    /** An example that makes the question concrete. */
    example: z.optional(text),
    options: z.array(option).check(z.minLength(2)),
  }),
);

/** `content/advisor/rule-book.yaml`. */
export const ruleBookFileSchema = z.strictObject({
  version: text,
  changes: z.array(z.strictObject({ version: text, date: z.string(), change: text })),
});

export type Condition = z.infer<typeof conditionSchema>;
export type Question = z.infer<typeof questionsFileSchema>[number];
export type Evidence = (typeof evidences)[number];

/** A range whose figures have been looked up: all bounds are numbers. */
export interface Range {
  above?: number | undefined;
  from?: number | undefined;
  below?: number | undefined;
  up_to?: number | undefined;
}

/** What the evaluator tests a field against. */
export type FieldTest = { field: Field | 'primary' } & ({ anyOf: readonly string[] } | { range: Range });

/** All tests must hold. */
export type Clause = readonly FieldTest[];

export interface Grounds {
  id: string;
  /** The rule applies where any of these clauses holds … */
  when: readonly Clause[];
  /** … and this one does not. */
  unless: Clause | undefined;
  evidence: Evidence;
  /** Figures filled in. */
  reason: string;
  sources: readonly string[];
}

export type PatternRule = Grounds & { pattern: PatternId } & (
    | { effect: 'favour' | 'against'; weight: number }
    | { effect: 'exclude'; weight?: undefined }
  );
export type VerdictRule = Grounds & { verdict: Exclude<MiddlewareVerdict, 'optional'> };
export type KindRule = Grounds & { kind: MiddlewareKind; name: string };
export type ConflictRule = Grounds & { title: string; between: readonly Field[] };
export type NoteRule = Grounds & { title: string; link: string | undefined };

export interface PatternSummary {
  id: PatternId;
  name: string;
  short: string;
  line: string;
}

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
  version: string;
  changes: readonly { version: string; date: string; change: string }[];
  /** In the order that settles ties: the pattern that needs the least to own first. */
  patterns: readonly PatternSummary[];
  questions: readonly Question[];
  rules: readonly PatternRule[];
  verdicts: readonly VerdictRule[];
  kinds: readonly KindRule[];
  conflicts: readonly ConflictRule[];
  notes: readonly NoteRule[];
  sources: Readonly<Record<string, SourceSummary>>;
}
