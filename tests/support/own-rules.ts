import type { CountField, Field } from '#core/advisor/profile.ts';
import type {
  Clause,
  ConflictRule,
  ContradictionRule,
  CriterionId,
  FieldTest,
  Grounds,
  PatternId,
  PatternRule,
  Question,
  Range,
  RuleBook,
  VerdictRule,
} from '#core/advisor/rule-book.ts';
import { book } from './rule-book.ts';

/** What a rule asks for: a word, some words, or a range of a count for each field; all of it, or one of several such. */
type Asked = Partial<Record<FieldTest['field'], string | readonly string[] | Range>>;
export type When = Asked | readonly Asked[];

const isRange = (asked: string | readonly string[] | Range): asked is Range =>
  typeof asked === 'object' && !Array.isArray(asked);

const clauseOf = (asked: Asked): Clause =>
  Object.entries(asked).map(([field, value]) =>
    isRange(value)
      ? { field: field as CountField, range: value }
      : { field: field as FieldTest['field'], anyOf: [value].flat() as string[] },
  );

const clausesOf = (when: When): Clause[] => [when].flat().map((asked) => clauseOf(asked as Asked));

/** The grounds of a rule; its id says what it asks for. */
export const groundsOf = (when: When, unless: When = [], id = JSON.stringify(when)): Grounds => ({
  id,
  when: clausesOf(when),
  unless: clausesOf(unless),
  evidence: 'judgement',
  reason: `The reason of ${id}.`,
  sources: [],
});

/** A statement for a pattern, of this strength. */
export const favour = (
  pattern: PatternId,
  criterion: CriterionId,
  weight: number,
  when: When,
  unless?: When,
): PatternRule => ({
  ...groundsOf(when, unless, `${pattern} for ${JSON.stringify(when)}`),
  pattern,
  criterion,
  effect: 'favour',
  weight,
});

/** A statement against a pattern, of this strength. */
export const against = (
  pattern: PatternId,
  criterion: CriterionId,
  weight: number,
  when: When,
  unless?: When,
): PatternRule => ({
  ...groundsOf(when, unless, `${pattern} against ${JSON.stringify(when)}`),
  pattern,
  criterion,
  effect: 'against',
  weight,
});

/** A statement that a pattern cannot do what is asked. */
export const exclude = (pattern: PatternId, when: When, unless?: When): PatternRule => ({
  ...groundsOf(when, unless, `${pattern} never ${JSON.stringify(when)}`),
  pattern,
  criterion: 'task',
  effect: 'exclude',
});

export const verdict = (asked: VerdictRule['verdict'], when: When, unless?: When): VerdictRule => ({
  ...groundsOf(when, unless, `${asked} ${JSON.stringify(when)}`),
  verdict: asked,
});

/** Requirements of which one of those named in `between` has to give way. */
export const conflict = (id: string, when: When, between: ConflictRule['between'] = []): ConflictRule => ({
  ...groundsOf(when, [], id),
  title: `The clash of ${id}`,
  between,
  costs: Object.fromEntries(between.map((field) => [field, `The price of ${field}.`])),
});

/** Answers that cannot both be true. */
export const contradiction = (when: When): ContradictionRule => groundsOf(when);

/** A question about a field, and how often each of its answers is given. */
export const question = (field: Field, shares: Readonly<Record<string, number>>): Question => ({
  field,
  label: `The ${field}`,
  ask: `Which ${field}?`,
  why: 'Because.',
  terms: [],
  options: Object.entries(shares).map(([value, share]) => ({
    value: Number.isNaN(Number(value)) ? value : Number(value),
    label: `The answer ${value}`,
    share,
  })),
});

/** The rules of a book of our own, and the patterns among which it chooses, in the order that settles ties. */
export type OwnRules = Partial<Omit<RuleBook, 'patterns'>> & { patterns?: readonly PatternId[] };

/**
 * A rule book with only the rules that a test is about, so that what has to come out can be worked out by hand. Every
 * criterion weighs 1.
 */
export function ownBook({ patterns = ['odata', 'dmf'], ...rules }: OwnRules): RuleBook {
  return {
    ...book,
    rules: [],
    verdicts: [],
    kinds: [],
    conflicts: [],
    contradictions: [],
    notes: [],
    choices: [],
    parts: [],
    capacity: [],
    criteria: book.criteria.map((criterion) => ({ ...criterion, weight: 1 })),
    patterns: patterns.flatMap((id) => book.patterns.filter((pattern) => pattern.id === id)),
    ...rules,
  };
}
