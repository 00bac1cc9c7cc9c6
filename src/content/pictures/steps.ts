import { columnAt, PictureFault, type TableText } from './table-text.ts';

/** One station of a flow or one layer of a stack. */
export interface Step {
  name: string;
  /** What stands below the name; empty for none. */
  note: string;
}

/**
 * The rows of a table as steps, in order; a row that stands out is one as well.
 *
 * @param columns headings of the columns with names (the first unless said) and with notes (none unless said)
 * @throws {PictureFault} when a column does not exist, or fewer than two rows are left
 */
export function stepsOf(
  table: TableText,
  { name, note }: { name?: string | undefined; note?: string | undefined },
): Step[] {
  const nameAt = name === undefined ? 0 : columnAt(table, name);
  const noteAt = note === undefined ? undefined : columnAt(table, note);
  const steps = table.rows.flatMap(({ cells }): Step[] => {
    const title = cells[nameAt] ?? '';
    return title === '' ? [] : [{ name: title, note: noteAt === undefined ? '' : (cells[noteAt] ?? '') }];
  });
  if (steps.length < 2) throw new PictureFault('has fewer than two rows to draw');
  return steps;
}
