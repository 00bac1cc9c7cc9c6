import { decidingFields, type Field, fieldTable } from './profile.ts';
import type { RuleBook } from './rule-book.ts';

type Book = Pick<RuleBook, 'ownFields'>;

/** What a field of a book takes. */
const definitionOf = (field: Field, { ownFields }: Book) => ownFields?.[field] ?? fieldTable[field];

/** The fields of a book that choose what it recommends. */
export const decidingIn = ({ ownFields }: Book): readonly Field[] =>
  ownFields ? (Object.keys(ownFields) as Field[]) : decidingFields;

/** Whether a field of a book is answered by one of its words. */
export const isChoiceIn = (field: Field, book: Book): boolean => definitionOf(field, book).kind === 'choice';

/** Whether a field of a book is answered by a number. */
export const isCountIn = (field: Field, book: Book): boolean => definitionOf(field, book).kind === 'count';
