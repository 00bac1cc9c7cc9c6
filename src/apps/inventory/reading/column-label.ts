import type { RuleBook } from '#core/advisor/rule-book.ts';
import { fieldLabel } from '#core/advisor/wording.ts';
import { type Column, type EndColumn, isEndColumn, isOwnColumn } from './columns.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A column in two or three words: the questionnaire's where it asks for the same. */
export const columnLabel = (column: Column | EndColumn, vocabulary: Vocabulary, book: RuleBook): string =>
  isEndColumn(column) || isOwnColumn(column) ? vocabulary.columns[column].label : fieldLabel(column, book);
