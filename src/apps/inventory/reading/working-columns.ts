import { normaliseWord, type Vocabulary, type WorkingColumn, workingColumns } from './vocabulary.ts';

/** For each column by which people work through a list its index among the extra columns, where the list has it. */
export type WorkingIndices = Readonly<Partial<Record<WorkingColumn, number>>>;

/** Finds owner, status, wave and note among the columns that say nothing to the advisor; the first of a name counts. */
export function workingIndices(
  extraHeaders: readonly string[],
  { working }: Pick<Vocabulary, 'working'>,
): WorkingIndices {
  const names = extraHeaders.map(normaliseWord);
  const found = workingColumns.flatMap((column): [WorkingColumn, number][] => {
    const words = [working[column].label, ...working[column].headers].map(normaliseWord);
    const index = names.findIndex((name) => words.includes(name));
    return index === -1 ? [] : [[column, index]];
  });
  return Object.fromEntries(found);
}

/** What a row says in one of these columns; empty where the list has no such column. */
export function workingText(
  { extras }: { extras: readonly string[] },
  indices: WorkingIndices,
  column: WorkingColumn,
): string {
  const index = indices[column];
  return index === undefined ? '' : (extras[index] ?? '').trim();
}
