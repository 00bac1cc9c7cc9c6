import { z } from 'zod';
import {
  type ChoiceField,
  type CountField,
  choices,
  counts,
  decidingFields,
  type Field,
  fields,
  guarantees,
  isChoice,
  isCount,
} from '#core/advisor/profile.ts';
import {
  criterionIds,
  evidences,
  middlewareKinds,
  middlewareVerdicts,
  type OperationsSectionId,
  operationsSectionIds,
  partPlaces,
  patternIds,
  serviceLevelFields,
} from '#core/advisor/rule-book.ts';
import { prose } from './shared.ts';

const ids = z.array(prose);

/** A bound is a number, or the id of a figure in the ledger that holds one. */
const bound = z.union([z.number(), prose]);
const range = z.strictObject({
  above: z.optional(bound),
  from: z.optional(bound),
  below: z.optional(bound),
  up_to: z.optional(bound),
});

const oneOrMore = <T extends z.ZodType>(schema: T) => z.union([schema, z.array(schema).min(1)]);
const choice = <const T extends readonly [string, ...string[]]>(values: T) => z.optional(oneOrMore(z.enum(values)));

/** What a rule may ask of a field: one of its words, or a range. */
function testOf(field: Field): z.ZodType {
  if (isChoice(field)) return choice(choices[field]);
  return isCount(field) ? z.optional(range) : choice(guarantees);
}

type ConditionShape = Record<Exclude<ChoiceField, 'sla' | 'store'> | 'guarantees', ReturnType<typeof choice>> &
  Record<CountField, z.ZodOptional<typeof range>>;

/**
 * What has to hold of a profile, field by field; all of it at once. A list means any of its values, for `guarantees`
 * that any of them is asked for. `primary` is the chosen pattern and makes sense only in rules about middleware.
 */
export const conditionSchema = z.strictObject({
  ...(Object.fromEntries(decidingFields.map((field) => [field, testOf(field)])) as ConditionShape),
  /**
   * Records an hour: the busiest hour, or the day spread over its 24. It only has lower bounds, because not knowing how
   * much it is does not make it little.
   */
  load: z.optional(z.union([z.strictObject({ above: bound }), z.strictObject({ from: bound })])),
  primary: choice(patternIds),
});

/** What a variant of a pattern may ask besides: fields that do not choose the pattern. */
const variantConditionSchema = conditionSchema.extend({ store: choice(choices.store) });

/** What a part of a design and a line of a plan may ask besides: what was decided before. */
const designConditionSchema = variantConditionSchema.extend({
  /** Ids of variants of which any is chosen. */
  variant: z.optional(oneOrMore(prose)),
  middleware: choice(middlewareVerdicts),
  /** The kind of hub in the design. */
  hub: choice([...middlewareKinds, 'open']),
});

/** A checked condition as an editor wrote it: bounds may still be ids of figures. */
export type Condition =
  | z.infer<typeof conditionSchema>
  | z.infer<typeof variantConditionSchema>
  | z.infer<typeof designConditionSchema>;

/** What every statement has, over the conditions that it may ask. */
const groundsOver = <T extends z.ZodType>(condition: T) => ({
  id: prose,
  /** One condition, or a list of which any may hold. */
  when: oneOrMore(condition),
  /** Where this holds, or any condition of a list, the rule does not apply after all. */
  unless: z.optional(oneOrMore(condition)),
  evidence: z.enum(evidences),
  /** One sentence that stands on its own. */
  reason: prose,
  sources: ids.default([]),
});

const grounds = groundsOver(conditionSchema);

/** How strong a statement is: 1 speaks for it, 2 clearly, 3 is what the pattern was made for, or cannot do well. */
const strength = z.int().min(1).max(3);

const patternRuleSchema = z
  .strictObject({
    ...grounds,
    /** The question that it answers; within one criterion only the strongest statement for and against a pattern count. */
    criterion: z.enum(criterionIds),
    favour: z.optional(strength),
    against: z.optional(strength),
    exclude: z.optional(z.literal(true)),
  })
  .refine(
    (rule) => [rule.favour, rule.against, rule.exclude].filter((effect) => effect !== undefined).length === 1,
    'must have exactly one of favour, against and exclude',
  );

/** `content/advisor/rules/<pattern>.yaml`: what speaks for, against and excludes one pattern. */
export const patternRulesSchema = z.strictObject({ pattern: z.enum(patternIds), rules: z.array(patternRuleSchema) });

/** `content/advisor/middleware.yaml`. */
export const middlewareFileSchema = z.strictObject({
  /** Rules that ask for a verdict; `required` outranks `avoid`, `avoid` outranks `advised`; without any it is `optional`. */
  verdicts: z.array(z.strictObject({ ...grounds, verdict: z.enum(['avoid', 'advised', 'required']) })),
  /** Which kind of middleware fits; the first that holds is named first. */
  kinds: z.array(z.strictObject({ ...grounds, kind: z.enum(middlewareKinds), name: prose })),
});

const sentences = z.array(prose).default([]);

/** What a variant needs before it can be built, and how far it goes; a sentence each. */
const ofVariant = { name: prose, needs: sentences, limits: sentences };

const { when: whenOfVariant, ...groundsOfVariant } = groundsOver(variantConditionSchema);

const variantSchema = z
  .strictObject({
    ...groundsOfVariant,
    ...ofVariant,
    when: z.optional(whenOfVariant),
    /** Chosen where nothing that was answered asks for another one; it stands last. */
    otherwise: z.optional(z.literal(true)),
  })
  .refine(({ when, otherwise }) => (when === undefined) !== (otherwise === undefined), {
    path: ['when'],
    error: 'must have exactly one of when and otherwise',
  });

/** A variant of middleware: conditions, reason and sources are those of the kind in `middleware.yaml`. */
const kindVariantSchema = z.strictObject({
  kind: z.enum(middlewareKinds),
  ...ofVariant,
  /** Those of what it needs and of its limits, beside those of the kind. */
  sources: ids.default([]),
});

/** `content/advisor/variants/<pattern>.yaml`: how the pattern can be built, and which answers ask for which way. */
export const variantsFileSchema = z.strictObject({
  pattern: z.enum(patternIds),
  choices: z
    .array(
      z.strictObject({
        id: prose,
        title: prose,
        /** What is said where no answer asks for a variant; a choice needs this, or a variant for all other cases. */
        undecided: z.optional(prose),
        /** The first whose conditions are met is chosen. */
        variants: z.array(z.union([variantSchema, kindVariantSchema])).min(2),
      }),
    )
    .min(1),
});

/** `content/advisor/parts.yaml`: what stands around a pattern, in the order of the chain. */
export const partsFileSchema = z.array(
  z.strictObject({
    ...groundsOver(designConditionSchema),
    name: prose,
    place: z.enum(partPlaces),
    /** What it takes to run it. */
    run: prose,
  }),
);

/** `content/advisor/conflicts.yaml`: requirements that no pattern meets together. */
export const conflictsFileSchema = z.array(
  z.strictObject({
    ...grounds,
    title: prose,
    /**
     * Requirements of which one has to give way, with what that means for the business. The ways out are searched among
     * their other values.
     */
    between: z.array(z.strictObject({ field: z.enum(decidingFields as [Field, ...Field[]]), costs: prose })).min(1),
  }),
);

/** `content/advisor/contradictions.yaml`: answers that cannot both be true, by what the words mean. */
export const contradictionsFileSchema = z.array(
  z.union([
    z
      .strictObject({ id: prose, when: conditionSchema, reason: prose })
      .refine(({ when }) => Object.keys(when).length >= 2, 'must name two fields or more'),
    /** Two counts of which the first cannot be more than the second. */
    z.strictObject({ id: prose, more_than: z.tuple([z.enum(counts), z.enum(counts)]), reason: prose }),
  ]),
);

/** `content/advisor/notes.yaml`: what the patterns do not cover, and where to go from there. */
export const notesFileSchema = z.array(z.strictObject({ ...grounds, title: prose, link: z.optional(prose) }));

const when = z.optional(oneOrMore(conditionSchema));

/** `content/advisor/capacity.yaml`: published figures against which answers are held. */
export const capacityFileSchema = z.array(
  z
    .strictObject({
      id: prose,
      /** The pattern whose figure it is; `hub` for middleware beside any pattern. */
      pattern: z.enum([...patternIds, 'hub']),
      when,
      field: z.enum(['volume_per_day', 'peak_batch_records', 'payload']),
      /** What the answer counts, as it stands behind the number. */
      measures: prose,
      divide: z.optional(z.strictObject({ by: z.number().positive(), because: prose })),
      /** Whether it is met in the worst case only, such as all records in one transaction; it warns, no more. */
      worst_case: z.optional(z.literal(true)),
      /** The figure is one of an hour, so that interfaces which run in the same hour are added up against it. */
      per: z.optional(z.literal('hour')),
      /** A figure of the ledger that holds a number in the unit of what is measured. */
      limit: prose,
      /** What to do when it is exceeded. */
      over: prose,
    })
    .refine(({ per, field, divide }) => per === undefined || (field === 'peak_batch_records' && divide === undefined), {
      path: ['per'],
      error: 'stands with a figure for peak_batch_records alone, and without divide',
    }),
);

/** `content/advisor/meters.yaml`: what runs up with the volume. */
export const metersFileSchema = z.strictObject({
  meters: z.array(
    z
      .strictObject({
        id: prose,
        name: prose,
        /** What is counted, as it stands behind a number. */
        unit: prose,
        patterns: z.array(z.enum(patternIds)).default([]),
        /** Kinds of hub beside which the meter turns. */
        kinds: z.array(z.enum(middlewareKinds)).default([]),
        when,
        /** Units for one record. */
        each: z.optional(z.number().positive()),
        /** A figure of the ledger in records an hour; the units are hours. */
        rate: z.optional(prose),
        counts: prose,
        definition: prose,
        sources: ids.min(1),
      })
      .refine(({ each, rate }) => (each === undefined) !== (rate === undefined), {
        path: ['each'],
        error: 'one of "each" and "rate" has to stand here',
      })
      .refine(({ patterns, kinds }) => patterns.length + kinds.length > 0, {
        path: ['patterns'],
        error: 'a meter belongs to a pattern or to a kind of hub',
      }),
  ),
  left_out: z.array(z.strictObject({ name: prose, because: prose })),
});

const whenInDesign = z.optional(oneOrMore(designConditionSchema));

const operationsItem = z.strictObject({
  /** May name figures as `{figure-id}` and numbers of the service level as `{sla:detect}`. */
  text: prose,
  evidence: z.enum(evidences),
  sources: ids.default([]),
  /** Verdicts on middleware for which it holds; all of them where it is left out. */
  middleware: z.optional(z.array(z.enum(middlewareVerdicts)).min(1)),
  when: whenInDesign,
  unless: whenInDesign,
});

const operationsItems = z.array(operationsItem).default([]);

/** `content/advisor/operations/<pattern>.yaml`, and `hub.yaml` for what holds for any pattern beside a hub. */
export const operationsFileSchema = z.strictObject({
  pattern: z.enum([...patternIds, 'any']),
  ...(Object.fromEntries(operationsSectionIds.map((id) => [id, operationsItems])) as Record<
    OperationsSectionId,
    typeof operationsItems
  >),
});

/** `content/advisor/operations/service-levels.yaml`: the numbers that plans propose. */
export const serviceLevelsSchema = z.array(
  z.strictObject({
    id: z.enum(choices.sla),
    ...(Object.fromEntries(serviceLevelFields.map((field) => [field, prose])) as Record<
      (typeof serviceLevelFields)[number],
      typeof prose
    >),
  }),
);

const option = z.strictObject({
  /** A value of the field; for a count the number that stands for the band. */
  value: z.union([z.string(), z.number()]),
  label: prose,
  hint: z.optional(prose),
  /** For an answer in words: the amount it stands for, in the unit of the figures that capacity checks hold against it. */
  amount: z.optional(
    z.union([z.strictObject({ up_to: z.number().positive() }), z.strictObject({ above: z.number().positive() })]),
  ),
  /**
   * How often this answer is given, compared with the question's others (1 where it is left out). An editor's estimate:
   * it only orders the questions and never touches a verdict.
   */
  share: z.optional(z.number().positive()),
});

/** `content/advisor/questions.yaml`. */
export const questionsFileSchema = z.array(
  z.strictObject({
    field: z.enum(fields as [Field, ...Field[]]),
    /** The field in two or three words, for tables and the review. */
    label: prose,
    ask: prose,
    why: prose,
    /** An example that makes the question concrete. */
    example: z.optional(prose),
    /** Glossary terms that its words need; explained beside it. */
    terms: ids.default([]),
    options: z.array(option).min(2),
  }),
);

/** `content/advisor/rule-book.yaml`. */
export const ruleBookFileSchema = z.strictObject({
  version: prose,
  criteria: z.array(
    z.strictObject({
      id: z.enum(criterionIds),
      title: prose,
      /** The question in words. */
      asks: prose,
      /** What one step of strength counts under it. */
      weight: z.int().min(1).max(9),
      /** Why it weighs so much. */
      reason: prose,
    }),
  ),
  changes: z.array(
    z.strictObject({
      version: prose,
      date: z.string(),
      change: prose,
      /** The rules that changed and what is different about them, one a line. */
      details: z.array(prose).default([]),
    }),
  ),
});
