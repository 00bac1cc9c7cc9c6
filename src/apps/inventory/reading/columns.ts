import { type Field, fields } from '#core/advisor/profile.ts';

/** Columns that name and place an interface; no rule reads them. */
export const ownColumns = ['id', 'name', 'system', 'window'] as const;

/** One of the columns that only name an interface and say when it runs. */
export type OwnColumn = (typeof ownColumns)[number];

/** What a column of a spreadsheet can hold for us. */
export type Column = OwnColumn | Field;

/** All columns, in the order in which they are shown and written. */
export const columns: readonly Column[] = [...ownColumns, ...fields];

/** Whether a column only names an interface; no rule reads it. */
export const isOwnColumn = (column: string): column is OwnColumn => (ownColumns as readonly string[]).includes(column);

/** Whether a column is a field of the profile, which rules read. */
export const isField = (column: Column): column is Field => !isOwnColumn(column);

/** Columns that name one end of an interface each: what an interface is between, where a list has no other system. */
export const endColumns = ['source', 'target'] as const;

/** The column that says where data come from, or the one that says where they go. */
export type EndColumn = (typeof endColumns)[number];

/** What a column of a spreadsheet may be taken for; `extra` columns are kept and say nothing to the advisor. */
export type ColumnMeaning = Column | EndColumn | 'extra';

/** Whether a column names one end of an interface. */
export const isEndColumn = (column: ColumnMeaning): column is EndColumn =>
  (endColumns as readonly string[]).includes(column);

/** Whether a column of a spreadsheet is one that our table has too. */
export const isTableColumn = (column: ColumnMeaning): column is Column => column !== 'extra' && !isEndColumn(column);
