import { z } from 'zod';
import { answerId, id, isoDate, prose, words } from './shared.ts';

/** Whom an answer may be written for, as its front matter names them. */
export const audiences = [
  'cio',
  'cfo',
  'programme-leader',
  'architect',
  'finance-lead',
  'data-lead',
  'security-lead',
  'operations',
] as const;

/** What a reader calls each audience. */
export const audienceNames: Record<(typeof audiences)[number], string> = {
  cio: 'CIO',
  cfo: 'CFO',
  'programme-leader': 'Programme leader',
  architect: 'Architect',
  'finance-lead': 'Finance lead',
  'data-lead': 'Data lead',
  'security-lead': 'Security lead',
  operations: 'Operations',
};

/** Words that a verdict may have: a list shows it whole, and it is read in one go. */
export const VERDICT_WORDS = 60;

/** Front matter of `content/answers/<hub>/<question>.mdx`. */
export const answerSchema = z.strictObject({
  question: prose.refine((text) => text.endsWith('?'), 'must be a question and end with ?'),
  /** Stands alone: lists, search results and feeds show it without the answer. */
  verdict: prose.refine((text) => words(text) <= VERDICT_WORDS, {
    error: (issue) => `must be at most ${VERDICT_WORDS} words, has ${words(String(issue.input))}`,
  }),
  audiences: z.array(z.enum(audiences)).min(1),
  /** One of the topics in the hub's own file. */
  topic: id,
  /** Other words people use for the same question; search reads them. */
  aliases: z.array(prose).default([]),
  related: z.array(answerId).default([]),
  sources: z.array(id).min(1, 'must name at least one source'),
  reviewed: isoDate,
  confidence: z.enum(['documented', 'practitioner-judgement']),
});

/** A checked front matter; what was left out has its default. */
export type Answer = z.infer<typeof answerSchema>;
