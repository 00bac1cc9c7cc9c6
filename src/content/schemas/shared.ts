import { z } from 'zod';

/** Kebab-case identifier; it becomes part of an address or an anchor. */
export const id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be kebab-case: lower-case letters, digits and single hyphens');

/** `hub/question`, the address of an answer without slashes at its ends. */
export const answerId = z
  .string()
  .regex(/^[a-z0-9-]+\/[a-z0-9-]+$/, 'must be hub/question, for instance integration/odata-limits');

/** Calendar date as `YYYY-MM-DD`. YAML parsers differ on bare dates, so both forms are read. */
export const isoDate = z.preprocess(
  (value) => (value instanceof Date ? value.toISOString().slice(0, 10) : value),
  z.iso.date('must be a date such as 2026-11-23'),
);

/** How many words a text has: whatever stands between spaces is one. */
export const words = (text: string): number => text.trim().split(/\s+/u).filter(Boolean).length;

/** Printers' apostrophes and quotation marks, as Markdown sets them in the text of an answer. */
export const typeset = (text: string): string =>
  text
    .replaceAll(/(?<=\p{L})'(?=\p{L})|(?<=\p{L}s)'(?=\s)/gu, '’')
    .replaceAll(/(?<=^|[\s([–—])"/gu, '“')
    .replaceAll('"', '”');

/** Prose of one or more sentences, never blank. */
export const prose = z.string().trim().min(1, 'must not be empty').overwrite(typeset);

/** How far a statement may be trusted; `facts/README` of the research defines the grades. */
export const grade = z.enum(['A', 'B', 'C']);
