import type { RuleBook } from '#core/advisor/rule-book.ts';
import { fieldLabel } from '#core/advisor/wording.ts';
import { type Column, isOwnColumn } from './columns.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A column in two or three words: the questionnaire's where it asks for the same. */
export const columnLabel = (column: Column, vocabulary: Vocabulary, book: RuleBook): string =>
  isOwnColumn(column) ? vocabulary.columns[column].label : fieldLabel(column, book);
