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
