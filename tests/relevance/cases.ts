import { readFileSync } from 'node:fs';
import { z } from 'zod';

const expression = z.string().transform((source, context) => {
  try {
    return new RegExp(source, 'i');
  } catch (error) {
    context.addIssue({ code: 'custom', message: String(error) });
    return z.NEVER;
  }
});

/** One query as a visitor would type it, and what an answer to it has to speak of. */
const caseSchema = z.object({
  id: z.string(),
  query: z.string().min(1),
  kind: z.enum(['keyword', 'question', 'acronym', 'typo', 'synonym', 'none']),
  /** Who asks. */
  persona: z.string().optional(),
  /** A text that matches all of these answers the query; none where nothing on the site does. */
  must: z.array(expression).default([]),
  /** Pages that answer the query, by path; given instead of `must` where somebody has read them. */
  pages: z.array(z.string()).optional(),
});

export type Case = z.infer<typeof caseSchema>;

function parseLine(line: string, place: string): Case {
  try {
    return caseSchema.parse(JSON.parse(line));
  } catch (error) {
    const reason = error instanceof z.ZodError ? z.prettifyError(error) : String(error);
    throw new Error(`${place} is no relevance case. ${reason}`);
  }
}

/**
 * Reads relevance cases, one JSON object a line.
 *
 * @throws {Error} naming file, line and field of the first fault
 */
export const readCases = (file: string): Case[] =>
  readFileSync(file, 'utf8')
    .split(/\r?\n/)
    .flatMap((line, index) => (line.trim() === '' ? [] : [parseLine(line, `${file}, line ${index + 1},`)]));
