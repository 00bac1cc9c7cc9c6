import type { Field } from '#core/advisor/profile.ts';
import type { MiddlewareVerdict } from '#core/advisor/rule-book.ts';
import type { Column, OwnColumn } from './columns.ts';

/** What a whole programme says about middleware where all its lower bounds are reached. */
export interface ProgrammeRule {
  id: string;
  verdict: Extract<MiddlewareVerdict, 'advised' | 'required'>;
  when: { forced?: number | undefined; interfaces?: number | undefined; systems?: number | undefined };
  reason: string;
}

/** Other people's words for our columns and answers; `content/advisor/inventory.yaml` as plain data. */
export interface Vocabulary {
  columns: Readonly<Record<OwnColumn, { label: string; hint: string }>>;
  headers: Readonly<Partial<Record<Column, readonly string[]>>>;
  values: Readonly<Partial<Record<Field, Readonly<Record<string, readonly string[]>>>>>;
  programme: readonly ProgrammeRule[];
}

/** What somebody corrected, remembered for the next spreadsheet; keys are normalised words. */
export interface Corrections {
  headers: Readonly<Record<string, Column | 'extra'>>;
  /** An empty text stands for "not known". */
  values: Readonly<Partial<Record<Field, Readonly<Record<string, string>>>>>;
}

export const noCorrections: Corrections = { headers: {}, values: {} };

/**
 * A word as it is compared: without case, accents and punctuation.
 *
 * @example normaliseWord('  Real-Time ') // 'real time'
 */
export const normaliseWord = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** What a word is known by among others: the word as it is compared, or its own signs where it has no letter or digit. */
export const wordKey = (text: string): string => normaliseWord(text) || text.trim();
