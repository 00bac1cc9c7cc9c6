import { z } from 'zod';
import { answerId, id, isoDate, prose } from './shared.ts';

export const changeKinds = { added: 'Added', revised: 'Revised', corrected: 'Corrected', rules: 'Rules' } as const;

/** One entry of `content/changes.yaml`: something a returning reader should know. */
export const changeSchema = z
  .strictObject({
    date: isoDate,
    /** New text, a better text for the same position, a position or a figure that was wrong, a change to the advisor. */
    kind: z.enum(['added', 'revised', 'corrected', 'rules']),
    /** One line that says what is different; feeds show it as the title. */
    title: prose,
    /** What else a reader should know; of a correction, what stood there before and what is right. */
    text: prose.optional(),
    /** Answers that it concerns. */
    answers: z.array(answerId).default([]),
    /** What a correction rests on; none where only our own judgement or arithmetic was wrong. */
    sources: z.array(id).default([]),
  })
  .refine(({ kind, text }) => kind !== 'corrected' || text !== undefined, {
    path: ['text'],
    error: 'must say what stood there before and what is right',
  });

/** Newest first. */
export const changesSchema = z
  .array(changeSchema)
  .refine((changes) => changes.every(({ date }, index) => date <= (changes[index - 1]?.date ?? date)), {
    error: 'must stand newest first',
  });

export type Change = z.infer<typeof changeSchema>;
