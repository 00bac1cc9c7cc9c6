import { z } from 'zod';
import { answerId, id, prose } from './shared.ts';

/** A name that formulas use: `records_a_day`. */
const name = z
  .string()
  .regex(/^[a-z][a-z0-9_]*$/, 'must be a name for formulas: lower-case letters, digits and underscores');

/** Read by `parseFormula`; printers' quotation marks would not be understood. */
const formula = z.preprocess((value) => (typeof value === 'number' ? String(value) : value), z.string().trim().min(1));

const format = z.enum(['number', 'whole', 'hours', 'clock', 'time', 'percent', 'yes-no']);

/** What a default rests on: a figure of the ledger, or nobody but us, with the reason. */
const basis = z
  .strictObject({
    figure: id.optional(),
    /** How the default follows from the figure, where it is not the figure itself. */
    note: prose.optional(),
    ours: prose.optional(),
  })
  .refine(({ figure, ours }) => (figure === undefined) !== (ours === undefined), {
    error: 'must name a figure of the ledger, or say under "ours" why we take this value',
  });

const bounds = {
  min: z.number().default(0),
  max: z.number().default(1_000_000_000),
  whole: z.boolean().default(false),
};

const numberInput = z.strictObject({
  id: name,
  label: prose,
  unit: prose,
  hint: prose.optional(),
  ...bounds,
  default: z.number(),
  /** Whether it is moved by a fifth to see what it does. */
  tried: z.boolean().default(true),
  basis,
});

/** A workbook offers options as one text with commas between them. */
const options = z.array(prose.refine((text) => !text.includes(','), 'must not contain a comma'));

const choiceInput = z
  .strictObject({
    id: name,
    label: prose,
    hint: prose.optional(),
    options: options.min(2),
    default: prose,
    basis,
  })
  .refine(({ options, default: initial }) => options.includes(initial), {
    path: ['default'],
    error: 'must be one of the options',
  });

const column = z.strictObject({
  id: name,
  label: prose,
  unit: prose.optional(),
  /** `worked` where a formula is given. */
  kind: z.enum(['text', 'number', 'choice', 'after', 'workbook']).optional(),
  required: z.boolean().default(false),
  ...bounds,
  options: options.default([]),
  /** Whether content says what stands in it, in a table with fixed rows. */
  given: z.boolean().default(false),
  default: z.preprocess((value) => (typeof value === 'number' ? String(value) : value), z.string()).default(''),
  /** Whether it is moved by a fifth to see what it does. */
  tried: z.boolean().default(true),
  formula: formula.optional(),
  format: format.default('number'),
  hidden: z.boolean().default(false),
});

const cell = z.preprocess((value) => (typeof value === 'number' ? String(value) : value), prose);
const row = z.record(name, cell);

const table = z.strictObject({
  id: name,
  label: prose,
  row: z.strictObject({ one: prose, many: prose }),
  hint: prose.optional(),
  columns: z
    .array(
      column.refine(({ kind, formula: worked }) => (kind === undefined) !== (worked === undefined), {
        error: 'must have a kind, if it is filled in, or a formula, if it is worked out',
      }),
    )
    .min(2),
  start: z.array(row).default([]),
  /** Whether its rows are those of the start, and nobody adds any. */
  fixed: z.boolean().default(false),
  /** Fixed rows that are numbered from 1 to this, in the first column; each comes after the one before it. */
  counted: z.int().min(2).max(200).optional(),
  basis: basis.optional(),
  /** Figures of the ledger that rows of the start or the example take their values from. */
  figures: z.array(id).default([]),
});

const result = z.strictObject({
  id: name,
  label: prose,
  unit: prose.optional(),
  formula,
  format: format.default('number'),
  none: prose.optional(),
  says: z.array(z.strictObject({ when: formula, text: prose })).default([]),
  step: z.boolean().default(false),
});

const line = z.strictObject({ result: name, label: prose });

const chart = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('schedule'),
    title: prose,
    table: name,
    name,
    start: name,
    end: name,
    marked: name.optional(),
    marking: prose.optional(),
    moments: z.array(line).default([]),
  }),
  z.strictObject({
    kind: z.literal('profile'),
    title: prose,
    table: name,
    at: name,
    value: name,
    line,
    moments: z.array(line).default([]),
  }),
  z.strictObject({
    kind: z.literal('sweep'),
    title: prose,
    input: name,
    from: z.number(),
    to: z.number(),
    lines: z.array(line).min(1),
  }),
  z.strictObject({ kind: z.literal('bars'), title: prose, table: name, name, value: name }),
]);

const draw = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('between'), table: name, column: name, low: name, high: name }),
  z.strictObject({ kind: z.literal('chance'), table: name, column: name }),
]);

/** `content/tools/<tool>.yaml`; the file's name is the tool's id and the last part of its address. */
export const toolSchema = z.strictObject({
  title: prose,
  question: prose.refine((text) => text.endsWith('?'), 'must be a question and end with ?'),
  verdict: prose,
  hub: id,
  /** Position among the tools, from 1. */
  order: z.int().positive(),
  aliases: z.array(prose).default([]),
  inputs: z.array(z.union([choiceInput, numberInput])),
  tables: z.array(table).default([]),
  results: z.array(result).min(1),
  headline: name,
  lead: name.optional(),
  brief: z
    .strictObject({
      title: prose,
      lists: z
        .array(
          z.strictObject({
            title: prose,
            table: name,
            column: name,
            equals: prose,
            name,
            details: z.array(name).default([]),
            none: prose,
          }),
        )
        .min(1),
    })
    .optional(),
  charts: z.array(chart).default([]),
  simulation: z
    .strictObject({
      result: name,
      runs: z.int().min(100).max(20_000),
      seed: z.int(),
      draws: z.array(draw).min(1),
    })
    .optional(),
  limits: z.array(prose).min(2),
  answers: z.array(answerId).min(1),
  example: z.strictObject({
    text: prose,
    inputs: row.default({}),
    tables: z.record(name, z.array(row)).default({}),
  }),
});

/** A checked tool as its file holds it. */
export type ToolFile = z.infer<typeof toolSchema>;
